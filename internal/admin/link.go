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
	"kotakembar/web/view"
)

// linksRoute is the part of addresses of what is known of the addresses of sources; the number is that of the source.
const linksRoute = "links"

func (o Office) mountLinks(r chi.Router) {
	r.Method(http.MethodGet, "/"+linksRoute, respond.Handler(o.links))
	r.Method(http.MethodGet, "/"+linksRoute+"/{id}", respond.Handler(o.link))
	r.Method(http.MethodPost, "/"+linksRoute+"/{id}/check", respond.Handler(o.checkLink))
	r.Method(http.MethodPost, "/"+linksRoute+"/{id}/archive", respond.Handler(o.proposeArchive))
}

func linkAt(l i18n.Lang, sourceID int64, more ...string) string {
	return view.Admin(l, append([]string{linksRoute, strconv.FormatInt(sourceID, 10)}, more...)...)
}

// links lists the addresses of sources, those that failed longest first.
func (o Office) links(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	found, err := o.Store.Links(ctx)
	if err != nil {
		return err
	}
	counts := map[portal.LinkState]int{}
	for _, k := range found {
		counts[k.State()]++
	}
	state := linkStateAsked(q)
	chips, total := stateChips(l, view.Admin(l, linksRoute), "link.all", "choice.link.", portal.LinkStates, state, counts)
	found = linksIn(found, state)
	page := asked(q)
	first := min((page.Number-1)*page.Size, len(found))
	body := view.MachineryView(view.Machinery{
		Label: l.T("link.states"), Chips: chips, Table: linkTable(l, found[first:min(first+page.Size, len(found))]),
		Empty: l.T("link.none"), Pages: pages(l, q, page, total),
	})
	head := view.AdminPage{Title: l.T("admin.links"), Lead: l.T("link.lead"), Files: outward(l, linksRoute, q)}
	if o.BaseURL == "" {
		head.Lead = l.T("link.off")
	}
	return o.page(w, r, http.StatusOK, linksRoute, head, body)
}

// linkStateAsked is the state by which the list is narrowed, empty for none.
func linkStateAsked(q url.Values) portal.LinkState {
	if state := portal.LinkState(q.Get("state")); slices.Contains(portal.LinkStates, state) {
		return state
	}
	return ""
}

func linksIn(found []portal.Link, state portal.LinkState) []portal.Link {
	return slices.DeleteFunc(found, func(k portal.Link) bool { return state != "" && k.State() != state })
}

func linkTable(l i18n.Lang, links []portal.Link) view.Table {
	t := view.Table{Caption: l.T("admin.links"), Columns: columnsOf(l, "choice.kind.source", "link.state", "link.good_at", "link.checked_at", "link.answer")}
	for _, k := range links {
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: k.Title, URL: linkAt(l, k.SourceID)}), view.Tag(linkTag(l, k)),
			view.Text(view.Cited{Text: linkDay(l, k.GoodAt)}), view.Text(view.Cited{Text: linkDay(l, k.CheckedAt)}),
			view.Text(view.Cited{Text: linkAnswer(l, k)}),
		}})
	}
	return t
}

func linkTag(l i18n.Lang, k portal.Link) view.TagValue {
	tone := map[portal.LinkState]view.Tone{
		portal.LinkDead: view.ToneAlert, portal.LinkFailing: view.ToneWarn, portal.LinkClosed: view.ToneLine, portal.LinkAnswers: view.ToneOn,
		portal.LinkUnchecked: view.ToneNeutral,
	}[k.State()]
	return view.TagValue{Word: l.T("choice.link." + string(k.State())), Tone: tone}
}

// linkDay is the day of an instant as clocks in Bandung show it, or that there was none.
func linkDay(l i18n.Lang, at time.Time) string {
	if at.IsZero() {
		return l.T("link.never")
	}
	return portal.On(at.In(portal.WIB)).In(l)
}

// linkAnswer is what came of asking last.
func linkAnswer(l i18n.Lang, k portal.Link) string {
	if k.CheckedAt.IsZero() {
		return l.T("link.never")
	}
	answer := l.T("link.fault." + linkFault(k))
	if k.Status != 0 {
		answer += " " + l.T("link.status", k.Status)
	}
	return answer
}

func linkFault(k portal.Link) string {
	if k.Fault == portal.LinkSound {
		return "none"
	}
	return string(k.Fault)
}

