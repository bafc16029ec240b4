package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// askToConfirm asks an address whether it wants what somebody asked for in its name.
func (c Config) askToConfirm(ctx context.Context, job *river.Job[portal.AskToConfirm]) error {
	a, err := c.Store.Alert(ctx, job.Args.AlertID)
	if errors.Is(err, portal.ErrNotFound) || err == nil && !a.ConfirmedAt.IsZero() {
		return nil
	}
	if err != nil {
		return err
	}
	l := a.Lang
	m, err := c.written(ctx, portal.Mail{
		Key: fmt.Sprintf("confirm/%d", a.ID), Kind: portal.MailConfirm, To: a.Email, Lang: l, Subject: l.T("mail.confirm.subject"), AlertID: a.ID,
	}, view.Mail{
		Lines:  []string{l.T("mail.confirm.text")},
		Action: view.Link{Label: l.T("mail.confirm.do"), URL: c.Home + view.Alert.In(l, a.Token)},
		Foot:   []string{l.T("mail.confirm.foot"), l.T("mail.foot")},
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}

// tellCitizens writes to those who asked for it what was published since they were last told, to each at most once a day.
func (c Config) tellCitizens(ctx context.Context, _ *river.Job[portal.TellCitizens]) error {
	due, err := c.Store.DueAlerts(ctx, c.Now())
	if err != nil || len(due) == 0 {
		return err
	}
	const most = 500 // changes looked at; who was away longer finds the rest on the page of changes
	recent, err := c.Store.Recent(ctx, "", store.Moment{At: c.Now().Add(time.Second)}, most)
	if err != nil {
		return err
	}
	portal.Sort(due, func(a, b portal.Alert) int { return cmp.Compare(a.Email, b.Email) })
	for len(due) > 0 {
		n := slices.IndexFunc(due, func(a portal.Alert) bool { return a.Email != due[0].Email })
		if n < 0 {
			n = len(due)
		}
		if err := c.tellCitizen(ctx, due[:n], recent); err != nil {
			return err
		}
		due = due[n:]
	}
	return nil
}

// tellCitizen writes to one address.
func (c Config) tellCitizen(ctx context.Context, alerts []portal.Alert, recent []portal.Publication) error {
	var news []portal.Publication
	for _, a := range alerts {
		found, err := c.newsFor(ctx, a, recent)
		if err != nil {
			return err
		}
		for _, p := range found {
			if !slices.ContainsFunc(news, func(o portal.Publication) bool { return o.ID == p.ID }) {
				news = append(news, p)
			}
		}
	}
	if len(news) == 0 {
		return c.Store.TellAlerts(ctx, alerts, c.Now(), nil)
	}
	portal.Sort(news, func(a, b portal.Publication) int { return b.At.Compare(a.At) })
	m, err := c.newsMail(ctx, alerts[0], news)
	if err != nil {
		return err
	}
	return c.Store.TellAlerts(ctx, alerts, c.Now(), &m)
}

// newsFor is what was published since an alert was last looked at and that it asks for.
func (c Config) newsFor(ctx context.Context, a portal.Alert, recent []portal.Publication) (news []portal.Publication, err error) {
	concerns := a.Concerns
	if a.CityID != 0 {
		const most = 50
		if recent, err = c.Store.RecentOf(ctx, a.CityID, most); err != nil {
			return nil, err
		}
		concerns = func(p portal.Publication) bool { return !p.Gone }
	}
	for _, p := range recent {
		if p.At.After(a.SeenAt) && concerns(p) {
			news = append(news, p)
		}
	}
	return news, nil
}

func (c Config) newsMail(ctx context.Context, a portal.Alert, news []portal.Publication) (portal.Mail, error) {
	l := a.Lang
	leave := c.Home + view.Alert.In(l, a.Token)
	said := view.Mail{
		Lines: []string{l.T("mail.news.text")},
		Foot:  []string{l.T("mail.news.foot"), l.T("mail.foot")},
		Leave: view.Link{Label: l.T("mail.news.leave"), URL: leave},
	}
	for _, p := range news {
		said.Rows = append(said.Rows, view.MailRow{
			Title: l.T("kind."+string(p.Kind)) + " " + p.Called(l), URL: c.Home + view.RecordHistory.In(l, string(p.Kind), strconv.FormatInt(p.RecordID, 10)),
			Text: l.T("mail.news."+newsWord(p), portal.On(p.At.In(portal.WIB)).In(l)),
		})
	}
	return c.written(ctx, portal.Mail{
		Key:  fmt.Sprintf("news/%d/%s", a.ID, c.Now().UTC().Format("2006-01-02T15")),
		Kind: portal.MailNews, To: a.Email, Lang: l, Subject: newsSubject(l, len(news)), Leave: leave, AlertID: a.ID,
	}, said)
}

func newsSubject(l i18n.Lang, n int) string {
	if n == 1 {
		return l.T("mail.news.subject_one")
	}
	return l.T("mail.news.subject", n)
}

func newsWord(p portal.Publication) string {
	if p.New {
		return "new"
	}
	return "changed"
}
