package portal

import (
	"cmp"
	"slices"
	"strings"
)

// event is something that happened once, however many rows tell of it.
type event struct{ rows []Activity }

// eventsOf merges the rows of one event, and sorts by date. Two rows are of one event where city, kind and start are equal
// and the title is too, in either language; or, for a start known to the day, the program. A program may do one kind of
// thing several times in a year, so a start known to the year or month needs the title.
func eventsOf(rows []Activity) []event {
	type slot struct {
		city  int64
		kind  string
		start Date
	}
	slots := map[slot][]event{}
	for _, a := range rows {
		at := slot{a.CityID, a.Kind, a.StartOn.Plain()}
		slots[at] = add(slots[at], a)
	}
	var events []event
	for _, of := range slots {
		events = append(events, of...)
	}
	Sort(events, func(a, b event) int {
		return cmp.Or(compareDates(a.start(), b.start()), cmp.Compare(a.id(), b.id()))
	})
	return events
}

// add puts a row to the events that it belongs to, which thereby turn out to be one.
func add(events []event, a Activity) []event {
	one := event{rows: []Activity{a}}
	var others []event
	for _, e := range events {
		if e.has(a) {
			one.rows = append(one.rows, e.rows...)
		} else {
			others = append(others, e)
		}
	}
	return append(others, one)
}

// has tells whether the activity, of the same city, kind and start, is the event.
func (e event) has(a Activity) bool {
	return slices.ContainsFunc(e.rows, func(b Activity) bool {
		byProgram := a.ProgramID != 0 && a.ProgramID == b.ProgramID && a.StartOn.Precision() == ToDay
		return byProgram || sameTitle(a.Title.ID, b.Title.ID) || sameTitle(a.Title.EN, b.Title.EN)
	})
}

func sameTitle(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	return a != "" && strings.EqualFold(a, b)
}

// id is the lowest number of its rows.
func (e event) id() int64 {
	id := e.rows[0].ID
	for _, a := range e.rows {
		id = min(id, a.ID)
	}
	return id
}

// row names the event by its lowest number.
func (e event) row() Row { return Row{KindActivity, e.id()} }

// start is the start in the form with the least doubt, where rows mark it differently.
func (e event) start() Date {
	d := e.rows[0].StartOn
	for _, a := range e.rows {
		d = min(d, a.StartOn)
	}
	return d
}

// lastDay is the last day of the event that has come: of one that goes on, the day of the reading; its start where no end is on record.
func (r reading) lastDay(e event) Date {
	end := e.start()
	for _, a := range e.rows {
		last := a.EndOn
		if last != "" && !r.happened(last) {
			last = On(r.on)
		}
		if last.Earliest().After(end.Earliest()) {
			end = last
		}
	}
	return end
}

// lately tells whether the event, or its last part, lies in the last months.
func (r reading) lately(e event, months int) bool { return r.within(r.lastDay(e), months) }

// substantive tells whether one of the rows is; a row of protocol beside it takes nothing away.
func (e event) substantive() bool {
	return slices.ContainsFunc(e.rows, func(a Activity) bool { return a.Nature == Substantive })
}

// compareDates orders by the first day that a date can mean, and the more precise one later where that is equal.
func compareDates(a, b Date) int {
	return cmp.Or(a.Earliest().Compare(b.Earliest()), cmp.Compare(a, b))
}
