package portal

import (
	"strings"
	"time"
)

// Comment is what a member of staff says about a change, to other staff alone.
type Comment struct {
	ID        int64
	ChangeID  int64
	AuthorID  int64
	Author    string
	Words     string
	Key       string // idempotency: one form, one comment
	WrittenAt time.Time
}

// LongestComment is how many characters a comment may have.
const LongestComment = 4000

// Check tells what is wrong with the comment.
func (c Comment) Check() error {
	var p Problems
	p.Must(strings.TrimSpace(c.Words) != "", "words", "problem.comment")
	p.atMost(c.Words, LongestComment, "words")
	return p.Err()
}
