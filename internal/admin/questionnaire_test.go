package admin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestStaffOpenAQuestionnaireAndEnterSheetsOfPaper(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	p := o.person("sari", portal.Editor)
	program, err := o.Programs.BySlug(t.Context(), "seo-hongdae")
	if err != nil {
		t.Fatal(err)
	}
	p.get("/admin/questionnaires").is(http.StatusOK).holds("main", "Belum ada angket.")
	way := p.get(path("programs", program.ID)).page.Find(`main a[href*="/questionnaires/new?program="]`).AttrOr("href", "")
	form := p.get(way).is(http.StatusOK).filled()
	if len(form["questions"]) != len(portal.Questions) || form.Get("program_id") == "" {
		t.Errorf("the form offers %v", form)
	}
	p.post("/admin/questionnaires/new", url.Values{"program_id": form["program_id"]}).is(http.StatusUnprocessableEntity).holds(".error-summary", "Pertanyaan")
	form["questions"] = []string{"again", "use"}
	at := p.post("/admin/questionnaires/new", form).is(http.StatusSeeOther).location
	at, _, _ = strings.Cut(at, "?")
	if again := p.post("/admin/questionnaires/new", form).is(http.StatusSeeOther).location; again != at {
		t.Errorf("a second questionnaire of one program: %s", again)
	}
	if p.get(way).is(http.StatusSeeOther).location != at {
		t.Error("the program does not lead to its questionnaire")
	}
	page := p.get(at).is(http.StatusOK)
	page.holds("main", "Lembar masuk0")
	if page.page.Find(`main a[href^="/angket/"]`).Length() < 2 {
		t.Error("no way to the page and to the sheet of paper")
	}
	paper := p.get(at + "/paper").is(http.StatusOK).filled()
	p.post(at+"/paper", paper).is(http.StatusUnprocessableEntity)
	for i := range 6 {
		paper = p.get(at + "/paper").filled()
		paper.Set("use", []string{"much", "much", "much", "much", "much", "some"}[i])
		p.post(at+"/paper", paper).is(http.StatusSeeOther)
	}
	p.post(at+"/paper", paper).is(http.StatusSeeOther) // the same sheet once more
	page = p.get("/en" + at).is(http.StatusOK)
	page.holds("main", "Sheets received6")
	page.holds("table", "Very useful5")
	page.holds("table", "Fairly usefulnot shown")
	p.post(at+"/close", nil).is(http.StatusSeeOther)
	p.get(at).holds("main", "Ditutup")
	p.post(at+"/paper", p.get(at+"/paper").filled())
	p.get("/admin/questionnaires").is(http.StatusOK).holds("table", program.Title.ID)
	p.post("/admin/questionnaires/999999/close", nil).is(http.StatusNotFound)
}
