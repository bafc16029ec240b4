package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

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
	r.With(o.Keeper.Fresh(auditRoute)).Method(http.MethodPost, "/"+auditRoute+"/export", respond.Handler(o.exportAudit))
}

// traceFilter reads how the audit trail is narrowed; what cannot be understood narrows nothing.
func traceFilter(q url.Values) store.TraceFilter {
	f := store.TraceFilter{Search: q.Get("q")}
	f.StaffID, _ = strconv.ParseInt(q.Get("who"), 10, 64)
	f.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64)
	if kind := portal.TraceKind(q.Get("what")); slices.Contains(portal.TraceKinds, kind) {
		f.Kind = kind
	}
	if from, err := time.ParseInLocation(time.DateOnly, q.Get("from"), portal.WIB); err == nil {
		f.From = from
	}
	if until, err := time.ParseInLocation(time.DateOnly, q.Get("until"), portal.WIB); err == nil {
		f.Until = until.AddDate(0, 0, 1)
	}
	return f
}

// traceQuery is the filter as an address says it, without what has been seen.
func traceQuery(f store.TraceFilter) url.Values {
	q := url.Values{}
	for name, value := range map[string]string{
		"q": f.Search, "what": string(f.Kind), "from": dayOf(f.From, 0), "until": dayOf(f.Until, -1),
	} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if f.StaffID > 0 {
		q.Set("who", strconv.FormatInt(f.StaffID, 10))
	}
	return q
}

func dayOf(t time.Time, later int) string {
	if t.IsZero() {
		return ""
	}
	return t.AddDate(0, 0, later).Format(time.DateOnly)
}

// audit shows what staff did, the newest first.
func (o Office) audit(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, f := i18n.From(ctx), traceFilter(r.URL.Query())
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
	q := traceQuery(f)
	body := view.Audit{
		Filter: auditFilter(l, f, people), Empty: l.T("audit.none"),
		Pages:  view.Pages{Summary: l.T("audit.count", l.Number(total))},
		Export: view.PostLink{Label: l.T("audit.export"), Action: view.Admin(l, auditRoute, "export"), Look: view.LookGhost, Hidden: hiddenOf(q)},
	}
	if len(traces) > auditSize {
		traces = traces[:auditSize]
		q.Set("before", strconv.FormatInt(traces[auditSize-1].ID, 10))
		body.Pages.Next = "?" + q.Encode()
	}
	body.Days = auditDays(l, traces)
	return o.page(w, r, http.StatusOK, auditRoute, view.AdminPage{Title: l.T("admin.audit"), Lead: l.T("audit.lead")}, view.AuditView(body))
}

func hiddenOf(q url.Values) (list []view.Hidden) {
	for _, name := range []string{"who", "what", "from", "until", "q"} {
		if q.Has(name) {
			list = append(list, view.Hidden{Name: name, Value: q.Get(name)})
		}
	}
	return list
}

func auditFilter(l i18n.Lang, f store.TraceFilter, people []portal.Staff) view.AuditFilter {
	who := view.Select{Name: "who", Label: l.T("audit.who"), Options: []view.Option{{Label: l.T("audit.everybody")}}}
	for _, p := range people {
		who.Options = append(who.Options, view.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name, Current: p.ID == f.StaffID})
	}
	what := view.Select{Name: "what", Label: l.T("audit.what"), Options: []view.Option{{Label: l.T("audit.everything")}}}
	for _, k := range portal.TraceKinds {
		what.Options = append(what.Options, view.Option{Value: string(k), Label: l.T("choice.trace." + string(k)), Current: k == f.Kind})
	}
	return view.AuditFilter{
		Choices: []view.Select{who, what}, From: dayOf(f.From, 0), Until: dayOf(f.Until, -1), Search: f.Search,
	}
}
