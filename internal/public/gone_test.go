package public_test

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestRecordThatStaffTookOutIsGoneAndSaysWhereItsHistoryIs(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindProgram, "kws-2019")
	s.publishAs(t, who, portal.KindProgram, id, "Alamat lama.", map[string]string{"slug": `"kawasaki-baru"`})
	s.retire(t, who, portal.KindProgram, id, "Bukan program kota kembar.")
	history := historyPath(portal.KindProgram, id)
	for path, want := range map[string][]string{
		"/program/kawasaki-baru":     {"Catatan ini sudah ditarik", "/program", history},
		"/program/kws-2019":          {"Catatan ini sudah ditarik", "/program", history},
		"/en/programs/kawasaki-baru": {"This record has been taken out", "/en/programs", strings.Replace(history, "/perubahan", "/en/changes", 1)},
	} {
		w := s.ask(http.MethodGet, path)
		doc := soup(t, w.Body.String())
		if w.Code != http.StatusGone || words(doc.Find("h1")) != want[0] || doc.Find(`meta[name="robots"]`).AttrOr("content", "") != "noindex" {
			t.Errorf("%s: %d, %q", path, w.Code, words(doc.Find("h1")))
		}
		for _, link := range want[1:] {
			if doc.Find(`main a[href="`+link+`"]`).Length() != 1 {
				t.Errorf("%s does not lead to %s", path, link)
			}
		}
		if strings.Contains(words(doc.Find("main")), "Kawasaki") {
			t.Errorf("%s tells what the record said", path)
		}
	}
	if doc := s.page(t, history); !strings.Contains(words(doc.Find("main")), "Bukan program kota kembar.") {
		t.Error("the history does not say why it was taken out")
	}
}

func TestRecordThatNeverWasIsNotFoundAndCanBeReported(t *testing.T) {
	s := open(t)
	for path, report := range map[string]string{
		"/program/tidak-pernah-ada": "/lapor?about=%2Fprogram%2Ftidak-pernah-ada", "/en/partners/atlantis": "/en/report?about=%2Fen%2Fpartners%2Fatlantis",
	} {
		w := s.ask(http.MethodGet, path)
		if doc := soup(t, w.Body.String()); w.Code != http.StatusNotFound || doc.Find(`main a[href="`+report+`"]`).Length() != 1 {
			t.Errorf("%s: %d, or it cannot be reported", path, w.Code)
		}
		s.page(t, report)
	}
}

func TestRecordThatTookOverAnAddressIsShownThere(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	s.retire(t, who, portal.KindProgram, s.numberOf(t, portal.KindProgram, "kws-2019"), "Dobel.")
	s.publishAs(t, who, portal.KindProgram, s.numberOf(t, portal.KindProgram, "seo-hongdae"), "Alamatnya dipakai.", map[string]string{"slug": `"kws-2019"`})
	s.page(t, "/program/kws-2019")
}
