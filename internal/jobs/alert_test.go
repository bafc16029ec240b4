package jobs_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
)

// wanted is an alert that its address has confirmed a day ago.
func (h house) wanted(a portal.Alert) portal.Alert {
	h.t.Helper()
	a.Lang, a.AskedAt = i18n.ID, today.AddDate(0, 0, -1)
	if err := h.AddAlert(h.t.Context(), a); err != nil {
		h.t.Fatal(err)
	}
	var token string
	if err := h.pool.QueryRow(context.Background(), "select token from alerts order by id desc limit 1").Scan(&token); err != nil {
		h.t.Fatal(err)
	}
	if err := h.ConfirmAlert(h.t.Context(), token, a.AskedAt); err != nil {
		h.t.Fatal(err)
	}
	a.Token = token
	return a
}

// applied publishes a change of a city's population at an instant.
func (h house) applied(slug string, at time.Time) {
	h.t.Helper()
	h.exec(`insert into changes (kind, record_id, title, before, after, reason, state, author, decided_at)
		select 'city', id, name_id, '{"fields": {"population": 1}}', '{"fields": {"population": 2, "summary_id": "Kota sungai"}}', 'x', 'applied', 'Asep', $2
		from cities where slug = $1`, slug, at)
}

// hour is the work of the clock at an instant, done once by a node of its own.
func (h house) hour(post *postOffice, now time.Time) {
	h.t.Helper()
	h.exec("delete from river_job where kind in ('tell_citizens', 'tidy')")
	crew := h.node(func(c *jobs.Config) {
		post.sends(c)
		c.Now = func() time.Time { return now }
	})
	h.until("the hour is over", `select count(*) = 2 from river_job where kind in ('tell_citizens', 'tidy') and state = 'completed'`)
	h.until("all mail is gone", "select not exists (select from mails where state = 'waiting')")
	if err := crew.Stop(context.Background()); err != nil {
		h.t.Fatal(err)
	}
}

func TestCitizensHearOnceADayOfWhatTheyAskedFor(t *testing.T) {
	h := newHouse(t)
	post := newPostOffice(t, nil)
	suwon, err := h.Cities.BySlug(t.Context(), "suwon")
	if err != nil {
		t.Fatal(err)
	}
	own := h.wanted(portal.Alert{Email: "siti@contoh.example", CityID: suwon.ID})
	h.wanted(portal.Alert{Email: "siti@contoh.example", Word: "SUNGAI"})
	h.wanted(portal.Alert{Email: "budi@contoh.example", Word: "gunung api"})
	h.applied("suwon", today.AddDate(0, 0, -3)) // before it was asked for
	h.applied("suwon", today.Add(-2*time.Hour))
	h.applied("melbourne", today.Add(-time.Hour))
	h.hour(post, today)
	got := post.to("siti@contoh.example")
	news := got[len(got)-1]
	if news.subject() != "2 kabar baru dari Kota Kembar Bandung" || strings.Count(news.plain, "Suwon") != 1 || !strings.Contains(news.plain, "Melbourne") {
		t.Errorf("%q says\n%s", news.subject(), news.plain)
	}
	if leave := news.header.Get("List-Unsubscribe"); leave != "<https://kembar.example/kabar/"+own.Token+">" || news.header.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" {
		t.Errorf("one click leaves by %q, %q", leave, news.header.Get("List-Unsubscribe-Post"))
	}
	count := func() (n int) {
		for _, l := range append(post.to("siti@contoh.example"), post.to("budi@contoh.example")...) {
			if strings.Contains(l.subject(), "kabar baru") {
				n++
			}
		}
		return n
	}
	h.applied("suwon", today.Add(30*time.Minute))
	for after, want := range map[time.Duration]int{time.Hour: 1, 23 * time.Hour: 1} {
		if h.hour(post, today.Add(after)); count() != want {
			t.Errorf("after %s: %d mails, want %d", after, count(), want)
		}
	}
	if h.hour(post, today.Add(25*time.Hour)); count() != 2 {
		t.Errorf("the next day: %d mails, want 2", count())
	}
	if err := h.EndAlerts(t.Context(), own.Token); err != nil {
		t.Fatal(err)
	}
	if h.yes("select exists (select from alerts where email like 'siti%') or exists (select from mails where to_jsonb(mails)::text like '%siti%')") {
		t.Error("the address of somebody who left is still kept")
	}
	h.applied("suwon", today.Add(26*time.Hour))
	if h.hour(post, today.Add(72*time.Hour)); count() != 2 {
		t.Errorf("somebody who left was written to")
	}
}

func TestAddressThatNeverConfirmsIsForgottenAfterAWeek(t *testing.T) {
	h := newHouse(t)
	post := newPostOffice(t, nil)
	ask := portal.Alert{Email: "Siti@contoh.example", Lang: i18n.EN, Word: "magang", AskedAt: today}
	for range 2 {
		if err := h.AddAlert(t.Context(), ask); err != nil {
			t.Fatal(err)
		}
	}
	h.applied("suwon", today.Add(time.Minute))
	h.hour(post, today.Add(time.Hour))
	h.until("one mail asks to confirm", "select count(*) = 1 and bool_and(kind = 'confirm' and state = 'sent' and address = '') from mails")
	if got := post.to("siti@contoh.example"); len(got) != 1 || !strings.Contains(got[0].plain, "https://kembar.example/en/alerts/") {
		t.Fatalf("got %+v", got)
	}
	if h.hour(post, today.Add(portal.AlertPatience)); !h.yes("select count(*) = 1 from alerts") {
		t.Error("forgotten too early")
	}
	if h.hour(post, today.Add(portal.AlertPatience+time.Second)); !h.yes("select count(*) = 0 from alerts") {
		t.Error("not forgotten")
	}
}
