package jobs_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func (h house) person(name string, role portal.Role) portal.Actor {
	h.t.Helper()
	id, err := h.AddStaff(h.t.Context(), portal.Staff{Email: name + "@contoh.example", Name: name, Role: role, PasswordHash: "-"})
	if err != nil {
		h.t.Fatal(err)
	}
	return portal.Actor{ID: id, Name: name, Role: role}
}

// handedIn is a change of a city that waits for a decision.
func (h house) handedIn(by portal.Actor, slug string) portal.Change {
	h.t.Helper()
	city, err := h.Cities.BySlug(h.t.Context(), slug)
	if err != nil {
		h.t.Fatal(err)
	}
	live, version, err := h.Live(h.t.Context(), portal.KindCity, city.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	c := portal.Change{
		Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave, Title: city.Name.ID,
		After: portal.Pick(live, live, nil), Reason: "Sumber yang lebih baik.", State: portal.Submitted,
	}
	c.After.Fields["population"] = json.RawMessage("123456")
	if err := h.SaveChange(h.t.Context(), by, &c); err != nil {
		h.t.Fatal(err)
	}
	return c
}

func (h house) decide(by portal.Actor, c portal.Change, state portal.State, note string) {
	h.t.Helper()
	if _, err := h.Decide(h.t.Context(), by, c.ID, store.Verdict{Revision: c.Revision, State: state, Note: note}); err != nil {
		h.t.Fatal(err)
	}
}

// mails waits until so many mails are in a state.
func (h house) mails(state portal.MailState, n int) {
	h.t.Helper()
	h.until("mails are "+string(state), "select count(*) = $2 from mails where state = $1", state, n)
}

// sends lets a node send to the post office.
func (p *postOffice) sends(c *jobs.Config) { c.Mail, c.Home = p.server(), "https://kembar.example" }

func TestReviewersHearOfChangesAndAuthorsOfDecisions(t *testing.T) {
	h := newHouse(t)
	author, boss, peer, gone := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer), h.person("dewi", portal.Reviewer), h.person("joko", portal.Reviewer)
	if err := h.SetAccess(t.Context(), portal.Actor{}, h.person("ani", portal.Administrator).ID, portal.Administrator, false); err != nil {
		t.Fatal(err)
	}
	h.exec("update staff set disabled = true where id = $1", gone.ID)
	for person, wants := range map[int64]portal.Notices{
		boss.ID: {HandedIn: true, Decided: true, Lang: i18n.EN}, peer.ID: {HandedIn: false, Decided: true, Lang: i18n.ID},
	} {
		if err := h.SetNotices(t.Context(), person, wants); err != nil {
			t.Fatal(err)
		}
	}
	post := newPostOffice(t, nil)
	h.node(post.sends)
	c := h.handedIn(author, "braunschweig")
	h.mails(portal.MailSent, 2)
	told := post.to("rina@contoh.example")
	if len(told) != 1 || told[0].subject() != "Waits for review: city Braunschweig (Brunswick)" {
		t.Fatalf("the reviewer got %d letters, the first about %q", len(told), told[0].subject())
	}
	for _, part := range []string{told[0].plain, told[0].html} {
		for _, words := range []string{"asep handed in a change. Sumber yang lebih baik.", "https://kembar.example/en/admin/changes/", "https://kembar.example/en/admin/notices"} {
			if !strings.Contains(part, words) {
				t.Errorf("it does not say %q:\n%s", words, part)
			}
		}
	}
	if told[0].header.Get("Auto-Submitted") != "auto-generated" || !strings.Contains(told[0].html, `<html lang="en">`) {
		t.Errorf("headers %v", told[0].header)
	}
	h.decide(boss, c, portal.Returned, "Sebutkan halamannya.")
	h.mails(portal.MailSent, 3)
	if got := post.to("asep@contoh.example"); len(got) != 1 || got[0].subject() != "Dikembalikan: kota Braunschweig" || !strings.Contains(got[0].plain, "Sebutkan halamannya.") {
		t.Errorf("the author got %+v", got)
	}
	for _, other := range []string{"dewi@contoh.example", "joko@contoh.example"} {
		if len(post.to(other)) > 0 {
			t.Errorf("%s was told as well", other)
		}
	}
	if len(post.to("ani@contoh.example")) != 1 {
		t.Error("the administrator, who may decide too, was not told")
	}
}

