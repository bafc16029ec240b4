package public_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/portal"
)

// asks opens a questionnaire of a program.
func (s site) asks(t *testing.T, slug string) (portal.Program, portal.Questionnaire) {
	t.Helper()
	program, err := s.store.Programs.BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	q := portal.Questionnaire{
		ProgramID: program.ID, Code: "kode123456", OpenedAt: today, Questions: []portal.Question{portal.QuestionAgain, portal.QuestionUse},
	}
	id, err := s.store.OpenQuestionnaire(t.Context(), portal.Actor{Name: "sari"}, q, "x")
	if err != nil {
		t.Fatal(err)
	}
	if q, err = s.store.Questionnaire(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	return program, q
}

// answers posts a form of a questionnaire after some seconds before it.
func (s site) answers(t *testing.T, stamp string, form url.Values, from string) *httptest.ResponseRecorder {
	t.Helper()
	form.Set("stamp", stamp)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/angket/kode123456", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.RemoteAddr = from + ":4000"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func stampOf(page *goquery.Document) string {
	return page.Find(`input[name="stamp"]`).AttrOr("value", "")
}

func TestThoseWhoTookPartAnswerAndOnlyCountsAreKept(t *testing.T) {
	s := openOwn(t)
	program, q := s.asks(t, "seo-hongdae")
	clock := today
	s = s.at(func() time.Time { return clock })
	page := s.page(t, "/angket/kode123456")
	if page.Find("form.form select").Length() != 2 || page.Find(`meta[name="robots"]`).Length() == 0 {
		t.Error("two questions are asked, and search engines stay away")
	}
	if first := page.Find("form.form select").First().AttrOr("name", ""); first != "use" {
		t.Errorf("%s is asked first", first)
	}
	sheet := s.page(t, "/en/questionnaires/kode123456/sheet")
	if words(sheet.Find("main")) == "" || sheet.Find(".ticks li").Length() != 7 || !strings.Contains(words(sheet.Find("main")), baseURL+"/en/questionnaires/kode123456") {
		t.Errorf("the sheet of paper says %s", words(sheet.Find("main")))
	}
	good := func() url.Values { return url.Values{"use": {"much"}, "again": {""}} }
	stamp := stampOf(page)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/angket/kode123456", nil))
	if kept := w.Header().Get("Cache-Control"); kept != "no-store" {
		t.Errorf("two readers may get one form, so that one of them is not counted: %q", kept)
	}
	if w := s.answers(t, stamp, good(), "198.51.100.1"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a form filled at once: %d", w.Code)
	}
	clock = clock.Add(10 * time.Second)
	for name, form := range map[string]url.Values{
		"nothing": {}, "another answer": {"use": {"enough"}}, "a lure": {"use": {"much"}, "website": {"http://x"}},
	} {
		if w := s.answers(t, stamp, form, "198.51.100.1"); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if w := s.answers(t, "forged", good(), "198.51.100.1"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a form that was not given out: %d", w.Code)
	}
	for range 2 { // the second click counts nothing
		if w := s.answers(t, stamp, good(), "198.51.100.1"); w.Code != http.StatusSeeOther {
			t.Fatalf("%d: %s", w.Code, w.Body)
		}
	}
	if now, err := s.store.Questionnaire(t.Context(), q.ID); err != nil || now.Sheets != 1 || now.Counts[portal.QuestionUse]["much"] != 1 || len(now.Counts) != 1 {
		t.Errorf("%+v, %v", now, err)
	}
	if shown := words(s.page(t, "/program/"+program.Slug).Find("main")); !strings.Contains(shown, "setelah 5 orang menjawab") {
		t.Error("the program's page does not say that too few answered")
	}
	for range 8 {
		if err := s.store.CountSheet(t.Context(), q.ID, portal.Sheet{portal.QuestionUse: "much", portal.QuestionAgain: "no"}, time.Now().String(), today); err != nil {
			t.Fatal(err)
		}
	}
	shown := words(s.page(t, "/en/programs/"+program.Slug).Find("main"))
	for _, want := range []string{"9 people answered", "Very useful9", "Of no usenot shown", "8 answered"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the program's page lacks %q: %s", want, shown)
		}
	}
	if err := s.store.CloseQuestionnaire(t.Context(), q.ID, today); err != nil {
		t.Fatal(err)
	}
	if closed := s.page(t, "/angket/kode123456"); closed.Find("form.form").Length() != 0 {
		t.Error("a closed questionnaire asks on")
	}
}

func TestOneAddressAnswersSoOftenAndNoOftener(t *testing.T) {
	s := openOwn(t)
	s.asks(t, "seo-hongdae")
	clock := today
	s = s.at(func() time.Time { return clock })
	for i := range 11 {
		stamp := stampOf(s.page(t, "/angket/kode123456"))
		clock = clock.Add(5 * time.Second)
		want := http.StatusSeeOther
		if i == 10 {
			want = http.StatusTooManyRequests
		}
		if w := s.answers(t, stamp, url.Values{"use": {"some"}}, "198.51.100.1"); w.Code != want {
			t.Errorf("sheet %d: %d", i+1, w.Code)
		}
	}
}

// at is the same site by another clock.
func (s site) at(now func() time.Time) site {
	face, router := s.face(), newRouter()
	face.Now = now
	face.Mount(router)
	s.Handler = router
	return s
}
