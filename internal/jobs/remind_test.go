package jobs_test

import (
	"context"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
)

// reminded is what the reminding of one day puts on its way, done by a node of its own.
func (h house) reminded(now time.Time) {
	h.t.Helper()
	h.exec("delete from river_job where kind = 'remind'")
	crew := h.node(func(c *jobs.Config) {
		c.Home = "https://kembar.example"
		c.Now = func() time.Time { return now }
	})
	h.until("the reminding is over", "select exists (select from river_job where kind = 'remind' and state = 'completed')")
	if err := crew.Stop(context.Background()); err != nil {
		h.t.Fatal(err)
	}
}

// wants keeps what a person wants to be told.
func (h house) wants(p portal.Actor, n portal.Notices) {
	h.t.Helper()
	if err := h.SetNotices(h.t.Context(), p.ID, n); err != nil {
		h.t.Fatal(err)
	}
}

func TestStaffIsRemindedOnceBeforeATermEnds(t *testing.T) {
	h := newHouse(t)
	h.person("asep", portal.Editor)
	h.wants(h.person("rina", portal.Administrator), portal.Notices{Reminders: true, Lang: i18n.EN})
	h.wants(h.person("dewi", portal.Reviewer), portal.Notices{Lang: i18n.ID})
	h.exec("delete from staff where email not like '%@contoh.example'")
	h.exec(`update agreements set in_force_until = '2028-04-24'
		where id = (select id from agreements where city_id = (select id from cities where slug = 'melbourne') and instrument = 'memorandum' limit 1)`)
	h.reminded(today)
	if !h.yes("select count(*) = 2 and bool_and(kind = 'reminder') from mails") {
		t.Fatal("not the two who want it were reminded")
	}
	if !h.yes(`select subject = 'Reminder: one thing near its date' and plain like '%Melbourne: %' and plain like '%Ends 24 April 2028.%'
			and plain like '%https://kembar.example/en/admin/dossiers/%' from mails where address like 'rina%'`) {
		t.Error("the reminder does not say what it is about")
	}
	h.exec("delete from mails") // they are kept a month only, and are not needed to know what was told
	for _, later := range []time.Time{today.AddDate(0, 0, 1), time.Date(2027, 4, 20, 5, 0, 0, 0, time.UTC)} {
		if h.reminded(later); h.yes("select exists (select from mails)") {
			t.Errorf("on %s the same reminder came again", later.Format(time.DateOnly))
		}
	}
	if h.reminded(time.Date(2027, 4, 26, 5, 0, 0, 0, time.UTC)); !h.yes("select count(*) = 2 from mails") {
		t.Error("twelve months before the end nobody was reminded")
	}
	h.exec("update agreements set in_force_until = '2027-12-01' where in_force_until = '2028-04-24'")
	if h.reminded(time.Date(2027, 4, 27, 5, 0, 0, 0, time.UTC)); !h.yes("select count(*) = 4 from mails") {
		t.Error("nobody was reminded of another date")
	}
}

func TestStaffIsRemindedOnceOfAStagePastItsLimit(t *testing.T) {
	h := newHouse(t)
	h.person("asep", portal.Editor)
	h.exec("delete from staff where email not like '%@contoh.example'")
	h.reminded(today)
	if h.yes("select exists (select from mails)") {
		t.Fatal("without a limit on record there is nothing to remind of")
	}
	h.exec("insert into agreements (slug, city_id, title_id, title_en, legal_type, instrument, regime) " +
		"select 'baru', id, 'Baru', 'New', 'sister_city', 'memorandum', '2018' from cities where slug = 'suwon'")
	h.exec("insert into steps (agreement_id, stage, happened_on) select id, 'exploration', '2026-09-01' from agreements where slug = 'baru'")
	h.exec("insert into citations (kind, record_id, position, field, source_id) " +
		"select 'agreement', a.id, 1, 'title', s.id from agreements a, (select min(id) id from sources where quality = 'official') s where a.slug = 'baru' " +
		"union all select 'step', t.id, 1, 'happened_on', s.id from steps t join agreements a on a.id = t.agreement_id, " +
		"(select min(id) id from sources where quality = 'official') s where a.slug = 'baru'")
	for _, stage := range portal.Stages {
		h.exec("delete from limits where stage = $1", string(stage))
		h.exec("insert into limits (stage, working_days, note_id, note_en) values ($1, 10, '', '')", string(stage))
	}
	for range 2 {
		h.reminded(today)
	}
	if !h.yes("select count(*) >= 1 and bool_and(kind = 'reminder') and count(*) = count(distinct address) from mails where plain like '%Suwon: Baru%'") {
		t.Error("asep was not reminded once")
	}
}

