package portal

import (
	"slices"
	"time"

	"kotakembar/internal/i18n"
)

// Months before its end within which a term is on the list, becomes soon, and presses.
const (
	soonMonths     = 12
	pressingMonths = 6
)

// expiries are the papers that stand for the tie and whose term runs out or has.
func (r reading) expiries() (tasks []Task) {
	for _, a := range r.standing() {
		until, over := r.term(a)
		if r.hasEnded(a) || !over && (until == "" || !until.Latest().Before(addMonths(r.on, expiringMonths))) {
			continue
		}
		t := r.task(TaskExpiry, Row{KindAgreement, a.ID}, a.Title)
		t.Since = until
		switch left := int(until.Latest().Sub(r.on).Hours() / 24); {
		case over && until == "":
			t.Urgency, t.Tag, t.Why = Overdue, Reason{Key: "tasks.over"}, Reason{Key: "tasks.why.expiry.undated"}
		case over:
			t.Urgency, t.Why = Overdue, Reason{Key: "tasks.why.expiry.over", Args: []any{until}}
			t.Tag = Reason{Key: "tasks.past", Args: []any{r.ago(until)}}
		default:
			t.Urgency, t.Why = r.nearness(until), Reason{Key: "tasks.why.expiry", Args: []any{until}}
			t.Tag = counted("tasks.left", left)
		}
		tasks = append(tasks, t)
	}
	return tasks
}

func (r reading) nearness(until Date) Urgency {
	switch last := until.Latest(); {
	case last.Before(addMonths(r.on, pressingMonths)):
		return Overdue
	case last.Before(addMonths(r.on, soonMonths)):
		return Soon
	}
	return Open
}

// task is a task of the tie that waits without pressing.
func (r reading) task(kind TaskKind, record Row, title i18n.Text) Task {
	return Task{Kind: kind, Urgency: Open, Record: record, CityID: r.city.ID, Title: title}
}

func (r reading) latePromises() (tasks []Task) {
	for _, u := range r.promises {
		if !u.Overdue(r.on) {
			continue
		}
		t := r.task(TaskPromise, Row{KindPromise, u.ID}, u.Words)
		t.Urgency, t.Since, t.Why = Overdue, u.DueOn, Reason{Key: "tasks.why.promise", Args: []any{u.DueOn}}
		t.Tag = Reason{Key: "tasks.past", Args: []any{r.ago(u.DueOn)}}
		tasks = append(tasks, t)
	}
	return tasks
}

// lateStages are the papers under way whose present stage has taken longer than the limit on record. The present stage is the one
// after the last that is recorded, and runs from that day; working days are Monday to Friday, since no calendar of holidays is kept.
func (r reading) lateStages(limits []Limit) (tasks []Task) {
	for _, a := range r.agreements {
		last, ok := r.lastStep(a)
		if !ok || last.HappenedOn == "" {
			continue
		}
		next := slices.Index(Stages, last.Stage) + 1
		if next > slices.Index(Stages, Signed) {
			continue
		}
		for _, limit := range limits {
			if limit.Stage != Stages[next] || limit.WorkingDays == nil {
				continue
			}
			due := On(workingDaysAfter(last.HappenedOn.Latest(), *limit.WorkingDays))
			if !due.Latest().Before(r.on) {
				continue
			}
			t := r.task(TaskStage, Row{KindAgreement, a.ID}, a.Title)
			t.Urgency, t.Since = Soon, due
			t.Tag = Reason{Key: "tasks.past", Args: []any{r.ago(due)}}
			t.Why = Reason{Key: "tasks.why.stage", Args: []any{Reason{Key: "choice.stage." + string(limit.Stage)}, int(*limit.WorkingDays), due}}
			tasks = append(tasks, t)
		}
	}
	return tasks
}

