package view

// StaffPerson is the page of one member of staff.
type StaffPerson struct {
	Access FormPage // role, and whether they may sign in
	Reset  string   // where they can be given a new password
	Factor Link     // where their second factor can be removed; empty where they have none
	Own    bool     // the reader's own page

	Sessions SessionList
}

// GivenPassword is a one-time password on the only page that ever shows it.
type GivenPassword struct {
	Name     string
	Email    string
	Password string
}