func TestSummaryOfTheWeekComesOnMondayMorningToThoseWhoWantIt(t *testing.T) {
	h := newHouse(t)
	author, boss := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer)
	h.wants(author, portal.Notices{Digest: true, Lang: i18n.ID})
	h.wants(boss, portal.Notices{Digest: true, Lang: i18n.EN})
	h.wants(h.person("dewi", portal.Reviewer), portal.Notices{Lang: i18n.ID})
	h.handedIn(author, "suwon")
	digests := "select count(*) = $1 from mails where kind = 'digest'"
	monday := time.Date(2026, time.November, 23, 5, 59, 0, 0, portal.WIB)
	if h.reminded(monday.AddDate(0, 0, -1)); !h.yes(digests, 2) {
		t.Fatal("not the two who want it were told")
	}
	if !h.yes("select plain like '%Waiting for review: 1%' from mails where kind = 'digest' and lang = 'en'") ||
		h.yes("select plain like '%Menunggu tinjauan%' from mails where kind = 'digest' and lang = 'id'") {
		t.Error("the summary does not count what waits for its reader")
	}
	if h.reminded(monday); !h.yes(digests, 2) {
		t.Error("it came before Monday morning")
	}
	if h.reminded(monday.Add(time.Minute)); !h.yes(digests, 4) {
		t.Error("it did not come on Monday morning")
	}
	if h.reminded(monday.AddDate(0, 0, 5)); !h.yes(digests, 4) {
		t.Error("it came twice in one week")
	}
	if !h.yes("select bool_and(plain like '%/admin?kind=%' and subject ~ '^(Minggu ini|This week)') and not bool_or(address like 'dewi%') from mails where kind = 'digest'") {
		t.Error("it does not lead to the tasks")
	}
}

func TestSummaryOfTheWeekCountsLettersAndBrokenFiles(t *testing.T) {
	h := newHouse(t)
	boss, peer := h.person("rina", portal.Reviewer), h.person("dewi", portal.Reviewer)
	h.wants(boss, portal.Notices{Digest: true, Lang: i18n.EN})
	for _, key := range []string{"new", "taken by rina", "taken by dewi"} {
		l := portal.Letter{Key: key, Lang: i18n.EN, Kind: portal.Correction, Words: "The year is 1961.", ReceivedAt: today}
		if err := h.AddLetter(t.Context(), &l, portal.Contact{}); err != nil {
			t.Fatal(err)
		}
	}
	h.exec("update letters set state = 'reviewing', keeper_id = $1 where form_key = 'taken by rina'", boss.ID)
	h.exec("update letters set state = 'reviewing', keeper_id = $1 where form_key = 'taken by dewi'", peer.ID)
	h.exec("insert into files (hash, media_type, size, fault) values " +
		"(repeat('a', 64), 'image/png', 1, 'missing'), (repeat('b', 64), 'image/png', 1, 'changed'), (repeat('c', 64), '', 1, 'orphan')")
	h.reminded(today)
	for _, line := range []string{i18n.EN.T("tasks.kind.letter") + ": 2", i18n.EN.T("tasks.kind.file") + ": 2"} {
		if !h.yes("select count(*) = 1 and bool_and(plain like '%' || $1 || '%') from mails where kind = 'digest'", line) {
			t.Errorf("the summary does not say %q", line)
		}
	}
}

func TestSummaryTellsWhatWasGivenToItsReaderAndNotWhatOthersKeep(t *testing.T) {
	h := newHouse(t)
	h.wants(h.person("asep", portal.Editor), portal.Notices{Digest: true, Lang: i18n.ID})
	h.wants(h.person("dewi", portal.Editor), portal.Notices{Digest: true, Lang: i18n.EN})
	h.exec("insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on) values ('Lama', 'Old', 'grant', 'x', 'x', '2020-01-01')")
	h.exec("insert into task_keepers (task, kind, record_id, keeper_id) select 'opportunity', 'opportunity', o.id, p.id from opportunities o, staff p where o.title_id = 'Lama' and p.email like 'asep%'")
	h.reminded(time.Date(2026, time.November, 23, 6, 0, 0, 0, portal.WIB))
	if !h.yes("select plain like '%yang diberikan kepada Anda: 1%' and plain not like '%Peluang tanpa kabar%' from mails where kind = 'digest' and lang = 'id'") {
		t.Error("who keeps it is not told of it once, as theirs")
	}
	if !h.yes("select plain not like '%given to you%' and plain not like '%Opportunities without an outcome%' from mails where kind = 'digest' and lang = 'en'") {
		t.Error("others are told of it")
	}
}