func TestAuthorHearsThatAPartWasApprovedAndWhereTheRestIs(t *testing.T) {
	h := newHouse(t)
	author, boss := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer)
	h.node(newPostOffice(t, nil).sends)
	part := h.handedIn(author, "suwon")
	if _, err := h.pool.Exec(t.Context(), "update changes set after = jsonb_set(after, '{fields,region}', '\"baru\"') where id = $1", part.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Decide(t.Context(), boss, part.ID, store.Verdict{
		Revision: part.Revision, State: portal.Applied, Fields: []string{"region"}, Note: "Ringkasannya belum.",
	}); err != nil {
		t.Fatal(err)
	}
	h.until("the author hears that a part was approved", "select count(*) = 1 from mails where kind = 'decided' and subject = 'Disetujui sebagian: kota Suwon' and plain like '%ditahan%'")
}

func TestMailRefusedForNowIsTriedAgain(t *testing.T) {
	h := newHouse(t)
	h.person("rina", portal.Reviewer)
	post := newPostOffice(t, func(n int) string {
		if n < 3 {
			return "451 try later, rina@contoh.example"
		}
		return ""
	})
	h.node(post.sends)
	h.handedIn(h.person("asep", portal.Editor), "suwon")
	h.mails(portal.MailSent, 1)
	if !h.yes("select tries = 3 and plain = '' and html = '' from mails") {
		t.Error("it was not sent at the third try, or what it said is still kept")
	}
	if h.yes("select exists (select from river_job where errors::text like '%contoh.example%')") {
		t.Error("the queue holds an address")
	}
}

func TestMailThatCannotBeSentIsDeadAndCanBeSentAgain(t *testing.T) {
	for name, answer := range map[string]string{"refused for good": "550 nobody here", "refused too often": "451 not now"} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.person("rina", portal.Reviewer)
			sick := true
			post := newPostOffice(t, func(int) string {
				if sick {
					return answer
				}
				return ""
			})
			h.node(post.sends)
			h.handedIn(h.person("asep", portal.Editor), "suwon")
			h.mails(portal.MailDead, 1)
			tries := 1
			if answer[0] == '4' {
				tries = portal.MailTries
			}
			if !h.yes("select tries = $1 and error <> '' and plain <> '' from mails", tries) {
				t.Errorf("it was not tried %d times, or does not say why", tries)
			}
			h.until("the queue has given up", "select exists (select from river_job where kind = 'mail' and state in ('cancelled', 'discarded'))")
			post.mu.Lock()
			sick = false
			post.mu.Unlock()
			if err := h.SendMailAgain(t.Context(), 1); err != nil {
				t.Fatal(err)
			}
			h.mails(portal.MailSent, 1)
			if err := h.SendMailAgain(t.Context(), 1); !errors.Is(err, portal.ErrConflict) {
				t.Errorf("what was sent is sent again: %v", err)
			}
		})
	}
}

