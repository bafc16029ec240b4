package view

// Tone is what a tag or note says beside its words.
type Tone string

// The tones.
const (
	ToneNeutral Tone = "neutral"
	ToneOn      Tone = "on"    // in force, agreed, same
	ToneWarn    Tone = "warn"  // look closer: disputed, document missing
	ToneAlert   Tone = "alert" // fix this: overdue, without a source
	ToneLine    Tone = "line"  // not yet: exploration, draft
)

// TagValue is a fact about a record in one or two words. An empty Word is not shown.
type TagValue struct {
	Tone Tone
	Word string
}

// Chip is one choice of a filter, with how many records it holds.
type Chip struct {
	Label   string
	Count   string
	URL     string
	Current bool
}
