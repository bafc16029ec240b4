package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// imports lists the files that the reader brought last.
func (o Office) imports(w http.ResponseWriter, r *http.Request) error {
	const most = 50
	ctx := r.Context()
	l := i18n.From(ctx)
	found, err := o.Store.Imports(ctx, actor(ctx).ID, most)
	if err != nil {
		return err
	}
	q := view.Queue{Empty: l.T("intake.none")}
	for _, im := range found {
		q.Items = append(q.Items, view.QueueItem{
			Tag: importTag(l, im.State), Title: im.File, URL: importAt(l, im.ID),
			Why: l.T("intake.brought", capital(l.T("kinds."+string(im.Kind))), l.Number(int64(im.Lines)), portal.When(l, im.CreatedAt)),
		})
	}
	body := view.ImportsView(saved(l, r.URL.Query().Get("saved")), q, o.importWays(l))
	return o.page(w, r, http.StatusOK, importsRoute, view.AdminPage{Title: l.T("admin.imports"), Lead: l.T("intake.list_lead")}, body)
}

// importWays lead from every kind of record to its template and to the form that takes its files.
func (o Office) importWays(l i18n.Lang) view.Table {
	t := view.Table{Caption: l.T("intake.kinds"), Columns: []view.Column{{Label: l.T("intake.record")}, {}, {}}}
	for _, d := range o.desks() {
		name := capital(l.T("kinds." + string(d.kind())))
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: name}),
			view.Text(view.Cited{Text: l.T("intake.template"), URL: view.Admin(l, d.path(), "template")}),
			view.Text(view.Cited{Text: l.T("intake.bring"), URL: view.Admin(l, d.path(), "import")}),
		}})
	}
	return t
}

func importTag(l i18n.Lang, s portal.ImportState) view.TagValue {
	tone := view.ToneWarn
	if s == portal.ImportHandedIn {
		tone = view.ToneOn
	}
	return view.TagValue{Word: l.T("choice.import." + string(s)), Tone: tone}
}

// importPage shows where a file stands.
func (o Office) importPage(w http.ResponseWriter, r *http.Request) error {
	im, err := o.mine(r.Context(), r)
	if err != nil {
		return err
	}
	switch {
	case im.HandingInID != 0:
		return respond.SeeOther(w, r, errandAt(i18n.From(r.Context()), im.HandingInID))
	case im.State == portal.ImportRead, im.State == portal.ImportChecked && r.URL.Query().Has("match"):
		return o.showMatching(w, r, http.StatusOK, im, im.Mapping, nil)
	case im.State == portal.ImportChecking:
		return o.showChecking(w, r, im)
	}
	return o.showChecked(w, r, http.StatusOK, im, "", nil)
}

// importHead is the head of the pages of a file.
func importHead(l i18n.Lang, im portal.Import, lead string) view.AdminPage {
	return view.AdminPage{
		Title: l.T("intake.of", im.File), Lead: lead,
		Crumbs: []view.Crumb{{Label: l.T("admin.imports"), URL: view.Admin(l, importsRoute)}, {Label: im.File}},
	}
}

// showMatching asks which columns of the register those of the file fill.
func (o Office) showMatching(w http.ResponseWriter, r *http.Request, status int, im portal.Import, mapping []string, wrong error) error {
	const shown = 3
	ctx := r.Context()
	l := i18n.From(ctx)
	d, err := o.deskOf(im.Kind)
	if err != nil {
		return err
	}
	lines, err := o.Store.FirstLines(ctx, im.ID, shown)
	if err != nil {
		return err
	}
	columns := d.fileColumns()
	heads := headings(l, columns)
	page := view.ImportMatching{Action: importAt(l, im.ID, "match"), Drop: dropLink(l, im)}
	if invalid := portal.AsInvalid(wrong); invalid != nil {
		page.Problems = problemLinks(l, invalid)
	}
	for i, heading := range im.Header {
		s := view.Select{Name: "column" + strconv.Itoa(i), Label: l.T("intake.fills", heading), Options: []view.Option{{Label: l.T("intake.ignored")}}}
		for j, c := range columns {
			s.Options = append(s.Options, view.Option{Value: c.name, Label: heads[j], Current: c.name == mapping[i]})
		}
		page.Columns = append(page.Columns, view.ImportColumn{Sample: sample(lines, i), Fills: s})
	}
	return o.page(w, r, status, importsRoute, importHead(l, im, l.T("intake.match_lead")), view.ImportMatchingView(page))
}