func TestWithoutAMailServerMailIsKept(t *testing.T) {
	h := newHouse(t)
	h.person("rina", portal.Reviewer)
	h.node(nil)
	h.handedIn(h.person("asep", portal.Editor), "suwon")
	h.mails(portal.MailKept, 1)
	if m, err := h.Mail(t.Context(), 1); err != nil || m.To != "rina@contoh.example" || !strings.Contains(m.Plain, "asep mengajukan perubahan.") {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestCitizenIsWrittenToWhenTheirLetterIsAnswered(t *testing.T) {
	h := newHouse(t)
	editor := h.person("asep", portal.Editor)
	post := newPostOffice(t, nil)
	h.node(post.sends)
	answer := func(key, email string) portal.Letter {
		l := portal.Letter{Key: key, Lang: i18n.EN, Kind: portal.Correction, Words: "The year is 1961.", ReceivedAt: today}
		if err := h.AddLetter(t.Context(), &l, portal.Contact{Name: "Siti", Email: email}); err != nil {
			t.Fatal(err)
		}
		_, err := h.TreatLetter(t.Context(), editor, l.ID, store.Treatment{Act: portal.LetterDecline, Words: "The archive says 1960.", Revision: l.Revision, At: today})
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	answer("without", "")
	l := answer("with", "siti@contoh.example")
	h.mails(portal.MailSent, 1)
	got := post.to("siti@contoh.example")
	if len(got) != 1 || got[0].subject() != "The answer to your letter, code "+l.Code {
		t.Fatalf("got %+v", got)
	}
	for _, words := range []string{"The archive says 1960.", "https://kembar.example/en/report/" + l.Code} {
		if !strings.Contains(got[0].plain, words) || !strings.Contains(got[0].html, words) {
			t.Errorf("it does not say %q", words)
		}
	}
	if h.yes("select exists (select from mails where to_jsonb(mails)::text like '%siti%')") {
		t.Error("the address is still kept with the mail")
	}
	if _, err := h.ForgetContact(t.Context(), l.ID); err != nil {
		t.Fatal(err)
	}
	if h.yes("select exists (select from mails)") {
		t.Error("the mail is not forgotten with the contact")
	}
}

func TestOldMailIsForgotten(t *testing.T) {
	h := newHouse(t)
	for i, days := range []int{29, 31} {
		m := portal.Mail{Key: string(rune('a' + i)), Kind: portal.MailDecided, To: "a@contoh.example", Lang: i18n.ID, WrittenAt: today.AddDate(0, 0, -days)}
		if err := h.AddMails(t.Context(), m, m); err != nil {
			t.Fatal(err)
		}
	}
	h.node(nil)
	h.until("the old mail is gone", "select count(*) = 1 from mails")
}

// The author works in Indonesian; every reader is told in their own language what it is about.
func TestMailsCallARecordInTheLanguageOfTheirReader(t *testing.T) {
	h := newHouse(t)
	author := h.person("asep", portal.Editor)
	h.wants(h.person("rina", portal.Reviewer), portal.Notices{HandedIn: true, Lang: i18n.EN})
	h.wants(h.person("dewi", portal.Reviewer), portal.Notices{HandedIn: true, Lang: i18n.ID})
	h.exec("update cities set name_id = 'Kota Suwon', name_en = 'Suwon City' where slug = 'suwon'")
	c := h.handedIn(author, "suwon")
	h.exec(`insert into changes (kind, record_id, title, before, after, reason, state, author, decided_at)
		values ('city', $1, 'Kota Suwon', '{}', '{"fields": {"name_id": "Kota Suwon", "name_en": "Suwon City"}}', 'x', 'applied', 'Asep', $2)`,
		c.RecordID, today.Add(-time.Hour))
	h.wanted(portal.Alert{Email: "siti@contoh.example", CityID: c.RecordID})
	h.exec("update alerts set lang = 'en'")
	h.node(nil)
	h.until("both are told", "select count(*) = 2 from mails where kind = 'handed_in'")
	for lang, name := range map[string]string{"en": "city Suwon City", "id": "kota Kota Suwon"} {
		if !h.yes("select subject like '%' || $2 from mails where kind = 'handed_in' and lang = $1", lang, name) {
			t.Errorf("the mail in %q does not call it %q", lang, name)
		}
	}
	h.until("the citizen hears of it in English", "select exists (select from mails where kind = 'news' and plain like '%city Suwon City%')")
}
