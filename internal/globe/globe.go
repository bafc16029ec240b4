// Package globe makes up a plausible world of sister cities, so that the program can be measured with very many of them: the same one
// from the same seed and day. Nothing in it is a fact; names are made of syllables that sound like a country's.
//
// Here belong the makers of records and how they are skewed: few cities with many ties and few ties with much going on, most with
// little. What does not belong here: SQL, rules of records, anything that a real register holds.
package globe

import (
	"math/rand/v2"
	"time"

	"kotakembar/internal/portal"
)

// World is a world of a size that is still to be made, part by part.
type World struct {
	seed    uint64
	day     time.Time
	sectors []string
	numbers map[portal.Kind]int64 // that were given last
	places  []place               // one for each tie
	sources int                   // how many there are, from first on
	first   int64
}

// New prepares a world of so many ties as it is on a day. Records are numbered from what first says; sectors are the codes in use.
func New(seed uint64, day time.Time, ties int, sectors []string, first func(portal.Kind) int64) *World {
	w := &World{seed: seed, day: day, sectors: sectors, numbers: map[portal.Kind]int64{}, sources: ties/2 + 1, first: first(portal.KindSource)}
	for _, kind := range portal.Kinds {
		w.numbers[kind] = first(kind) - 1
	}
	w.places = w.newPlaces(ties)
	return w
}

// dice are the chances of one part of the world, the same whatever was made before.
func (w *World) dice(part, number int) dice {
	return dice{rand.New(rand.NewPCG(w.seed, uint64(part)<<40+uint64(number)))}
}

// The parts of the world that throw dice of their own.
const (
	ofPlaces = iota
	ofSources
	ofTies
)

// number gives a record the next number of its kind.
func (w *World) number(kind portal.Kind) portal.Meta {
	w.numbers[kind]++
	return portal.Meta{ID: w.numbers[kind], Version: 1}
}

// dice are chances.
type dice struct{ *rand.Rand }

// often tells whether something that happens so many times of a hundred happens.
func (d dice) often(ofHundred int) bool { return d.IntN(100) < ofHundred }

// between is a number with both ends counted.
func (d dice) between(least, most int) int { return least + d.IntN(most-least+1) }

// pick is one of several.
func pick[T any](d dice, list ...T) T { return list[d.IntN(len(list))] }

// some are up to so many different ones of several, and at least one.
func some[T any](d dice, most int, list []T) []T {
	var picked []T
	for _, i := range d.Perm(len(list))[:d.between(1, most)] {
		picked = append(picked, list[i])
	}
	return picked
}

// dated is a day as it is mostly known: to the day, to the month or only to the year.
func (d dice) dated(at time.Time) portal.Date {
	switch n := d.IntN(20); {
	case n < 3:
		return portal.Date(at.Format("2006"))
	case n < 8:
		return portal.Date(at.Format("2006-01"))
	}
	return portal.Date(at.Format(time.DateOnly))
}

// within is a moment between two.
func (d dice) within(from, until time.Time) time.Time {
	days := int(until.Sub(from).Hours() / 24)
	return from.AddDate(0, 0, d.IntN(max(days, 1)))
}