// sample is what the first lines hold in a column.
func sample(lines []portal.ImportLine, column int) string {
	const longest = 60
	var held []string
	for _, line := range lines {
		if cell := strings.Join(strings.Fields(line.Cells[column]), " "); cell != "" && !slices.Contains(held, cell) {
			held = append(held, clipped(cell, longest))
		}
	}
	return strings.Join(held, " · ")
}

// clipped is a text of so many characters at most.
func clipped(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// showChecking tells how far the check of lines is; the page comes again by itself.
func (o Office) showChecking(w http.ResponseWriter, r *http.Request, im portal.Import) error {
	l := i18n.From(r.Context())
	w.Header().Set("Refresh", "2")
	return o.page(w, r, http.StatusOK, importsRoute, importHead(l, im, l.T("intake.checking_lead")), view.ProgressView(view.Progress{
		Done: im.Checked, All: im.Lines, Words: l.T("intake.checked", l.Number(int64(im.Checked)), l.Number(int64(im.Lines))),
		Again: view.Link{Label: l.T("intake.look_again"), URL: importAt(l, im.ID)}, Actions: []view.PostLink{dropLink(l, im)},
	}))
}

func dropLink(l i18n.Lang, im portal.Import) view.PostLink {
	return view.PostLink{Label: l.T("intake.drop"), Action: importAt(l, im.ID, "drop"), Look: view.LookDanger}
}

// lineOutcomes are the outcomes in the order in which people look for them.
var lineOutcomes = []portal.LineOutcome{portal.LineWrong, portal.LineChanged, portal.LineNew, portal.LineUnchanged}

// showChecked shows what the file would bring, and asks for the reason.
func (o Office) showChecked(w http.ResponseWriter, r *http.Request, status int, im portal.Import, reason string, wrong error) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	outcome := portal.LineOutcome(q.Get("lines"))
	if im.Counts[outcome] == 0 {
		for _, one := range slices.Backward(lineOutcomes) {
			if im.Counts[one] > 0 {
				outcome = one
			}
		}
	}
	asked := asked(q)
	lines, err := o.Store.ImportLines(ctx, im.ID, outcome, asked.Number, asked.Size)
	if err != nil {
		return err
	}
	table, err := o.importLines(ctx, im, lines)
	if err != nil {
		return err
	}
	page := view.ImportChecked{
		Notice: saved(l, q.Get("saved")), Lines: table, Drop: dropLink(l, im),
		Pages: pages(l, q, asked, im.Counts[outcome]),
	}
	for _, one := range lineOutcomes {
		page.Outcomes = append(page.Outcomes, view.Chip{
			Label: l.T("choice.line." + string(one)), Count: l.Number(int64(im.Counts[one])), Current: one == outcome,
			URL: importAt(l, im.ID) + "?" + url.Values{"lines": {string(one)}}.Encode(),
		})
	}
	switch {
	case im.State == portal.ImportHandedIn:
		page.Links = append(page.Links, view.Link{Label: l.T("intake.batch", im.BatchID), URL: batchAt(l, im.BatchID)})
	case im.Ready() == 0:
		page.Nothing = l.T("intake.nothing_to_bring")
	default:
		f := reasonForm(&reason)
		page.HandIn = &view.FormPage{
			Action: importAt(l, im.ID, "hand-in"), Form: f, Rest: f.Blame(wrong),
			Submit: []view.Choice{{Label: l.T("intake.hand_in", l.Number(int64(im.Ready())))}},
		}
		if n := im.Counts[portal.LineWrong]; n > 0 {
			page.HandIn.Note = l.T("intake.left_out", l.Number(int64(n)))
		}
	}
	if im.State == portal.ImportChecked {
		page.Links = append(page.Links, view.Link{Label: l.T("intake.match_again"), URL: importAt(l, im.ID) + "?match=1"})
	}
	return o.page(w, r, status, importsRoute, importHead(l, im, l.T("intake.checked_lead")), view.ImportCheckedView(page))
}
