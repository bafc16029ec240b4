package public

import (
	"net/http"
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

// mountBenefits puts the page of benefits and the files of its figures on the router.
func (s Site) mountBenefits(r chi.Router, l i18n.Lang) {
	page(r, l, view.Benefits, s.benefits)
	page(r, l, view.BenefitYearsCSV, benefitFile(s, (*sheet).yearFigure))
	page(r, l, view.BenefitPeopleCSV, benefitFile(s, (*sheet).peopleFigure))
	page(r, l, view.BenefitCostsCSV, benefitFile(s, (*sheet).costFigure))
	page(r, l, view.BenefitFieldsCSV, benefitFile(s, (*sheet).fieldFigure))
	page(r, l, view.BenefitGoalsCSV, benefitFile(s, (*sheet).goalFigure))
	page(r, l, view.BenefitPlacesCSV, benefitFile(s, (*sheet).placeFigure))
	page(r, l, view.BenefitInitiatorsCSV, benefitFile(s, (*sheet).initiatorFigure))
	page(r, l, view.BenefitCountedCSV, s.countedCSV)
}

func (s Site) benefits(w http.ResponseWriter, r *http.Request) error {
	sh, ix, b, err := s.beginBenefits(r)
	if err != nil {
		return err
	}
	page := ix.once(sh.sameSums("benefits"), func() any { return sh.benefitsPage(b) }).(view.BenefitsPage)
	return respond.Page(w, r, http.StatusOK, view.BenefitsView(page))
}

// beginBenefits starts a page of sums over all ties.
func (s Site) beginBenefits(r *http.Request) (*sheet, *tieIndex, portal.Benefits, error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, nil, portal.Benefits{}, err
	}
	b := ix.benefits(sh.now)
	_, programs := b.Programs()
	rows := append(activitiesOf(b.Rows()), programsOf(programs)...)
	if len(rows) == 0 { // none, or so many that their sources stand in the file of the events alone
		return sh, ix, b, nil
	}
	cited, rulings, err := s.Store.Cited(r.Context(), rows)
	sh.learn(cited, rulings)
	return sh, ix, b, err
}

// benefits are those of all ties on the day of the index.
func (ix *tieIndex) benefits(now time.Time) portal.Benefits {
	return ix.once("brought", func() any {
		return portal.BenefitsOfAll(ix.all, now)
	}).(portal.Benefits)
}

func (sh *sheet) benefitsPage(b portal.Benefits) view.BenefitsPage {
	title, fields, results := sh.t("benefits.title"), b.Fields(sh.fields), b.Results()
	p := view.BenefitsPage{
		Page:  sh.page(view.Benefits, view.Benefits, title, sh.t("benefits.description")),
		Head:  view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("benefits.lead")}},
		Years: sh.yearFigure(b).part(sh, b.YearsTitle(), "", view.BenefitYearsCSV),
		Chart: sh.yearChart(b),
		Share: view.RailHead{Title: sh.t("benefits.share", sh.number(results.Part), sh.number(results.Of)), Text: sh.t("benefits.share_text", b.First())},
		Sums:  sh.benefitSums(b),

		People:    sh.peopleFigure(b).part(sh, b.PeopleTitle(), sh.t("benefits.people.lead"), view.BenefitPeopleCSV),
		Costs:     sh.costFigure(b).part(sh, b.CostsTitle(), sh.t("benefits.costs.lead"), view.BenefitCostsCSV),
		Fields:    sh.fieldFigure(b).part(sh, portal.FieldsTitle(fields), sh.fieldsLead(b), view.BenefitFieldsCSV),
		Multiples: sh.fieldCharts(b, fields),
		Goals:     sh.goalFigure(b).part(sh, portal.GoalsTitle(b.Goals(sh.fields)), sh.t("benefits.goals.lead"), view.BenefitGoalsCSV),

		Places:     sh.placeFigure(b).part(sh, b.PlacesTitle(), sh.t("benefits.places.lead"), view.BenefitPlacesCSV),
		Initiators: sh.initiatorFigure(b).part(sh, b.InitiatorsTitle(), sh.t("benefits.initiators.lead"), view.BenefitInitiatorsCSV),
		Basis: []string{
			sh.t("benefits.basis.window", b.First(), b.To, sh.number(b.Events()), b.From, sh.number(b.Earlier())), sh.t("benefits.basis.source"), sh.t("benefits.basis.claims"),
		},
		BasisCSV: view.Link{Label: sh.t("benefits.basis.file"), URL: view.BenefitCountedCSV.In(sh.lang)},
		BasisLists: []view.Link{
			{Label: sh.t("benefits.basis.list"), URL: view.Activities.In(sh.lang)}, {Label: sh.t("benefits.basis.visits"), URL: view.Visits.In(sh.lang)},
		},
	}
	for _, why := range b.Unanswered() {
		p.Unanswered = append(p.Unanswered, why.In(sh.lang))
	}
	p.Sources = sh.list()
	return p
}

