package server_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// written is a form for a letter as somebody has filled it.
type written struct {
	url.Values
	file []byte
	name string
}

// letterForm is the form of an address as a person fills it, which takes time.
func (b *browser) letterForm(path string) written {
	b.t.Helper()
	form := b.get(path).is(http.StatusOK).letterForm()
	b.later(time.Minute)
	form.Set("words", "Wilayahnya Niedersachsen.\nBukan Bayern.")
	form.Set("name", "Siti Nurhaliza")
	form.Set("email", "siti.rahasia@contoh.example")
	return form
}

// letterForm is what the form on a page would send as it stands.
func (a answer) letterForm() written {
	a.t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(a.body))
	if err != nil {
		a.t.Fatal(err)
	}
	form := url.Values{}
	page.Find("main form[method=post]").First().Find("input[type!=file], textarea, select").Each(func(_ int, s *goquery.Selection) {
		value := s.AttrOr("value", "")
		if s.Is("textarea") {
			value = s.Text()
		} else if s.Is("select") {
			value = s.Find("option[selected]").AttrOr("value", "")
		}
		form.Set(s.AttrOr("name", ""), value)
	})
	return written{Values: form}
}

// sendLetter posts a letter.
func (b *browser) sendLetter(form written) answer {
	b.t.Helper()
	return b.sendParts("/lapor", form)
}

