package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// VenueKinds lists the kinds of places that show the home city abroad, or a partner at home.
var VenueKinds = []string{"store", "wall", "mobile", "gallery", "corner", "other"}

// VenueState is whether a place is open on a day, as far as anybody knows.
type VenueState string

// The states of a venue; VenueUnknown: nobody has confirmed for twelve months that it is open.
const (
	VenueOpen    VenueState = "open"
	VenueUnknown VenueState = "unknown"
	VenueClosed  VenueState = "closed"
	VenueComing  VenueState = "coming"
)

// VenueStates lists the states in the order in which readers look for them.
var VenueStates = []VenueState{VenueOpen, VenueComing, VenueUnknown, VenueClosed}

// venueMonths is how long a confirmation lasts.
const venueMonths = 12

// Venue is a place such as Little Bandung, where what a city makes can be seen or bought.
type Venue struct {
	Meta
	CityID      int64 // where it stands
	ProgramID   int64 // 0 = none
	Name        i18n.Text
	Kind        string
	Address     string
	Brands      []string
	OpenedOn    Date
	ClosedOn    Date      // empty = not known to be closed
	ConfirmedOn Date      // when somebody last saw that it is open
	ConfirmedBy i18n.Text // who
	Note        i18n.Text
}

// VenueLine is a venue as the list of all venues puts it in order.
type VenueLine struct {
	ID    int64      `json:"id"`
	State VenueState `json:"state"`
}

func (t Tie) venueLines(on time.Time) (lines []VenueLine) {
	for _, v := range t.Venues {
		lines = append(lines, VenueLine{v.ID, v.State(on)})
	}
	return lines
}

// Check tells what is wrong with the venue.
func (v Venue) Check() error {
	var p Problems
	p.Must(v.CityID != 0, "city_id", "problem.required")
	p.bothLanguages(v.Name, "name")
	p.notHalf(v.Note, "note")
	p.notHalf(v.ConfirmedBy, "confirmed_by")
	oneOf(&p, v.Kind, VenueKinds, "kind")
	p.date(v.OpenedOn, "opened_on")
	p.date(v.ClosedOn, "closed_on")
	p.date(v.ConfirmedOn, "confirmed_on")
	p.ordered(v.OpenedOn, v.ClosedOn, "closed_on", "problem.closed_before_opened")
	p.ordered(v.OpenedOn, v.ConfirmedOn, "confirmed_on", "problem.confirmed_before_opened")
	p.Must(v.ConfirmedOn == "" || !v.ConfirmedBy.Empty(), "confirmed_by", "problem.confirmed_by")
	return p.Err()
}

// Seen is the last day of which it is known that the venue was open: when it was confirmed, else when it opened.
func (v Venue) Seen() Date {
	if v.ConfirmedOn != "" {
		return v.ConfirmedOn
	}
	return v.OpenedOn
}

// State tells whether the venue is open on a day. What was last seen open more than twelve months ago is unknown, not open.
func (v Venue) State(on time.Time) VenueState {
	r := reading{on: dayOf(on)}
	switch {
	case v.ClosedOn != "" && r.happened(v.ClosedOn):
		return VenueClosed
	case !r.happened(v.OpenedOn):
		return VenueComing
	case r.within(v.Seen(), venueMonths):
		return VenueOpen
	}
	return VenueUnknown
}