func (sh *sheet) yearChart(b portal.Benefits) view.YearChart {
	results := b.Results()
	c := view.YearChart{Label: sh.t("benefits.years.label", b.First(), b.To, sh.number(results.Of), sh.number(results.Part))}
	for _, y := range b.Years() {
		c.Years = append(c.Years, view.YearStack{Year: y.Year, Full: y.Reported, Hollow: y.Silent, Before: y.Earlier})
	}
	return c
}

// benefitSums are the sums of the page, each with its sources and with how much of it is known.
func (sh *sheet) benefitSums(b portal.Benefits) []view.Fact {
	substance, ended := b.SubstanceResults(), b.ProgramResults()
	facts := []view.Fact{
		sh.peopleFact(sh.t("benefits.sum.citizens"), b.Citizens(), substance.Of, portal.CitizenGroups...),
	}
	for _, sum := range b.People() {
		if sum.Group == portal.GroupStudent || sum.Group == portal.GroupBusiness {
			facts = append(facts, sh.peopleFact(sh.t("field."+string(sum.Group)), sum, substance.Of, sum.Group))
		}
	}
	facts = append(facts, sh.costFact(b), sh.programCostFact(b),
		view.Fact{Label: sh.t("benefits.sum.substance"), Values: []view.Cited{{Text: sh.t("benefits.sum.substance_of", sh.number(substance.Part), sh.number(substance.Of))}}})
	if ended.Of > 0 {
		facts = append(facts, view.Fact{Label: sh.t("benefits.sum.programs"), Values: []view.Cited{
			{Text: sh.t("benefits.sum.programs_of", sh.number(ended.Part), sh.number(ended.Of)), URL: view.Programs.In(sh.lang)},
		}})
	}
	return facts
}

func (sh *sheet) peopleFact(label string, sum portal.GroupSum, of int, groups ...portal.Group) view.Fact {
	f := view.Fact{Label: label, Note: sh.t("benefits.sum.counted", sh.number(sum.Counted), sh.number(of))}
	if sum.Counted > 0 {
		f.Values = []view.Cited{{Text: sh.t("benefits.sum.people", sh.lang.Number(sum.People)), Refs: sh.refsOf(activitiesOf(sum.Rows), fieldsOf(groups)...)}}
	}
	return f
}

func (sh *sheet) costFact(b portal.Benefits) view.Fact {
	costs := b.Costs()
	f := view.Fact{Label: sh.t("benefits.sum.cost"), Values: []view.Cited{{Text: b.CostsTitle().In(sh.lang)}}}
	totals := costs.Totals()
	if len(totals) == 0 {
		return f
	}
	var rows []int64
	for _, p := range costs.Payers {
		rows = append(rows, p.Rows...)
	}
	f.Values[0] = view.Cited{Text: sh.moneys(totals), Refs: sh.refsOf(activitiesOf(rows), "costs")}
	f.Note = sh.t("benefits.sum.priced", sh.number(costs.Known), sh.number(costs.Partly), sh.number(b.Events()))
	return f
}

