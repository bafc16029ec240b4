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
	verdict := url.Values{"revision": {review.filled().Get("revision")}, "verdict": {"schedule"}}
	set := func(at time.Time) {
		for part, layout := range map[string]string{"day": "2", "month": "1", "year": "2006", "time": "15.04"} {
			verdict.Set("publish_at_"+part, at.Format(layout))
		}
	}
	again := boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity)
	again.holds(".error-summary", "Isi hari dan jam terbitnya")
	set(at)
	verdict.Set("publish_at_time", "pagi")
	again = boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity)
	again.holds(".field-error", "Tulis jamnya seperti 07.30")
	if typed := again.filled().Get("publish_at_time"); typed != "pagi" {
		t.Errorf("the time typed as pagi comes back as %q", typed)
	}
	if to := again.page.Find(".error-summary a").AttrOr("href", ""); to != "#f-publish_at_day" || again.page.Find(to+"[aria-invalid]").Length() != 1 {
		t.Errorf("the summary leads to %q", to)
	}
	set(at.AddDate(0, 0, -7))
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity).holds(".error-summary", "setelah sekarang")
	set(at)
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

func TestTimeOfPublicationMattersOnlyToWhoChoosesOne(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	verdict := url.Values{"revision": {boss.get(path("changes", change)).filled().Get("revision")}, "verdict": {"apply"}, "publish_at_time": {"pagi"}}
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
}
