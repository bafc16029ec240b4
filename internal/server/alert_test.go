package server_test

import (
	"io/fs"
	"net/http"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/media"
	"kotakembar/internal/server"
)

// newsForm is the form for news of an address as a person fills it.
func (b *browser) newsForm(path string) url.Values {
	b.t.Helper()
	form := b.get(path).is(http.StatusOK).letterForm()
	b.later(time.Minute)
	form.Set("email", "siti@contoh.example")
	return form.Values
}

// tokens are those of the alerts that are kept, as their addresses were told them.
func (s site) tokens() []string {
	s.t.Helper()
	var list []string
	for id := int64(1); id < 10; id++ {
		if a, err := s.store.Alert(s.t.Context(), id); err == nil {
			list = append(list, a.Token)
		}
	}
	return list
}

func withMail(c *server.Config) { c.Mails = true }

func TestCitizenAsksForNewsConfirmsAndLeavesInOneClick(t *testing.T) {
	t.Parallel()
	s := open(t, withMail)
	b := s.browser()
	partner := b.get("/mitra/suwon").is(http.StatusOK)
	at := strings.Index(partner.body, `href="/kabar?`)
	if at < 0 {
		t.Fatal("the page of a partner does not lead to news by mail")
	}
	offer, _, _ := strings.Cut(partner.body[at+len(`href="`):], `"`)
	form := b.newsForm(offer)
	b.post("/kabar", form).is(http.StatusSeeOther).leadsTo("/kabar?saved=sent")
	if said := b.get("/kabar?saved=sent").text("main"); !strings.Contains(said, "Periksa kotak surat Anda.") {
		t.Errorf("says %q", said)
	}
	tokens := s.tokens()
	if len(tokens) != 1 {
		t.Fatalf("%d alerts are kept", len(tokens))
	}
	page := "/kabar/" + tokens[0]
	a := b.get(page).is(http.StatusOK)
	if said := a.text("main"); !strings.Contains(said, "Tentang mitra Suwon") || !strings.Contains(said, "Belum dibenarkan") {
		t.Errorf("says %q", said)
	}
	if a.Header.Get("Cache-Control") != "no-store" || !strings.Contains(a.body, `content="noindex"`) || strings.Contains(a.body, "siti@") {
		t.Errorf("it may be kept or found, or names the address")
	}
	b.post(page, url.Values{"do": {"confirm"}}).is(http.StatusSeeOther)
	if said := b.get("/en" + strings.Replace(page, "kabar", "alerts", 1)).is(http.StatusOK).text("main"); !strings.Contains(said, "Sent when there is news") {
		t.Errorf("says %q", said)
	}
	program := s.browser() // a mail program knows no session and names no site
	program.headers = http.Header{"Sec-Fetch-Site": nil}
	program.post(page, url.Values{"List-Unsubscribe": {"One-Click"}}).is(http.StatusOK) // RFC 8058 forbids to lead elsewhere
	if len(s.tokens()) != 0 {
		t.Error("the alert is still kept")
	}
	if said := b.get(page).is(http.StatusOK).text("main"); !strings.Contains(said, "Alamat Anda sudah dihapus.") {
		t.Errorf("says %q", said)
	}
	b.get(page[:len(page)-4]).is(http.StatusNotFound) // a link that was cut off says nothing of having left
	b.post(page, url.Values{"do": {"confirm"}}).is(http.StatusNotFound)
	b.post(page, url.Values{"do": {"x"}}).is(http.StatusBadRequest)
}

func TestMailProgramMayLeaveWithAFormInParts(t *testing.T) {
	t.Parallel()
	s := open(t, withMail)
	b := s.browser()
	b.post("/kabar", b.newsForm("/kabar?word=magang")).is(http.StatusSeeOther)
	page := "/kabar/" + s.tokens()[0]
	b.send(http.MethodPost, page, inParts("List-Unsubscribe", "One-Click", ""), "multipart/form-data; boundary=x").is(http.StatusOK)
	if len(s.tokens()) != 0 {
		t.Error("the alert is still kept")
	}
}

func TestNewsTakesNoFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, func(c *server.Config) {
		c.Mails = true
		var err error
		if c.Files, err = media.Open(dir, 0); err != nil {
			t.Fatal(err)
		}
	})
	b := s.browser()
	before := filesIn(t, dir)
	stamp := b.newsForm("/kabar?word=magang").Get("stamp")
	b.send(http.MethodPost, "/kabar", inParts("stamp", stamp, "%PDF-1.4"), "multipart/form-data; boundary=x").is(http.StatusUnprocessableEntity)
	if kept := filesIn(t, dir); kept != before {
		t.Errorf("%d files are kept", kept-before)
	}
}

