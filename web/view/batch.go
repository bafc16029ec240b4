package view

// BatchPage is one set of changes with what can be done about it.
type BatchPage struct {
	Notice  string
	Reason  string
	LeftOut string // what could not be taken in, may be empty
	States  []Chip
	Decide  *Decision   // on all that wait; nil where the reader may not
	Assign  *AssignForm // nil where the reader may not say who looks after it
	Actions []PostLink
	Links   []Link
	Changes Queue
	Pages   Pages
}
