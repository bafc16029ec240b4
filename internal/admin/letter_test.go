package admin_test

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// letter is what a citizen sent about Braunschweig.
func (o office) letter(edit func(*portal.Letter)) portal.Letter {
	o.t.Helper()
	city, err := o.Cities.BySlug(o.t.Context(), "braunschweig")
	if err != nil {
		o.t.Fatal(err)
	}
	l := portal.Letter{
		Key: rand.Text(), Lang: i18n.ID, Kind: portal.Correction, AboutKind: portal.KindCity, AboutID: city.ID, Field: "region",
		Words: "Negara bagiannya Niedersachsen.\nBukan yang lain.", Proof: "laman resmi kota", ReceivedAt: time.Now().Add(-time.Hour),
	}
	if edit != nil {
		edit(&l)
	}
	if err := o.AddLetter(o.t.Context(), &l, portal.Contact{Name: "Siti", Email: "siti@contoh.example"}); err != nil {
		o.t.Fatal(err)
	}
	return l
}

func letterPath(l portal.Letter) string { return path("letters", l.ID) }

// act posts one of the buttons of a letter's page as it stands.
func (p person) act(l portal.Letter, act portal.LetterAct, answer string) answer {
	p.t.Helper()
	revision := p.get(letterPath(l)).is(http.StatusOK).page.Find("input[name=revision]").First().AttrOr("value", "")
	return p.post(letterPath(l), url.Values{"do": {string(act)}, "revision": {revision}, "answer": {answer}})
}

func (o office) stands(l portal.Letter) portal.Letter {
	o.t.Helper()
	now, err := o.Letter(o.t.Context(), l.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return now
}

func TestLetterBecomesAChangeThatRemembersIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	l := o.letter(nil)
	tasks := editor.get(view.Admin(i18n.ID)).is(http.StatusOK)
	tasks.holds(".chips", "Surat warga yang menunggu 1")
	tasks.holds("main .queue", "Negara bagiannya Niedersachsen")
	tasks.holds(".admin-rail", "Surat warga 1")
	shown := editor.get(letterPath(l)).is(http.StatusOK)
	for _, said := range []string{"Bukan yang lain.", "laman resmi kota", "Kota: Braunschweig", "siti@contoh.example", l.Code} {
		shown.holds("main", said)
	}
	way := shown.page.Find(`main a[href*="?letter="]`).First().AttrOr("href", "")
	open := editor.get(way).is(http.StatusOK)
	open.holds(".beside .aside", "Negara bagiannya Niedersachsen.")
	form := open.filled()
	if reason := form.Get("reason"); !strings.Contains(reason, strconv.FormatInt(l.ID, 10)) || strings.Contains(reason, l.Code) {
		t.Errorf("the reason begins as %q; a code in it would let others read the letter", reason)
	}
	if strings.Contains(open.text("main"), "siti@contoh.example") {
		t.Error("the contact stands beside the form, where nobody needs it")
	}
	form.Set("region", "Niedersachsen (Jerman)")
	form.Set("do", "submit")
	change := editor.post(strings.Split(way, "?")[0], form).is(http.StatusSeeOther).changeOf()
	if s := o.stands(l); s.State != portal.LetterAccepted || s.Keeper != "Rina" {
		t.Errorf("the letter is %s, with %s", s.State, s.Keeper)
	}
	boss.get(path("changes", change)).holds("main", "Surat warga nomor "+strconv.FormatInt(l.ID, 10))
	publish(boss, change)
	if s := o.stands(l).State; s != portal.LetterPublished {
		t.Errorf("the letter is %s", s)
	}
	editor.get(letterPath(l)).holds("main .queue", "Disetujui")
}

func TestRejectedChangeGivesTheLetterBack(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	l := o.letter(nil)
	at := path("cities", l.AboutID)
	form := editor.get(at + "?letter=" + strconv.FormatInt(l.ID, 10)).filled()
	form.Set("region", "baru")
	form.Set("do", "draft")
	change := editor.post(at, form).is(http.StatusSeeOther).changeOf()
	draft := editor.get(path("changes", change, "edit")).is(http.StatusOK)
	draft.holds(".beside .aside", "Negara bagiannya")
	if boss.get(letterPath(l)).page.Find(".queue a").Length() > 0 {
		t.Error("a draft is shown to somebody else")
	}
	form = draft.filled()
	form.Set("do", "submit")
	editor.post(path("changes", change, "edit"), form).is(http.StatusSeeOther)
	verdict := boss.get(path("changes", change)).filled()
	verdict.Set("verdict", "reject")
	verdict.Set("note", "tanpa sumber")
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	if s := o.stands(l).State; s != portal.LetterReviewing {
		t.Errorf("the letter is %s", s)
	}
}

