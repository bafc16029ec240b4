package portal

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// DueKind is what comes on a date.
type DueKind string

// What may come.
const (
	DueAnniversary  DueKind = "anniversary"
	DueExpiry       DueKind = "expiry"      // the last day of a term
	DueExpiryMark   DueKind = "expiry_mark" // a number of months before it
	DueProgramStart DueKind = "program_start"
	DueProgramEnd   DueKind = "program_end"
	DueReport       DueKind = "report" // on an activity
	DuePromise      DueKind = "promise"
	DueOpening      DueKind = "opening" // of an opportunity
	DueDeadline     DueKind = "deadline"
)

// expiryMarks are how many months before the end of a term somebody should look at it.
var expiryMarks = []int{18, 12, 6}

// roundYears is which anniversaries are round ones.
const roundYears = 5

// Due is something that comes on a date of which as much is known as of the record that it was read from.
type Due struct {
	On    Date
	Kind  DueKind
	Of    Kind // of the record that it was read from
	ID    int64
	Count int // years of an anniversary, months of a mark
}

// Round tells whether the anniversary is a round one.
func (d Due) Round() bool { return d.Kind == DueAnniversary && d.Count%roundYears == 0 }

// Since is what an anniversary counts from, as far as it is known.
func (d Due) Since() Date { return d.On.inYear(d.On.Year() - d.Count) }

// Name tells the due dates of a record apart, for good: a date that moves keeps its name.
func (d Due) Name() string {
	name := fmt.Sprintf("%s-%d-%s", d.Of, d.ID, d.Kind)
	if d.Count != 0 {
		name += fmt.Sprintf("-%d", d.Count)
	}
	return name
}

// DueNamed is what a name tells of a due date: of which record it is, its kind and its count. It is the zero Due for what is no such name.
func DueNamed(name string) (d Due) {
	var count string
	parts := strings.SplitN(name, "-", 4)
	if len(parts) < 3 {
		return Due{}
	}
	if len(parts) > 3 {
		count = parts[3]
	}
	d.Of, d.Kind = Kind(parts[0]), DueKind(parts[2])
	d.ID, _ = strconv.ParseInt(parts[1], 10, 64)
	d.Count, _ = strconv.Atoi(count)
	return d
}

// DueLine is a due date as lists of all ties narrow and order it.
type DueLine struct {
	On   Date   `json:"on"`
	Name string `json:"name"`
}

// dueYears is for how many years after the present one dates are told.
const dueYears = 2

// dueLines are the dates that come under the tie from the present year on; the home city has none of its own.
func (t Tie) dueLines(on time.Time) (lines []DueLine) {
	if t.City.IsHome {
		return nil
	}
	for _, d := range t.Dues(on, on.Year(), on.Year()+dueYears) {
		lines = append(lines, DueLine{d.On, d.Name()})
	}
	return lines
}

// Dues are what comes under the tie in the years from the first to the last one. An anniversary needs a start that is not in doubt.
func (t Tie) Dues(on time.Time, first, last int) []Due {
	dues := t.anniversaries(on, first, last)
	add := func(d Due) {
		if d.On != "" && d.On.Year() >= first {
			dues = append(dues, d)
		}
	}
	for _, a := range t.Agreements {
		if a.Instrument.Binding() {
			for _, d := range a.expiries() {
				add(d)
			}
		}
	}
	for _, p := range t.Programs {
		add(Due{On: p.StartOn, Kind: DueProgramStart, Of: KindProgram, ID: p.ID})
		add(Due{On: p.EndOn, Kind: DueProgramEnd, Of: KindProgram, ID: p.ID})
	}
	for _, a := range t.Activities {
		if a.ReportReceivedOn == "" && a.ReportAbsent.Empty() {
			add(Due{On: a.ReportDueOn, Kind: DueReport, Of: KindActivity, ID: a.ID})
		}
	}
	for _, u := range t.Promises {
		if u.State != PromiseDelivered && u.State != PromiseDropped {
			add(Due{On: u.DueOn, Kind: DuePromise, Of: KindPromise, ID: u.ID})
		}
	}
	return dues
}

func (t Tie) anniversaries(on time.Time, first, last int) (dues []Due) {
	start := t.Start(on)
	if t.City.Standing != Partner || start == "" || start.Approximate() {
		return nil
	}
	for year := max(first, start.Year()+1); year <= last; year++ {
		dues = append(dues, Due{On: start.inYear(year), Kind: DueAnniversary, Of: KindCity, ID: t.City.ID, Count: year - start.Year()})
	}
	return dues
}

// inYear is the same day or month of another year; 29 February is 28 February where the year has none.
func (d Date) inYear(year int) Date {
	moved := Date(fmt.Sprintf("%04d%s", year, d[4:]))
	if !moved.Valid() {
		return Date(fmt.Sprintf("%04d-02-28", year))
	}
	return moved
}

// expiries are the end of the paper's term and the marks before it. Known to the month or year, it ends on the last day that it can mean.
func (a Agreement) expiries() (dues []Due) {
	if a.InForceUntil == "" {
		return nil
	}
	due := Due{On: a.InForceUntil, Kind: DueExpiry, Of: KindAgreement, ID: a.ID}
	dues = append(dues, due)
	for _, months := range expiryMarks {
		due.On, due.Kind, due.Count = On(addMonths(a.InForceUntil.Latest(), -months)), DueExpiryMark, months
		dues = append(dues, due)
	}
	return dues
}

// Dues are the opening and the deadline of an opportunity.
func (o Opportunity) Dues() (dues []Due) {
	due := Due{On: o.OpensOn, Kind: DueOpening, Of: KindOpportunity, ID: o.ID}
	if o.OpensOn != "" {
		dues = append(dues, due)
	}
	due.On, due.Kind = o.DeadlineOn, DueDeadline
	return append(dues, due)
}
