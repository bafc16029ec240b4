package view

// HomePage is what the home page shows; every word and number in it comes from the records.
type HomePage struct {
	Page    Page
	Head    PageHead
	Map     Fragment // of the world
	Pulses  []PulseRow
	More    string        // what stands beside the partners, in one sentence
	Recent  BrickSentence // what happened in the last years
	Latest  []Record      // newest activities with their results
	Decides Cited         // who decides
	Watch   []Link        // what needs watching; an entry without an address is only said
	Sources []SourceItem
}
