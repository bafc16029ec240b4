package admin

import (
	"crypto/rand"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// reportsRoute is the part of addresses of reports on a quarter or a year; sentRoute is that of those that were sent.
const (
	reportsRoute = "reports"
	sentRoute    = "sent-reports"
)

func (o Office) mountPeriodics(r chi.Router) {
	r.Method(http.MethodGet, "/"+reportsRoute, respond.Handler(o.periodics))
	r.Method(http.MethodGet, "/"+reportsRoute+"/{period}", respond.Handler(o.periodic))
	r.Method(http.MethodPost, "/"+reportsRoute+"/{period}/file", respond.Handler(o.periodicFile))
	r.Method(http.MethodGet, "/"+sentRoute+"/{id}", respond.Handler(o.sentPeriodic))
	r.Method(http.MethodPost, "/"+sentRoute+"/{id}/file", respond.Handler(o.sentPeriodicFile))
	r.Method(http.MethodPost, "/"+sentRoute+"/{id}/content", respond.Handler(o.sentPeriodicContent))
}

// mountSending adds what only reviewers may do: a report that was sent speaks for the office.
func (o Office) mountSending(r chi.Router) {
	r.Method(http.MethodGet, "/"+reportsRoute+"/{period}/send", respond.Handler(o.askSend))
	r.Method(http.MethodPost, "/"+reportsRoute+"/{period}/send", respond.Handler(o.sendPeriodic))
}

func reportAt(l i18n.Lang, p portal.Period, more ...string) string {
	return view.Admin(l, append([]string{reportsRoute, string(p)}, more...)...)
}

func sentAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{sentRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// periodics offers the periods that a report can be made for, and lists those that were sent.
func (o Office) periodics(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	if p := portal.Period(q.Get("period")); p.Valid() {
		return respond.SeeOther(w, r, reportAt(l, p))
	}
	page := asked(q)
	years, err := o.Store.PeriodicYears(ctx)
	if err != nil {
		return err
	}
	found, total, err := o.Store.SentPeriodics(ctx, page.Number, page.Size)
	if err != nil {
		return err
	}
	body := view.Machinery{Label: l.T("periodic.choose"), Empty: l.T("periodic.none_sent"), Pages: pages(l, q, page, total)}
	for _, p := range portal.Periods(o.Now()) {
		body.Chips = append(body.Chips, view.Chip{Label: p.Name(l), URL: reportAt(l, p)})
	}
	body.Filter = earlierYears(l, years, o.Now())
	body.Table = view.Table{Caption: l.T("periodic.sent"), Columns: columnsOf(l, "periodic.sent", "periodic.addressee", "periodic.sent_at", "periodic.sent_by")}
	for _, s := range found {
		body.Table.Rows = append(body.Table.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: s.Period.Name(l), URL: sentAt(l, s.ID)}), view.Text(view.Cited{Text: s.Addressee}),
			view.Text(view.Cited{Text: portal.When(l, s.SentAt)}), view.Text(view.Cited{Text: s.SentBy}),
		}})
	}
	return o.page(w, r, http.StatusOK, reportsRoute, view.AdminPage{Title: l.T("admin.reports"), Lead: l.T("periodic.lead")}, view.MachineryView(body))
}

// earlierYears asks for one of the years before those that the page names; nil where the register has nothing of any.
func earlierYears(l i18n.Lang, years []int, on time.Time) *view.FilterForm {
	named := portal.Periods(on)
	earlier := view.Select{Name: "period", Label: l.T("periodic.earlier")}
	for _, year := range years {
		if year < named[len(named)-1].Year() {
			p := portal.Period(strconv.Itoa(year))
			earlier.Options = append(earlier.Options, view.Option{Value: string(p), Label: p.Name(l)})
		}
	}
	if len(earlier.Options) == 0 {
		return nil
	}
	return &view.FilterForm{Action: view.Admin(l, reportsRoute), Open: []view.Select{earlier}, Button: l.T("periodic.open")}
}

