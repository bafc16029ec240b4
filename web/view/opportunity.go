package view

// OpportunitiesPage is what one can apply for now, and what one could.
type OpportunitiesPage struct {
	Page    Page
	Head    PageHead
	Open    []Opportunity
	Coming  []Opportunity
	Past    []Opportunity // the latest first
	Ways    []Link        // ways out where nothing is on record
	Sources []SourceItem
}

// Opportunity is one thing to apply for.
type Opportunity struct {
	ID    string
	Title string
	Tags  []TagValue
	Facts []Fact
}

func (p OpportunitiesPage) empty() bool { return len(p.Open)+len(p.Coming)+len(p.Past) == 0 }
