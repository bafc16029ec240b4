package admin

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// outboxRoute is the part of addresses of the pages of mail.
const outboxRoute = "outbox"

func (o Office) mountOutbox(r chi.Router) {
	r.Method(http.MethodGet, "/"+outboxRoute, respond.Handler(o.outbox))
	r.Method(http.MethodGet, "/"+outboxRoute+"/{id}", respond.Handler(o.mail))
	r.Method(http.MethodPost, "/"+outboxRoute+"/{id}/send", respond.Handler(o.sendMailAgain))
}

func mailAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{outboxRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// outbox lists the mails of the program.
func (o Office) outbox(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	page := asked(q)
	filter := store.MailFilter{Number: page.Number, Size: page.Size}
	if state := portal.MailState(q.Get("state")); slices.Contains(portal.MailStates, state) {
		filter.State = state
	}
	counts, err := o.Store.MailCounts(ctx)
	if err != nil {
		return err
	}
	found, err := o.Store.Mails(ctx, filter)
	if err != nil {
		return err
	}
	chips, total := stateChips(l, view.Admin(l, outboxRoute), "outbox.all", "choice.mail_state.", portal.MailStates, filter.State, counts)
	head := view.AdminPage{Title: l.T("admin.outbox"), Lead: l.T("outbox.lead")}
	if !o.Mails {
		head.Lead = l.T("outbox.no_server") + " " + head.Lead
	}
	return o.page(w, r, http.StatusOK, outboxRoute, head, view.MachineryView(view.Machinery{
		Notice: saved(l, q.Get("saved")), Label: l.T("outbox.states"), Chips: chips,
		Table: mailTable(l, found), Empty: l.T("outbox.none"), Pages: pages(l, q, page, total),
	}))
}

// stateChips lead to the parts of a list by state; total is how many the current part holds.
func stateChips[S ~string](l i18n.Lang, at, all, words string, states []S, current S, counts map[S]int) (chips []view.Chip, total int) {
	for _, n := range counts {
		total += n
	}
	chips = []view.Chip{{Label: l.T(all), Count: l.Number(int64(total)), URL: at, Current: current == ""}}
	for _, s := range states {
		chips = append(chips, view.Chip{
			Label: l.T(words + string(s)), Count: l.Number(int64(counts[s])), URL: at + "?state=" + string(s), Current: s == current,
		})
	}
	if current != "" {
		total = counts[current]
	}
	return chips, total
}

func mailTable(l i18n.Lang, mails []portal.Mail) view.Table {
	t := view.Table{Caption: l.T("admin.outbox"), Columns: []view.Column{
		{Label: l.T("outbox.subject")}, {Label: l.T("outbox.to")}, {Label: l.T("outbox.state")}, {Label: l.T("outbox.when")}, {Label: l.T("outbox.error")},
	}}
	for _, m := range mails {
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: m.Subject, URL: mailAt(l, m.ID), Lang: m.Lang}), view.Text(view.Cited{Text: mailTo(l, m)}),
			view.Tag(mailStateTag(l, m.State)), view.Text(view.Cited{Text: mailTime(l, m)}), view.Maybe(m.Error),
		}})
	}
	return t
}

func mailTo(l i18n.Lang, m portal.Mail) string {
	if m.To == "" {
		return l.T("outbox.to_gone")
	}
	return m.To
}

func mailTime(l i18n.Lang, m portal.Mail) string {
	if m.State == portal.MailSent {
		return portal.When(l, m.SentAt)
	}
	return portal.When(l, m.WrittenAt)
}

func mailStateTag(l i18n.Lang, s portal.MailState) view.TagValue {
	tone := map[portal.MailState]view.Tone{
		portal.MailDead: view.ToneAlert, portal.MailKept: view.ToneWarn, portal.MailWaiting: view.ToneLine, portal.MailSent: view.ToneOn,
	}[s]
	return view.TagValue{Word: l.T("choice.mail_state." + string(s)), Tone: tone}
}

// mail shows one mail, so that what no server takes can be read and handed over.
func (o Office) mail(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	m, err := o.Store.Mail(r.Context(), id)
	if err != nil {
		return err
	}
	if err := o.tell(r.Context(), portal.TraceMailRead, numbered(id)); err != nil {
		return err
	}
	l := i18n.From(r.Context())
	head := view.AdminPage{Title: m.Subject, Crumbs: []view.Crumb{{Label: l.T("admin.outbox"), URL: view.Admin(l, outboxRoute)}, {Label: m.Subject}}}
	page := view.MailDesk{State: mailStateTag(l, m.State), Text: m.Plain, Lang: m.Lang}
	add := func(key, text string) {
		if text != "" {
			page.Facts = append(page.Facts, view.Fact{Label: l.T(key), Values: []view.Cited{{Text: text}}})
		}
	}
	add("outbox.to", mailTo(l, m))
	add("outbox.kind", l.T("choice.mail_kind."+string(m.Kind)))
	add("outbox.when", mailTime(l, m))
	add("outbox.tries", l.Number(int64(m.Tries)))
	add("outbox.error", m.Error)
	if m.MaySend() {
		page.Send = &view.PostLink{Label: l.T("outbox.send"), Action: mailAt(l, m.ID, "send"), Look: view.LookPrimary}
	}
	return o.page(w, r, http.StatusOK, outboxRoute, head, view.MailDeskView(page))
}

func (o Office) sendMailAgain(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	if err := o.Store.SendMailAgain(r.Context(), id); err != nil {
		return err
	}
	if err := o.tell(r.Context(), portal.TraceMailAgain, numbered(id)); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), outboxRoute)+"?saved=outbox_send")
}
