package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// The field of a search, what a script lists below it, and the one of these that the keyboard is at.
const (
	searched = "main [data-suggest]"
	listed   = ".suggestions"
	chosen   = listed + ` [aria-selected="true"]`
)

// typeOut types into the field that has the keyboard, key by key.
func (b *tab) typeOut(words string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(words))
}

// enter presses Enter in one go, as keyboards do: a page that takes it for itself keeps the browser from sending a form.
func enter() chromedp.Action[chromedp.Void] {
	key := input.DispatchKeyEventParams{Type: kb.KeyDown, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: '\r', Text: "\r"}
	up := key
	up.Type, up.Text = kb.KeyUp, ""
	return chromedp.Steps(call(input.DispatchKeyEvent, key), call(input.DispatchKeyEvent, up))
}

// suggested opens a page with a search and types, until all that is suggested has a name with those words in it.
func (b *tab) suggested(path, words, name string) {
	b.t.Helper()
	b.tryOpen(path)
	b.do(chromedp.Focus(chromedp.CSS(searched)))
	b.typeOut(words)
	b.waits(name)
}

// waits until a list is there in which all have a name with those words in it.
func (b *tab) waits(name string) {
	b.t.Helper()
	b.do(chromedp.WaitVisible(chromedp.CSS(listed)), chromedp.Poll[chromedp.Void](fmt.Sprintf(
		`[...document.querySelectorAll("%s > li")].every(one => one.textContent.includes(%q))`, listed, name)))
}

// chooses fails unless the keyboard is at the suggestion of that place, from 1, or at none where it is 0, and tells those who listen.
func (b *tab) chooses(place int) {
	b.t.Helper()
	type choice struct {
		Place         int
		Told, Focused bool
	}
	got := eval[choice](b, `((field, one) => ({
		Place: one ? [...one.parentElement.children].indexOf(one) + 1 : 0,
		Told: (field.getAttribute("aria-activedescendant") ?? "") === (one ? one.id : ""),
		Focused: document.activeElement === field
	}))(document.querySelector("`+searched+`"), document.querySelector('`+chosen+`'))`)
	if want := (choice{place, true, true}); got != want {
		b.t.Errorf("at %+v, expected %+v", got, want)
	}
}

// hears waits until readers who listen are told something with the words in it.
func (b *tab) hears(words string) {
	b.t.Helper()
	b.do(chromedp.Poll[chromedp.Void](fmt.Sprintf(`document.querySelector("body > [role=status]").textContent.includes(%q)`, words)))
}

func TestSuggestionIsChosenByKeyboardAlone(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	b.suggested(view.Find.In(i18n.ID), "litle", "Little")
	many := b.count(listed + " > li")
	b.hears("saran")
	b.chooses(0)
	for _, step := range []struct {
		key   string
		place int
	}{{kb.ArrowDown, 1}, {kb.ArrowDown, 2}, {kb.ArrowUp, 1}, {kb.ArrowUp, 0}, {kb.ArrowUp, many}, {kb.ArrowDown, 0}, {kb.ArrowDown, 1}} {
		b.typeOut(step.key)
		b.chooses(step.place)
	}
	b.typeOut(kb.Escape)
	b.do(chromedp.WaitNotVisible(chromedp.CSS(listed)))
	b.chooses(0)
	if typed := b.value(searched); typed != "litle" {
		t.Errorf("Escape leaves %q", typed)
	}

	b.typeOut(" hong")
	b.waits("Hongdae")
	b.tabOn()
	b.do(chromedp.WaitNotVisible(chromedp.CSS(listed)))
	if at := eval[string](b, "document.activeElement.tagName"); at != "BUTTON" {
		t.Errorf("Tab leads to %s", at)
	}

	b.suggested(view.Find.In(i18n.ID), "litle hong", "Hongdae")
	b.typeOut(kb.ArrowDown)
	b.leave(enter())
	if at, want := b.address(), view.Program.In(i18n.ID, "seo-hongdae"); at != want {
		t.Errorf("the suggestion leads to %s, not %s", at, want)
	}
}

func TestEnterWithoutAChoiceSearchesForWhatWasTyped(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	b.suggested(view.Partner.In(i18n.EN, "atlantis"), "braun", "Braun")
	b.leave(enter())
	if at, want := b.address(), view.Find.In(i18n.EN)+"?q=braun"; at != want {
		t.Errorf("Enter leads to %s, not %s", at, want)
	}
}

func TestSuggestionIsFollowedByAFinger(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, phone)
	b.suggested(view.Find.In(i18n.EN), "suw", "Suwon")
	b.leave(chromedp.Tap(chromedp.CSS(listed + " > li:first-child")))
	if at, want := b.address(), view.Partner.In(i18n.EN, "suwon"); at != want {
		t.Errorf("the suggestion leads to %s, not %s", at, want)
	}
}

func TestListOfSuggestionsIsForEverybody(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	for _, path := range []string{view.Find.In(i18n.ID), view.Partner.In(i18n.EN, "atlantis")} {
		b.suggested(path, "suw", "Suwon")
		b.typeOut(kb.ArrowDown)
		b.accessible(allDay)
		b.chooses(1)
	}
}

func TestSearchThatGetsNoSuggestionsStillSearches(t *testing.T) {
	t.Parallel()
	h := open(t)
	for name, answer := range map[string]string{
		"no connection": `Promise.reject(new TypeError("away"))`, "too often": `Promise.resolve(new Response("{}", {status: 429}))`,
		"not ours": `Promise.resolve(new Response("<p>Sign in to this network", {headers: {"Content-Type": "text/html"}}))`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := h.newReader(t, phone)
			b.open(view.Find.In(i18n.ID))
			b.do(chromedp.Evaluate[chromedp.Void](`window.asked = 0; window.fetch = () => { window.asked++; return ` + answer + `; }`))
			b.do(chromedp.Focus(chromedp.CSS(searched)))
			b.typeOut("litle bandung")
			b.do(chromedp.Poll[chromedp.Void]("window.asked > 0"), chromedp.WaitNotVisible(chromedp.CSS(listed)))
			eval[bool](b, "window.fetch = undefined, true") // the list that the search itself leads to cannot come without a new page either
			b.leave(enter())
			b.reads("main", "Little Bandung di Hongdae")
		})
	}
}
