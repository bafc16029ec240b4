package public_test

import (
	"testing"
)

// TestPagesAskAFixedNumberOfQuestions counts the questions of each page, before and after the register has grown.
func TestPagesAskAFixedNumberOfQuestions(t *testing.T) {
	s := openOwn(t)
	most := map[string]int64{
		"/": 8, "/mitra": 7, "/bandingkan?kota=suwon&kota=melbourne": 8, "/perjanjian": 6, "/persetujuan-dprd": 8, "/program": 5, "/janji": 6, "/kegiatan": 6, "/kegiatan.csv": 6, "/kunjungan": 7, "/kunjungan.csv": 6, "/kunjungan/tahun.csv": 6, "/tempat": 7, "/peluang": 6, "/sumber": 3, "/tentang": 1,
		"/sejarah": 7, "/kalender": 8, "/kalender.ics": 9,
		"/manfaat": 6, "/manfaat/tahun.csv": 6, "/manfaat/kegiatan.csv": 7,
		"/privasi": 1, "/aksesibilitas": 1, "/belum-ditemukan": 8,
		"/lapor": 2, "/lapor?about=%2Fmitra%2Fbraunschweig": 4, "/lapor?about=agreement%2F1": 3, "/lapor?kind=idea": 3,
		"/cara-menghitung": 3, "/jalur-hukum": 4, "/istilah": 1,
		"/mitra/braunschweig": 7, "/perjanjian/melbourne": 7, "/program/seo-hongdae": 11, "/sumber/bsw-de": 5,
	}
	before := map[string]int64{}
	for path, limit := range most {
		before[path] = s.questions(t, path)
		if before[path] > limit {
			t.Errorf("%s asks %d questions, at most %d are meant", path, before[path], limit)
		}
	}
	s.grow(t)
	for path := range most {
		if now := s.questions(t, path); now > before[path] {
			t.Errorf("%s asked %d questions and asks %d of a larger register", path, before[path], now)
		}
	}
}

func (s site) questions(t *testing.T, path string) int64 {
	t.Helper()
	s.page(t, path) // prepares the statements
	from := s.queries.Load()
	s.page(t, path)
	return s.queries.Load() - from
}

// grow adds partners, each with a paper, a program, activities and their evidence.
func (s site) grow(t *testing.T) {
	t.Helper()
	for _, sql := range []string{
		`insert into cities (slug, name_id, name_en, country, lat, lon, standing)
		select 'kota-' || n, 'Kota ' || n, 'City ' || n, 'NL', 50, n % 90, 'partner' from generate_series(1, 40) n`,
		`insert into agreements (slug, city_id, title_id, title_en, legal_type, instrument, signed_on, regime)
		select slug, id, name_id, name_en, 'sister_city', 'memorandum', '2019', '2018' from cities where slug like 'kota-%'`,
		`insert into programs (slug, city_id, kind, title_id, title_en, status)
		select slug, id, 'culture', name_id, name_en, 'ongoing' from cities where slug like 'kota-%'`,
		`insert into activities (city_id, title_id, title_en, nature, kind, start_on)
		select id, name_id, name_en, 'substantive', 'training', '2025' from cities where slug like 'kota-%'`,
		`insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, 1, 'start_on', (select min(id) from sources) from activities a join cities c on c.id = a.city_id
		where c.slug like 'kota-%'`,
	} {
		if _, err := s.pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
}
