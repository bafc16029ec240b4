package portal_test

import (
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestLegalStateIsToldByTheGoverningPaper(t *testing.T) {
	paper := func(id, parent int64, instrument portal.Instrument, signed, until portal.Date) part {
		return agreement(portal.Agreement{
			Meta: portal.Meta{ID: id}, ParentID: parent, Instrument: instrument, SignedOn: signed, InForceUntil: until,
		}, "signed_on")
	}
	lively := event(substantive, "2026-09-01")
	for _, tt := range []struct {
		name  string
		tie   portal.Tie
		mark  portal.LegalMark
		paper int64
		until portal.Date
		id    string
	}{
		{"nothing", tie(), portal.LegalNone, 0, "", "belum ada yang ditandatangani"},
		{"a claim", tie(agreement(portal.Agreement{Instrument: portal.UnknownInstrument})), portal.LegalNone, 0, "", "belum ditemukan dokumen atau sumber yang bisa diperiksa"},
		{"a letter of intent", tie(letter("2017")), portal.LegalIntent, 2, "", "baru Letter of Intent, belum ada perjanjian"},
		{"long in force", tie(memorandum("2024-04-22", "2028-05-23")), portal.LegalInForce, 1, "2028-05-23", "berlaku sampai 23 Mei 2028"},
		{"18 months left less a day", tie(memorandum("2024-04-22", "2028-05-22")), portal.LegalExpiring, 1, "2028-05-22", "tinggal 17 bulan, sampai 22 Mei 2028"},
		{"a month left", tie(memorandum("2024-04-22", "2026-12-23")), portal.LegalExpiring, 1, "2026-12-23", "tinggal 1 bulan, sampai 23 Desember 2026"},
		{"days left", tie(memorandum("2024-04-22", "2026-11-30")), portal.LegalExpiring, 1, "2026-11-30", "tinggal 7 hari, sampai 30 November 2026"},
		{"the last day", tie(memorandum("2024-04-22", "2026-11-23")), portal.LegalExpiring, 1, "2026-11-23", "hari ini hari terakhir, 23 November 2026"},
		{"the day after", tie(memorandum("2024-04-22", "2026-11-22")), portal.LegalExpired, 1, "2026-11-22", "masa berlaku habis 22 November 2026"},
		{"until a year is until its end", tie(memorandum("2024-04-22", "2026")), portal.LegalExpiring, 1, "2026", "tinggal 1 bulan, sampai 2026"},
		{"expired but active", tie(memorandum("2015", "2020-01-01"), lively), portal.LegalExpiredActive, 1, "2020-01-01", "masa berlaku habis 1 Januari 2020, kegiatan tetap berjalan"},
		{"expired, protocol only", tie(memorandum("2015", "2020-01-01"), event(protocol, "2026-09-01")), portal.LegalExpired, 1, "2020-01-01", "masa berlaku habis 1 Januari 2020"},
		{"lapsed on a day unknown", tie(memorandum("2015", ""), stage(portal.Lapsed, "")), portal.LegalExpired, 1, "", "masa berlaku sudah habis, tanggalnya belum tercatat"},
		{"no term", tie(memorandum("2019", "")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"no paper", tie(paper(3, 0, portal.UnknownInstrument, "2005~", "")), portal.LegalNoTerm, 3, "", "naskah dan masa berlakunya belum ditemukan"},
		{"renewed after its term", tie(memorandum("2015", "2019"), stage(portal.Renewed, "2020-02-06")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"older than the law", tie(memorandum("2000-10-22", "")), portal.LegalOlder, 1, "", "ditandatangani sebelum UU 24/2000 berlaku; masa berlakunya belum ditemukan"},
		{"signed when the law came", tie(memorandum("2000-10-23", "")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"in the year of the law, before or after", tie(memorandum("2000", "")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"old and renewed", tie(memorandum("1960", ""), stage(portal.Renewed, "2022")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"ended", tie(memorandum("2015", "2030"), stage(portal.Terminated, "2021-05-03")), portal.LegalEnded, 1, "2021-05-03", "diakhiri dengan dokumen 3 Mei 2021"},
		{"the extension governs", tie(memorandum("2019", "2024"), paper(3, 1, portal.Extension, "2025", "2029-08-10")), portal.LegalInForce, 3, "2029-08-10", "berlaku sampai 10 Agustus 2029"},
		{"an arrangement does not govern", tie(memorandum("2019", ""), paper(3, 1, portal.Implementing, "2025", "2029")), portal.LegalNoTerm, 1, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"a term that runs before a later one that ran out", tie(memorandum("2019", "2029"), paper(3, 0, portal.Memorandum, "2020", "2022")), portal.LegalInForce, 1, "2029", "berlaku sampai 2029"},
		{"the latest of two", tie(paper(3, 0, portal.Charter, "2020", ""), memorandum("2019", "")), portal.LegalNoTerm, 3, "", "sudah ditandatangani, masa berlakunya belum ditemukan"},
		{"a letter of intent before a mere contact", tie(letter("2017"), paper(3, 0, portal.NoInstrument, "2020", "")), portal.LegalIntent, 2, "", "baru Letter of Intent, belum ada perjanjian"},
		{"a paper ended beside one that stands", tie(memorandum("2019", ""), stage(portal.Terminated, "2024"), paper(3, 0, portal.Memorandum, "2016", "2022")), portal.LegalExpired, 3, "2022", "masa berlaku habis 2022"},
		{"an arrangement ends with its parent", tie(memorandum("2019", ""), paper(3, 1, portal.Implementing, "2020", "2030"), stage(portal.Terminated, "2024")), portal.LegalEnded, 1, "2024", "diakhiri dengan dokumen 2024"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := tt.tie.LegalState(day)
			if s.Mark != tt.mark || s.Agreement.ID != tt.paper || s.Until != tt.until {
				t.Errorf("%q by agreement %d until %q, want %q by %d until %q", s.Mark, s.Agreement.ID, s.Until, tt.mark, tt.paper, tt.until)
			}
			if got := s.Reason.In(i18n.ID); got != tt.id {
				t.Errorf("reason %q, want %q", got, tt.id)
			}
			if !i18n.Has(s.Reason.Key) {
				t.Errorf("the catalog lacks %s", s.Reason.Key)
			}
		})
	}
}

func TestLegalStateCountsDaysAndMonthsLeft(t *testing.T) {
	s := tie(memorandum("2024-04-22", "2028-04-21")).LegalState(day)
	if s.Days != 515 || s.Months != 16 {
		t.Errorf("%d days, %d months left, want 515 and 16", s.Days, s.Months)
	}
	s = tie(memorandum("2015", "2026-11-13")).LegalState(day)
	if s.Days != -10 || s.Months != 0 {
		t.Errorf("%d days, %d months left, want -10 and 0", s.Days, s.Months)
	}
}

func TestParentsInARingDoNotHang(t *testing.T) {
	ring := tie()
	for id, parent := range map[int64]int64{1: 3, 2: 1, 3: 2} {
		agreement(portal.Agreement{Meta: portal.Meta{ID: id}, ParentID: parent, Instrument: portal.Memorandum, SignedOn: "2019"}, "signed_on")(&ring)
	}
	if s := ring.LegalState(day); s.Mark != portal.LegalNoTerm {
		t.Errorf("mark %q", s.Mark)
	}
	ring.Vitality(day)
}
