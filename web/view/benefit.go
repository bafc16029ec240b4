package view

// BenefitsPage sums up what the ties brought.
type BenefitsPage struct {
	Page       Page
	Head       PageHead
	Years      FigurePart
	Chart      YearChart
	Share      RailHead // activities with a written result among all
	Sums       []Fact
	People     FigurePart
	Costs      FigurePart
	Fields     FigurePart
	Multiples  []FieldChart
	Goals      FigurePart
	Places     FigurePart
	Initiators FigurePart
	Unanswered []string
	Basis      []string // what is counted, and what is not
	BasisCSV   Link
	BasisLists []Link // where the records stand
	Sources    []SourceItem
}

// FigurePart is a part of a page about one drawing: its title, its figures and their file.
type FigurePart struct {
	Head    RailHead
	Figures Figures
	CSV     Link
}
