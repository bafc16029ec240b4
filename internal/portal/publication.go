package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// Publication is a change that became public, as readers may see it: what it did, when and why, and by what kind of person, never
// by whom. What author and reviewer wrote to each other is no part of it. Of a record that was taken out since, it tells none of what
// the record said, in no version.
type Publication struct {
	ID       int64 // of the change
	Kind     Kind
	RecordID int64
	Version  int64 // how many times the record had been published with it, 1 for the first time
	Op       Op
	New      bool   // the record was not public before it
	Gone     bool   // the record is taken out since; then Title, Before and After are empty
	Title    string // how the record was called, in the language of whoever made the change
	Before   Snapshot
	After    Snapshot
	Reason   string
	Restores bool // it brought an earlier state back
	Unseen   bool // one person published it, and nobody else has reviewed it yet
	Seeded   bool // it is of the facts that the migrations brought
	Author   Role // empty where the person is not known any more
	Reviewer Role // empty where the person is not known any more
	At       time.Time
}

// Act is what a publication did, in one word.
type Act string

// The acts.
const (
	ActAdded    Act = "added"
	ActChanged  Act = "changed"
	ActRestored Act = "restored"
	ActRetired  Act = "retired"
)

// Act tells what the publication did.
func (p Publication) Act() Act {
	switch {
	case p.Op == OpRetire:
		return ActRetired
	case p.Restores:
		return ActRestored
	case p.New:
		return ActAdded
	}
	return ActChanged
}

// State is the record as the publication left it, or as it was before it was taken out.
func (p Publication) State() Snapshot {
	if p.After.Empty() {
		return p.Before
	}
	return p.After
}

// WIB is the time of the home city, seven hours ahead of UTC all year round. Days and weeks of the register are its days and weeks.
var WIB = time.FixedZone("WIB", 7*60*60)

// Now is the moment on the clock of the home city.
func Now() time.Time { return time.Now().In(WIB) }

// WeekOf is the first instant of the week in which an instant lies, from Monday on, in the time of the home city.
func WeekOf(t time.Time) time.Time {
	t = t.In(WIB)
	sinceMonday := (int(t.Weekday()) + 6) % 7
	return time.Date(t.Year(), t.Month(), t.Day()-sinceMonday, 0, 0, 0, 0, WIB)
}

// When writes an instant in the time of the home city: 24 November 2026 pukul 14.10.
func When(l i18n.Lang, t time.Time) string {
	return On(t.In(WIB)).In(l) + l.T("time.at", ClockTime(l, t))
}

// ClockTime is the time of day in Bandung as readers of the language write it: 14.02 or 14:02.
func ClockTime(l i18n.Lang, t time.Time) string {
	if l == i18n.EN {
		return t.In(WIB).Format("15:04")
	}
	return TimeOfDay(t)
}

// TimeOfDay writes the time of day of an instant as clocks in Bandung show it, such as 14.02.
func TimeOfDay(t time.Time) string { return t.In(WIB).Format("15.04") }
