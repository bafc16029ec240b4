package admin_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// keptDraft is what the script of a form hears.
type keptDraft struct {
	Action         string
	Revision, Base int64
	Said           string
}

// autosaved sends a form as its script does while somebody writes.
func (p person) autosaved(path string, form url.Values, status int) (kept keptDraft) {
	p.t.Helper()
	form.Set("do", "autosave")
	a := p.post(path, form).is(status)
	if err := json.Unmarshal([]byte(a.page.Text()), &kept); err != nil {
		p.t.Fatalf("the script hears %q: %v", a.page.Text(), err)
	}
	return kept
}

func (o office) braunschweig() portal.Agreement {
	o.t.Helper()
	a, err := o.Agreements.BySlug(o.t.Context(), "braunschweig")
	if err != nil {
		o.t.Fatal(err)
	}
	return a
}

func TestWhatIsTypedIsKeptAsADraftByItself(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	at := path("agreements", o.braunschweig().ID)
	form := editor.get(at).is(http.StatusOK).filled()
	if kept := editor.autosaved(at, form, http.StatusOK); kept.Action != "" || kept.Said != "" {
		t.Errorf("a form that nobody touched is kept: %+v", kept)
	}
	form.Set("term_id", "Empat tahun")
	kept := editor.autosaved(at, form, http.StatusOK)
	if !strings.HasPrefix(kept.Said, "Tersimpan sebagai draf ") || kept.Revision != 1 {
		t.Fatalf("the script hears %+v", kept)
	}
	form.Set("term_id", "Lima tahun")
	form.Set("revision", "1")
	if again := editor.autosaved(kept.Action, form, http.StatusOK); again.Action != kept.Action || again.Revision != 2 {
		t.Errorf("the second time %+v", again)
	}
	if got := editor.get(kept.Action).is(http.StatusOK).filled().Get("term_id"); got != "Lima tahun" {
		t.Errorf("the draft holds %q", got)
	}
	boss.get(strings.TrimSuffix(kept.Action, "/edit")).is(http.StatusNotFound)
	if now := o.braunschweig(); now.Term.ID == "Lima tahun" {
		t.Error("a draft is public")
	}
	if history := editor.get(at + "/history").is(http.StatusOK); strings.Contains(history.text("main"), "Rina") {
		t.Error("what was kept by itself stands in the history")
	}
}

func TestDraftKeptTwiceByASlowConnectionIsOne(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := path("agreements", o.braunschweig().ID)
	form := editor.get(at).filled()
	form.Set("term_id", "Empat tahun")
	first := editor.autosaved(at, form, http.StatusOK)
	if again := editor.autosaved(at, form, http.StatusOK); again != first {
		t.Errorf("first %+v, then %+v", first, again)
	}
	form.Set("do", "submit")
	form.Set("term_en", "Four years")
	form.Set("reason", "naskah")
	handedIn := editor.post(at, form).is(http.StatusSeeOther)
	if want := strings.TrimSuffix(first.Action, "/edit"); !strings.HasPrefix(handedIn.location, want+"?") {
		t.Errorf("handed in as %s, want %s", handedIn.location, want)
	}
}

func TestWhatCannotBeReadOrWasChangedElsewhereIsNotKeptByItself(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := path("agreements", o.braunschweig().ID)
	form := editor.get(at).filled()
	form.Set("signed_on_month", "Mei")
	if kept := editor.autosaved(at, form, http.StatusUnprocessableEntity); !strings.Contains(kept.Said, "belum bisa dibaca") {
		t.Errorf("of a month in words the script hears %+v", kept)
	}
	form.Set("signed_on_month", "6")
	kept := editor.autosaved(at, form, http.StatusOK)
	form.Set("revision", "1")
	form.Set("term_id", "dari tab pertama")
	editor.autosaved(kept.Action, form, http.StatusOK)
	form.Set("term_id", "dari tab kedua")
	if kept := editor.autosaved(kept.Action, form, http.StatusConflict); !strings.Contains(kept.Said, "disimpan di tempat lain") {
		t.Errorf("the second tab hears %+v", kept)
	}
	if got := editor.get(kept.Action).filled().Get("term_id"); got != "dari tab pertama" {
		t.Errorf("the draft holds %q", got)
	}
}

func TestReturnedChangeStaysReturnedWhileItIsMended(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	at := path("agreements", o.braunschweig().ID)
	form := editor.get(at).filled()
	form.Set("term_id", "Empat tahun")
	form.Set("term_en", "Four years")
	form.Set("reason", "naskah")
	form.Set("do", "submit")
	change := editor.post(at, form).is(http.StatusSeeOther).changeOf()
	verdict := boss.get(path("changes", change)).filled()
	verdict.Set("verdict", "return")
	verdict.Set("note", "pasal berapa?")
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	draft := path("changes", change, "edit")
	mended := editor.get(draft).is(http.StatusOK).filled()
	mended.Set("term_id", "Empat tahun, pasal 7")
	editor.autosaved(draft, mended, http.StatusOK)
	if c, err := o.Change(t.Context(), change); err != nil || c.State != portal.Returned || c.Note != "pasal berapa?" {
		t.Errorf("the change is %s with the note %q, %v", c.State, c.Note, err)
	}
}

func TestFormTellsItsScriptWhatToSay(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	for _, l := range i18n.Langs {
		page := editor.get(view.Admin(l, "cities", "new")).is(http.StatusOK)
		state := page.page.Find("form[data-autosave] [data-save-state][role=status]")
		for _, name := range []string{"data-away", "data-failed", "data-signed-out", "data-sign-in", "data-sign-in-url"} {
			if words := state.AttrOr(name, ""); words == "" || strings.HasPrefix(words, "autosave.") {
				t.Errorf("%s: %s is %q", l, name, words)
			}
		}
		if page.page.Find("form[data-unsaved]").Length() > 0 {
			t.Errorf("%s: a form that was just opened counts as unsaved", l)
		}
	}
}

func TestOneAnswerThatCannotBeReadKeepsNoOtherFromBeingSaved(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	agreement := o.braunschweig()
	at := path("agreements", agreement.ID)
	form := editor.get(at).is(http.StatusOK).filled()
	was := form.Get("signed_on_day")
	form.Set("term_id", "Empat tahun")
	form.Set("signed_on_day", "31")
	form.Set("signed_on_month", "2")
	form.Set("cite.term.0.source", "tidak-ada")
	kept := editor.autosaved(at, form, http.StatusOK)
	if kept.Action == "" || !strings.Contains(kept.Said, "kecuali") {
		t.Fatalf("the script hears %+v", kept)
	}
	draft := editor.get(kept.Action).is(http.StatusOK).filled()
	if draft.Get("term_id") != "Empat tahun" || draft.Get("signed_on_day") != was || draft.Get("cite.term.0.source") == "tidak-ada" {
		t.Errorf("the draft holds %q, day %q, source %q", draft.Get("term_id"), draft.Get("signed_on_day"), draft.Get("cite.term.0.source"))
	}
}
