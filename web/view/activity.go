package view

// ActivitiesPage is the list of what happened.
type ActivitiesPage struct {
	Page    Page
	Head    PageHead
	Filters Filters
	Nothing NothingFound
	Found   string // how many the filters leave
	CSV     Link   // the filtered list as a file
	Records []Record
	Pages   Pages
	Sources []SourceItem
}