// link shows what is known of the address of one source, and what can be done about it.
func (o Office) link(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := number(r)
	if err != nil {
		return err
	}
	k, err := o.Store.LinkOf(ctx, id)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	part := view.SheetPart{Title: l.T("choice.link." + string(k.State())), Facts: []view.Fact{
		{Label: l.T("field.url"), Values: []view.Cited{{Text: k.URL, URL: k.URL}}},
		fact(l.T("link.answer"), linkAnswer(l, k)),
		fact(l.T("link.checked_at"), linkDay(l, k.CheckedAt)),
		fact(l.T("link.good_at"), linkDay(l, k.GoodAt)),
	}}
	if k.Failures > 0 {
		part.Facts = append(part.Facts,
			fact(l.T("link.failing_since"), linkDay(l, k.FailingSince)), fact(l.T("link.failures"), l.Number(int64(k.Failures))))
	}
	body := view.Sheet{
		Notice: saved(l, r.URL.Query().Get("saved")), Parts: []view.SheetPart{part},
		Links: []view.Link{{Label: l.T("link.edit"), URL: view.Admin(l, "sources", strconv.FormatInt(id, 10))}, {Label: l.T("desk.public"), URL: view.Source.In(l, k.Slug)}},
	}
	o.offerChecks(l, k, &body)
	return o.page(w, r, http.StatusOK, linksRoute, view.AdminPage{
		Title: k.Title, Crumbs: []view.Crumb{{Label: l.T("admin.links"), URL: view.Admin(l, linksRoute)}, {Label: k.Title}},
	}, view.SheetView(body))
}

// offerChecks adds what staff can do about an address: have it asked for now, and propose a copy.
func (o Office) offerChecks(l i18n.Lang, k portal.Link, body *view.Sheet) {
	if o.BaseURL != "" {
		body.Actions = append(body.Actions, view.PostLink{Label: l.T("link.check"), Action: linkAt(l, k.SourceID, "check"), Look: view.LookPrimary})
	} else {
		body.Parts[0].Lead = l.T("link.off")
	}
	switch copied := k.Archive(); {
	case k.ArchiveURL != "":
		body.Parts = append(body.Parts, view.SheetPart{Title: l.T("link.archive"), Lead: l.T("link.archive.kept"), Facts: []view.Fact{
			{Label: l.T("field.archive_url"), Values: []view.Cited{{Text: k.ArchiveURL, URL: k.ArchiveURL}}},
		}})
	case copied != "":
		body.Parts = append(body.Parts, view.SheetPart{Title: l.T("link.archive"), Lead: l.T("link.archive.suggested"), Facts: []view.Fact{
			{Label: l.T("field.archive_url"), Values: []view.Cited{{Text: copied, URL: copied}}},
		}})
		body.Actions = append(body.Actions, view.PostLink{Label: l.T("link.archive.propose"), Action: linkAt(l, k.SourceID, "archive"), Look: view.LookGhost})
	}
}

// checkLink has the address asked for soon.
func (o Office) checkLink(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	if err := o.Store.AskForLink(r.Context(), id); err != nil {
		return err
	}
	if err := o.tell(r.Context(), portal.TraceLinkChecked, numbered(id)); err != nil {
		return err
	}
	return respond.SeeOther(w, r, linkAt(i18n.From(r.Context()), id)+"?saved=link")
}

// proposeArchive begins a change of the source that names the suggested copy; its author looks whether there is one.
func (o Office) proposeArchive(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := number(r)
	if err != nil {
		return err
	}
	k, err := o.Store.LinkOf(ctx, id)
	if err != nil {
		return err
	}
	live, version, err := o.Store.Live(ctx, portal.KindSource, id)
	if err != nil {
		return err
	}
	source, err := o.Store.Sources.Record(live)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	source.ArchiveURL = k.Archive()
	c := portal.Change{
		Kind: portal.KindSource, RecordID: id, BaseVersion: version, Op: portal.OpSave, Before: live, Title: source.Title, State: portal.Draft,
		Reason: l.T("link.archive.reason"),
	}
	if c.After, err = o.Store.Sources.Snapshot(source, portal.Evidence{Citations: live.Citations, Rulings: live.Rulings}); err != nil {
		return err
	}
	if source.ArchiveURL == "" {
		return portal.ErrConflict // it has a copy by now
	}
	if err := o.Store.SaveChange(ctx, actor(ctx), &c); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(l, "changes", strconv.FormatInt(c.ID, 10), "edit"))
}
