package store

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"kotakembar/internal/portal"
)

// Lines are very many lines in little memory, which the collector of garbage need not look through: a row of numbers for each. What
// they say is kept once for all that say the same. The zero value holds none. Lines that are being read may not be written to.
type Lines struct {
	rows  []lineRow
	dates shelf[portal.Date]
	says  shelf[[]string] // of single facts, and of sectors
	also  shelf[[]int64]
	key   []byte // room to write a key in
}

// lineRow is a line as numbers, some of which are places on a shelf.
type lineRow struct {
	id, city                int64
	on, says, sectors, also uint32
}

// Add puts a line behind the others. What it holds is copied.
func (t *Lines) Add(l Line) {
	r := lineRow{id: l.ID, city: l.CityID, says: t.list(l.Says), sectors: t.list(l.Sectors)}
	t.key = append(t.key[:0], l.On...)
	r.on = t.dates.place(t.key, func() portal.Date { return portal.Date(strings.Clone(string(l.On))) })
	t.key = t.key[:0]
	for _, n := range l.Also {
		t.key = binary.AppendVarint(t.key, n)
	}
	r.also = t.also.place(t.key, func() []int64 { return slices.Clone(l.Also) })
	t.rows = append(t.rows, r)
}

// list is the place of a list of words.
func (t *Lines) list(words []string) uint32 {
	t.key = t.key[:0]
	for _, word := range words {
		t.key = append(append(t.key, word...), 0)
	}
	return t.says.place(t.key, func() []string {
		list := slices.Clone(words)
		for i, word := range list {
			list[i] = strings.Clone(word)
		}
		return list
	})
}

// Len is how many lines there are.
func (t *Lines) Len() int { return len(t.rows) }

// ID is the number of the record of a line.
func (t *Lines) ID(line int) int64 { return t.rows[line].id }

// At is a line. Nobody may write to its lists.
func (t *Lines) At(line int) Line {
	r := &t.rows[line]
	return Line{ID: r.id, CityID: r.city, On: t.dates.kept[r.on], Says: t.says.kept[r.says], Sectors: t.says.kept[r.sectors], Also: t.also.kept[r.also]}
}

// All are the lines in their order. Nobody may write to their lists.
func (t *Lines) All() []Line {
	list := make([]Line, len(t.rows))
	for i := range list {
		list[i] = t.At(i)
	}
	return list
}

// Picked are some of the lines in an order, to which more may be added.
func (t *Lines) Picked(order []int32) *Lines {
	picked := &Lines{rows: make([]lineRow, len(order)), dates: t.dates.copied(), says: t.says.copied(), also: t.also.copied()}
	for i, line := range order {
		picked.rows[i] = t.rows[line]
	}
	return picked
}

// shelf keeps each of many equal things once.
type shelf[T any] struct {
	kept []T
	at   map[string]uint32
}

// place is where a thing stands that its key tells from others; one that is not there yet is made.
func (s *shelf[T]) place(key []byte, made func() T) uint32 {
	at, ok := s.at[string(key)]
	if !ok {
		if s.at == nil {
			s.at = map[string]uint32{}
		}
		at = uint32(len(s.kept))
		s.at[string(key)], s.kept = at, append(s.kept, made())
	}
	return at
}

// copied is another shelf with the same things in the same places.
func (s shelf[T]) copied() shelf[T] { return shelf[T]{kept: slices.Clip(s.kept), at: maps.Clone(s.at)} }
