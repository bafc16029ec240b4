package view

// StaffPerson is the page of one member of staff.
type StaffPerson struct {
	Access   FormPage // role, and whether they may sign in
	Account  FormPage // name, address and language
	Closed   bool     // they may not sign in
	Password PasswordLink
	Factor   Link // where their second factor can be removed; empty where they have none
	Own      bool // the reader's own page
	Notice   string
	Open     OpenWork

	Sessions SessionList
}

// OpenWork is what a person has not finished; without a title where that is nothing.
type OpenWork struct {
	Title    string
	Lead     string
	Lines    []Cited
	Picks    []string    // beside each line, what ticks it; none while nothing can be handed over
	Give     *AssignForm // hands it over; nil while the person may still sign in
	Problems []Link
}

// PasswordLink is what can be done about a person's password.
type PasswordLink struct {
	Text     string
	Make     PostLink
	Withdraw PostLink // without an action where there is no link
}

// ShownLink is a one-time link on the only page that ever shows it.
type ShownLink struct {
	Name  string
	Email string
	URL   string
	Until string
}
