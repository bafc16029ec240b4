package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// SearchLimit is how many hits are counted and set in order at most.
const SearchLimit = 1000

// partnerWord is one of the words for a partner city, by which a search for all of them is known.
const partnerWord = "sister city"

// few is the number of hits below which a word is likely to be misspelled.
const few = 5

// Search is what a reader looks for.
type Search struct {
	Lang   i18n.Lang
	Words  string      // as typed: words, "phrases", -words, words joined by or
	Kind   portal.Kind // of the hits; empty = all
	Number int         // of the page, from 1
	Size   int
}

// Found is the answer to a search.
type Found struct {
	Words   string              // as they were read; empty where nothing was asked
	Instead string              // the words that were answered instead, because those typed find nothing
	Partly  bool                // no record holds all the words; the hits hold some of them
	Meant   string              // words that find more, offered beside the answer, or in place of none
	Also    []string            // words of the same meaning that were looked for too
	Counts  map[portal.Kind]int // hits by kind, whatever kind was asked for
	Hits    []Hit
}

// Total is how many hits there are of a kind, of all kinds where none is named. Above a limit they are not counted on.
func (f Found) Total(kind portal.Kind) (n int) {
	if kind != "" {
		return f.Counts[kind]
	}
	for _, some := range f.Counts {
		n += some
	}
	return n
}

// Hit is a record that was found.
type Hit struct {
	Named
	Slug   string // of its own page or file, may be empty
	On     portal.Date
	Title  []Piece
	Lang   string  // of the title where it is not the reader's, BCP 47; may be empty
	Also   []Name  // those of its other names that hold the words
	Text   []Piece // a passage of what is told of it
	InFile bool    // the passage stands in the file of a document
	Above  Above

	Standing portal.Standing // of a city
}

// Above is the record that a hit belongs to; empty where it stands alone.
type Above struct {
	Named
	Slug  string
	Title string
}

// Name is another name of a record.
type Name struct {
	Pieces []Piece
	Lang   string // BCP 47, where its script tells it
}

// String is the name without the marks in it.
func (n Name) String() string { return Plain(n.Pieces) }

// Plain is a text without the marks in it.
func Plain(pieces []Piece) string {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.Text)
	}
	return text.String()
}

// Piece is a stretch of text; Hit where it is what the reader looked for.
type Piece struct {
	Text string
	Hit  bool
}

// Search finds the public records that hold the words, in either language, the likeliest first. Where nothing holds them all it
// answers with the words spelled like names that are there, or else with records that hold some of them. It asks seven questions
// at most.
func (s *Store) Search(ctx context.Context, q Search) (Found, error) {
	list := terms(typed(q.Words))
	f := Found{Words: joinTerms(list)}
	if len(list) == 0 {
		return f, nil
	}
	asked, err := s.understand(ctx, list, &f)
	if err != nil {
		return f, err
	}
	if f.Total("") < few {
		if asked, err = s.otherwise(ctx, list, asked, &f); err != nil {
			return f, err
		}
	}
	if f.Total(q.Kind) > 0 {
		f.Hits, err = s.hits(ctx, q, cmp.Or(f.Instead, f.Words), asked)
	}
	return f, err
}

// understand widens the terms by words of the same meaning and counts what they find.
func (s *Store) understand(ctx context.Context, list []term, f *Found) (question, error) {
	wide, also, err := s.widen(ctx, list)
	if err != nil {
		return question{}, err
	}
	asked := questionOf(wide, " & ")
	asked.partners = len(wide) == 1 && slices.Contains(append(wide[0].or, wide[0].said), partnerWord)
	f.Also = also
	f.Counts, err = s.counts(ctx, asked)
	return asked, err
}

// otherwise looks for a better reading of a search that finds little: as it may have been meant, then by some of its words.
func (s *Store) otherwise(ctx context.Context, list []term, asked question, f *Found) (question, error) {
	better, err := s.respell(ctx, list)
	if err != nil {
		return asked, err
	}
	if better.found {
		var meant Found
		again, err := s.understand(ctx, better.terms, &meant)
		switch {
		case err != nil:
			return asked, err
		case meant.Total("") > 0 && f.Total("") == 0 && better.sure:
			f.Instead, f.Also, f.Counts = joinTerms(better.terms), meant.Also, meant.Counts
			return again, nil
		case meant.Total("") > f.Total(""):
			f.Meant = joinTerms(better.terms)
		}
		if better.sure {
			list = better.terms
		}
	}
	if f.Total("") > 0 || len(list) < 2 {
		return asked, nil
	}
	f.Partly, f.Also = true, nil
	some := questionOf(only(list, func(t term) bool { return !t.not }), " | ")
	f.Counts, err = s.counts(ctx, some)
	return some, err
}