// periodicOf makes the report on the period in the address.
func (o Office) periodicOf(r *http.Request) (report portal.Periodic, err error) {
	p := portal.Period(chi.URLParam(r, "period"))
	if !p.Valid() || p.First().After(o.Now()) {
		return report, portal.ErrNotFound
	}
	facts, err := o.Store.PeriodicFacts(r.Context())
	return facts.Report(p, o.Now()), err
}

// periodic shows the report on a period as the register is now.
func (o Office) periodic(w http.ResponseWriter, r *http.Request) error {
	report, err := o.periodicOf(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	l := i18n.From(ctx)
	body := o.periodicSheet(l, report)
	body.Actions = []view.PostLink{{Label: l.T("periodic.file"), Action: reportAt(l, report.Period, "file"), Look: view.LookPrimary}}
	if actor(ctx).Role.Reviews() {
		body.Links = append(body.Links, view.Link{Label: l.T("periodic.send"), URL: reportAt(l, report.Period, "send")})
	}
	lead := l.T("periodic.live")
	if report.AsOf != portal.On(report.Period.Last()) {
		lead = l.T("periodic.under_way") + " " + lead
	}
	return o.page(w, r, http.StatusOK, reportsRoute, periodicHead(l, report.Period, lead), view.SheetView(body))
}

func periodicHead(l i18n.Lang, p portal.Period, lead string) view.AdminPage {
	title := l.T("periodic.title", p.Name(l))
	return view.AdminPage{Title: title, Lead: lead, Crumbs: []view.Crumb{{Label: l.T("admin.reports"), URL: view.Admin(l, reportsRoute)}, {Label: title}}}
}

// sentPeriodic shows a report as it was sent.
func (o Office) sentPeriodic(w http.ResponseWriter, r *http.Request) error {
	sent, report, err := o.sentOf(r)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	body := o.periodicSheet(l, report)
	body.Printed = portal.When(l, sent.SentAt)
	body.Notice = saved(l, r.URL.Query().Get("saved"))
	proof := view.SheetPart{Title: l.T("periodic.proof"), Facts: []view.Fact{
		fact(l.T("periodic.addressee"), sent.Addressee), fact(l.T("periodic.sent_at"), portal.When(l, sent.SentAt)),
		fact(l.T("periodic.sent_by"), sent.SentBy), fact(l.T("periodic.hash"), sent.Hash),
	}}
	proof.Lead = l.T("periodic.intact") + " " + l.T("periodic.check")
	if !sent.Intact() {
		proof.Lead = l.T("periodic.not_intact")
	}
	body.Parts = append(body.Parts, proof)
	body.Actions = []view.PostLink{
		{Label: l.T("periodic.file"), Action: sentAt(l, sent.ID, "file"), Look: view.LookPrimary},
		{Label: l.T("periodic.content"), Action: sentAt(l, sent.ID, "content")},
	}
	body.Links = []view.Link{{Label: l.T("periodic.now"), URL: reportAt(l, sent.Period)}}
	return o.page(w, r, http.StatusOK, reportsRoute, periodicHead(l, sent.Period, l.T("periodic.frozen")), view.SheetView(body))
}

func (o Office) sentOf(r *http.Request) (sent portal.SentPeriodic, report portal.Periodic, err error) {
	id, err := number(r)
	if err != nil {
		return sent, report, err
	}
	if sent, err = o.Store.SentPeriodic(r.Context(), id); err != nil {
		return sent, report, err
	}
	report, err = sent.Report()
	return sent, report, err
}

// askSend asks to whom the report is sent before it is frozen.
func (o Office) askSend(w http.ResponseWriter, r *http.Request) error {
	return o.showSend(w, r, http.StatusOK, "", rand.Text(), nil)
}

// sendPeriodic freezes the report on a period.
func (o Office) sendPeriodic(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	report, err := o.periodicOf(r)
	if err != nil {
		return err
	}
	var addressee string
	wrong := form.Form{form.Text("addressee", &addressee)}.Read(r.PostForm)
	sent, err := report.Freeze(addressee, o.Now())
	if wrong == nil {
		wrong = err
	}
	if portal.AsInvalid(wrong) != nil {
		return o.showSend(w, r, http.StatusUnprocessableEntity, addressee, r.PostForm.Get("key"), wrong)
	}
	if wrong != nil {
		return wrong
	}
	sent.Key = r.PostForm.Get("key")
	id, err := o.Store.SendPeriodic(ctx, actor(ctx), sent)
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, sentAt(i18n.From(ctx), id)+"?saved=report")
}

