package admin_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestReviewerApprovesForASetTimeAndTakesItOffAgain(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, change := proposed(editor, "kawasaki")
	review := boss.get(path("changes", change)).is(http.StatusOK)
	at := time.Now().In(portal.WIB).Add(48 * time.Hour)
	verdict := url.Values{"revision": {review.filled().Get("revision")}, "verdict": {"schedule"}, "publish_at": {"besok"}}
	again := boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity)
	again.holds(".error-summary", "Isi hari dan jam terbitnya")
	verdict.Set("publish_at", at.AddDate(0, 0, -7).Format("2006-01-02T15:04"))
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity).holds(".error-summary", "setelah sekarang")
	verdict.Set("publish_at", at.Format("2006-01-02T15:04"))
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	when := portal.When(i18n.ID, at)
	editor.get(path("changes", change)).is(http.StatusOK).holds("main", when)
	boss.get(view.Admin(i18n.ID, "changes")+"?state=scheduled").is(http.StatusOK).holds("main .queue", when)
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != city.Region {
		t.Errorf("public before its time: %q, %v", now.Region, err)
	}
	o.person("Sri", portal.Editor).post(path("changes", change, "unschedule"), nil).is(http.StatusForbidden)
	boss.post(path("changes", change, "unschedule"), nil).is(http.StatusSeeOther)
	boss.post(path("changes", change, "unschedule"), nil).is(http.StatusConflict)
	publish(boss, change)
}
