package view

import "cmp"

// DeskList is the list of a kind of records at the desk.
type DeskList struct {
	Filter   FilterForm
	Settings ListSettings
	Table    Table
	Pages    Pages
	Notice   string
	Fresh    Queue  // of records that are not public yet
	Bulk     string // where what is ticked is sent
	Every    PickAll
}

// PickAll offers to pick all records that a filter finds, or says why that cannot be; empty where the page shows all of them.
type PickAll struct {
	Label   string
	Name    string
	Count   string
	Filter  []Hidden
	TooMany string
}

// ListSettings are how the reader likes a list: which columns, and how much of it at once.
type ListSettings struct {
	Action  string
	Columns []Option
	Size    Select
}

// BulkPage is what is to be done with several records of a list, or what would become of them.
type BulkPage struct {
	Notice  string
	Records []string // what they are called
	Action  string
	Picked  []Hidden
	Fields  []Hidden // what can be changed: words and name; none where that is known
	Form    *FormPage
	Table   *Table
	Assign  *AssignForm // to whom what waits of them is given; nil where something else is done
}

// PostLink is a button that is a form of its own.
type PostLink struct {
	Ask    string // what it means, asked before it is done; may be empty
	Label  string
	Action string
	Look   Look
	Hidden []Hidden
}

// Queue is a list of things that wait for a person.
type Queue struct {
	Title string
	Lead  string // what all of them are, may be empty
	More  Link   // to those that are not shown, may be empty
	Empty string
	Items []QueueItem
}

// TasksPage is what needs a person.
type TasksPage struct {
	Password string // that the reader's own ends soon; empty where it does not
	Notice   string
	Owner    FilterForm // whose tasks are shown
	Kinds    []Chip
	Queues   []Queue     // for which a person waits
	Register []Queue     // that the register needs, which can be ticked and given to somebody
	Give     *AssignForm // nil where there are none
	Kept     []Hidden    // that brings the reader back to the same tasks
	Pages    Pages       // of the one kind that is shown; without words where all are
}

// QueueItem is one thing to do.
type QueueItem struct {
	Tag   TagValue
	Marks Marks  // of the record and of its change; empty where the item is neither
	Pick  Hidden // its checkbox; empty where it has none: Name is what it is called
	As    string // what the checkbox is called in the form; empty for a change
	Title string
	URL   string
	Why   string
	Diff  []DiffRow // what it changes, in short; none where Why says it
	Do    string    // words of the button
}

func (i QueueItem) pickedAs() string { return cmp.Or(i.As, "change") }
