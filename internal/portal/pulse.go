package portal

import "time"

// Pulse is what a drawing shows of a tie: the years in which anything happened, and the line of its agreements below them.
type Pulse struct {
	Events int         `json:"events,omitempty"` // documented ones, each once, also one that lights several years
	Years  []YearCount `json:"years,omitempty"`
	Spans  []Span      `json:"spans,omitempty"`
}

// Pulse is that of the tie on a day.
func (t Tie) Pulse(on time.Time) Pulse {
	t = t.once(on)
	return Pulse{
		Events: t.Events(on), Years: keep(t.Years(on), func(y YearCount) bool { return y.Documented+y.Unverified > 0 }), Spans: t.Spans(on),
	}
}

// Events counts the documented events with a date up to the day, each once however long it lasted. The sum of Years is not their number.
func (t Tie) Events(on time.Time) int {
	return len(t.read(on).events)
}

// YearCount is what a drawing shows of one year.
type YearCount struct {
	Year       int `json:"y"`
	Documented int `json:"d,omitempty"` // events with a verifiable source
	Unverified int `json:"u,omitempty"` // events that only sources nobody can check tell of
}

// Years counts the events of each year, those that lasted for several in each, from the first year of anything to the year of the day, empty years included; nil
// where nothing has a date. Events to come are not drawn, nor are rows without any source.
func (t Tie) Years(on time.Time) []YearCount {
	r := t.read(on)
	hearsay := r.hearsay(t.Activities)
	first := r.start().Year()
	for _, e := range append(hearsay, r.events...) {
		if year := e.start().Year(); first == 0 || year < first {
			first = year
		}
	}
	if first == 0 {
		return nil
	}
	years := make([]YearCount, max(0, r.on.Year()-first+1))
	for i := range years {
		years[i].Year = first + i
	}
	for _, e := range r.events {
		for year := e.start().Year(); year <= r.lastDay(e).Year(); year++ {
			years[year-first].Documented++
		}
	}
	for _, e := range hearsay {
		for year := e.start().Year(); year <= r.lastDay(e).Year(); year++ {
			years[year-first].Unverified++
		}
	}
	return years
}

// hearsay lists the events that only unverifiable sources tell of: rows that merge with a documented one are left out.
func (r reading) hearsay(rows []Activity) []event {
	told := keep(rows, func(a Activity) bool {
		return a.StartOn != "" && r.happened(a.StartOn) && (r.counts(a) || r.evidence.onlyHearsay(KindActivity, a.ID))
	})
	return keep(eventsOf(told), func(e event) bool { return len(keep(e.rows, r.counts)) == 0 })
}

// Start is when the tie began: the first binding signature. Where none is dated it is the year of the first step, letter
// of intent or activity on record, marked approximate; empty where nothing has a date.
func (t Tie) Start(on time.Time) Date { return t.read(on).start() }

func (r reading) start() Date {
	if first := r.firstOf(r.binding()); first != "" {
		return first
	}
	dates := r.paperDates()
	for _, e := range r.events {
		dates = append(dates, e.start())
	}
	return aboutYear(earliest(dates))
}

// begun is the start as far as papers tell it: an activity, which may be mere protocol, begins nothing.
func (r reading) begun() Date {
	if first := r.firstOf(r.binding()); first != "" {
		return first
	}
	return aboutYear(earliest(r.paperDates()))
}

// paperDates are the dates of all agreements, signed or not, and of all steps on their paths.
func (r reading) paperDates() []Date {
	var dates []Date
	for _, a := range r.agreements {
		dates = append(dates, r.startOf(a))
	}
	for _, s := range r.steps {
		dates = append(dates, s.HappenedOn)
	}
	return dates
}

// aboutYear is the year of a date that only shows about when something was; empty where there is none.
func aboutYear(d Date) Date {
	if d == "" {
		return ""
	}
	return d.Plain().upTo(ToYear) + "~"
}

func (r reading) firstOf(agreements []Agreement) Date {
	var dates []Date
	for _, a := range agreements {
		dates = append(dates, r.startOf(a))
	}
	return earliest(dates)
}

// Span is a stretch of the line under the bricks, by years, both ends included.
type Span struct {
	From  int  `json:"f"`
	Until int  `json:"u"`
	Solid bool `json:"s,omitempty"` // in force by a term on record; else expired, of unknown term, or not dated
}

// Spans draws the line of the agreements, from the year of the first signature to the year of the day or of the end: solid in
// years in which a paper with a known term was in force for a day or more, dashed in others. Nothing signed has no line.
func (t Tie) Spans(on time.Time) []Span {
	r := t.read(on)
	first, last := r.start().Year(), r.on.Year()
	if len(r.binding()) == 0 || first == 0 {
		return nil
	}
	if end, ok := r.ended(); ok && end != "" {
		last = end.Year()
	}
	var spans []Span
	for year := first; year <= last; year++ {
		solid := r.inForceIn(year)
		if n := len(spans); n > 0 && spans[n-1].Solid == solid {
			spans[n-1].Until = year
		} else {
			spans = append(spans, Span{From: year, Until: year, Solid: solid})
		}
	}
	return spans
}

// inForceIn tells whether the term of a paper covers a day of the year.
func (r reading) inForceIn(year int) bool {
	for _, a := range r.binding() {
		from := r.startOf(a)
		until, _ := r.term(a)
		if from != "" && until != "" && from.Year() <= year && year <= until.Year() {
			return true
		}
	}
	return false
}
