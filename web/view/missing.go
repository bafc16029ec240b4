package view

// MissingPage is what the register looks for, city by city.
type MissingPage struct {
	Page   Page
	Head   PageHead
	Groups []MissingGroup
	Copies Link // how many sources have no archived copy, and where they are; empty where all have one
	Pages  Pages
}

// MissingGroup is what is missing about one city.
type MissingGroup struct {
	Head  RailHead
	Items []MissingItem
}

// MissingItem is one thing that is looked for.
type MissingItem struct {
	Title string
	Text  string
	Have  Link   // to send it
	Ask   Link   // to ask the authority of the home city for it, may be empty
	Of    string // what tells the links from those of other items, for readers that hear
}

// RequestPage is a letter of request. Subject, Known and What are in the language of the letter, which is Indonesian.
type RequestPage struct {
	Page    Page
	Head    PageHead
	Subject string
	What    string
	Known   string // path of what is on record already
	Right   []string
	Have    Link
}
