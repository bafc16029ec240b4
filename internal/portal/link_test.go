package portal_test

import (
	"testing"
	"time"

	"kotakembar/internal/portal"
)

func TestAddressIsDeadAfterThreeFailuresOnDifferentDays(t *testing.T) {
	k := portal.Link{URL: "https://kota.example/a?b=c"}
	at := time.Date(2026, 11, 2, 5, 0, 0, 0, time.UTC)
	ask := func(status, days int, want portal.LinkState) {
		t.Helper()
		at = at.AddDate(0, 0, days)
		if k = k.Answered(status, portal.LinkFaultOf(status), at); k.State() != want {
			t.Errorf("status %d on %s: %s, want %s", status, at, k.State(), want)
		}
	}
	if k.State() != portal.LinkUnchecked || !k.Due(at) {
		t.Error("nobody has asked yet")
	}
	ask(200, 0, portal.LinkAnswers)
	good := at
	ask(404, 14, portal.LinkFailing)
	since := at
	ask(0, 0, portal.LinkFailing)
	ask(500, 0, portal.LinkFailing)
	if k.Failures != 1 {
		t.Errorf("%d failures on one day", k.Failures)
	}
	ask(0, 2, portal.LinkFailing)
	ask(403, 2, portal.LinkFailing) // the site keeps programs out: nothing is known
	ask(410, 2, portal.LinkDead)
	if !k.GoodAt.Equal(good) || !k.FailingSince.Equal(since) || k.Archive() != "https://web.archive.org/web/20261102/https://kota.example/a?b=c" {
		t.Errorf("%+v, copy at %s", k, k.Archive())
	}
	if k.Due(at.AddDate(0, 0, 1)) || !k.Due(at.AddDate(0, 0, 2)) {
		t.Error("what failed is asked for again after two days")
	}
	if tasks := portal.Tasks(portal.Holdings{Links: []portal.Link{k}}, day); len(tasks) != 1 || tasks[0].Kind != portal.TaskLink {
		t.Errorf("%+v", tasks)
	}
	copied := k
	copied.ArchiveURL = "https://archive.example/1"
	if tasks := portal.Tasks(portal.Holdings{Links: []portal.Link{copied}}, day); len(tasks) != 0 || copied.Archive() != "" {
		t.Errorf("readers have a copy: %+v", tasks)
	}
	ask(200, 2, portal.LinkAnswers)
	if k.Failures != 0 || !k.FailingSince.IsZero() || k.Due(at.AddDate(0, 0, 13)) {
		t.Errorf("it answers again: %+v", k)
	}
	k = portal.Link{URL: "https://kota.example", ReadOn: "2015-11"}
	ask(403, 0, portal.LinkClosed)
	if k.Archive() != "https://web.archive.org/web/20151130/https://kota.example" {
		t.Errorf("copy at %s", k.Archive())
	}
}
