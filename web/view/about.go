package view

// AboutPage explains the register: what it is, who decides, the law, and how to read it.
type AboutPage struct {
	Page   Page
	Head   PageHead
	What   []string
	Decide []StepText
	Laws   []Fact
	Labels []VitalityLabel
	Marks  []MarkText
	Rule   string
}

// StepText is one step of the way to an agreement and who takes it.
type StepText struct {
	Name string
	Text string
}

// MarkText is a legal mark with what it means.
type MarkText struct {
	Tag  TagValue
	Text string
}
