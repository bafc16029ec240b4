package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// said is the text of a hit's title.
var said = store.Plain

func look(t *testing.T, s *store.Store, words string, l i18n.Lang) store.Found {
	t.Helper()
	found, err := s.Search(t.Context(), store.Search{Lang: l, Words: words, Number: 1, Size: 10})
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	return found
}

func TestKnownAnswersStandAmongTheFirstTen(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	tests := []struct {
		words string
		kind  portal.Kind
		slug  string // of the record, or
		title string // its title in either language
	}{
		{"braunschweig", portal.KindCity, "braunschweig", ""},
		{"Brunswick", portal.KindCity, "braunschweig", ""},
		{"brunsvick", portal.KindCity, "braunschweig", ""},
		{"braunsweig", portal.KindCity, "braunschweig", ""},
		{"melborn", portal.KindCity, "melbourne", ""},
		{"Lizhuo", portal.KindCity, "liuzhou", ""},
		{"liuzou", portal.KindCity, "liuzhou", ""},
		{"hamamatu", portal.KindCity, "hamamatsu", ""},
		{"수원", portal.KindCity, "suwon", ""},
		{"杭州", portal.KindCity, "hangzhou", ""},
		{"浜松市", portal.KindCity, "hamamatsu", ""},
		{"ಬೆಂಗಳೂರು", portal.KindCity, "bengaluru", ""},
		{"Breslau", portal.KindCity, "wroclaw", ""},
		{"wroclaw", portal.KindCity, "wroclaw", ""},
		{"Jerman", portal.KindCity, "braunschweig", ""},
		{"south korea", portal.KindCity, "suwon", ""},
		{"fort worth", portal.KindCity, "fort-worth", ""},
		{"melb", portal.KindCity, "melbourne", ""},
		{"litle bandung", portal.KindProgram, "seo-hongdae", ""},
		{"little bandung hongdae", portal.KindProgram, "seo-hongdae", ""},
		{"magang perawat", portal.KindProgram, "fw-capacity", ""},
		{"nurses internship", portal.KindProgram, "fw-capacity", ""},
		{"pelatihan perawat", portal.KindActivity, "", "Pelatihan perawat dan magang"},
		{"kota kembar suwon", portal.KindAgreement, "suwon", ""},
		{"twin city fort worth", portal.KindAgreement, "fort-worth", ""},
		{"kota saudara hamamatsu", portal.KindAgreement, "hamamatsu", ""},
		{"MoU Melbourne", portal.KindAgreement, "melbourne", ""},
		{"LoI Toyota", portal.KindAgreement, "toyota", ""},
		{"council approval melbourne", portal.KindApproval, "", "DPRD Kota Bandung"},
		{"pemadam kebakaran", portal.KindProgram, "fw-fire", ""},
		{"damkar", portal.KindProgram, "fw-fire", ""},
		{"fire brigade study visit", portal.KindProgram, "fw-fire", ""},
		{"pengelolaan sampah jica", portal.KindProgram, "kws-jica", ""},
		{"soccer suwon", portal.KindActivity, "", "Junior football friendly"},
		{"masker", portal.KindOutcome, "", "Masker KF80"},
		{"Gedung Sate", portal.KindActivity, "", "Miniature Gedung Sate monument in Petaling Jaya, with mayor Ridwan Kamil"},
		{"ridwan kamil namur", portal.KindActivity, "", "Mayor Ridwan Kamil meets Anne Barzin in Namur"},
		{"Georg Eckert", portal.KindStep, "", "Prakarsa"},
		{"penandatanganan 1997 suwon", portal.KindStep, "", "Penandatanganan"},
		{"apa manfaat kota kembar untuk kota bandung", portal.KindSource, "seed", ""},
		{`"golden book"`, portal.KindSource, "bdg-589", ""},
		{"delegasi -suwon -hamamatsu braunschweig", portal.KindProgram, "bsw-2016", ""},
	}
	for _, tt := range tests {
		for _, l := range i18n.Langs {
			found := look(t, s, tt.words, l)
			at := slices.IndexFunc(found.Hits, func(h store.Hit) bool {
				return h.Kind == tt.kind && h.Slug == tt.slug && (tt.title == "" || isTitle(t, s, h, tt.title))
			})
			if at < 0 {
				t.Errorf("%q in %s does not find %s %s%s but %s", tt.words, l, tt.kind, tt.slug, tt.title, listed(found))
			}
		}
	}
}

