package admin

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// dossiersRoute is the part of addresses of renewal dossiers; the number is that of the agreement.
const dossiersRoute = "dossiers"

func (o Office) mountDossiers(r chi.Router) {
	r.Method(http.MethodGet, "/"+dossiersRoute+"/{id}", respond.Handler(o.dossier))
}

func dossierLink(l i18n.Lang, agreementID int64) string {
	return view.Admin(l, dossiersRoute, strconv.FormatInt(agreementID, 10))
}

// dossierFigures are the indicators that a commission asks for: whether anything happens, for whom, with what result, and at what cost.
var dossierFigures = []portal.IndicatorKey{
	portal.KeyRecency, portal.KeyContinuity, portal.KeyReach, portal.KeyResults, portal.KeyMoney, portal.KeyEvidence,
}

// dossier shows what is known of an agreement to those who must vote on its renewal.
func (o Office) dossier(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := number(r)
	if err != nil {
		return err
	}
	a, err := o.Store.Agreements.ByID(ctx, id)
	if err != nil {
		return err
	}
	t, err := o.tieOf(ctx, a.CityID)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	body := view.Sheet{
		Printed: portal.On(o.Now()).In(l), Hint: l.T("dossier.print"),
		Parts: []view.SheetPart{
			o.dossierPaper(l, t, a), dossierApprovals(l, t.Alone(a)), o.dossierPromises(l, t.Alone(a)), o.dossierFigures(l, t), o.dossierOpen(l, t, a),
		},
		Links: []view.Link{
			{Label: l.T("dossier.edit"), URL: view.Admin(l, "agreements", strconv.FormatInt(id, 10))},
			{Label: l.T("dossier.public"), URL: view.Agreement.In(l, a.Slug)},
		},
	}
	return o.page(w, r, http.StatusOK, "agreements", view.AdminPage{
		Title: l.T("dossier.title", a.Title.In(l)), Lead: l.T("dossier.lead"),
		Crumbs: []view.Crumb{
			{Label: l.T("kinds.agreement"), URL: view.Admin(l, "agreements")},
			{Label: a.Title.In(l), URL: view.Admin(l, "agreements", strconv.FormatInt(id, 10))}, {Label: l.T("dossier.link")},
		},
	}, view.SheetView(body))
}

// tieOf is all that the register holds of the tie with a city.
func (o Office) tieOf(ctx context.Context, cityID int64) (portal.Tie, error) {
	city, err := o.Store.Cities.ByID(ctx, cityID)
	if err != nil {
		return portal.Tie{}, err
	}
	ties, _, err := o.Store.Ties(ctx, []portal.City{city})
	if err != nil {
		return portal.Tie{}, err
	}
	return ties[0], nil
}

func fact(label, value string) view.Fact {
	return view.Fact{Label: label, Values: []view.Cited{{Text: value}}}
}

func (o Office) dossierPaper(l i18n.Lang, t portal.Tie, a portal.Agreement) view.SheetPart {
	legal, life := t.Alone(a).LegalState(o.Now()), t.Vitality(o.Now())
	state, alive := fact(l.T("dossier.state"), l.T(legal.Mark.Key())), fact(l.T("dossier.vitality"), l.T(life.Label.Key()))
	state.Note, alive.Note = ended(l, legal.Reason), ended(l, life.Reason)
	return view.SheetPart{Title: l.T("dossier.paper"), Facts: []view.Fact{
		fact(l.T("field.agreement.city_id"), joined(t.City.Name.In(l), l.Country(t.City.Country))),
		fact(l.T("field.instrument"), l.T("choice.instrument."+string(a.Instrument))),
		fact(l.T("field.signed_on"), a.SignedOn.In(l)),
		fact(l.T("field.in_force_until"), a.InForceUntil.In(l)),
		state, alive,
	}}
}

// ended is a reason as a sentence of its own.
func ended(l i18n.Lang, reason portal.Reason) string { return capital(reason.In(l)) + "." }

func dossierApprovals(l i18n.Lang, part portal.Tie) view.SheetPart {
	p := view.SheetPart{Title: l.T("dossier.approvals"), Table: view.Table{Caption: l.T("dossier.approvals"), Columns: columnsOf(l,
		"field.body", "field.decision", "field.number", "field.decided_on")}}
	council := func(d portal.Approval) bool { return d.Kind == portal.ByCouncil && d.Decision.Made() }
	if !slices.ContainsFunc(part.Approvals, council) {
		p.Lead = l.T("dossier.approvals.none")
	}
	for _, d := range part.Approvals {
		number := d.Number
		if d.NumberNotFound {
			number = l.T("dossier.number_not_found")
		}
		p.Table.Rows = append(p.Table.Rows, plainRow(d.Body, l.T("choice.decision."+string(d.Decision)), number, d.DecidedOn.In(l)))
	}
	return p
}

