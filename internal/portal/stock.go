package portal

import "strings"

// Stock is memory in which very many summaries are kept: equal words once, and what is left behind one another in few large pieces, so that
// the collector of garbage need not go from one small piece to the next. A piece lives as long as anything in it. The zero value is empty;
// one in use is not to be copied.
type Stock struct {
	known     map[string]string
	text      strings.Builder
	summaries pieces[Summary]
	said      pieces[byte]
	words     pieces[string]
	numbers   pieces[int64]
	values    pieces[float64]
	years     pieces[YearCount]
	spans     pieces[Span]
}

// Keep copies a summary with all that it says.
func (b *Stock) Keep(s Summary) *Summary {
	for _, w := range []*string{&s.Slug, &s.Name.ID, &s.Name.EN, &s.Native, &s.NativeLang, &s.Region, &s.Country, &s.Place.Anchor,
		&s.Reason.ID, &s.Reason.EN, &s.Legal.ID, &s.Legal.EN, &s.Paper} {
		*w = b.word(*w)
	}
	s.Standing, s.Label, s.Mark = Standing(b.word(string(s.Standing))), Label(b.word(string(s.Label))), LegalMark(b.word(string(s.Mark)))
	s.Start, s.Last, s.Begun = Date(b.word(string(s.Start))), Date(b.word(string(s.Last))), Date(b.word(string(s.Begun)))
	s.Aliases, s.Sectors = b.list(s.Aliases), b.list(s.Sectors)
	s.Silent, s.Values = b.numbers.keep(s.Silent, thingsInPiece), b.values.keep(s.Values, thingsInPiece)
	s.Pulse.Years, s.Pulse.Spans = b.years.keep(s.Pulse.Years, thingsInPiece), b.spans.keep(s.Pulse.Spans, thingsInPiece)
	for _, said := range []*[]byte{&s.Marks.said, &s.Deeds.said, &s.Brought.said, &s.Visits.said, &s.Venues.said, &s.Dues.said, &s.Lacks.said} {
		*said = b.said.keep(*said, bytesInPiece)
	}
	return &b.summaries.keep([]Summary{s}, thingsInPiece)[0]
}

// What a piece holds at most, unless a single thing is larger.
const (
	bytesInPiece  = 256 << 10
	thingsInPiece = 2 << 10
)

// word is the same word in memory of its own, which is the same for equal words.
func (b *Stock) word(w string) string {
	if w == "" {
		return ""
	}
	if known, ok := b.known[w]; ok {
		return known
	}
	if b.text.Cap()-b.text.Len() < len(w) {
		size := max(min(2*b.text.Cap(), bytesInPiece), len(w))
		b.text = strings.Builder{}
		b.text.Grow(size)
	}
	at := b.text.Len()
	b.text.WriteString(w) // stays where it is, since there is room
	kept := b.text.String()[at:]
	if b.known == nil {
		b.known = map[string]string{}
	}
	b.known[kept] = kept
	return kept
}

func (b *Stock) list(words []string) []string {
	kept := b.words.keep(words, thingsInPiece)
	for i, w := range kept {
		kept[i] = b.word(w)
	}
	return kept
}

// pieces keep lists behind one another, in pieces of memory of which each is twice as large as the one before.
type pieces[T any] struct{ last []T }

// keep copies a list to where nothing else can be added to it, in a piece of so many things at most.
func (p *pieces[T]) keep(list []T, most int) []T {
	if len(list) == 0 {
		return nil
	}
	if cap(p.last)-len(p.last) < len(list) {
		p.last = make([]T, 0, max(min(2*cap(p.last), most), len(list)))
	}
	at := len(p.last)
	p.last = append(p.last, list...)
	return p.last[at:len(p.last):len(p.last)]
}