// sendParts posts a form as browsers do where it holds a file: fields in their order, the file last.
func (b *browser) sendParts(path string, form written) answer {
	b.t.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for name := range form.Values {
		if err := parts.WriteField(name, form.Get(name)); err != nil {
			b.t.Fatal(err)
		}
	}
	part, err := parts.CreateFormFile("file", form.name)
	if err == nil {
		_, err = part.Write(form.file)
	}
	if err == nil {
		err = parts.Close()
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return b.send(http.MethodPost, path, &body, parts.FormDataContentType())
}

// code is that of the letter to which an answer leads.
func (a answer) code() string {
	a.t.Helper()
	path, _, _ := strings.Cut(a.is(http.StatusSeeOther).Header.Get("Location"), "?")
	code, ok := portal.LetterCode(strings.TrimPrefix(path, "/lapor/"))
	if !ok {
		a.t.Fatalf("leads to %q", path)
	}
	return code
}

func (s site) lettersKept() int {
	s.t.Helper()
	_, n, err := s.store.Letters(s.t.Context(), store.LetterFilter{Number: 1, Size: 1})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func TestCitizenWritesWithoutAnAccountAndFollowsTheAnswer(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	partner := b.get("/mitra/braunschweig").is(http.StatusOK)
	if !strings.Contains(partner.body, `href="/lapor?about=%2Fmitra%2Fbraunschweig"`) {
		t.Error("the foot of the page does not lead to a form about it")
	}
	form := b.letterForm("/lapor?about=%2Fmitra%2Fbraunschweig")
	form.Set("field", "region")
	sent := b.sendLetter(form)
	page := b.get(sent.Header.Get("Location")).is(http.StatusOK)
	for _, said := range []string{sent.code(), "Terima kasih", "Diterima", "Wilayahnya Niedersachsen.", "Kota: Braunschweig", "Wilayah"} {
		if !strings.Contains(page.text("main"), said) {
			t.Errorf("the page of the code does not say %q", said)
		}
	}
	if page.Header.Get("Cache-Control") != "no-store" || !strings.Contains(page.body, `content="noindex"`) {
		t.Errorf("it may be kept (%q) or found", page.Header.Get("Cache-Control"))
	}
	b.get("/lapor?code=" + strings.ToLower(strings.ReplaceAll(sent.code(), "-", "+"))).is(http.StatusSeeOther).leadsTo("/lapor/" + sent.code())
	if english := b.get("/en/report/" + strings.ToLower(sent.code())).is(http.StatusOK); !strings.Contains(english.text("main"), "Received") {
		t.Error("the page is not in English")
	}
	b.get("/lapor/" + portal.CodeLetters[:12]).is(http.StatusNotFound)
	if again := b.get("/lapor?code=salah").is(http.StatusNotFound); !strings.Contains(again.text("main"), "Kode ini tidak kami kenal. Periksa huruf dan angkanya.") {
		t.Error("a code that is none is not told")
	}
	if mistyped := b.get("/lapor/KMXT-4WQF-9RB").is(http.StatusNotFound); !strings.Contains(mistyped.body, `value="KMXT-4WQF-9RB"`) {
		t.Error("a code that is mistyped in the address cannot be mended")
	}
}

func TestLetterThatLooksLikeAMachinesIsRefusedKindlyAndNothingOfItIsLost(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	for name, c := range map[string]struct {
		spoil func(written)
		wait  time.Duration
		says  string
	}{
		"at once":         {func(written) {}, 0, "sangat cepat"},
		"hidden field":    {func(f written) { f.Set("website", "https://spam.example") }, time.Minute, "yang harus kosong"},
		"open for days":   {func(written) {}, 48 * time.Hour, "terlalu lama terbuka"},
		"forged stamp":    {func(f written) { f.Set("stamp", "AAAA"+f.Get("stamp")[4:]) }, time.Minute, "terlalu lama terbuka"},
		"without a stamp": {func(f written) { f.Del("stamp") }, time.Minute, "terlalu lama terbuka"},
	} {
		form := b.get("/lapor?about=%2Fmitra%2Fsuwon").is(http.StatusOK).letterForm()
		form.Set("words", "Tahunnya 1997.")
		form.Set("email", "siti@contoh.example")
		c.spoil(form)
		b.later(c.wait)
		refused := b.sendLetter(form).is(http.StatusUnprocessableEntity)
		if got := refused.text(".notice"); !strings.Contains(got, c.says) {
			t.Errorf("%s: it says %q", name, got)
		}
		back := refused.letterForm()
		for _, field := range []string{"words", "email", "about", "kind"} {
			if back.Get(field) != form.Get(field) {
				t.Errorf("%s: %s comes back as %q, not %q", name, field, back.Get(field), form.Get(field))
			}
		}
		if n := b.lettersKept(); n != 0 {
			t.Fatalf("%s: %d letters are kept", name, n)
		}
		b.later(time.Minute)
		b.sendLetter(back).is(http.StatusSeeOther)
		if _, err := b.store.LetterByCode(t.Context(), b.sendLetter(back).code()); err != nil {
			t.Errorf("%s: sent once more, %v", name, err)
		}
		b.forgetLetters()
	}
}

// forgetLetters lets a test begin anew.
func (s site) forgetLetters() {
	s.t.Helper()
	letters, _, err := s.store.Letters(s.t.Context(), store.LetterFilter{Number: 1, Size: 100})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, l := range letters {
		_, err := s.store.TreatLetter(s.t.Context(), portal.Actor{}, l.ID, store.Treatment{Act: portal.LetterMarkSpam, Revision: l.Revision, At: time.Now()})
		if err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestTwoClicksGiveOneLetterAndOneCode(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	form := b.letterForm("/lapor?kind=document&about=agreement/1")
	form.file, form.name = []byte(pdf), "naskah.pdf"
	first, second := b.sendLetter(form).code(), b.sendLetter(form).code()
	if first != second || b.lettersKept() != 1 {
		t.Errorf("codes %s and %s, %d letters", first, second, b.lettersKept())
	}
	form.Set("words", "Yang lain.")
	if third := b.sendLetter(form).code(); third == first {
		t.Error("other words under the same form are lost")
	}
}

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

func TestFileOfALetterIsCheckedAndKeptFromThePublic(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	form := b.letterForm("/lapor?kind=document&about=agreement/1")
	for name, c := range map[string]struct {
		file   []byte
		status int
		says   string
	}{
		"web page":      {[]byte("<!doctype html><script>alert(1)</script>"), 422, "Hanya PDF, JPEG, PNG, dan WebP"},
		"runs":          {[]byte(pdf + "2 0 obj<</S/JavaScript>>"), 422, "memuat program"},
		"large":         {append([]byte(pdf), make([]byte, 20<<20)...), 422, "paling besar 20 MB"},
		"beyond bounds": {append([]byte(pdf), make([]byte, 22<<20)...), 413, "terlalu besar"},
	} {
		form.file, form.name = c.file, "x.pdf"
		a := b.sendLetter(form).is(c.status)
		if !strings.Contains(a.text("main"), c.says) {
			t.Errorf("%s: it says %q", name, a.text("main"))
		}
		if c.status == 422 && a.letterForm().Get("words") != form.Get("words") {
			t.Errorf("%s: the words are lost", name)
		}
	}
	if b.lettersKept() != 0 {
		t.Fatal("a letter was kept")
	}
	form.file, form.name = []byte(pdf), `C:\surat\naskah "asli".pdf`
	form.Set("email", "bukan surel")
	again := b.sendLetter(form).is(http.StatusUnprocessableEntity)
	if !strings.Contains(again.text("main"), "Sudah kami terima") {
		t.Errorf("the file must be chosen again: %q", again.text("main form"))
	}
	back := again.letterForm()
	back.Set("email", "")
	l, err := b.store.LetterByCode(t.Context(), b.sendLetter(back).code())
	if err != nil || l.File.Size != int64(len(pdf)) || l.File.Name != `naskah "asli".pdf` {
		t.Errorf("kept %+v, %v", l.File, err)
	}
	b.get(view.Document.In(i18n.ID, l.File.Hash)).is(http.StatusNotFound)
	back.Set("kept", back.Get("kept")[:len(back.Get("kept"))-4]+"AAAA")
	back.Set("words", "Dengan berkas orang lain.")
	if other, err := b.store.LetterByCode(t.Context(), b.sendLetter(back).code()); err != nil || other.File.Hash != "" {
		t.Errorf("a forged file is taken: %+v, %v", other.File, err)
	}
}

func TestFileIsTakenOnlyWhereFilesAreTaken(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	large := func() *bytes.Reader { return bytes.NewReader(make([]byte, 2<<20)) }
	for path, status := range map[string]int{"/tampilan": 413, "/masuk": 413, "/lapor/2222-2222-2222": 413, "/lapor": 400} {
		if a := b.send(http.MethodPost, path, large(), "multipart/form-data; boundary=x"); a.StatusCode != status {
			t.Errorf("%s: status %d, want %d", path, a.StatusCode, status)
		}
	}
}

func TestLettersOfOneAddressAreLimited(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	for range 10 {
		b.sendLetter(b.letterForm("/lapor")).is(http.StatusSeeOther)
	}
	form := b.letterForm("/lapor")
	often := b.sendLetter(form).is(http.StatusTooManyRequests)
	if often.Header.Get("Retry-After") != "3600" || often.letterForm().Get("words") != form.Get("words") {
		t.Errorf("Retry-After %q, words %q", often.Header.Get("Retry-After"), often.letterForm().Get("words"))
	}
	other := b.site.browser()
	other.from = netip.MustParseAddr("203.0.113.5")
	other.sendLetter(form).is(http.StatusSeeOther)
	b.later(time.Hour)
	b.sendLetter(often.letterForm()).is(http.StatusSeeOther)
}

func TestContactOfASenderIsInNoPublicAnswer(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	b := s.browser()
	code := b.sendLetter(b.letterForm("/lapor?about=%2Fmitra%2Fbraunschweig")).code()
	asked := map[string]bool{}
	for _, r := range routesOf(t, s) {
		if e, ok := expected(r); r.method != http.MethodGet || !ok || e.role != "" || e.any {
			continue
		}
		for _, filled := range []string{"999999", code, "braunschweig", "1"} {
			address := strings.ReplaceAll(r.address, "999999", filled)
			if asked[address] {
				continue
			}
			asked[address] = true
			a := b.get(address + "?q=siti")
			for _, secret := range []string{"siti.rahasia", "Nurhaliza"} {
				if strings.Contains(a.body, secret) {
					t.Errorf("%s answers with %q", address, secret)
				}
			}
		}
	}
	if len(asked) < 100 {
		t.Errorf("only %d answers were looked at", len(asked))
	}
}

func TestSenderHasTheirContactDeletedAtOnce(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	code := b.sendLetter(b.letterForm("/lapor")).code()
	if page := b.get("/lapor/" + code); !strings.Contains(page.text("main"), "Hapus nama dan surel saya sekarang") {
		t.Fatal("it is not offered")
	}
	b.post("/lapor/"+code, url.Values{"do": {"burn"}}).is(http.StatusBadRequest)
	for range 2 {
		b.post("/lapor/"+code, url.Values{"do": {"forget"}}).is(http.StatusSeeOther).leadsTo("/lapor/" + code + "?saved=forgotten")
	}
	l, err := b.store.LetterByCode(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	if c, err := b.store.Contact(t.Context(), l.ID); err != nil || !c.Empty() {
		t.Errorf("%+v, %v", c, err)
	}
	if page := b.get("/lapor/" + code); !strings.Contains(page.text("main"), "Kami tidak menyimpan nama atau surel Anda") {
		t.Error("the page does not say so")
	}
}

func TestLetterThatIsSpamIsClosedAndNotShown(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	code := b.sendLetter(b.letterForm("/lapor")).code()
	b.forgetLetters()
	page := b.get("/lapor/" + code).is(http.StatusOK).text("main")
	if strings.Contains(page, "Niedersachsen") || !strings.Contains(page, "Ditutup") {
		t.Errorf("the page of spam says %q", page)
	}
}

func TestFormIsOpenWhateverItIsSaidToBeAbout(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	for about, names := range map[string]string{
		"/mitra/suwon": "Kota: Suwon", "/en/agreements/melbourne": "Melbourne", "/mitra": "halaman /mitra", "step/1": "Langkah: ",
		"city/999999": "", "limit/1": "", "javascript:alert(1)": "", "//evil.example": "", `/\evil.example`: "", "/mitra/tidak-ada": "halaman /mitra/tidak-ada",
		"city/-1": "", "/": "halaman /", "x": "", strings.Repeat("/x", 500): "",
	} {
		a := b.get("/lapor?" + url.Values{"about": {about}, "kind": {"burn"}, "field": {"burn"}}.Encode()).is(http.StatusOK)
		if got := a.text(".letter-about dd"); !strings.Contains(got, names) || names == "" && got != "" {
			t.Errorf("%q: about %q", about, got)
		}
		if strings.Contains(a.body, "evil.example") && strings.Contains(a.body, `href="//evil`) {
			t.Errorf("%q leads away", about)
		}
	}
}
