package admin

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// jobsRoute is the part of addresses of the page of background work.
const jobsRoute = "jobs"

func (o Office) mountJobs(r chi.Router) {
	r.Method(http.MethodGet, "/"+jobsRoute, respond.Handler(o.jobs))
	r.Method(http.MethodPost, "/"+jobsRoute+"/{id}/again", respond.Handler(o.runJobAgain))
}

// jobs lists what the program does in the background.
func (o Office) jobs(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	page := asked(q)
	filter := store.JobFilter{Number: page.Number, Size: page.Size}
	if state := portal.JobState(q.Get("state")); slices.Contains(portal.JobStates, state) {
		filter.State = state
	}
	if what := q.Get("what"); slices.Contains(portal.JobKinds, what) {
		filter.What = what
	}
	counts, err := o.Store.JobCounts(ctx, filter.What)
	if err != nil {
		return err
	}
	found, total, err := o.Store.Jobs(ctx, filter)
	if err != nil {
		return err
	}
	chips, _ := stateChips(l, view.Admin(l, jobsRoute), "jobs.all", "choice.job_state.", portal.JobStates, filter.State, counts)
	for i := range chips {
		chips[i].URL = withAlso(chips[i].URL, "what", filter.What)
	}
	body := view.MachineryView(view.Machinery{
		Notice: saved(l, q.Get("saved")), Label: l.T("jobs.states"), Chips: chips, Filter: jobFilter(l, filter),
		Table: jobTable(l, found), Empty: l.T("jobs.none"), Pages: pages(l, q, page, total),
	})
	return o.page(w, r, http.StatusOK, jobsRoute, view.AdminPage{Title: l.T("admin.jobs"), Lead: l.T("jobs.lead")}, body)
}

// jobFilter asks for one kind of work.
func jobFilter(l i18n.Lang, f store.JobFilter) *view.FilterForm {
	what := view.Select{Name: "what", Label: l.T("jobs.what"), Options: []view.Option{{Label: l.T("jobs.any")}}, Chosen: f.What != ""}
	for _, kind := range portal.JobKinds {
		what.Options = append(what.Options, view.Option{Value: kind, Label: jobName(l, kind), Current: kind == f.What})
	}
	portal.Sort(what.Options[1:], func(a, b view.Option) int { return cmp.Compare(a.Label, b.Label) })
	form := view.FilterForm{Action: view.Admin(l, jobsRoute), Open: []view.Select{what}}
	if f.State != "" {
		form.Kept = []view.Option{{Value: "state", Label: string(f.State)}}
	}
	return &form
}

func jobTable(l i18n.Lang, jobs []portal.Job) view.Table {
	t := view.Table{Caption: l.T("admin.jobs"), Columns: []view.Column{
		{Label: l.T("jobs.what")}, {Label: l.T("jobs.state")}, {Label: l.T("jobs.when")}, {Label: l.T("jobs.tries")}, {Label: l.T("jobs.error")}, {},
	}}
	for _, j := range jobs {
		again := view.Blank()
		if j.MayRunAgain() {
			again = view.PostButton(view.PostLink{
				Label: l.T("jobs.again"), Action: view.Admin(l, jobsRoute, strconv.FormatInt(j.ID, 10), "again"), Look: view.LookSmall,
			})
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: jobName(l, j.What)}), view.Tag(jobStateTag(l, j.State)), view.Text(jobTime(l, j)),
			view.Text(view.Cited{Text: l.T("jobs.tried", j.Attempts, j.Most)}), view.Maybe(jobError(l, j)), again,
		}})
	}
	return t
}

// jobName is what work is called; work of a newer program may be on the queue.
func jobName(l i18n.Lang, what string) string {
	if !slices.Contains(portal.JobKinds, what) {
		return l.T("jobs.unknown", what)
	}
	return l.T("job." + what)
}

func jobStateTag(l i18n.Lang, s portal.JobState) view.TagValue {
	tag := view.TagValue{Word: l.T("choice.job_state." + string(s)), Tone: view.ToneNeutral}
	switch s {
	case portal.JobDead:
		tag.Tone = view.ToneAlert
	case portal.JobFailing:
		tag.Tone = view.ToneWarn
	case portal.JobDone:
		tag.Tone = view.ToneOn
	case portal.JobRunning:
		tag.Tone = view.ToneLine
	}
	return tag
}

// jobTime is when the work was or is to be done; of runs that are folded, it leads to all of them.
func jobTime(l i18n.Lang, j portal.Job) view.Cited {
	switch {
	case j.Runs > 1:
		return view.Cited{
			Text: l.T("jobs.last", portal.When(l, j.Ended), l.Number(int64(j.Runs))),
			URL:  view.Admin(l, jobsRoute) + "?" + url.Values{"what": {j.What}, "state": {string(j.State)}}.Encode(),
		}
	case !j.Ended.IsZero():
		return view.Cited{Text: l.T("jobs.ended", portal.When(l, j.Ended))}
	case j.State == portal.JobRunning:
		return view.Cited{Text: l.T("jobs.began", portal.When(l, j.Tried))}
	}
	return view.Cited{Text: l.T("jobs.due", portal.When(l, j.Due))}
}

// jobError is what went wrong, in words where it is nothing worse than that what the work was about is gone.
func jobError(l i18n.Lang, j portal.Job) string {
	if strings.HasSuffix(j.Error, portal.ErrNotFound.Error()) {
		return l.T("jobs.not_found")
	}
	return shortened(j.Error)
}

// shortened is a text in a length that a table bears.
func shortened(s string) string {
	const most = 160
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + " …"
	}
	return s
}

func (o Office) runJobAgain(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	if err := o.Store.RunJobAgain(r.Context(), id); err != nil {
		return err
	}
	if err := o.tell(r.Context(), portal.TraceJobAgain, numbered(id)); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), jobsRoute)+"?saved=job")
}
