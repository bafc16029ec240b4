package portal

import (
	"cmp"
	"iter"
	"slices"
	"time"
)

// BenefitYears is how many calendar years, the current one included, figures of benefits tell one by one; what began before stands together.
const BenefitYears = 17

// Counted is an event that figures rest on: it happened by the day, and a verifiable source supports it.
type Counted struct {
	City     City
	Rows     []int64  // the activities that tell of it
	Activity Activity // what they say together, without figures and results that have no verifiable source of their own
	reported bool
}

// Substantive tells whether it is more than protocol.
func (c Counted) Substantive() bool { return c.Activity.Nature == Substantive }

// HasResult tells whether its result is written down.
func (c Counted) HasResult() bool { return c.reported }

// Benefits is what the ties of the city brought, as far as anybody can check it. Cities of which a tie is only claimed, and those without
// one, bring nothing to it.
type Benefits struct {
	From, To   int              // the years that are told one by one
	Counted    []*BroughtEvent  // the oldest first
	Undated    int              // events with a verifiable source and no date, which enter no figure
	Unverified int              // events of which only sources tell that nobody can check
	Programs   []BroughtProgram // with a verifiable source, each once, that have begun or of which nobody knows when
}

// BenefitsOf reads the ties on a day.
func BenefitsOf(ties []Tie, on time.Time) Benefits {
	return benefitsOf(on, func(yield func(Brought) bool) {
		for _, t := range ties {
			if !yield(t.Brought(on)) {
				return
			}
		}
	})
}

// BenefitsOfAll adds up what summaries of ties say.
func BenefitsOfAll(ties []*Summary, on time.Time) Benefits {
	return benefitsOf(on, func(yield func(Brought) bool) {
		for _, s := range ties {
			if !yield(s.Brought.Read()) {
				return
			}
		}
	})
}

func benefitsOf(on time.Time, ties iter.Seq[Brought]) Benefits {
	b := Benefits{From: on.Year() - BenefitYears + 1, To: on.Year()}
	seen := map[int64]bool{}
	for brought := range ties {
		b.Undated, b.Unverified = b.Undated+brought.Undated, b.Unverified+brought.Unverified
		for i := range brought.Events {
			b.Counted = append(b.Counted, &brought.Events[i])
		}
		for _, p := range brought.Programs {
			if !seen[p.ID] {
				seen[p.ID] = true
				b.Programs = append(b.Programs, p)
			}
		}
	}
	Sort(b.Counted, func(a, c *BroughtEvent) int {
		return cmp.Or(compareDates(a.On, c.On), cmp.Compare(a.Rows[0], c.Rows[0]))
	})
	return b
}

// CountedIn lists the events of ties on which figures rest, with all that figures may take of them.
func CountedIn(ties []Tie, on time.Time) (list []Counted) {
	for _, t := range ties {
		if !t.City.brings() {
			continue
		}
		r := t.read(on)
		for _, e := range r.events {
			list = append(list, r.counted(e))
		}
	}
	return list
}

// counted is the event as figures take it: people and fields are those of its rows of substance alone.
func (r reading) counted(e event) Counted {
	proven := event{each(e.rows, r.proven)}
	c := Counted{City: r.city, Activity: proven.told()}
	c.Activity.Participants, c.Activity.Sectors = proven.participants(), proven.sectors()
	for _, a := range e.rows {
		c.Rows = append(c.Rows, a.ID)
	}
	slices.Sort(c.Rows)
	c.reported = !c.Activity.Result.Empty()
	return c
}

// Results is how many of the events have a written result.
func (b Benefits) Results() Share { return shareOf(b.Counted, (*BroughtEvent).hasResult) }

// Substance are the events that are more than protocol.
func (b Benefits) Substance() []*BroughtEvent {
	return keep(b.Counted, func(e *BroughtEvent) bool { return e.Substance })
}

// SubstanceResults is how many of those of substance have a written result.
func (b Benefits) SubstanceResults() Share { return shareOf(b.Substance(), (*BroughtEvent).hasResult) }

// ProgramResults is how many of the programs that ended more than six months ago have a result.
func (b Benefits) ProgramResults() Share {
	ended := keep(b.Programs, func(p BroughtProgram) bool { return p.Ended })
	return shareOf(ended, func(p BroughtProgram) bool { return p.Reported })
}

func shareOf[T any](list []T, holds func(T) bool) Share {
	return Share{len(keep(list, holds)), len(list)}
}

// First is the year of the first event; the first that is told by itself where there is none.
func (b Benefits) First() int {
	if len(b.Counted) == 0 {
		return b.From
	}
	return b.Counted[0].Year()
}

// Earlier is how many events began before the years that are told one by one.
func (b Benefits) Earlier() int {
	return len(keep(b.Counted, func(e *BroughtEvent) bool { return e.Year() < b.From }))
}

// YearResult is the events of one year.
type YearResult struct {
	Year     int
	Reported int  // with a written result
	Silent   int  // without one
	Earlier  bool // of all the years before Year, and not of it
}

// Years counts the events of each year from From to To, empty years included, and before them those of all earlier years if there are any.
func (b Benefits) Years() []YearResult {
	years := make([]YearResult, b.To-b.From+1)
	for i := range years {
		years[i].Year = b.From + i
	}
	earlier := YearResult{Year: b.From, Earlier: true}
	for _, e := range b.Counted {
		y := &earlier
		if year := e.Year(); year >= b.From {
			y = &years[year-b.From]
		}
		y.Reported += one(e.Reported)
		y.Silent += one(!e.Reported)
	}
	if earlier.Reported+earlier.Silent > 0 {
		years = slices.Insert(years, 0, earlier)
	}
	return years
}

// AnswerCount counts events by one answer: those of substance and those of protocol.
type AnswerCount struct {
	Answer    string // empty = unknown
	Substance int
	Protocol  int
}

// Total is all of them.
func (k AnswerCount) Total() int { return k.Substance + k.Protocol }

// Places counts the events by where they were, in the order of the choices, the unknown ones last.
func (b Benefits) Places() []AnswerCount {
	return b.by(Places, func(e *BroughtEvent) string { return e.Place })
}

// Initiators counts the events by who started them, in the order of the choices, the unknown ones last.
func (b Benefits) Initiators() []AnswerCount {
	return b.by(Initiators, func(e *BroughtEvent) string { return e.Initiator })
}

func (b Benefits) by(answers []string, of func(*BroughtEvent) string) []AnswerCount {
	var counts []AnswerCount
	for _, answer := range append(answers[1:len(answers):len(answers)], "") {
		k := AnswerCount{Answer: answer}
		for _, e := range b.Counted {
			k.Substance += one(of(e) == answer && e.Substance)
			k.Protocol += one(of(e) == answer && !e.Substance)
		}
		counts = append(counts, k)
	}
	return counts
}
