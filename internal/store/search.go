package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// SearchLimit is how many hits are counted and set in order at most.
const SearchLimit = 500

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
// answers with the words spelled like names that are there, or else with records that hold some of them. It asks three questions where
// it finds enough, and seven at most.
func (s *Store) Search(ctx context.Context, q Search) (Found, error) {
	list := terms(typed(q.Words))
	f := Found{Words: joinTerms(list)}
	if len(list) == 0 {
		return f, nil
	}
	a, err := s.understand(ctx, q, list)
	if err == nil && a.total() < few {
		a, err = s.otherwise(ctx, q, list, a, &f)
	}
	f.Also, f.Counts = a.also, a.found.Counts
	if err != nil || len(a.found.IDs) == 0 {
		return f, err
	}
	f.Hits, err = s.hits(ctx, q.Lang, a.found, a.question.bound())
	return f, err
}

// reading is what a search was taken for, and what that finds.
type reading struct {
	question
	also  []string // words of the same meaning that were looked for too
	found ranked   // of the page, and how many of each kind
}

func (r reading) total() int { return Found{Counts: r.found.Counts}.Total("") }

// understand widens the terms by words of the same meaning and looks what they find.
func (s *Store) understand(ctx context.Context, q Search, list []term) (reading, error) {
	wide, also, err := s.widen(ctx, list)
	if err != nil {
		return reading{}, err
	}
	asked := questionOf(wide, " & ")
	asked.partners = len(wide) == 1 && slices.Contains(append(wide[0].or, wide[0].said), partnerWord)
	r := reading{question: asked, also: also}
	r.found, err = s.answer(ctx, q, joinTerms(list), asked)
	return r, err
}

// answer finds what answers a question. Of hits of one kind, of which those of all kinds may hold none where they are very many, it looks
// for that kind alone, and counts them so.
func (s *Store) answer(ctx context.Context, q Search, words string, asked question) (ranked, error) {
	r, err := s.find(ctx, q, "", words, asked)
	if err != nil || q.Kind == "" {
		return r, err
	}
	some, err := s.find(ctx, q, q.Kind, words, asked)
	maps.Copy(r.Counts, some.Counts)
	some.Counts = r.Counts
	return some, err
}

// otherwise looks for a better reading of a search that finds little: as it may have been meant, then by some of its words.
func (s *Store) otherwise(ctx context.Context, q Search, list []term, asked reading, f *Found) (reading, error) {
	better, err := s.respell(ctx, list)
	if err != nil {
		return asked, err
	}
	if better.found {
		meant, err := s.understand(ctx, q, better.terms)
		switch {
		case err != nil:
			return asked, err
		case meant.total() > 0 && asked.total() == 0 && better.sure:
			f.Instead = joinTerms(better.terms)
			return meant, nil
		case meant.total() > asked.total():
			f.Meant = joinTerms(better.terms)
		}
		if better.sure {
			list = better.terms
		}
	}
	if asked.total() > 0 || len(list) < 2 {
		return asked, nil
	}
	f.Partly = true
	some := reading{question: questionOf(only(list, func(t term) bool { return !t.not }), " | ")}
	some.found, err = s.answer(ctx, q, f.Words, some.question)
	return some, err
}