func TestLetterAboutAPageFindsItsRecord(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l := o.letter(func(l *portal.Letter) { l.AboutKind, l.AboutID, l.Field, l.Page = "", 0, "", "/mitra" })
	shown := editor.get(letterPath(l) + "?q=suwon").is(http.StatusOK)
	shown.holds("main", "/mitra")
	way := shown.page.Find(`main a[href*="/cities/"]`).First().AttrOr("href", "")
	editor.get(way).is(http.StatusOK).holds(".beside .aside", "Negara bagiannya")
	editor.get(letterPath(l)+"?q=zzqx").holds("main", "Tidak ada catatan yang cocok")
}

func TestIdeaBecomesAProgram(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l := o.letter(func(l *portal.Letter) { l.Kind, l.Field, l.Title = portal.Idea, "", "Angklung di sekolah" })
	way := editor.get(letterPath(l)).page.Find(`main a[href*="/programs/new"]`).AttrOr("href", "")
	form := editor.get(way).is(http.StatusOK).filled()
	if form.Get("title_id") != "Angklung di sekolah" || form.Get("city_id") != strconv.FormatInt(l.AboutID, 10) {
		t.Errorf("the program begins as %v", form)
	}
}

func TestDocumentOfALetterStaysHiddenUntilItIsApplied(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	l := o.letterWithFile(func(l *portal.Letter) {
		l.Kind, l.AboutKind, l.AboutID, l.Field = portal.FoundDocument, portal.KindAgreement, agreement.ID, ""
	})
	handed := alone.get(path("letters", l.ID, "file")).is(http.StatusOK)
	if !strings.HasPrefix(handed.page.Text(), "%PDF-1.4") {
		t.Errorf("the file holds %q", handed.page.Text())
	}
	at := view.Admin(i18n.ID, "documents", "new")
	open := alone.get(at + "?letter=" + strconv.FormatInt(l.ID, 10)).is(http.StatusOK)
	open.holds("main form", "application/pdf")
	form := open.filled()
	for name, value := range map[string]string{
		"title_id": "Naskah", "title_en": "Paper", "language": "en", "alt_text_id": "Satu halaman", "alt_text_en": "One page", "do": "submit",
	} {
		form.Set(name, value)
	}
	change := alone.upload(at, form, nil).is(http.StatusSeeOther).changeOf()
	if _, err := o.DocumentByHash(t.Context(), l.File.Hash); err == nil {
		t.Error("the file is public before anybody has approved it")
	}
	publish(alone, change)
	if d, err := o.DocumentByHash(t.Context(), l.File.Hash); err != nil || d.AboutID != agreement.ID || d.Size != int64(len(pdf)) {
		t.Errorf("%+v, %v", d, err)
	}
	if s := o.stands(l).State; s != portal.LetterPublished {
		t.Errorf("the letter is %s", s)
	}
}

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

