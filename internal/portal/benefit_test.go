package portal_test

import (
	"reflect"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// partner is a tie whose benefits count.
func partner(parts ...part) portal.Tie {
	t := tie(parts...)
	t.City.Standing = portal.Partner
	return t
}

// done is an activity of a name and a day, whose named fields have a verifiable source.
func done(name string, nature portal.Nature, start portal.Date, change func(*portal.Activity), fields ...string) part {
	a := portal.Activity{CityID: 7, Title: i18n.Text{ID: name, EN: name}, Nature: nature, Kind: "training", StartOn: start}
	if change != nil {
		change(&a)
	}
	return recorded(a, portal.Secondary, append([]string{"title"}, fields...)...)
}

func withResult(a *portal.Activity) { a.Result = both }

func benefits(ties ...portal.Tie) portal.Benefits { return portal.BenefitsOfAll(summaries(ties), day) }

func summaries(ties []portal.Tie) (list []*portal.Summary) {
	for _, t := range ties {
		list = append(list, new(t.Summary(day)))
	}
	return list
}

// TestSumsOfVeryManyEventsAreThoseOfFewWithoutTheirRows adds up the same tie once, and so often that its events are too many to be named.
func TestSumsOfVeryManyEventsAreThoseOfFewWithoutTheirRows(t *testing.T) {
	cost := func(amount int64) func(*portal.Activity) {
		return func(a *portal.Activity) {
			a.Costs = []portal.Cost{{Payer: "home", Currency: "IDR", Amount: &amount}}
			a.Sectors, a.Place, a.Participants.Student = []string{"EDU", "CUL"}, "here", new(int64(3))
		}
	}
	once := partner(
		done("", substantive, "2005", cost(5), "costs", "student", "sectors"), done("", substantive, "2024-05", withResult, "result"),
		done("", protocol, "2025", cost(7), "costs"),
	)
	const times = portal.Traced/3 + 1
	few := portal.BenefitsOfAll(summaries([]portal.Tie{once}), day)
	many := portal.BenefitsOfAll(slices.Repeat(summaries([]portal.Tie{once}), times), day)
	if len(few.Rows()) != 3 || len(many.Rows()) != 0 || many.Events() != 3*times || many.First() != few.First() {
		t.Errorf("%d and %d events are named of %d, since %d", len(few.Rows()), len(many.Rows()), many.Events(), many.First())
	}
	if one, all := few.Costs(), many.Costs(); all.Known != one.Known*times || all.Payers[0].Amount != one.Payers[0].Amount*times || all.Payers[0].Rows != nil {
		t.Errorf("costs of few: %+v, of many: %+v", one, all)
	}
	if one, all := few.Citizens(), many.Citizens(); one.People == 0 || all.People != one.People*times || all.Rows != nil {
		t.Errorf("citizens of few: %+v, of many: %+v", one, all)
	}
	sectors := []portal.Sector{{Code: "EDU", SDGs: []int64{4}}}
	if one, all := few.Goals(sectors), many.Goals(sectors); len(one) != 1 || all[0].Total != one[0].Total*times {
		t.Errorf("goals of few: %+v, of many: %+v", one, all)
	}
	for i, y := range few.Years() {
		if all := many.Years()[i]; all.Reported != y.Reported*times || all.Silent != y.Silent*times {
			t.Errorf("%d: of few %+v, of many %+v", y.Year, y, all)
		}
	}
}

func TestOnlyWhatTiesBroughtInTheYearsUpToTheDayCounts(t *testing.T) {
	of := func(standing portal.Standing) portal.Tie {
		other := partner(done("other", substantive, "2020", nil))
		other.City.Standing = standing
		return other
	}
	home := of(portal.Partner)
	home.City.IsHome = true
	ties := []portal.Tie{
		partner(
			done("first year", substantive, "2010", nil), done("before", substantive, "2009-12-31", nil), done("today", protocol, "2026-11-23", nil),
			done("tomorrow", substantive, "2026-11-24", nil), done("undated", substantive, "", nil),
			recorded(portal.Activity{CityID: 7, Title: both, StartOn: "2020"}, portal.Secondary),
			rumoured(substantive, "2012"), rumoured(substantive, "2009"), rumoured(substantive, ""),
		),
		of(portal.Prospect), of(portal.Ended), of(portal.Unproven), of(portal.NoTie), home,
	}
	b := benefits(ties...)
	var days []portal.Date
	for _, e := range portal.EventsOfAll(summaries(ties)) {
		days = append(days, e.On)
	}
	if !slices.Equal(days, []portal.Date{"2009-12-31", "2010", "2020", "2020", "2026-11-23"}) || b.From != 2010 || b.To != 2026 {
		t.Errorf("%d to %d: %q", b.From, b.To, days)
	}
	if b.Earlier() != 1 || b.First() != 2009 || b.Undated != 1 || b.Unverified != 2 {
		t.Errorf("apart: %d earlier, %d undated, %d unverified", b.Earlier(), b.Undated, b.Unverified)
	}
}

func TestWhatIsOlderThanTheYearsStandsTogetherBeforeThem(t *testing.T) {
	b := benefits(partner(
		done("a", substantive, "1964", withResult, "result"), done("b", substantive, "2009-12-31", nil), done("c", substantive, "2010", nil),
	))
	years := b.Years()
	if len(years) != portal.BenefitYears+1 || years[0] != (portal.YearResult{Year: 2010, Reported: 1, Silent: 1, Earlier: true}) ||
		years[1] != (portal.YearResult{Year: 2010, Silent: 1}) {
		t.Errorf("years: %v", years)
	}
	if b.Results() != (portal.Share{1, 3}) || b.First() != 1964 {
		t.Errorf("results %v since %d", b.Results(), b.First())
	}
}

func TestYearsTellReportedFromSilentAndEmptyYearsStand(t *testing.T) {
	b := benefits(partner(
		done("a", substantive, "2024-05-01", withResult, "result_id"), done("b", substantive, "2024-05-02", withResult), // no source for its result
		done("c", protocol, "2024", nil), done("d", protocol, "2023", withResult, "result"),
	))
	years := b.Years()
	if len(years) != portal.BenefitYears || years[0] != (portal.YearResult{Year: 2010}) || years[13] != (portal.YearResult{Year: 2023, Reported: 1}) ||
		years[14] != (portal.YearResult{Year: 2024, Reported: 1, Silent: 2}) {
		t.Errorf("years: %v", years)
	}
	if b.Results() != (portal.Share{2, 4}) || b.SubstanceResults() != (portal.Share{1, 2}) {
		t.Errorf("results %v, of substance %v", b.Results(), b.SubstanceResults())
	}
}

func TestEventIsCountedOnceAndItsPeopleByTheLargestSourcedNumber(t *testing.T) {
	camp := func(students, officials int64) func(*portal.Activity) {
		return func(a *portal.Activity) {
			a.Title = both
			a.Participants = portal.Participants{Student: &students, Official: &officials}
		}
	}
	b := benefits(partner(
		done("", substantive, "2024-05-01", camp(30, 2), "student"), // its officials have no source
		done("", substantive, "2024-05-01", camp(40, 3), "student", "official"),
		done("", substantive, "2024-05-01", camp(99, 9), "title"), // its numbers have none
		done("ceremony", protocol, "2024-06-01", camp(500, 50), "student", "official"),
		done("uncounted", substantive, "2025", nil),
	))
	if b.Events() != 3 {
		t.Fatalf("%d events", b.Events())
	}
	want := map[portal.Group]portal.GroupSum{
		portal.GroupStudent:  {Group: portal.GroupStudent, People: 40, Counted: 1, Rows: []int64{1000, 1001, 1002}},
		portal.GroupOfficial: {Group: portal.GroupOfficial, People: 3, Counted: 1, Rows: []int64{1000, 1001, 1002}},
		portal.GroupArtist:   {Group: portal.GroupArtist},
	}
	for _, sum := range b.People() {
		if w, ok := want[sum.Group]; ok && !reflect.DeepEqual(sum, w) {
			t.Errorf("%s: %+v, want %+v", sum.Group, sum, w)
		}
	}
	if c := b.Citizens(); c.People != 40 || c.Counted != 1 {
		t.Errorf("citizens: %+v", c)
	}
}

func TestCostsAreSummedByPayerAndNeverAcrossCurrencies(t *testing.T) {
	cost := func(costs ...portal.Cost) func(*portal.Activity) {
		return func(a *portal.Activity) { a.Costs = costs }
	}
	paid := func(payer string, amount int64, currency string) portal.Cost {
		return portal.Cost{Payer: payer, Amount: &amount, Currency: currency}
	}
	b := benefits(partner(
		done("a", protocol, "2024-01-01", cost(paid("home_city", 100, "IDR"), paid("private", 7, "EUR")), "costs"),
		done("b", substantive, "2024-01-02", cost(paid("home_city", 50, "IDR"), portal.Cost{Payer: "agency", Currency: "JPY"}), "costs"),
		done("c", substantive, "2024-01-03", cost(paid("home_city", 9000, "IDR"))), // no source
		done("d", substantive, "2024-01-04", nil),
	))
	got := b.Costs()
	want := portal.Costs{Known: 1, Partly: 1, Unknown: 2, Payers: []portal.PayerSum{
		{Payer: "home_city", Currency: "IDR", Amount: 150, Events: 2, Rows: []int64{1000, 1001}},
		{Payer: "agency", Currency: "JPY", Unknown: 1, Rows: []int64{1001}},
		{Payer: "private", Currency: "EUR", Amount: 7, Events: 1, Rows: []int64{1000}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("costs\n got %+v\nwant %+v", got, want)
	}
	if totals := got.Totals(); !slices.Equal(totals, []portal.Sum{{"EUR", 7}, {"IDR", 150}}) {
		t.Errorf("totals: %v", totals)
	}
}

func TestFieldsAndGoalsCountOnlySubstance(t *testing.T) {
	sectors := func(codes ...string) func(*portal.Activity) {
		return func(a *portal.Activity) { a.Sectors = codes }
	}
	reported := func(codes ...string) func(*portal.Activity) {
		return func(a *portal.Activity) { a.Sectors, a.Result = codes, both }
	}
	b := benefits(partner(
		done("a", substantive, "2012", reported("EDU", "HRD"), "result"), done("b", substantive, "2024", sectors("EDU", "WAT")),
		done("c", protocol, "2024", sectors("EDU", "CUL")), done("d", substantive, "2025", sectors("WAT")),
	))
	fields := b.Fields([]portal.Sector{{Code: "EDU", Name: both}})
	if len(fields) != 3 || fields[0].Sector.Code != "EDU" || fields[1].Sector.Code != "WAT" || fields[2].Sector.Code != "HRD" {
		t.Fatalf("fields: %+v", fields)
	}
	edu := fields[0]
	if edu.Sector.Name != both || edu.Total != 2 || edu.Reported != 1 || edu.First != 2012 || edu.Last != 2024 || edu.Years[2] != 1 || edu.Years[14] != 1 || len(edu.Years) != 17 {
		t.Errorf("education: %+v", edu)
	}
	goals := b.Goals([]portal.Sector{{Code: "EDU", SDGs: []int64{4}}, {Code: "HRD", SDGs: []int64{4, 8}}, {Code: "WAT", SDGs: []int64{6}}, {Code: "CUL", SDGs: []int64{11}}})
	want := []portal.GoalCount{{Goal: 4, Total: 2, Reported: 1}, {Goal: 6, Total: 2}, {Goal: 8, Total: 1, Reported: 1}}
	if !slices.Equal(goals, want) {
		t.Errorf("goals %+v, want %+v", goals, want)
	}
}

func TestPlacesAndInitiatorsShareOutEveryEvent(t *testing.T) {
	at := func(place, by string) func(*portal.Activity) {
		return func(a *portal.Activity) { a.Place, a.Initiator = place, by }
	}
	b := benefits(partner(
		done("a", substantive, "2024-01-01", at("here", "home")), done("b", protocol, "2024-01-02", at("there", "home")),
		done("c", substantive, "2024-01-03", at("both", "partner")), done("d", protocol, "2024-01-04", at("", "")),
		done("twice", substantive, "2024-01-05", at("here", "home")), done("twice", substantive, "2024-01-05", at("there", "")),
	))
	want := []portal.AnswerCount{{"here", 1, 0}, {"there", 0, 1}, {"both", 2, 0}, {"online", 0, 0}, {"", 0, 1}}
	if got := b.Places(); !slices.Equal(got, want) {
		t.Errorf("places %v, want %v", got, want)
	}
	want = []portal.AnswerCount{{"home", 2, 1}, {"partner", 1, 0}, {"both", 0, 0}, {"other", 0, 0}, {"", 0, 1}}
	if got := b.Initiators(); !slices.Equal(got, want) {
		t.Errorf("initiators %v, want %v", got, want)
	}
}

func TestProgramsThatHaveBegunCountOnceHoweverManyTiesShareThem(t *testing.T) {
	of := func(start, end portal.Date, cost int64, fields ...string) part {
		return func(t *portal.Tie) {
			id := int64(300 + len(t.Programs))
			t.Programs = append(t.Programs, portal.Program{Meta: portal.Meta{ID: id}, StartOn: start, EndOn: end, Cost: &cost, Currency: "JPY", Result: both})
			cite(portal.KindProgram, id, portal.Secondary, append([]string{"title"}, fields...)...)(t)
		}
	}
	shared := []part{
		of("2012", "2014", 60, "cost", "result"), of("", "", 5), of("2008", "2009", 900, "cost"), of("2009", "2010", 30, "cost"), of("2026", "2026-05-23", 1, "cost", "result"), of("2027", "", 7, "cost"),
	}
	b := benefits(partner(shared...), partner(shared...))
	all, ids := b.Programs()
	cost := b.ProgramCosts()
	if all != 5 || len(ids) != 5 || !slices.Equal(cost.Sums, []portal.Sum{{"JPY", 991}}) || cost.Known != 4 || len(cost.IDs) != 4 {
		t.Errorf("%d programs, %+v", all, cost)
	}
	if b.ProgramResults() != (portal.Share{1, 3}) {
		t.Errorf("programs that ended: %v", b.ProgramResults())
	}
}

func TestPartsAreSaidAsPeopleSayThem(t *testing.T) {
	for _, tt := range []struct {
		part, of int
		want     portal.Part
	}{
		{0, 0, ""}, {4, 4, ""}, {0, 5, portal.PartNone}, {5, 5, portal.PartAll}, {1, 11, portal.PartFew}, {1, 10, portal.PartSmall},
		{39, 100, portal.PartSmall}, {40, 100, portal.PartAlmostHalf}, {49, 100, portal.PartAlmostHalf}, {50, 100, portal.PartHalf},
		{51, 100, portal.PartOverHalf}, {60, 100, portal.PartOverHalf}, {61, 100, portal.PartMost}, {89, 100, portal.PartMost},
		{90, 100, portal.PartAlmostAll}, {99, 100, portal.PartAlmostAll},
	} {
		if got := (portal.Share{Part: tt.part, Of: tt.of}).Said(); got != tt.want {
			t.Errorf("%d of %d: %q, want %q", tt.part, tt.of, got, tt.want)
		}
	}
}
