package view

// FilterForm narrows a list by GET: what most readers look for in sight, the rest folded. It works without a script.
type FilterForm struct {
	Action string // with the part of the page at which the list stands
	Words  Option // the field for words: its name as Value and its name for readers; empty for a form without
	Typed  string
	Open   []Select
	Folded []Select
	Button string   // its word; empty for the usual one
	Kept   []Option // what else the address says: name as Value and value as Label
	Odd    string   // said of choices in the address that there are none of, may be empty
}

// Select is one way to narrow or order a list.
type Select struct {
	Name    string
	Label   string
	Options []Option
	Group   string   // over the options of Grouped
	Grouped []Option // further options, may be none
	Chosen  bool     // another option than the first one is current
}

// Option is one choice.
type Option struct {
	Value   string
	Label   string
	Current bool
}

// unfolded tells whether a folded choice holds, so that readers see what narrows the list.
func (f FilterForm) unfolded() bool {
	for _, s := range f.Folded {
		if s.Chosen {
			return true
		}
	}
	return false
}

// NothingFound says what was looked for in vain, empty where something was found.
type NothingFound struct {
	Title string
	Text  string
	Clear Link // takes all away that narrows; may be empty
	More  []Link
}
