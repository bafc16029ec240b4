package e2e

import (
	"context"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// stays marks the page, so that a new one can be told from it.
func (b *tab) stays() {
	b.t.Helper()
	eval[bool](b, "window.stays = true")
}

// comes waits until the list of the address is there, and fails unless it came into the page that was marked. A page of its own at
// that address must show the same.
func (b *tab) comes(address string) {
	b.t.Helper()
	b.do(chromedp.Poll[chromedp.Void](`location.href.endsWith("` + address + `") && !document.querySelector("main[aria-busy]")`))
	if !eval[bool](b, "window.stays === true") {
		b.t.Errorf("%s came as a new page", b.address())
	}
	other := b.another()
	other.open(b.address())
	for _, part := range []string{"main", ".langs"} {
		if got, want := b.words(part), other.words(part); got != want {
			b.t.Errorf("%s of %s without a new page:\n%s\nwith one:\n%s", part, b.address(), got, want)
		}
	}
	for what, of := range map[string]string{"title": "document.title", "canonical address": "document.querySelector('[rel=canonical]')?.href ?? ''"} {
		if got, want := eval[string](b, of), eval[string](other, of); got != want {
			b.t.Errorf("%s is the %s of %s, not %s", got, what, b.address(), want)
		}
	}
}

func TestDirectoryIsFilteredWithoutANewPageAndTheWayBackRestoresIt(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	start := view.Partners.In(i18n.ID)
	b.open(start)
	b.stays()
	all := b.words("main")

	b.do(chromedp.SetValue(chromedp.CSS(`.filters [name="vitality"]`), "dormant"), chromedp.Click(chromedp.CSS(".filters > .button")))
	b.comes("vitality=dormant&sort=oldest#" + view.PartnersID)
	dormant := b.words("main")
	if !strings.Contains(dormant, "Suwon") || strings.Contains(dormant, "Braunschweig") {
		t.Errorf("sleeping ties: %s", dormant)
	}
	if at := eval[string](b, "document.activeElement.textContent.trim()"); at != i18n.ID.T("filter.apply") {
		t.Errorf("the keyboard is lost: at %q", at)
	}
	b.do(chromedp.Click(chromedp.CSS(`main a[href*="view=table"]`)))
	b.comes("view=table&vitality=dormant#" + view.PartnersID)

	b.do(chromedp.Evaluate[chromedp.Void]("history.go(-2)"))
	b.comes(start)
	if back := b.words("main"); back != all {
		t.Errorf("going back shows %s", back)
	}
	b.do(chromedp.Evaluate[chromedp.Void]("history.forward()"))
	b.comes("vitality=dormant&sort=oldest#" + view.PartnersID)
	if kept := b.value(`.filters [name="vitality"]`); kept != "dormant" {
		t.Errorf("the filter now says %q", kept)
	}
}

func TestListThatDoesNotComeIsLoadedAsAPage(t *testing.T) {
	t.Parallel()
	h := open(t)
	for name, answer := range map[string]string{
		"no connection": `Promise.reject(new TypeError("away"))`, "away": `Promise.resolve(new Response("", {status: 503}))`,
		"not a page": `Promise.resolve(new Response("{}", {headers: {"Content-Type": "application/json"}}))`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := h.newReader(t, desk)
			b.open(view.Activities.In(i18n.EN))
			b.stays()
			eval[bool](b, `window.fetch = () => `+answer+`, true`)
			b.press(`main .chip[href$="?result=none"]`)
			if eval[bool](b, "window.stays === true") || !strings.HasSuffix(b.address(), "?result=none") {
				t.Errorf("%s is shown", b.address())
			}
		})
	}
}

func TestDirectoryIsReadByKeyboardAlone(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	b.open(view.Partners.In(i18n.ID))
	b.stays()
	b.tabTo(`.filters [name="q"]`)
	b.typeOut("jepang")
	b.tabTo(`.filters [name="sort"]`)
	b.typeOut("Nama")
	b.tabTo(".filters > .button")
	b.do(enter())
	b.comes("q=jepang&sort=name#" + view.PartnersID)
	b.tabTo(".filters-more > summary")
	b.do(enter())
	b.tabTo(`.filters [name="country"]`)
	b.tabTo(`.pulse-list a[href="` + view.Partner.In(i18n.ID, "hamamatsu") + `"]`)
	b.leave(enter())
	b.reads("h1", "Hamamatsu")
}

// tabTo goes on from stop to stop of the keyboard, each of which must be seen, up to the element.
func (b *tab) tabTo(selector string) {
	b.t.Helper()
	const many = 60
	for range many {
		b.tabOn()
		if eval[bool](b, "document.activeElement.matches('"+selector+"')") {
			return
		}
	}
	b.t.Fatalf("%s on %s is not reached in %d stops", selector, b.address(), many)
}

func TestAddressOfAPageIsCopiedAndAButtonThatCannotGoesAway(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	page := view.Partner.In(i18n.EN, "suwon")
	const copies = `.share [data-copy=""]`
	for _, do := range []string{"clipboard-read", "clipboard-write"} {
		b.may(do, cdpbrowser.PermissionSettingGranted)
	}
	b.open(page)
	b.do(chromedp.Click(chromedp.CSS(copies)))
	b.hears(i18n.EN.T("share.copied"))
	b.reads(copies, i18n.EN.T("share.copied"))
	if got, want := eval[string](b, "navigator.clipboard.readText()"), b.house.url+page; got != want {
		t.Errorf("%q was copied, not %q", got, want)
	}
	b.may("clipboard-write", cdpbrowser.PermissionSettingDenied)
	b.open(page)
	b.do(chromedp.Click(chromedp.CSS(copies)), chromedp.WaitNotVisible(chromedp.CSS(copies)))
}

// may lets pages of the site do something that readers are asked for, or not.
func (b *tab) may(do string, setting cdpbrowser.PermissionSetting) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.CallBrowser(ctx, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
			Permission: &cdpbrowser.PermissionDescriptor{Name: do}, Setting: setting,
			Origin: b.house.url, BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
		})
		return err
	}))
}