func listed(f store.Found) string {
	out := fmt.Sprintf("instead=%q partly=%v also=%q", f.Instead, f.Partly, f.Also)
	for _, h := range f.Hits {
		out += fmt.Sprintf("\n\t%s %s %s", h.Kind, h.Slug, said(h.Title))
	}
	return out
}

// isTitle tells whether the record of a hit is called so in one of the languages.
func isTitle(t *testing.T, s *store.Store, h store.Hit, title string) bool {
	t.Helper()
	for _, l := range i18n.Langs {
		found, err := s.Search(t.Context(), store.Search{Lang: l, Words: title, Kind: h.Kind, Number: 1, Size: 50})
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(found.Hits, func(o store.Hit) bool { return o.ID == h.ID && said(o.Title) == title }) {
			return true
		}
	}
	return false
}

func TestHitsAreMarkedAsTextAndNothingElseIs(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.fresh(utrecht)
	set(&c, "name_id", `Utrecht <b>"x"</b>`)
	set(&c, "summary_id", `Kanal &amp; <script>alert("menara")</script> menara Dom.`)
	set(&c, "summary_en", `Canals &amp; <script>alert("menara")</script> the Dom tower.`)
	d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
	hit := look(t, d.Store, "utrecht menara", i18n.ID).Hits[0]
	if said(hit.Title) != `Utrecht <b>"x"</b>` || marked(hit.Title) != "Utrecht" {
		t.Errorf("title %+v", hit.Title)
	}
	if said(hit.Text) != `Kanal &amp; <script>alert("menara")</script> menara Dom.` || !strings.Contains(marked(hit.Text), "menara") {
		t.Errorf("text %+v", hit.Text)
	}
}

func TestWordOfAPhraseIsMarkedOnlyWithinIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.fresh(utrecht)
	set(&c, "summary_id", "Wali kota datang; kota kembar ini tidak punya balai kota.")
	set(&c, "summary_en", "The mayor came; this sister city has no city hall.")
	d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
	if h := look(t, d.Store, "sister city utrecht", i18n.ID).Hits[0]; h.Slug != utrecht.Slug || marked(h.Text) != "kota kembar" {
		t.Errorf("marked %q in %+v", marked(h.Text), h.Text)
	}
}

func marked(pieces []store.Piece) string {
	var hits []string
	for _, p := range pieces {
		if p.Hit {
			hits = append(hits, p.Text)
		}
	}
	return strings.Join(hits, " ")
}

func TestLikelierWordsAreOfferedBesideFewHits(t *testing.T) {
	t.Parallel()
	found := look(t, storetest.New(t), "brunsvick or KF80", i18n.EN)
	if found.Total("") == 0 || found.Instead != "" || found.Meant != "brunswick or KF80" {
		t.Errorf("%d hits, instead %q, meant %q", found.Total(""), found.Instead, found.Meant)
	}
}

func TestSearchOfSomeWordsSaysSo(t *testing.T) {
	t.Parallel()
	found := look(t, storetest.New(t), "hamamatsu zzqx", i18n.ID)
	if !found.Partly || found.Counts[portal.KindCity] != 1 {
		t.Errorf("partly %v, %v", found.Partly, found.Counts)
	}
}

func TestSearchReadsItsIndex(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, kind := range []portal.Kind{"", portal.KindCity} {
		plan, err := s.Explain(t.Context(), "kota kembar melb", kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, index := range []string{"city_id", "city_en", "title_id", "title_en", "tier_0", "tier_1", "tier_2", "tier_3", "tier_4"} {
			if !strings.Contains(plan, "search_documents_"+index+"_idx") {
				t.Errorf("of kind %q %s is not read:\n%s", kind, index, plan)
			}
		}
	}
}
