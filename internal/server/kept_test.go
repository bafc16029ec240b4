package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// asked is a site whose database the test asks, too.
type asked struct {
	site
	pool *pgxpool.Pool
}

func openAsked(t *testing.T) asked {
	t.Helper()
	s := closed(t, nil)
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	return asked{s, pool}
}

func (s asked) exec(sql string) {
	s.t.Helper()
	if _, err := s.pool.Exec(s.t.Context(), sql); err != nil {
		s.t.Fatal(err)
	}
}

func (s asked) number(sql string) (n int) {
	s.t.Helper()
	if err := s.pool.QueryRow(s.t.Context(), sql).Scan(&n); err != nil {
		s.t.Fatal(err)
	}
	return n
}

// formOf are the answers of the page's main form as it stands.
func formOf(t *testing.T, body string) (action string, form url.Values) {
	t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	form = url.Values{}
	main := page.Find("main form#answers")
	main.Find("input[type=hidden], input:not([type]), textarea").Each(func(_ int, s *goquery.Selection) {
		if name := s.AttrOr("name", ""); name != "" {
			form.Add(name, s.AttrOr("value", s.Text()))
		}
	})
	main.Find("select").Each(func(_ int, s *goquery.Selection) {
		form.Add(s.AttrOr("name", ""), s.Find("option[selected]").AttrOr("value", ""))
	})
	return main.AttrOr("action", ""), form
}

func TestFormOfASessionThatEndedIsGivenBackToItsSenderAlone(t *testing.T) {
	t.Parallel()
	s := openAsked(t)
	s.person(rina, portal.Editor, nil)
	s.person("dimas@bandung.go.id", portal.Editor, nil)
	b := s.signedIn(rina)
	action, form := formOf(t, b.get("/admin/sectors/new").is(http.StatusOK).body)
	form.Set("name_id", "Kerja dua jam")
	form.Set("do", "draft")
	s.exec("update sessions set seen_at = now() - interval '9 hours'")

	sent := b.post(action, form).is(http.StatusUnauthorized)
	if !strings.Contains(sent.body, "tulisan Anda aman") || !strings.Contains(sent.body, "next=%2Fadmin%2Fkept") {
		t.Errorf("it says %s", sent.text("main"))
	}
	if n := s.number("select count(*) from kept_posts where position('Kerja dua jam' in encode(sealed, 'escape')) > 0"); n != 0 {
		t.Error("the text lies open in the database")
	}
	other := s.browser()
	other.cookies = b.cookies
	other.signIn("dimas@bandung.go.id", password).is(http.StatusSeeOther)
	if said := other.get("/admin/kept").is(http.StatusOK); strings.Contains(said.body, "Kerja dua jam") {
		t.Error("another person is given the text")
	}
	b.signIn(rina, password).is(http.StatusSeeOther)
	given := b.get("/admin/kept").is(http.StatusOK)
	if !strings.Contains(given.text("main"), "halaman Bidang.") {
		t.Errorf("it does not say which form it is: %s", given.text("main"))
	}
	to, kept := formOf(t, given.body)
	kept.Set("do", "reopen")
	_, again := formOf(t, b.post(to, kept).is(http.StatusOK).body)
	if again.Get("name_id") != "Kerja dua jam" {
		t.Errorf("the form holds %q", again.Get("name_id"))
	}
	if n := s.number("select count(*) from changes where author_id is not null"); n != 0 {
		t.Errorf("%d changes were made of it", n)
	}
	elsewhere := s.signedIn(rina)
	if said := elsewhere.get("/admin/kept").is(http.StatusOK); strings.Contains(said.body, "Kerja dua jam") {
		t.Error("another browser is given the text")
	}
	s.exec("update kept_posts set kept_at = now() - interval '2 hours'")
	if said := b.get("/admin/kept").is(http.StatusOK); strings.Contains(said.body, "Kerja dua jam") {
		t.Error("the text is given back after its time")
	}
}

func TestFormWithAFileIsGivenBackAndSaysThatTheFileHasToBeChosenAgain(t *testing.T) {
	t.Parallel()
	s := openAsked(t)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	action, form := formOf(t, b.get("/admin/documents/new").is(http.StatusOK).body)
	form.Set("title_id", "Naskah yang lama ditulis")
	s.exec("update sessions set seen_at = now() - interval '9 hours'")
	b.sendParts(action, written{Values: form, name: "naskah.pdf", file: []byte("%PDF-1.7")}).is(http.StatusUnauthorized)
	b.signIn(rina, password).is(http.StatusSeeOther)
	offered := b.get("/admin/kept").is(http.StatusOK)
	if said := offered.text("main"); !strings.Contains(said, "Berkas yang Anda pilih tidak ikut tersimpan") {
		t.Errorf("of the file it says: %s", said)
	}
	to, kept := formOf(t, offered.body)
	kept.Set("do", "reopen")
	opened := b.post(to, kept).is(http.StatusOK)
	if _, again := formOf(t, opened.body); again.Get("title_id") != "Naskah yang lama ditulis" {
		t.Errorf("the form holds %q", again.Get("title_id"))
	}
	if said := opened.text("#f-file-error"); !strings.Contains(said, "Pilih lagi berkasnya") {
		t.Errorf("at the file it says %q", said)
	}
	form.Set("title_id", strings.Repeat("x", 600<<10))
	s.exec("delete from kept_posts")
	s.exec("update sessions set seen_at = now() - interval '9 hours'")
	b.sendParts(action, written{Values: form}).is(http.StatusUnauthorized)
	if n := s.number("select count(*) from kept_posts"); n != 0 {
		t.Errorf("%d posts that are too long are kept", n)
	}
}

