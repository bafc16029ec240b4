package portal

import "strings"

// Unreviewed is what one person published because it could not wait and nobody else has looked at yet. It is a mark on what is
// Applied and no step on a change's way: lists of changes can be asked for it as for a state.
const Unreviewed State = "unreviewed"

// Hindsight is what a reviewer decided afterwards on what was published urgently.
type Hindsight string

// The findings.
const (
	Kept   Hindsight = "kept"
	Undone Hindsight = "undone"
)

// Hindsights lists the findings in the order in which they are offered.
var Hindsights = []Hindsight{Kept, Undone}

// longestUrgent is how many characters the reason may have for which something could not wait.
const longestUrgent = 1000

// Unreviewed tells whether the change is public and nobody but its author has looked at it.
func (c Change) Unreviewed() bool {
	return c.State == Applied && c.Urgent != "" && c.ReviewedAt.IsZero()
}

// CheckUrgent tells what is wrong with the reason for which something cannot wait for a review.
func CheckUrgent(why string) error {
	var p Problems
	p.Must(strings.TrimSpace(why) != "", "urgent", "problem.urgent")
	p.atMost(why, longestUrgent, "urgent")
	return p.Err()
}

// CheckHindsight tells what is missing of a review that comes afterwards: whoever takes something back says why.
func CheckHindsight(o Hindsight, note string) error {
	var p Problems
	oneOf(&p, o, Hindsights, "hindsight")
	p.Must(o != Undone || strings.TrimSpace(note) != "", "note", "problem.verdict_note")
	return p.Err()
}
