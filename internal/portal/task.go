package portal

import (
	"cmp"
	"slices"
	"time"

	"kotakembar/internal/i18n"
)

// TaskKind tells what a task is about.
type TaskKind string

// The kinds of tasks.
const (
	TaskExpiry      TaskKind = "expiry"      // the term of an agreement runs out or has
	TaskReview      TaskKind = "review"      // changes of others wait for a decision
	TaskMine        TaskKind = "mine"        // drafts, and changes that came back
	TaskLetter      TaskKind = "letter"      // citizens wait for an answer
	TaskReport      TaskKind = "report"      // the report on an official trip is overdue
	TaskPromise     TaskKind = "promise"     // an undertaking is overdue
	TaskStage       TaskKind = "stage"       // a stage takes longer than its limit
	TaskResult      TaskKind = "result"      // a program ended, and nobody wrote what it brought
	TaskOpportunity TaskKind = "opportunity" // the deadline has passed, and nobody wrote what came of it
	TaskSilence     TaskKind = "silence"     // nothing is recorded of a partner for long
	TaskSource      TaskKind = "source"      // something is published that no source supports
	TaskLink        TaskKind = "link"        // the address of a source no longer answers
	TaskAltText     TaskKind = "alt_text"    // a document says nothing to readers who cannot see it
	TaskFile        TaskKind = "file"        // a kept file is gone, or not what it was
)

// TaskKinds lists the kinds in the order in which lists name them where nothing is more urgent.
var TaskKinds = []TaskKind{
	TaskExpiry, TaskReview, TaskMine, TaskLetter, TaskReport, TaskPromise, TaskStage, TaskResult, TaskOpportunity, TaskSilence, TaskSource,
	TaskLink, TaskAltText, TaskFile,
}

// Rank orders kinds of tasks by who waits: 0 where a person does, for a decision, an answer or a change to go on with; 1 where the
// register alone does.
func (k TaskKind) Rank() int {
	if k == TaskReview || k == TaskMine || k == TaskLetter {
		return 0
	}
	return 1
}

// Urgency is how much a task presses.
type Urgency int

// The urgencies, the most pressing first.
const (
	Overdue Urgency = iota
	Soon
	Open
)

// Task is something in the register that needs a person.
type Task struct {
	Kind    TaskKind
	Urgency Urgency
	Record  Row       // where it is done
	CityID  int64     // of the tie that it is about, 0 = of none in particular
	Title   i18n.Text // what it is about
	Tag     Reason    // how much or how long, in a word or two
	Why     Reason
	Since   Date // since when, or by when; empty = nobody knows
}

// compareTasks orders by urgency, then by age; what has no date comes last.
func compareTasks(a, b Task) int {
	return cmp.Or(
		cmp.Compare(a.Urgency, b.Urgency),
		-yesFirst(a.Since != "", b.Since != ""),
		a.Since.Earliest().Compare(b.Since.Earliest()),
		slices.Index(TaskKinds, a.Kind)-slices.Index(TaskKinds, b.Kind),
		cmp.Compare(a.Record.ID, b.Record.ID),
	)
}

// Holdings are what tasks of the register follow from.
type Holdings struct {
	Ties          []Tie
	Limits        []Limit // of stages
	Opportunities []Opportunity
	Bare          []int64 // opportunities that no source that can be checked tells of
	Links         []Link
}

// Tasks lists what the register itself needs of a person on a day, the most urgent first. What stands under several ties is named once.
func Tasks(h Holdings, on time.Time) []Task {
	var all []Task
	for _, t := range h.Ties {
		r := t.read(on)
		all = append(all, r.expiries()...)
		all = append(all, r.latePromises()...)
		all = append(all, r.lateStages(h.Limits)...)
		all = append(all, r.missingResults()...)
		all = append(all, r.silence()...)
		all = append(all, t.unsourced(r)...)
		all = append(all, t.wordless()...)
	}
	all = append(all, lateReports(h.Ties, on)...)
	all = append(all, openEnded(h.Opportunities, on)...)
	all = append(all, bareOpportunities(h.Opportunities, h.Bare)...)
	all = append(all, deadLinks(h.Links)...)
	Sort(all, compareTasks)
	type name struct {
		kind TaskKind
		row  Row
	}
	seen := map[name]bool{}
	return keep(all, func(t Task) bool {
		n := name{t.Kind, t.Record}
		again := seen[n]
		seen[n] = true
		return !again
	})
}

// Days is a count of days as words.
func Days(n int) Reason { return counted("tasks.days", n) }

// DaysBetween counts the calendar days from one instant to a later one.
func DaysBetween(from, until time.Time) int {
	return max(0, int(dayOf(until).Sub(dayOf(from.In(until.Location()))).Hours()/24))
}

// daysToDecide is after how many days a change has waited for long.
const daysToDecide = 7

// Waiting is how much a change presses that has waited for some days.
func Waiting(days int) Urgency {
	if days >= daysToDecide {
		return Soon
	}
	return Open
}

// ago is how long ago a day was, as words: from two years on in whole years.
func (r reading) ago(d Date) Reason {
	day := d.Latest()
	if n := int(r.on.Sub(day).Hours() / 24); n < 60 {
		return Days(max(n, 0))
	}
	months := monthsBetween(day, r.on)
	if months >= 24 { // a mark has room for one number
		months -= months % 12
	}
	return Reason{Key: "tasks.stretch", Args: []any{stretch(months)}}
}