// letterWithFile is a letter with a file that lies where files of letters lie.
func (o office) letterWithFile(edit func(*portal.Letter)) portal.Letter {
	o.t.Helper()
	var file portal.LetterFile
	_, err := o.files.KeepNoted(o.t.Context(), strings.NewReader(pdf), func(f portal.File) error {
		file = portal.LetterFile{Hash: f.Hash, MediaType: f.MediaType, Size: f.Size, Name: "naskah.pdf"}
		return o.NoteLetterFile(o.t.Context(), f, time.Now().Add(-2*time.Hour))
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return o.letter(func(l *portal.Letter) {
		l.File = file
		if edit != nil {
			edit(l)
		}
	})
}

func TestDeclinedLetterTellsWhyAndItsFileIsGone(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l := o.letterWithFile(nil)
	editor.act(l, portal.LetterDecline, " ").is(http.StatusUnprocessableEntity).holds(".error-summary", "Tulis jawaban")
	first := editor.act(l, portal.LetterDecline, "Wilayahnya sudah benar.").is(http.StatusSeeOther)
	editor.get(first.location).holds(".notice", "ditutup")
	now := o.stands(l)
	if now.State != portal.LetterDeclined || now.Answer != "Wilayahnya sudah benar." || now.File.Hash != "" || now.File.Name != "naskah.pdf" {
		t.Errorf("%+v", now)
	}
	editor.get(path("letters", l.ID, "file")).is(http.StatusNotFound)
	if n := editor.get(letterPath(l)).page.Find(`main a[href*="?letter="]`).Length(); n > 0 {
		t.Errorf("%d ways lead from a declined letter to a change", n)
	}
	form := editor.get(path("cities", l.AboutID) + "?letter=" + strconv.FormatInt(l.ID, 10)).filled()
	form.Set("region", "baru")
	form.Set("do", "submit")
	editor.post(path("cities", l.AboutID), form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Surat warga ini sudah ditutup")
	editor.act(l, portal.LetterTake, "").is(http.StatusSeeOther)
	if s := o.stands(l).State; s != portal.LetterReviewing {
		t.Errorf("taken up again it is %s", s)
	}
}

func TestStatesOfLettersCountWhatTheSearchFinds(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	o.letter(func(*portal.Letter) {})
	p := o.person("Rina", portal.Editor)
	p.get("/admin/letters").is(http.StatusOK).holds(".chips", "Diterima 1")
	p.get("/admin/letters?q=zzzz").is(http.StatusOK).holds(".chips", "Diterima 0")
}

func TestSpamIsOutOfTheListUntilItIsAskedForAndCanBeUndone(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l, other := o.letter(nil), o.letter(func(l *portal.Letter) { l.Words = "Surat lain" })
	for range 2 {
		editor.act(l, portal.LetterMarkSpam, "").is(http.StatusSeeOther)
	}
	list := view.Admin(i18n.ID, "letters")
	if all := editor.get(list).is(http.StatusOK); strings.Contains(all.text(".queue"), "Niedersachsen") || !strings.Contains(all.text(".queue"), "Surat lain") {
		t.Errorf("the list holds %q", all.text(".queue"))
	}
	editor.get(list+"?state=spam").holds(".queue", "Niedersachsen")
	for range 2 {
		editor.act(l, portal.LetterUnmarkSpam, "").is(http.StatusSeeOther)
	}
	found := editor.get(list + "?q=niedersachsen&kind=correction")
	if n := found.page.Find(".queue > li").Length(); n != 1 {
		t.Errorf("%d letters are found", n)
	}
	editor.get(list+"?kind=idea").holds("main", "Tidak ada surat yang cocok")
	editor.act(other, "burn", "").is(http.StatusBadRequest)
}

func TestSecondPersonDoesNotOverwriteAnAnswer(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	rina, dimas := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	l := o.letter(nil)
	old := dimas.get(letterPath(l)).page.Find("form.form input[name=revision]").AttrOr("value", "")
	rina.act(l, portal.LetterAnswer, "Sedang kami tanyakan ke arsip.").is(http.StatusSeeOther)
	late := dimas.post(letterPath(l), url.Values{"do": {"answer"}, "revision": {old}, "answer": {"Sudah benar."}}).is(http.StatusConflict)
	late.holds("#f-answer", "Sudah benar.")
	late.holds(".error-summary", "diubah orang lain")
	if now := o.stands(l); now.Answer != "Sedang kami tanyakan ke arsip." || now.Keeper != "Rina" {
		t.Errorf("%+v", now)
	}
	again := rina.post(letterPath(l), url.Values{"do": {"answer"}, "revision": {old}, "answer": {"Sedang kami tanyakan ke arsip."}})
	again.is(http.StatusSeeOther)
}

func TestContactIsShownOnlyWhileItIsKept(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l := o.letter(nil)
	editor.act(l, portal.LetterDecline, "Sudah benar.").is(http.StatusSeeOther)
	editor.get(letterPath(l)).holds(".aside", "siti@contoh.example")
	if _, err := o.TidyLetters(t.Context(), time.Now().AddDate(0, 0, 181), 180, o.files.Forget); err != nil {
		t.Fatal(err)
	}
	editor.get(letterPath(l)).holds(".aside", "Tidak ada nama atau surel")
	if after, _, err := o.Letters(t.Context(), store.LetterFilter{Search: "siti", Number: 1, Size: 9}); err != nil || len(after) > 0 {
		t.Errorf("found by the contact: %v, %v", after, err)
	}
}

func TestPagesOfLettersSpeakBothLanguages(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	l := o.letterWithFile(nil)
	for _, lang := range i18n.Langs {
		for _, at := range []string{view.Admin(lang, "letters"), view.Admin(lang, "letters", strconv.FormatInt(l.ID, 10)), view.Admin(lang)} {
			page := editor.get(at).is(http.StatusOK)
			if key := missing.FindString(page.text("body")); key != "" {
				t.Errorf("%s says %q", at, key)
			}
		}
	}
}
