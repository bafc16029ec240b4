package jobs_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"

	"kotakembar/internal/jobs"
	"kotakembar/internal/link"
	"kotakembar/internal/portal"
)

// politely asks sites of the test, which stand on this machine.
func politely(c *jobs.Config) {
	c.Links = &link.Checker{Agent: "KotaKembar", Pause: time.Millisecond, Guard: func(netip.AddrPort) bool { return true }}
}

func TestAddressesOfSourcesAreAskedForAndTheLastGoodDayIsKept(t *testing.T) {
	h := newHouse(t)
	var status atomic.Int64
	status.Store(http.StatusOK)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(int(status.Load())) }))
	t.Cleanup(site.Close)
	h.exec("update sources set url = null where slug <> 'seed'")
	h.exec("update sources set url = $1 where slug = 'seed'", site.URL)
	crew := h.node(politely)
	h.until("the address is known to be good", `
		select exists (select from links k join sources s on s.id = k.source_id where s.slug = 'seed' and k.good_at = $1 and k.status = 200)`, today)
	_ = crew.Stop(t.Context())
	h.exec("delete from river_job")
	h.exec("update links set checked_at = checked_at - interval '14 days', good_at = good_at - interval '14 days'")
	status.Store(http.StatusNotFound)
	h.node(politely)
	h.until("the address fails, and its last good day is kept", `
		select exists (select from links where fault = 'gone' and failures = 1 and failing_since = $1 and good_at = $1 - interval '14 days')`, today)
}

func TestOneAddressIsAskedForWhenStaffWantIt(t *testing.T) {
	h := newHouse(t)
	site := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(site.Close)
	h.exec("update sources set url = $1 where slug = 'seed'", site.URL)
	h.exec(`insert into links (source_id, url, fault, failures, checked_at, failing_since)
		select id, coalesce(url, ''), 'gone', 1, $1, $1 from sources`, today) // nothing is due
	source, err := h.Sources.BySlug(t.Context(), "seed")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := h.AskForLink(t.Context(), source.ID); err != nil {
			t.Fatal(err)
		}
	}
	if !h.yes("select count(*) = 1 from river_job where kind = 'check_link'") {
		t.Error("who asks twice waits for one answer")
	}
	h.node(politely)
	h.until("the address answers again", "select exists (select from links where source_id = $1 and good_at = $2 and failures = 0)", source.ID, today)
	if !h.yes("select count(*) = 1 from links where fault = ''") {
		t.Error("others were asked too")
	}
}

func TestNothingIsHeldAgainstSitesWhereWeHaveNoWayOut(t *testing.T) {
	h := newHouse(t)
	h.exec("update sources set url = null")
	h.exec(`update sources set url = 'http://127.0.0.' || n || ':9/'
		from (select id as one, row_number() over (order by id) as n from sources) as numbered where id = one and n <= 4`)
	h.node(politely)
	h.until("the addresses have been asked for", "select exists (select from river_job where kind = $1 and state = 'completed')", portal.CheckLinks{}.Kind())
	if !h.yes("select not exists (select from links)") {
		t.Error("a fault of ours counts as one of theirs")
	}
}
