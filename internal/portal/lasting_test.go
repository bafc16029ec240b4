package portal_test

import (
	"slices"
	"testing"

	"kotakembar/internal/portal"
)

func lasting(start, end portal.Date) part {
	return doing(start, func(a *portal.Activity) { a.EndOn = end })
}

func TestWhatLastsIsAsRecentAsItsLastDayAndLightsEachOfItsYears(t *testing.T) {
	for name, c := range map[string]struct {
		end    portal.Date
		last   portal.Date
		in24   int
		within []int
	}{
		"ended":              {"2020-06-30", "2020-06-30", 0, []int{2017, 2018, 2019, 2020}},
		"ended in a year":    {"2020", "2020", 0, []int{2017, 2018, 2019, 2020}},
		"ended not long ago": {"2024-11-23", "2024-11-23", 1, []int{2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024}},
		"goes on":            {"2030", "2026-11-23", 1, []int{2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026}},
		"no end on record":   {"", "2017-03-01", 0, []int{2017}},
	} {
		of := tie(memorandum("2015-02-03", ""), lasting("2017-03-01", c.end))
		n := of.Indicators(day)
		if n.Substance.Last != c.last || n.Substance.In24 != c.in24 {
			t.Errorf("%s: last %s, %d in 24 months", name, n.Substance.Last, n.Substance.In24)
		}
		if !slices.Equal(n.Continuity.Years, c.within) {
			t.Errorf("%s: continuity in %v", name, n.Continuity.Years)
		}
		var lit []int
		for _, y := range of.Years(day) {
			if y.Documented > 0 {
				lit = append(lit, y.Year)
			}
		}
		if !slices.Equal(lit, c.within) {
			t.Errorf("%s: lit in %v", name, lit)
		}
	}
}

func TestNoResultsAreAskedOfVisitsCommemorationsBudgetsAndPlansAndEffortIsNone(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*portal.Program)
		want int
	}{
		"training":      {func(p *portal.Program) { p.Kind = "capacity" }, 1},
		"visit":         {func(p *portal.Program) { p.Kind = portal.VisitProgram }, 0},
		"commemoration": {func(p *portal.Program) { p.Kind = portal.MemorialProgram }, 0},
		"budget":        {func(p *portal.Program) { p.Kind = portal.BudgetProgram }, 0},
	} {
		of := tie(memorandum("2019-06-26", ""), event(substantive, "2026-02-03"), program("2025-03-04", "2025-03-04", new(int64(4))))
		c.edit(&of.Programs[0])
		if n := of.Indicators(day).Results; n.Due != c.want || n.In60 != c.want || n.WithResult != c.want {
			t.Errorf("%s: %+v", name, n)
		}
	}
	for effort, want := range map[bool]int{false: 1, true: 0} {
		of := tie(memorandum("2019-06-26", ""), event(substantive, "2026-02-03"), program("2025-03-04", "2025-03-04", new(int64(4))))
		of.Outcomes[0].Effort = effort
		of.City.Standing = portal.Partner
		n, brought := of.Indicators(day).Results, of.Brought(day).Programs
		if n.Due != 1 || n.WithResult != want || n.In60 != want || len(n.Silent) != 1-want || brought[0].Measured != (want == 1) {
			t.Errorf("a measure of effort (%v): %+v, %+v", effort, n, brought)
		}
	}
	for end, want := range map[portal.Date]bool{"": false, "2026-11-22": true, "2026-11-23": false, "2026": false, "2025": true} {
		p := portal.Program{Status: portal.ProgramPlanned, EndOn: end}
		if p.Lapsed(day) != want {
			t.Errorf("a plan up to %q: lapsed %v", end, p.Lapsed(day))
		}
		if p.Status = portal.ProgramOngoing; p.Lapsed(day) {
			t.Errorf("what goes on up to %q lapsed as a plan", end)
		}
	}
	planned := tie(memorandum("2019-06-26", ""), program("2025-03-04", "", nil))
	planned.Programs[0].Status = portal.ProgramPlanned
	if n := planned.Indicators(day).Results; n.Due != 0 {
		t.Errorf("a plan is due: %+v", n)
	}
}
