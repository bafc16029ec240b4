package view

import "strconv"

// VenuesPage is the list of places, by whether they are open.
type VenuesPage struct {
	Page    Page
	Head    PageHead
	Open    []Record // its section stands even where it is empty, on the first part
	First   bool
	Groups  []VenueGroup
	Pages   Pages
	Sources []SourceItem
}

// VenueGroup is the places of one state that is not open.
type VenueGroup struct {
	Head    RailHead
	Records []Record
}

// VenueID is the id of a place on the list of places.
func VenueID(id int64) string { return "tempat-" + strconv.FormatInt(id, 10) }