// filesIn counts the files in a folder and below.
func filesIn(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// inParts is a form in parts with one text, and a file where there is one.
func inParts(name, value, file string) *strings.Reader {
	body := "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"
	if file != "" {
		body += "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" + file + "\r\n"
	}
	return strings.NewReader(body + "--x--\r\n")
}

func TestOneOfSeveralAlertsIsEndedAndTheOthersGoOn(t *testing.T) {
	t.Parallel()
	s := open(t, withMail)
	b := s.browser()
	for _, word := range []string{"magang", "sungai"} {
		form := b.newsForm("/en/alerts?word=" + word)
		b.post("/en/alerts", form).is(http.StatusSeeOther)
	}
	tokens := s.tokens()
	a := b.post("/en/alerts/"+tokens[0], url.Values{"do": {"end"}, "id": {"1"}}).is(http.StatusSeeOther)
	a.leadsTo("/en/alerts/" + tokens[1] + "?saved=ended")
	if said := b.get(a.Header.Get("Location")).text("main"); strings.Contains(said, "magang") || !strings.Contains(said, "sungai") {
		t.Errorf("says %q", said)
	}
	b.post("/en/alerts/"+tokens[1], url.Values{"do": {"end"}, "id": {"x"}}).is(http.StatusBadRequest)
	b.post("/en/alerts/"+tokens[0], url.Values{"do": {"end"}, "id": {"2"}})
	if len(s.tokens()) != 1 {
		t.Error("a token that is gone ends the alert of others")
	}
}

func TestNewsIsNotAskedForByMachinesOrWrongly(t *testing.T) {
	t.Parallel()
	s := open(t, withMail)
	b := s.browser()
	for name, change := range map[string]func(url.Values){
		"no topic":         func(f url.Values) { f.Set("word", "") },
		"two topics":       func(f url.Values) { f.Set("city_id", "2") },
		"a short word":     func(f url.Values) { f.Set("word", "ab") },
		"no address":       func(f url.Values) { f.Set("email", "") },
		"a name with it":   func(f url.Values) { f.Set("email", "Siti <siti@contoh.example>") },
		"an unknown field": func(f url.Values) { f.Set("word", ""); f.Set("sector", "XXX") },
		"the lure":         func(f url.Values) { f.Set("website", "https://spam.example") },
		"no stamp":         func(f url.Values) { f.Del("stamp") },
	} {
		form := b.newsForm("/kabar?word=magang")
		change(form)
		if a := b.post("/kabar", form); a.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d", name, a.StatusCode)
		}
	}
	form := b.get("/kabar?word=magang").letterForm().Values
	form.Set("email", "siti@contoh.example")
	b.post("/kabar", form).is(http.StatusUnprocessableEntity) // faster than people are
	if len(s.tokens()) != 0 {
		t.Error("something was kept")
	}
	for n := range 10 {
		form := b.newsForm("/kabar?word=magang")
		form.Set("email", string(rune('a'+n))+"@contoh.example")
		b.post("/kabar", form).is(http.StatusSeeOther)
	}
	form = b.newsForm("/kabar?word=magang")
	b.post("/kabar", form).is(http.StatusTooManyRequests)
	flooded := s.browser()
	flooded.from = netip.MustParseAddr("203.0.113.77")
	for _, word := range []string{"satu", "dua kata", "tiga", "empat", "lima"} {
		form := flooded.newsForm("/kabar?word=" + url.QueryEscape(word))
		flooded.post("/kabar", form).is(http.StatusSeeOther)
	}
	n := 0
	for id := int64(1); id < 40; id++ {
		if a, err := s.store.Alert(t.Context(), id); err == nil && a.Email == "siti@contoh.example" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("one address is asked to confirm %d times", n)
	}
}

func TestWithoutAMailServerNewsIsNotOffered(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	if strings.Contains(b.get("/mitra/suwon").is(http.StatusOK).body, `href="/kabar`) {
		t.Error("a partner's page leads to it")
	}
	a := b.get("/kabar").is(http.StatusOK)
	if a.text("main form[method=post]") != "" || !strings.Contains(a.text("main"), "belum bisa mengirim surel") {
		t.Errorf("says %q", a.text("main"))
	}
	b.post("/kabar", url.Values{}).is(http.StatusNotFound)
}
