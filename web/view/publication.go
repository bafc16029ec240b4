package view

// RecentPage is what was published in a week.
type RecentPage struct {
	Page   Page
	Head   PageHead
	Kinds  []Chip
	Odd    string // said of a kind in the address that is none, may be empty
	Week   string // as a heading; empty where nothing is on record
	Days   []RecentDay
	Rest   Link // what else there is: more of the week, or the week before
	Newest Link // back to the start; empty on the first page
}

// RecentDay is what was published on a day.
type RecentDay struct {
	Title   string
	Entries []Publication
}

// Publication is one change that became public.
type Publication struct {
	Time   string
	Act    TagValue
	Kind   string // of the record, empty for what is no record
	Name   Cited  // of the record, or what was done
	URL    string // of its page, may be empty
	Where  string // the record that it belongs to, may be empty
	Said   string // what was changed
	Reason Cited
	Who    string // roles, never names
	More   Link   // to the versions of the record
}

// RecordHistoryPage is one record in all its versions, the latest first.
type RecordHistoryPage struct {
	Page     Page
	Head     PageHead
	Record   Link   // to its page, may be empty
	Gone     string // said of a record that was taken out
	Versions []Version
	Older    Link
}

// Version is one state of a record with what led to it.
type Version struct {
	ID     string // to point to it
	Title  string // number and time
	Tags   []TagValue
	Who    string
	Reason Cited
	Said   string    // what it did where no rows show it
	Rows   []DiffRow // what it changed
	First  []DiffRow // all that the record said when it was new
	Fold   string    // the words that unfold First
}
