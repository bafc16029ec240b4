package view

// Sheet is a page of staff that is read on paper as much as on a screen.
type Sheet struct {
	Notice  string
	Printed string // the day that a print bears
	Chips   []Chip
	Groups  string // what the chips choose, for readers that hear it
	Hint    string // how to print it, left out on paper
	Parts   []SheetPart
	Actions []PostLink
	Links   []Link
}

// SheetPart is one heading with what stands below it.
type SheetPart struct {
	Title string
	Lead  string
	Facts []Fact
	Table Table // without rows it is left out
	Items []SheetItem
}

// SheetItem is one line of a list: what it is, and what there is to say of it.
type SheetItem struct {
	Title string
	Text  string
}
