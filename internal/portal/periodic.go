package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// Periodic is the report on a period: what was new, what it cost, what came of it, and what is overdue at its end. It holds facts of the
// register alone, so that nobody is asked for anything, and for a share of progress least of all.
type Periodic struct {
	Period     Period            `json:"period"`
	AsOf       Date              `json:"as_of"` // the day for which overdue is told: the last of the period, or that of the making where that comes first
	Steps      []PeriodicStep    `json:"steps"`
	Activities []PeriodicEvent   `json:"activities"`
	Costs      []PeriodicCost    `json:"costs"`
	Results    []PeriodicResult  `json:"results"`
	Overdue    []PeriodicOverdue `json:"overdue"`
}

// PeriodicStep is a step that an agreement took in the period.
type PeriodicStep struct {
	City      i18n.Text `json:"city"`
	Agreement i18n.Text `json:"agreement"`
	Stage     Stage     `json:"stage"`
	On        Date      `json:"on"`
}

// PeriodicEvent is an activity of the period, however many rows of the register tell of it.
type PeriodicEvent struct {
	City     i18n.Text `json:"city"`
	Title    i18n.Text `json:"title"`
	On       Date      `json:"on"`
	Kind     string    `json:"kind"`
	Nature   Nature    `json:"nature"`
	People   *int64    `json:"people"` // those who were counted, of all groups; nil = nobody counted
	Reported bool      `json:"reported"`
	Priced   bool      `json:"priced"` // every payer is known with the amount, from a source that can be checked
	Sourced  bool      `json:"sourced"`
}

// PeriodicCost sums what one kind of payer bore for activities of the period, as a lower bound, in one currency. What no source that can
// be checked stands behind is never added to what one does.
type PeriodicCost struct {
	Payer      string `json:"payer"`
	Currency   string `json:"currency"`
	Unsourced  bool   `json:"unsourced,omitempty"`
	Amount     int64  `json:"amount"`     // smallest unit of the currency
	Activities int    `json:"activities"` // of which the amount is known
}

// PeriodicResult is a measure of a program as of a day of the period, or a program that ended in it, with what it brought in words.
type PeriodicResult struct {
	Program   i18n.Text `json:"program"`
	On        Date      `json:"on"`
	Indicator i18n.Text `json:"indicator"` // empty for a program as a whole
	Unit      i18n.Text `json:"unit"`
	Planned   *int64    `json:"planned"`
	Achieved  *int64    `json:"achieved"`
	Plan      i18n.Text `json:"plan"`  // of a program as a whole, in words
	Words     i18n.Text `json:"words"` // what came of a program as a whole; empty = not reported
}

// Reported tells whether anything is known of what was achieved.
func (r PeriodicResult) Reported() bool { return r.Achieved != nil || !r.Words.Empty() }

// PeriodicOverdue is a report on an activity, or a promise, whose day has passed.
type PeriodicOverdue struct {
	What  TaskKind  `json:"what"` // TaskReport or TaskPromise
	City  i18n.Text `json:"city"`
	Title i18n.Text `json:"title"`
	DueOn Date      `json:"due_on"`
}

// PeriodicFacts are the records that a report is made from.
type PeriodicFacts struct {
	Ties       []Tie
	Agreements []Agreement
	Steps      []Step
	Programs   []Program
	Outcomes   []Outcome
}

// Report makes the report on a period, as the register is on a day.
func (f PeriodicFacts) Report(p Period, on time.Time) Periodic {
	asOf := p.Last()
	if day := dayOf(on); day.Before(asOf) {
		asOf = day
	}
	names := periodicNames{cities: map[int64]i18n.Text{}, agreements: map[int64]Agreement{}}
	for _, t := range f.Ties {
		names.cities[t.City.ID] = t.City.Name
	}
	for _, a := range f.Agreements {
		names.agreements[a.ID] = a
	}
	r := Periodic{Period: p, AsOf: On(asOf)}
	r.Steps = f.steps(p, names)
	r.Activities, r.Costs = f.events(p, asOf)
	r.Results = f.results(p)
	r.Overdue = f.overdue(asOf, names)
	return r
}

// periodicNames are what records are called that others name.
type periodicNames struct {
	cities     map[int64]i18n.Text
	agreements map[int64]Agreement
}

func (f PeriodicFacts) steps(p Period, n periodicNames) (list []PeriodicStep) {
	for _, s := range f.Steps {
		if p.Holds(s.HappenedOn) {
			a := n.agreements[s.AgreementID]
			list = append(list, PeriodicStep{City: n.cities[a.CityID], Agreement: a.Title, Stage: s.Stage, On: s.HappenedOn})
		}
	}
	Sort(list, func(a, b PeriodicStep) int { return compareDates(a.On, b.On) })
	return list
}

// results are the measures of the period, and the programs that ended in it and from which a result can be expected.
func (f PeriodicFacts) results(p Period) (list []PeriodicResult) {
	titles := map[int64]i18n.Text{}
	for _, g := range f.Programs {
		titles[g.ID] = g.Title
		if p.Holds(g.EndOn) && g.promising() && g.Status != ProgramPlanned {
			list = append(list, PeriodicResult{Program: g.Title, On: g.EndOn, Plan: g.Plan, Words: g.Result})
		}
	}
	for _, o := range f.Outcomes {
		if p.Holds(o.AsOf) && !o.Effort {
			list = append(list, PeriodicResult{
				Program: titles[o.ProgramID], On: o.AsOf, Indicator: o.Indicator, Unit: o.Unit, Planned: o.Planned, Achieved: o.Achieved,
			})
		}
	}
	Sort(list, func(a, b PeriodicResult) int { return compareDates(a.On, b.On) })
	return list
}

// overdue are the reports and promises whose day had passed on a day, as the register has them now: those that are tasks of staff.
func (f PeriodicFacts) overdue(on time.Time, n periodicNames) (list []PeriodicOverdue) {
	due := lateReports(f.Ties, on)
	for _, t := range f.Ties {
		due = append(due, t.read(on).latePromises()...)
	}
	for _, t := range due {
		list = append(list, PeriodicOverdue{What: t.Kind, City: n.cities[t.CityID], Title: t.Title, DueOn: t.Since})
	}
	Sort(list, func(a, b PeriodicOverdue) int { return compareDates(a.DueOn, b.DueOn) })
	return list
}

// PeriodicSum is one number of a report.
type PeriodicSum struct {
	Name  string
	Count int
}

// Sums are the numbers of the report: how many rows of each kind there are, and how many of them lack what readers ask for.
func (r Periodic) Sums() []PeriodicSum {
	count := func(is func(PeriodicEvent) bool) int { return len(keep(r.Activities, is)) }
	due := func(what TaskKind) int {
		return len(keep(r.Overdue, func(d PeriodicOverdue) bool { return d.What == what }))
	}
	return []PeriodicSum{
		{"steps", len(r.Steps)},
		{"activities", len(r.Activities)},
		{"substantive", count(func(e PeriodicEvent) bool { return e.Nature == Substantive })},
		{"unsourced", count(func(e PeriodicEvent) bool { return !e.Sourced })},
		{"unpriced", count(func(e PeriodicEvent) bool { return !e.Priced })},
		{"results", len(keep(r.Results, PeriodicResult.Reported))},
		{"unreported", len(keep(r.Results, func(o PeriodicResult) bool { return !o.Reported() }))},
		{"reports", due(TaskReport)},
		{"promises", due(TaskPromise)},
	}
}
