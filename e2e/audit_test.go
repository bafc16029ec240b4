package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestAuditTrailIsNarrowedAndTakenAlong(t *testing.T) {
	t.Parallel()
	h := open(t)
	boss, stranger := h.newStaff(t, "Ani", portal.Administrator), h.newReader(t, phone)
	stranger.open(view.SignIn.In(i18n.ID))
	stranger.signIn("ani@bandung.example", "kata sandi yang keliru")
	boss.open(view.Admin(i18n.ID, "audit"))
	all := boss.count(".audit > li")
	boss.do(chromedp.SetValue(chromedp.CSS("select[name=what]"), string(portal.TraceSignInRefused)), chromedp.Click(chromedp.CSS(".filters button")))
	boss.do(chromedp.Poll[chromedp.Void](`location.search === "?what=` + string(portal.TraceSignInRefused) + `" && !document.querySelector("main[aria-busy]")`))
	if n := boss.count(".audit > li"); n != 1 || all < 2 {
		t.Errorf("of %d lines %d are of refused sign-ins", all, n)
	}
	boss.reads(".audit", i18n.ID.T("trace.sign_in_refused"))
	boss.accessible([]look{{phone, "dark"}})
	got := boss.download(`form[action$="/audit/export"]:has([value=csv])`)
	if lines := strings.Count(got.Begins, "\n"); got.Status != 200 || !strings.HasPrefix(got.Kind, "text/csv") || lines != 2 {
		t.Errorf("taken along: %d, %s, %d lines: %s", got.Status, got.Kind, lines, got.Begins)
	}
}
