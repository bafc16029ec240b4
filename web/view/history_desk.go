package view

// DeskHistory is the history of a record at its desk, with two of its versions compared.
type DeskHistory struct {
	Marks    Marks
	Compare  FilterForm
	Compared string // heading of the comparison; empty where nothing is compared
	Nothing  string // what is said where the versions do not differ
	Was, Is  string // keys of the words over the sides
	Rows     []DiffRow
	Days     []HistoryDay
}

// HistoryDay is what was published of a record on one day.
type HistoryDay struct {
	Title   string
	Entries []HistoryEntry
}

// HistoryEntry is one version of a record.
type HistoryEntry struct {
	Time    string
	Version TagValue
	What    string
	Fields  string // names of those that changed
	Who     string
	Reason  string
	URL     string
	Tags    []TagValue
	Compare Link
	Restore *PostLink
}
