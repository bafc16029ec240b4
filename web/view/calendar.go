package view

// CalendarPage is what comes, month by month.
type CalendarPage struct {
	Page    Page
	Head    PageHead
	Filters Filters
	Nothing NothingFound
	File    Link   // the same for programs that keep calendars
	Note    string // what the file leaves out
	Months  []CalendarMonth
	Pages   Pages
}

// CalendarMonth is what comes in a month, or in a year of which no more is known.
type CalendarMonth struct {
	Title   string
	Records []Record
}
