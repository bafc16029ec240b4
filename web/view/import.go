package view

// DeskFiles are the ways of a list out of the house and in; empty where there are none.
type DeskFiles struct {
	Out   []PostLink
	Links []Link
}

// ImportMatching asks which columns of the register those of a file fill.
type ImportMatching struct {
	Action   string
	Problems []Link
	Columns  []ImportColumn
	Drop     PostLink
}

// ImportColumn is one column of a file.
type ImportColumn struct {
	Sample string
	Fills  Select
}

// Progress tells how far work in the background is.
type Progress struct {
	Done, All int
	Words     string
	Again     Link
	Actions   []PostLink
}

// ImportChecked is what a file would bring.
type ImportChecked struct {
	Notice   string
	Outcomes []Chip
	Lines    Table
	Pages    Pages
	Nothing  string    // why nothing can be handed in, may be empty
	HandIn   *FormPage // nil where nothing can be
	Links    []Link
	Drop     PostLink
}
