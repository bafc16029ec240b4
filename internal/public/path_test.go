package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// step is one of the seven steps on the page of an agreement.
func step(t *testing.T, doc *goquery.Document, name string) *goquery.Selection {
	t.Helper()
	found := doc.Find(".stepper > li").FilterFunction(func(_ int, e *goquery.Selection) bool {
		return strings.HasPrefix(words(e.Find("h3")), name)
	})
	if found.Length() != 1 {
		t.Fatalf("%d steps are called %s", found.Length(), name)
	}
	return found
}

func TestDecisionsAreStepsOfThePath(t *testing.T) {
	s := open(t)
	council := step(t, s.page(t, "/perjanjian/hamamatsu"), "Persetujuan DPRD")
	for _, want := range []string{"4 Februari 2015", "DPRD Kota Bandung: Menunggu", "30 Maret 2015", "DPRD Kota Bandung: Dibahas saja"} {
		if text := words(council); !strings.Contains(text, want) {
			t.Errorf("council: %q lacks %q", text, want)
		}
	}
	ministries := step(t, s.page(t, "/perjanjian/toyota"), "Kemendagri dan Kemlu")
	if text := words(ministries); !strings.Contains(text, "Paling lambat pada tanggal itu") {
		t.Errorf("ministries: %q", text)
	}
	if n := step(t, s.page(t, "/perjanjian/melbourne"), "Persetujuan DPRD").Find(".stepper-entry").Length(); n != 1 {
		t.Errorf("the decision of 2023 is told %d times", n)
	}
}

func TestStepWithNothingOnRecordIsNeitherDoneNorMissingItsDocument(t *testing.T) {
	ministries := step(t, open(t).page(t, "/perjanjian/melbourne"), "Kemendagri dan Kemlu")
	if text := words(ministries); text != "Kemendagri dan Kemlu Belum ada catatan" {
		t.Errorf("ministries: %q", text)
	}
}

func TestImplementationIsUnderWayOnlyWhereThatIsKnown(t *testing.T) {
	s := open(t)
	for path, state := range map[string]string{
		"/perjanjian/melbourne": "idle",    // its term runs, and nothing has happened since
		"/perjanjian/cotabato":  "unknown", // no term, nothing for years
	} {
		if got, _ := step(t, s.page(t, path), "Pelaksanaan").Attr("data-state"); got != state {
			t.Errorf("%s: %q, want %q", path, got, state)
		}
	}
}

func TestPartnersCouncilIsNotTheMinistries(t *testing.T) {
	s := open(t)
	for path, body := range map[string]string{"/en/agreements/namur": "municipal council of Namur", "/en/agreements/braunschweig": "city council of Braunschweig"} {
		doc := s.page(t, path)
		if text := words(step(t, doc, "Partner's consent")); !strings.Contains(text, body) {
			t.Errorf("%s: the partner's own step says %q", path, text)
		}
		for _, li := range doc.Find(".stepper > li").EachIter() {
			if text := words(li); strings.HasPrefix(text, "Ministries") && text != "Ministries of Home and Foreign Affairs Nothing on record" {
				t.Errorf("%s: %q", path, text)
			}
		}
	}
}

func TestUnsignedRenewalStandsAfterTheSigning(t *testing.T) {
	last := step(t, open(t).page(t, "/en/agreements/braunschweig"), "Evaluation")
	if text := words(last); !strings.Contains(text, "25 November 2022") || !strings.Contains(text, "Drafting") {
		t.Errorf("evaluation: %q", text)
	}
	if state, _ := last.Attr("data-state"); state != "unknown" {
		t.Errorf("a draft makes the evaluation %s", state)
	}
}

func TestRenewalIsASignatureOfItsOwnPaper(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/perjanjian/hamamatsu-2025")
	text := words(step(t, doc, "Penandatanganan"))
	for _, want := range []string{"11 Agustus 2025, Balai Kota Bandung", "Tanpa dokumen", "hanya tersirat"} {
		if !strings.Contains(text, want) {
			t.Errorf("signing: %q lacks %q", text, want)
		}
	}
	if text := words(doc.Find("main")); !strings.Contains(text, "Muhammad Farhan, wali kota Bandung (hadir; bahwa ia menandatangani hanya tersirat)") {
		t.Error("it is not said who was there")
	}
	if state, _ := step(t, doc, "Evaluasi").Attr("data-state"); state == "done" || state == "unproven" {
		t.Errorf("evaluation: %q", state)
	}
	for _, older := range []string{"hamamatsu", "kawasaki"} {
		if text := words(step(t, s.page(t, "/perjanjian/"+older), "Penandatanganan")); strings.Contains(text, "2025") || strings.Contains(text, "2020") {
			t.Errorf("%s still tells of the later signing: %q", older, text)
		}
	}
}

func TestDecisionAboutSomethingElseApprovesNothing(t *testing.T) {
	s := open(t)
	row := s.page(t, "/persetujuan-dprd").Find("tbody tr").FilterFunction(func(_ int, tr *goquery.Selection) bool { return strings.HasPrefix(words(tr), "Hamamatsu") })
	if tag := words(row.Find(".tag")); !strings.Contains(tag, "Dibahas saja") {
		t.Errorf("the register says %q", tag)
	}
	narrowed := s.page(t, "/persetujuan-dprd?result=indirect").Find("tbody tr")
	if narrowed.Length() != 1 || !strings.HasPrefix(words(narrowed), "Hamamatsu") {
		t.Errorf("what came up along with something else: %q", words(narrowed))
	}
	for _, kept := range s.page(t, "/persetujuan-dprd?result=approved").Find("tbody tr").EachIter() {
		if strings.HasPrefix(words(kept), "Hamamatsu") {
			t.Error("Hamamatsu stands among the approved")
		}
	}
}

func TestWhatWasNotDecidedLacksNoNumber(t *testing.T) {
	doc := open(t).page(t, "/en/agreements/hamamatsu")
	for _, row := range doc.Find(".records > li, .stepper-entry").EachIter() {
		text := words(row)
		for _, decision := range []string{"Awaiting a decision", "Only discussed"} {
			if strings.Contains(text, decision) && (strings.Contains(text, "Number not found") || strings.Contains(text, "No document found")) {
				t.Errorf("%q", text)
			}
		}
	}
}
