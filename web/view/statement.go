package view

// StatementPage is a page of fixed words: what the site promises, and where to complain.
type StatementPage struct {
	Page     Page
	Head     PageHead
	Parts    []StatementPart
	Complain string
	Write    Link
}

// StatementPart is one part with its paragraphs.
type StatementPart struct {
	Title string
	Text  []string
}
