package portal

import (
	"cmp"
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

// Benefits is what the ties of the city brought, as far as anybody can check it, summed up. Cities of which a tie is only claimed, and
// those without one, bring nothing to it.
type Benefits struct {
	From, To   int // the years that are told one by one
	Undated    int // events with a verifiable source and no date, which enter no figure
	Unverified int // events of which only sources tell that nobody can check

	rows               []int64 // the activities that tell of the events; none where these are more than Traced
	first              int     // year
	results, substance Share
	years              []YearResult
	earlier            YearResult
	places, initiators map[string]*AnswerCount
	people             []GroupSum // in the order of the groups, then of all citizens
	costs              Costs
	fields             []FieldCount
	together           map[string]*fieldsTogether
	programs           programSums
}

// Traced is up to how many events sums name the activities that they rest on. Of more nobody could list the sources.
const Traced = 1000

// EventsOfAll are the events that summaries of ties tell of, the oldest first.
func EventsOfAll(ties []*Summary) (list []*BroughtEvent) {
	for _, s := range ties {
		brought := s.Brought.Read()
		for i := range brought.Events {
			list = append(list, &brought.Events[i])
		}
	}
	return oldestFirst(list)
}

func oldestFirst(list []*BroughtEvent) []*BroughtEvent {
	Sort(list, func(a, c *BroughtEvent) int {
		return cmp.Or(compareDates(a.On, c.On), cmp.Compare(a.Rows[0], c.Rows[0]))
	})
	return list
}

// BenefitsOfAll adds up what summaries of ties say, of very many events as they come, so that nobody has to hold them all.
func BenefitsOfAll(ties []*Summary, on time.Time) Benefits {
	b := Benefits{
		From: on.Year() - BenefitYears + 1, To: on.Year(), years: make([]YearResult, BenefitYears), people: make([]GroupSum, len(Groups)+1),
		places: map[string]*AnswerCount{}, initiators: map[string]*AnswerCount{}, together: map[string]*fieldsTogether{},
	}
	for i := range b.years {
		b.years[i].Year = b.From + i
	}
	b.earlier = YearResult{Year: b.From, Earlier: true}
	for i, g := range Groups {
		b.people[i].Group = g
	}
	var held []*BroughtEvent
	few, seen := true, map[int64]bool{}
	for _, s := range ties {
		brought := s.Brought.Read()
		b.Undated, b.Unverified = b.Undated+brought.Undated, b.Unverified+brought.Unverified
		for i := range brought.Events {
			held = append(held, &brought.Events[i])
		}
		if few = few && len(held) <= Traced; !few {
			b.add(held, few)
			held = held[:0]
		}
		for _, p := range brought.Programs {
			if !seen[p.ID] {
				seen[p.ID] = true
				b.programs.add(p)
			}
		}
	}
	b.add(oldestFirst(held), few)
	if !few {
		b.programs.untraced()
	}
	return b
}

func (b *Benefits) add(events []*BroughtEvent, traced bool) {
	for _, e := range events {
		var rows []int64
		if traced {
			rows = e.Rows
		}
		b.rows = append(b.rows, rows...)
		if year := e.Year(); b.first == 0 || year < b.first {
			b.first = year
		}
		b.results.add(e.Reported)
		b.addYear(e)
		countAnswer(b.places, e.Place, e.Substance)
		countAnswer(b.initiators, e.Initiator, e.Substance)
		b.costs.addEvent(e, rows)
		if e.Substance {
			b.substance.add(e.Reported)
			b.addPeople(e, rows)
			b.addFields(e)
		}
	}
}

// Events is how many events the figures rest on.
func (b Benefits) Events() int { return b.results.Of }

// Rows are the activities that tell of the events, the oldest first; none where the events are more than Traced.
func (b Benefits) Rows() []int64 { return b.rows }

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
func (b Benefits) Results() Share { return b.results }

// SubstanceResults is how many of those that are more than protocol have a written result.
func (b Benefits) SubstanceResults() Share { return b.substance }

// First is the year of the first event; the first that is told by itself where there is none.
func (b Benefits) First() int { return cmp.Or(b.first, b.From) }

// Earlier is how many events began before the years that are told one by one.
func (b Benefits) Earlier() int { return b.earlier.Reported + b.earlier.Silent }

// YearResult is the events of one year.
type YearResult struct {
	Year     int
	Reported int  // with a written result
	Silent   int  // without one
	Earlier  bool // of all the years before Year, and not of it
}

// Years counts the events of each year from From to To, empty years included, and before them those of all earlier years if there are any.
func (b Benefits) Years() []YearResult {
	if b.Earlier() > 0 {
		return append([]YearResult{b.earlier}, b.years...)
	}
	return slices.Clone(b.years)
}

func (b *Benefits) addYear(e *BroughtEvent) {
	y := &b.earlier
	if year := e.Year(); year >= b.From {
		y = &b.years[year-b.From]
	}
	y.Reported += one(e.Reported)
	y.Silent += one(!e.Reported)
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
func (b Benefits) Places() []AnswerCount { return inOrder(b.places, Places) }

// Initiators counts the events by who started them, in the order of the choices, the unknown ones last.
func (b Benefits) Initiators() []AnswerCount { return inOrder(b.initiators, Initiators) }

func inOrder(counts map[string]*AnswerCount, answers []string) []AnswerCount {
	return each(append(answers[1:len(answers):len(answers)], ""), func(answer string) AnswerCount {
		if n := counts[answer]; n != nil {
			return *n
		}
		return AnswerCount{Answer: answer}
	})
}

func countAnswer(counts map[string]*AnswerCount, answer string, substance bool) {
	n := counts[answer]
	if n == nil {
		n = &AnswerCount{Answer: answer}
		counts[answer] = n
	}
	n.Substance += one(substance)
	n.Protocol += one(!substance)
}