// columnsOf are columns by the keys of their words.
func columnsOf(l i18n.Lang, keys ...string) []view.Column {
	columns := make([]view.Column, len(keys))
	for i, key := range keys {
		columns[i] = view.Column{Label: l.T(key)}
	}
	return columns
}

// plainRow is a row of words; what is empty is shown as unknown.
func plainRow(cells ...string) view.Row {
	row := view.Row{Cells: make([]view.Component, len(cells))}
	for i, text := range cells {
		row.Cells[i] = view.Text(view.Cited{Text: text})
	}
	return row
}

func (o Office) dossierPromises(l i18n.Lang, part portal.Tie) view.SheetPart {
	p := view.SheetPart{
		Title: l.T("promise.heading"), Lead: l.T("dossier.promises.none"),
		Table: view.Table{Caption: l.T("promise.heading"), Columns: columnsOf(l, "field.words", "field.article", "field.due_on", "promises.state")},
	}
	delivered, overdue := 0, 0
	for _, u := range part.Promises {
		state := l.T("promise.unknown")
		if u.State != "" {
			state = l.T("choice.promise.state." + string(u.State))
		}
		if u.State == portal.PromiseDelivered {
			delivered++
		}
		if u.Overdue(o.Now()) {
			overdue++
			state = joined(state, strings.ToLower(l.T("promises.overdue")))
		}
		due := l.T("promise.no_due")
		if u.DueOn != "" {
			due = u.DueOn.In(l)
		}
		p.Table.Rows = append(p.Table.Rows, plainRow(u.Words.In(l), u.Article, due, state))
	}
	if n := len(part.Promises); n > 0 {
		p.Lead = l.T("dossier.promises.count", l.Number(int64(n)), l.Number(int64(delivered)), l.Number(int64(overdue)))
	}
	return p
}

// dossierFigures are the figures of the tie in the words of the partner's page.
func (o Office) dossierFigures(l i18n.Lang, t portal.Tie) view.SheetPart {
	n := t.Indicators(o.Now())
	p := view.SheetPart{
		Title: l.T("dossier.figures"), Lead: l.T("partner.rule", portal.RuleVersion, portal.On(o.Now()).In(l)),
	}
	for _, key := range dossierFigures {
		f, said := n.Figure(key), []string{}
		for _, reason := range f.Said {
			said = append(said, ended(l, reason))
		}
		words := strings.Join(said, " ")
		if f.Silent {
			words = l.T("indicator.silent", f.Said[0].In(l))
		}
		p.Facts = append(p.Facts, fact(l.T(key.Key()), words))
	}
	p.Facts = append(p.Facts, fact(l.T("dossier.cost"), ended(l, n.Cost.Said())))
	return p
}

// dossierOpen is what nobody knows of the paper, and on what sources differ.
func (o Office) dossierOpen(l i18n.Lang, t portal.Tie, a portal.Agreement) view.SheetPart {
	p := view.SheetPart{Title: l.T("dossier.open")}
	for _, g := range t.Gaps(o.Now()) {
		if g.Agreement.ID == a.ID {
			p.Items = append(p.Items, view.SheetItem{Title: g.Title().In(l) + ".", Text: l.T("missing.why." + string(g.What))})
		}
	}
	var cited []portal.Cited
	for _, c := range t.Evidence {
		if c.Kind == portal.KindAgreement && c.RecordID == a.ID {
			cited = append(cited, c)
		}
	}
	questions := agreementForm(&a, choices{}).Fill()
	disputed := portal.Disputed(cited, func(field string) string {
		for _, q := range questions {
			if len(q.Names([]string{field})) > 0 {
				return strings.Join(q.Show(l), " ")
			}
		}
		return ""
	})
	for _, q := range questions {
		if len(q.Names(disputed)) > 0 {
			p.Items = append(p.Items, view.SheetItem{Title: l.T("dossier.disputed", l.T(q.Label)), Text: l.T("dossier.disputed.why")})
		}
	}
	if len(p.Items) == 0 {
		p.Lead = l.T("dossier.open.none")
	}
	return p
}