func (sh *sheet) programCostFact(b portal.Benefits) view.Fact {
	costs := b.ProgramCosts()
	all, _ := b.Programs()
	f := view.Fact{Label: sh.t("benefits.sum.program_cost"), Note: sh.t("benefits.sum.program_note", sh.number(costs.Known), sh.number(all))}
	if costs.Known > 0 {
		f.Values = []view.Cited{{Text: sh.moneys(costs.Sums), Refs: sh.refsOf(programsOf(costs.IDs), "cost")}}
	}
	return f
}

// activitiesOf names activities by their numbers.
func activitiesOf(ids []int64) []store.Named { return namedAll(portal.KindActivity, ids) }

// programsOf names programs by their numbers.
func programsOf(ids []int64) []store.Named { return namedAll(portal.KindProgram, ids) }

func namedAll(kind portal.Kind, ids []int64) []store.Named {
	named := make([]store.Named, len(ids))
	for i, id := range ids {
		named[i] = store.Named{Kind: kind, ID: id}
	}
	return named
}

// fieldsOf are the columns of some groups of people.
func fieldsOf[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = string(v)
	}
	return words
}

// fieldCharts are the small charts of the fields, on the scale of the tallest stack of all.
func (sh *sheet) fieldCharts(b portal.Benefits, fields []portal.FieldCount) []view.FieldChart {
	most, first := 0, view.YearStack{Year: b.From, Before: b.Earlier() > 0}
	for _, f := range fields {
		most = max(most, f.Earlier, slices.Max(f.Years))
	}
	var charts []view.FieldChart
	for _, f := range fields {
		name, counts := sh.sectorNames([]string{f.Sector.Code}), f.Years
		if first.Before {
			counts = slices.Insert(slices.Clone(counts), 0, f.Earlier)
		}
		charts = append(charts, view.FieldChart{
			Name: name, Total: sh.number(f.Total), From: first.Name(), To: strconv.Itoa(b.To), Counts: counts, Most: most,
			Label: sh.plural("benefits.fields.label", f.Total, name, b.First(), b.To, sh.byYear(b.From, f)),
			Note:  sh.fieldNote(b, f),
		})
	}
	return charts
}

// fieldsLead says what the small charts hold, and where the rest is.
func (sh *sheet) fieldsLead(b portal.Benefits) string {
	lead := sh.t("benefits.fields.lead", b.From, b.To)
	if b.Earlier() > 0 {
		lead = sentence(" ", lead, sh.t("benefits.fields.earlier", b.From))
	}
	return lead
}

// byYear writes the years of a field that hold something, those before the first one together: sebelum 2010: 3; 2014: 1; 2018: 2.
func (sh *sheet) byYear(from int, f portal.FieldCount) string {
	var years []string
	if f.Earlier > 0 {
		years = append(years, sh.t("benefits.years.before", from)+": "+sh.number(f.Earlier))
	}
	for i, n := range f.Years {
		if n > 0 {
			years = append(years, strconv.Itoa(from+i)+": "+sh.number(n))
		}
	}
	return sentence("; ", years...)
}

// quietYears is after how many years without an event a field is said to have none any more, and how young a new one is.
const quietYears = 5

// fieldNote says of a field how much of it has a result, and whether it has gone quiet or is new.
func (sh *sheet) fieldNote(b portal.Benefits, f portal.FieldCount) string {
	note := ""
	switch f.Reported {
	case f.Total:
		note = sh.t("benefits.field.all")
	case 0:
		note = sh.t("benefits.field.none")
	default:
		note = sh.t("benefits.field.some", sh.number(f.Reported), sh.number(f.Total))
	}
	switch {
	case f.Last <= b.To-quietYears:
		return note + " " + sh.t("benefits.field.stopped", f.Last)
	case f.First > b.To-quietYears:
		return note + " " + sh.t("benefits.field.new", f.First)
	}
	return note
}
