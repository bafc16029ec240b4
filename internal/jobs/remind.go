package jobs

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// remind writes to staff what of the register needs them: what has a date once at each mark, and all that waits once a week.
func (c Config) remind(ctx context.Context, _ *river.Job[portal.Remind]) error {
	tasks, names, err := c.registerTasks(ctx)
	if err != nil {
		return err
	}
	if err := c.remindOfDates(ctx, portal.Reminders(tasks, c.Now()), names); err != nil {
		return err
	}
	return c.tellTheWeek(ctx, tasks)
}

// registerTasks are what the register needs of a person, with the names of its partners by number.
func (c Config) registerTasks(ctx context.Context) ([]portal.Task, map[int64]i18n.Text, error) {
	held, err := c.Store.Holdings(ctx)
	names := map[int64]i18n.Text{}
	for _, t := range held.Ties {
		names[t.City.ID] = t.City.Name
	}
	return portal.Tasks(held, c.Now()), names, err
}

// remindOfDates writes one mail to each person with all reminders that nobody was told yet.
func (c Config) remindOfDates(ctx context.Context, due []portal.Reminder, names map[int64]i18n.Text) error {
	due, err := c.Store.NewReminders(ctx, due)
	if err != nil || len(due) == 0 {
		return err
	}
	wants := func(_ portal.Staff, n portal.Notices) bool { return n.Reminders }
	mails, err := c.toThoseWho(ctx, wants, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		said := view.Mail{Lines: []string{l.T("mail.reminder.text")}, Action: view.Link{Label: l.T("mail.reminder.do"), URL: c.Home + view.Admin(l)}}
		for _, r := range due {
			said.Rows = append(said.Rows, view.MailRow{
				Title: names[r.CityID].In(l) + ": " + r.Title.In(l), Text: r.Why.In(l),
				URL: c.Home + reminderPage(l, r),
			})
		}
		return portal.Mail{
			Key:  fmt.Sprintf("reminder/%d/%s", p.ID, due[0].Mark),
			Kind: portal.MailReminder, Subject: counted(l, "mail.reminder.subject", len(due)),
		}, said
	})
	if err != nil {
		return err
	}
	return c.Store.Remind(ctx, due, c.Now(), mails...)
}

// reminderPage is where the reader goes on: of a term that runs out to the dossier on it, as the task does.
func reminderPage(l i18n.Lang, r portal.Reminder) string {
	desk := "agreements"
	if r.Kind == portal.TaskExpiry {
		desk = "dossiers"
	}
	return view.Admin(l, desk, strconv.FormatInt(r.Record.ID, 10))
}

// counted is a sentence with a number in it, which has words of its own for one.
func counted(l i18n.Lang, key string, n int) string {
	if n == 1 {
		return l.T(key + "_one")
	}
	return l.T(key, l.Number(int64(n)))
}

// weekBegins is the hour of Monday, in Bandung, from which the summary of a week is written.
const weekBegins = 6

// tellTheWeek writes to those who want it what waits, once in a calendar week: on Monday morning, or as soon after as a node works.
func (c Config) tellTheWeek(ctx context.Context, tasks []portal.Task) error {
	year, week := c.Now().In(portal.WIB).Add(-weekBegins * time.Hour).ISOWeek()
	people, err := c.Store.Staff(ctx)
	if err != nil {
		return err
	}
	keepers, err := c.Store.TaskKeepers(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		notices, err := c.Store.NoticesOf(ctx, p.ID)
		if err != nil {
			return err
		}
		if p.Disabled || !notices.Digest {
			continue
		}
		if err := c.tellWeekTo(ctx, p, notices.Lang, fmt.Sprintf("digest/%d/%d-%02d", p.ID, year, week), waitingFor(p, tasks, keepers)); err != nil {
			return err
		}
	}
	return nil
}

// theirs are tasks of the register as one person sees them: how many were given to them, and those that were given to nobody.
type theirs struct {
	given  int
	anyone []portal.Task
}

// waitingFor leaves out what was given to others.
func waitingFor(p portal.Staff, tasks []portal.Task, keepers map[portal.TaskName]portal.TaskKeeper) (w theirs) {
	for _, t := range tasks {
		switch keepers[t.Name()].ID {
		case p.ID:
			w.given++
		case 0:
			w.anyone = append(w.anyone, t)
		}
	}
	return w
}

// tellWeekTo writes to one person what waits for them, and then what waits for anybody. Where nothing does, there is no mail.
func (c Config) tellWeekTo(ctx context.Context, p portal.Staff, l i18n.Lang, key string, w theirs) error {
	counts, err := c.Store.TasksWaiting(ctx, portal.Actor{ID: p.ID, Role: p.Role, Solo: c.Solo})
	if err != nil {
		return err
	}
	for _, t := range w.anyone {
		counts[t.Kind]++
	}
	said := view.Mail{Lines: []string{l.T("mail.digest.text")}, Action: view.Link{Label: l.T("mail.reminder.do"), URL: c.Home + view.Admin(l)}}
	total := w.given
	if w.given > 0 {
		said.Rows = append(said.Rows, view.MailRow{
			Title: l.T("tasks.given_to_you") + ": " + l.Number(int64(w.given)), URL: c.Home + view.Admin(l) + "?owner=mine",
		})
	}
	for _, kind := range portal.TaskKinds {
		if n := counts[kind]; n > 0 {
			total += n
			said.Rows = append(said.Rows, view.MailRow{
				Title: l.T("tasks.kind."+string(kind)) + ": " + l.Number(int64(n)), URL: c.Home + view.Admin(l) + "?kind=" + string(kind),
			})
		}
	}
	if total == 0 {
		return nil
	}
	m, err := c.toStaff(ctx, portal.Mail{Key: key, Kind: portal.MailDigest, To: p.Email, Lang: l, Subject: counted(l, "mail.digest.subject", total)}, said)
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}