func TestNothingIsKeptWithoutASessionThatWasReal(t *testing.T) {
	t.Parallel()
	s := openAsked(t)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	action, form := formOf(t, b.get("/admin/sectors/new").is(http.StatusOK).body)
	nothing := func(how string) {
		t.Helper()
		if n := s.number("select count(*) from kept_posts"); n != 0 {
			t.Errorf("%s: %d posts are kept", how, n)
		}
	}
	s.browser().post(action, form).is(http.StatusUnauthorized)
	nothing("nobody's")
	s.exec("update sessions set seen_at = now() - interval '9 hours'")
	b.post("/admin/password", url.Values{"current": {password}, "new": {"rahasia sekali"}}).is(http.StatusUnauthorized)
	nothing("a password")
	form.Set("name_id", strings.Repeat("x", 600<<10))
	b.post(action, form).is(http.StatusUnauthorized)
	nothing("too long")
	form.Set("name_id", "x")
	s.exec("update staff set disabled = true")
	b.post(action, form).is(http.StatusUnauthorized)
	nothing("of somebody who left")
	s.exec("update staff set disabled = false")
	for range 5 {
		b.post(action, form).is(http.StatusUnauthorized)
	}
	if n := s.number("select count(*) from kept_posts"); n != 3 {
		t.Errorf("%d posts of one person are kept", n)
	}
	s.exec("delete from sessions")
	b.post(action, form).is(http.StatusUnauthorized)
	if n := s.number("select count(*) from kept_posts"); n != 3 {
		t.Error("a session that its holder ended keeps a post")
	}
}

func TestWordsOfEveryFormComeBackAfterASessionThatEnded(t *testing.T) {
	t.Parallel()
	s := openAsked(t)
	s.person(rina, portal.Editor, nil)
	for path, form := range map[string]url.Values{
		"/admin/changes/7/comment":    {"words": {"Lihat halaman tiga"}, "key": {"k"}},
		"/admin/letters/7":            {"answer": {"Terima kasih, sudah kami betulkan"}, "do": {"answer"}, "revision": {"2"}},
		"/admin/cities/bulk":          {"reason": {"satu ejaan"}, "record": {"1", "2"}, "field": {"region"}, "region": {"Jawa"}, "do": {"change"}},
		"/admin/cities/7/retire":      {"reason": {"tercatat dua kali"}, "key": {"k"}},
		"/admin/reports/2026-Q3/send": {"addressee": {"Komisi A DPRD"}, "key": {"k"}},
		"/admin/imports/7/hand-in":    {"reason": {"daftar dari arsip"}},
		"/admin/changes/7/decide":     {"note": {"Sumbernya kurang"}, "verdict": {"return"}, "revision": {"3"}},
		"/en/admin/changes/7/comment": {"words": {"See page three"}, "key": {"k"}},
	} {
		b := s.signedIn(rina)
		s.exec("update sessions set seen_at = now() - interval '9 hours'")
		if sent := b.post(path, form).is(http.StatusUnauthorized); !strings.Contains(sent.body, "kept") {
			t.Errorf("%s: nothing is kept: %s", path, sent.text("main"))
		}
		b.signIn(rina, password).is(http.StatusSeeOther)
		to, again := formOf(t, b.get("/admin/kept").is(http.StatusOK).body)
		if to != path || again.Encode() != form.Encode() {
			t.Errorf("%s: what comes back goes to %s: %s", path, to, again.Encode())
		}
	}
	b := s.signedIn(rina)
	s.exec("delete from kept_posts")
	s.exec("update sessions set seen_at = now() - interval '9 hours'")
	b.post("/admin/confirm", url.Values{"code": {"123456"}, "words": {"x"}}).is(http.StatusUnauthorized)
	b.post("/admin/security/passkey", url.Values{"answer": {"{}"}, "name": {"laptop"}}).is(http.StatusUnauthorized)
	b.post("/admin/staff/new", url.Values{"name": {"x"}, "password": {"rahasia"}}).is(http.StatusUnauthorized)
	if n := s.number("select count(*) from kept_posts"); n != 0 {
		t.Errorf("%d posts with secrets are kept", n)
	}
}

func TestWordsComeBackWhereAProofIsAskedForAgain(t *testing.T) {
	t.Parallel()
	s := openAsked(t)
	s.person(rina, portal.Administrator, nil)
	b := s.signedIn(rina)
	s.later(11 * time.Minute)
	form := url.Values{"name": {"Asep"}, "email": {"asep@bandung.go.id"}, "role": {"editor"}}
	b.post("/admin/staff/new", form).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fkept")
	b.post("/admin/confirm", url.Values{"code": {password}, "next": {"/admin/kept"}}).is(http.StatusSeeOther).leadsTo("/admin/kept")
	to, again := formOf(t, b.get("/admin/kept").is(http.StatusOK).body)
	if to != "/admin/staff/new" || again.Encode() != form.Encode() {
		t.Errorf("what comes back goes to %s: %s", to, again.Encode())
	}
	b.post(to, again)
	if n := s.number("select count(*) from staff where email = 'asep@bandung.go.id'"); n != 1 {
		t.Errorf("%d people are invited", n)
	}
	s.later(11 * time.Minute)
	b.post("/admin/security/codes", nil).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fsecurity")
}