func (r reading) lastStep(a Agreement) (last Step, ok bool) {
	steps := r.stepsOf([]Agreement{a})
	if len(steps) == 0 {
		return last, false
	}
	return slices.MaxFunc(steps, func(a, b Step) int {
		if c := compareDates(a.HappenedOn, b.HappenedOn); c != 0 {
			return c
		}
		return slices.Index(Stages, a.Stage) - slices.Index(Stages, b.Stage)
	}), true
}

func workingDaysAfter(day time.Time, n int64) time.Time {
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			n--
		}
	}
	return day
}

// missingResults are the programs that ended more than six months ago without a sourced result.
func (r reading) missingResults() (tasks []Task) {
	for _, p := range r.programs {
		if !r.due(p) || len(r.resultsOf(p)) > 0 {
			continue
		}
		t := r.task(TaskResult, Row{KindProgram, p.ID}, p.Title)
		t.Since, t.Tag, t.Why = p.EndOn, r.ago(p.EndOn), Reason{Key: "tasks.why.result", Args: []any{p.EndOn}}
		tasks = append(tasks, t)
	}
	return tasks
}

// Months without any activity after which a partner counts as silent, and as silent for long.
const (
	silentMonths     = 24
	longSilentMonths = 60
)

// silence tells of a partner of whom nothing is recorded for long. A tie that ended, or in which nothing was signed, may be silent.
func (r reading) silence() []Task {
	if _, ended := r.ended(); ended || r.unsigned() || r.city.Standing != Partner {
		return nil
	}
	t := r.task(TaskSilence, Row{KindCity, r.city.ID}, r.city.Name)
	switch n := r.recency(func(event) bool { return true }); {
	case n.Last == "":
		t.Tag, t.Why = Reason{Key: "tasks.never"}, Reason{Key: "tasks.why.silence.never"}
	case r.within(n.Last, silentMonths):
		return nil
	default:
		t.Since, t.Tag, t.Why = n.Last, r.ago(n.Last), Reason{Key: "tasks.why.silence", Args: []any{n.Last}}
		if !r.within(n.Last, longSilentMonths) {
			t.Urgency = Soon
		}
	}
	return []Task{t}
}

// lateReports are the official trips whose report is overdue.
func lateReports(ties []Tie, on time.Time) (tasks []Task) {
	for _, v := range Visits(ties, on) {
		if v.Report != ReportOverdue {
			continue
		}
		due, _ := v.Activity.ReportDue()
		t := Task{Kind: TaskReport, Urgency: Overdue, Record: Row{KindActivity, v.Rows[0]}, CityID: v.City.ID, Title: v.Activity.Title, Since: due}
		t.Tag = Reason{Key: "tasks.past", Args: []any{reading{on: dayOf(on)}.ago(due)}}
		t.Why = Reason{Key: "tasks.why.report", Args: []any{due}}
		tasks = append(tasks, t)
	}
	return tasks
}

// openEnded are the opportunities of which nobody wrote what became.
func openEnded(opportunities []Opportunity, on time.Time) (tasks []Task) {
	for _, o := range opportunities {
		if o.State(on) != OpportunityPast || !o.Outcome.Empty() || o.ActivityID != 0 {
			continue
		}
		tasks = append(tasks, Task{
			Kind: TaskOpportunity, Urgency: Open, Record: Row{KindOpportunity, o.ID}, CityID: o.CityID, Title: o.Title, Since: o.DeadlineOn,
			Tag: reading{on: dayOf(on)}.ago(o.DeadlineOn), Why: Reason{Key: "tasks.why.opportunity", Args: []any{o.DeadlineOn}},
		})
	}
	return tasks
}

// wordless are the documents that say nothing to readers who cannot see them.
func (t Tie) wordless() (tasks []Task) {
	for _, d := range t.Documents {
		if d.AltText.ID != "" && d.AltText.EN != "" {
			continue
		}
		tasks = append(tasks, Task{
			Kind: TaskAltText, Urgency: Open, Record: Row{KindDocument, d.ID}, CityID: t.City.ID, Title: d.Title,
			Tag: Reason{Key: "tasks.wordless"}, Why: Reason{Key: "tasks.why.alt_text"},
		})
	}
	return tasks
}
