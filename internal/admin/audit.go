package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// auditRoute is the part of addresses of the audit trail.
const auditRoute = "audit"

// auditSize is how many lines of the audit trail a page shows.
const auditSize = 50

func (o Office) mountAudit(r chi.Router) {
	r.Method(http.MethodGet, "/"+auditRoute, respond.Handler(o.audit))
	o.mountLedgers(r, auditLedger())
}

// traceFilter reads how the audit trail is narrowed, with the questions for its days; what cannot be understood narrows nothing.
func traceFilter(q url.Values) (f store.TraceFilter, days form.Form) {
	f.Search = q.Get("q")
	f.StaffID = named(q, "who")
	f.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64)
	if kind := portal.TraceKind(q.Get("what")); slices.Contains(portal.TraceKinds, kind) {
		f.Kind = kind
	}
	var from, until portal.Date
	days = form.Form{
		form.Date("from", &from).As("audit.from").With("").Exactly(),
		form.Date("until", &until).As("audit.until").With("").Exactly(),
	}
	_ = days.Read(q) // what is wrong with a day is told beside it
	if from != "" {
		f.From = inWIB(from.Earliest())
	}
	if until != "" {
		f.Until = inWIB(until.Latest().AddDate(0, 0, 1))
	}
	return f, days
}

// inWIB is the beginning of a day where the office is.
func inWIB(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, portal.WIB)
}

// traceNames are the names by which an address narrows the audit trail.
var traceNames = []string{"who", "what", "from_day", "from_month", "from_year", "until_day", "until_month", "until_year", "q"}

// traceQuery is the filter as an address says it, without what has been seen.
func traceQuery(asked url.Values) url.Values {
	q := url.Values{}
	for _, name := range traceNames {
		if value := asked.Get(name); value != "" {
			q.Set(name, value)
		}
	}
	return q
}

// audit shows what staff did, the newest first.
func (o Office) audit(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	f, days := traceFilter(r.URL.Query())
	f.Size = auditSize + 1
	traces, err := o.Store.Traces(ctx, f)
	if err != nil {
		return err
	}
	total, err := o.Store.TraceCount(ctx, f)
	if err != nil {
		return err
	}
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return err
	}
	q := traceQuery(r.URL.Query())
	head := view.AdminPage{Title: l.T("admin.audit"), Lead: l.T("audit.lead"), Files: outward(l, auditRoute, q)}
	count := l.T("audit.count", l.Number(total))
	if total == 1 {
		count = l.T("audit.count_one")
	}
	body := view.Audit{
		Filter: auditFilter(l, f, days, people), Empty: l.T("audit.none"),
		Pages: view.Pages{Summary: count},
	}
	if len(traces) > auditSize {
		traces = traces[:auditSize]
		q.Set("before", strconv.FormatInt(traces[auditSize-1].ID, 10))
		body.Pages.Next = "?" + q.Encode()
	}
	if err := o.nameTraces(ctx, traces); err != nil {
		return err
	}
	body.Days = auditDays(l, traces)
	return o.page(w, r, http.StatusOK, auditRoute, head, view.AuditView(body))
}

func auditFilter(l i18n.Lang, f store.TraceFilter, days form.Form, people []portal.Staff) view.AuditFilter {
	who := view.Select{Name: "who", Label: l.T("audit.who"), Options: []view.Option{{Label: l.T("audit.everybody")}}}
	for _, p := range people {
		who.Options = append(who.Options, view.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name, Current: p.ID == f.StaffID})
	}
	what := view.Select{Name: "what", Label: l.T("audit.what"), Options: []view.Option{{Label: l.T("audit.everything")}}}
	for _, k := range portal.TraceKinds {
		what.Options = append(what.Options, view.Option{Value: string(k), Label: l.T("choice.trace." + string(k)), Current: k == f.Kind})
	}
	return view.AuditFilter{Choices: []view.Select{who, what}, Days: days, Search: f.Search}
}