func (o Office) showSend(w http.ResponseWriter, r *http.Request, status int, addressee, key string, wrong error) error {
	p := portal.Period(chi.URLParam(r, "period"))
	if !p.Valid() || p.First().After(o.Now()) {
		return portal.ErrNotFound
	}
	l := i18n.From(r.Context())
	f := form.Form{form.Text("addressee", &addressee).With("hint.addressee")}.Fill()
	page := view.FormPage{
		Action: reportAt(l, p, "send"), Form: f, Rest: f.Blame(wrong), Hidden: []view.Hidden{{Name: "key", Value: key}},
		Submit: []view.Choice{{Label: l.T("periodic.send")}}, Cancel: view.Link{Label: l.T("form.cancel"), URL: reportAt(l, p)},
	}
	return o.page(w, r, status, reportsRoute, periodicHead(l, p, l.T("periodic.send_lead")), view.FormView(page))
}

// periodicFile sends the report on a period as a workbook.
func (o Office) periodicFile(w http.ResponseWriter, r *http.Request) error {
	report, err := o.periodicOf(r)
	if err != nil {
		return err
	}
	return o.sendFile(w, r, report, nil)
}

// sentPeriodicFile sends a report as it was sent as a workbook, with its hash.
func (o Office) sentPeriodicFile(w http.ResponseWriter, r *http.Request) error {
	sent, report, err := o.sentOf(r)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	return o.sendFile(w, r, report, [][]any{
		{l.T("periodic.addressee"), sent.Addressee}, {l.T("periodic.sent_at"), portal.When(l, sent.SentAt)},
		{l.T("periodic.sent_by"), sent.SentBy}, {l.T("periodic.hash"), sent.Hash},
	})
}

// sentPeriodicContent sends the bytes of a report of which its hash is, so that whoever has them can check them without the register.
func (o Office) sentPeriodicContent(w http.ResponseWriter, r *http.Request) error {
	kept, _, err := o.sentOf(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	name := i18n.From(ctx).T("periodic.file_name") + "-" + string(kept.Period) + ".json"
	if err := o.tell(ctx, portal.TraceExported, name); err != nil {
		return err
	}
	return sent(w, name, "application/json", func(file io.Writer) error {
		_, err := io.WriteString(file, kept.Content)
		return err
	})
}

func (o Office) sendFile(w http.ResponseWriter, r *http.Request, report portal.Periodic, proof [][]any) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	name := l.T("periodic.file_name") + "-" + string(report.Period) + ".xlsx"
	if err := o.tell(ctx, portal.TraceExported, name); err != nil {
		return err
	}
	sums := [][]any{{l.T("periodic.period"), report.Period.Name(l)}, {l.T("periodic.as_of"), report.AsOf.In(l)}}
	for _, n := range report.Sums() {
		sums = append(sums, []any{l.T("periodic.sum." + n.Name), int64(n.Count)})
	}
	sheets := []tabular.Sheet{{Name: l.T("periodic.sums"), Header: []string{l.T("periodic.what"), l.T("periodic.value")}, Rows: each(append(sums, proof...))}}
	for _, t := range periodicTables(l, report) {
		sheets = append(sheets, tabular.Sheet{Name: t.title, Header: t.heads(l), Rows: each(t.rows)})
	}
	return sent(w, name, typeXLSX, func(file io.Writer) error { return tabular.XLSX(file, sheets) })
}
