package admin_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/portal"
)

func TestEachFieldOfAConflictIsTakenFromTheVersionThatWasChosen(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	late, early, boss := o.person("Rina", portal.Editor), o.person("Asep", portal.Editor), o.person("Dimas", portal.Reviewer)
	at := path("agreements", o.braunschweig().ID)
	mine, other := late.get(at).filled(), early.get(at).filled()
	other.Set("term_id", "Lima tahun")
	other.Set("term_en", "Five years")
	other.Set("signed_on_day", "25")
	other.Set("reason", "lebih dulu")
	other.Set("do", "submit")
	publish(boss, early.post(at, other).is(http.StatusSeeOther).changeOf())

	mine.Set("term_id", "Empat tahun")
	mine.Set("term_en", "Four years")
	mine.Set("signed_on_day", "26")
	mine.Set("reason", "belakangan")
	mine.Set("do", "submit")
	both := late.post(at, mine).is(http.StatusConflict)
	both.holds("main", "Lima tahun")
	again := both.filled()
	for _, want := range [][2]string{{"term_id", "Empat tahun"}, {"signed_on_day", "26"}, {"against", "public"}} {
		if got := again.Get(want[0]); got != want[1] {
			t.Errorf("%s is %q, want %q", want[0], got, want[1])
		}
	}
	theirs := both.page.Find(`input[type=radio][form=answers][value*="term_id"]`)
	if theirs.Length() != 1 || both.page.Find("#answers").Length() != 1 {
		t.Fatalf("%d choices for the term", theirs.Length())
	}
	again.Set(theirs.AttrOr("name", ""), theirs.AttrOr("value", ""))
	again.Set("signed_on_month", "Juni") // which cannot be read, so that the choice must wait
	again.Set("do", "submit")
	unread := late.post(at, again).is(http.StatusUnprocessableEntity).filled()
	unread.Set("signed_on_month", "6")
	unread.Set("do", "submit")
	change := late.post(at, unread).is(http.StatusSeeOther).changeOf()
	review := late.get(path("changes", change)).is(http.StatusOK)
	review.holds(".diff-new", "26 Juni 1960")
	if rows := review.page.Find("section.diff-row").Length(); rows != 1 {
		t.Errorf("the change is of %d fields, want the date alone", rows)
	}
	publish(boss, change)
	if now := o.braunschweig(); now.Term.EN != "Five years" || now.SignedOn != "1960-06-26" {
		t.Errorf("published: %q, %s", now.Term.EN, now.SignedOn)
	}
}

func TestOtherTabsAnswerIsTakenWhereChosen(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := path("agreements", o.braunschweig().ID)
	form := editor.get(at).filled()
	form.Set("term_id", "draf")
	form.Set("do", "draft")
	draft := path("changes", editor.post(at, form).is(http.StatusSeeOther).changeOf(), "edit")
	first, second := editor.get(draft).filled(), editor.get(draft).filled()
	first.Set("term_id", "tab pertama")
	first.Set("do", "draft")
	editor.post(draft, first).is(http.StatusSeeOther)
	second.Set("term_id", "tab kedua")
	second.Set("reason", "alasan tab kedua")
	second.Set("do", "draft")
	both := editor.post(draft, second).is(http.StatusConflict)
	again := both.filled()
	theirs := both.page.Find(`input[type=radio][value*="term_id"]`)
	again.Set(theirs.AttrOr("name", ""), theirs.AttrOr("value", ""))
	again.Set("do", "draft")
	editor.post(draft, again).is(http.StatusSeeOther)
	now := editor.get(draft).filled()
	if now.Get("term_id") != "tab pertama" || now.Get("reason") != "alasan tab kedua" {
		t.Errorf("the draft holds %q for %q", now.Get("term_id"), now.Get("reason"))
	}
}

func TestCopyBeginsWithoutAddressDatesAndSources(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	agreement := o.braunschweig()
	page := editor.get(path("agreements", agreement.ID)).is(http.StatusOK)
	link := page.page.Find(`main a[href*="/agreements/new?from="]`)
	fresh := editor.get(link.AttrOr("href", "")).is(http.StatusOK)
	form := fresh.filled()
	for name, want := range map[string]string{
		"title_id": agreement.Title.ID, "slug": "", "signed_on_year": "", "cite.title.0.source": "", "base": "0", "instrument": string(agreement.Instrument),
	} {
		if got := form.Get(name); got != want {
			t.Errorf("%s of the copy is %q, want %q", name, got, want)
		}
	}
	form.Set("slug", "braunschweig-salinan")
	form.Set("reason", "perpanjangan")
	form.Set("do", "draft")
	editor.post("/admin/agreements/new", form).is(http.StatusSeeOther)
	for _, no := range []string{"/admin/agreements/new?from=999999", "/admin/agreements/new?from=x", "/admin/limits/new?from=1"} {
		editor.get(no).is(http.StatusNotFound)
	}
}
