package public_test

import (
	"strings"
	"testing"
)

func TestMisreadingStandsWithTheWordOfTheRegister(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/melbourne")
	if regime := fact(doc, "Aturan saat itu"); !strings.HasPrefix(regime, "Masa PP 28/2018") {
		t.Errorf("the rules of its time begin with what is rejected: %q", regime)
	}
	if disputes := words(doc.Find(".dispute")); !strings.Contains(disputes, "Persetujuan DPD tidak kami pakai: ") {
		t.Errorf("disputes: %q", disputes)
	}
}

func TestFiguresThatDifferAreNoDispute(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/mitra/braunschweig", "/mitra/suwon", "/mitra/hamamatsu"} {
		if text := words(s.page(t, path).Find(".dispute, h3")); strings.Contains(text, "Berapa penduduknya?") {
			t.Errorf("%s sets out figures as a dispute", path)
		}
	}
}

func TestMisspellingIsNoOtherName(t *testing.T) {
	if text := words(open(t).page(t, "/mitra/fort-worth").Find(".facts")); strings.Contains(text, "Forth Worth") {
		t.Errorf("facts: %q", text)
	}
}

func TestPlannedProgramHasNoResultYet(t *testing.T) {
	s := open(t)
	row := s.page(t, "/program").Find(`tr:has(a[href="/program/fw-2025"])`)
	if text := words(row); strings.Contains(text, "Hasil tercatat") || row.Length() == 0 {
		t.Errorf("list: %q", text)
	}
	when := s.page(t, "/program/fw-2025").Find(".table-plan tbody tr").Eq(1).Find("td").Eq(1)
	if text := words(when); !strings.Contains(text, "13 Mei 2025") {
		t.Errorf("the reception is recorded on %q", text)
	}
}

func TestRegisterOfApprovalsPrintsTheNoteAndTheSourcesOfItsRule(t *testing.T) {
	doc := open(t).page(t, "/persetujuan-dprd")
	if !strings.Contains(words(doc.Find("tbody")), "hari penandatanganannya tidak disebut") {
		t.Error("the day of the report is shown as the day of the decision")
	}
	if doc.Find(".lead .refs a").Length() == 0 {
		t.Error("PP 28/2018 is named without a source")
	}
}
