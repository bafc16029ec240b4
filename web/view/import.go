package view

// DeskFiles are the ways of a list out of the house and in.
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
	Heading string
	Sample  string
	Fills   Select
}

// ImportChecking tells how far the check of a file is.
type ImportChecking struct {
	Done, All int
	Words     string
	Again     Link
	Drop      PostLink
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
