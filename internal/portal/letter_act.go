package portal

import (
	"strings"
	"time"
)

// LetterAct is what staff do with a letter.
type LetterAct string

// The acts.
const (
	LetterTake       LetterAct = "take"
	LetterAnswer     LetterAct = "answer" // words to the sender; the letter stays where it is
	LetterDecline    LetterAct = "decline"
	LetterMarkSpam   LetterAct = "spam"
	LetterUnmarkSpam LetterAct = "unspam"
)

// Can tells whether an act is possible in the letter's state, also where it would change nothing.
func (l Letter) Can(act LetterAct) bool {
	switch act {
	case LetterTake:
		return l.State.Waiting() || l.State == LetterDeclined
	case LetterAnswer:
		return l.State != LetterSpam
	case LetterDecline:
		return l.State.Waiting() || l.State == LetterDeclined
	case LetterMarkSpam:
		return l.State.Waiting() || l.State == LetterDeclined || l.State == LetterSpam
	case LetterUnmarkSpam:
		return l.State == LetterSpam || l.State.Waiting() // where it is done already
	}
	return false
}

// Treat carries an act out. One that is not possible is ErrConflict, one without the words that it needs an *Invalid.
func (l *Letter) Treat(act LetterAct, by Actor, words string, at time.Time) error {
	if !l.Can(act) {
		return ErrConflict
	}
	if act == LetterAnswer || act == LetterDecline {
		if err := l.say(words, by, at); err != nil {
			return err
		}
	}
	switch act {
	case LetterTake:
		l.move(LetterReviewing, at)
		l.KeeperID, l.Keeper = by.ID, by.Name
	case LetterAnswer:
		if l.State == LetterReceived {
			l.move(LetterReviewing, at)
		}
	case LetterDecline:
		l.move(LetterDeclined, at)
	case LetterMarkSpam:
		l.move(LetterSpam, at)
	case LetterUnmarkSpam:
		l.unmark(at)
	}
	return nil
}

// say puts words to the sender down. Who is the first to say something treats the letter.
func (l *Letter) say(words string, by Actor, at time.Time) error {
	var p Problems
	p.Must(strings.TrimSpace(words) != "", "answer", "problem.letter_answer")
	p.atMost(words, LongestWords, "answer")
	if err := p.Err(); err != nil {
		return err
	}
	l.Answer, l.AnsweredAt = words, at
	if l.KeeperID == 0 {
		l.KeeperID, l.Keeper = by.ID, by.Name
	}
	return nil
}

// unmark puts a letter that is no spam back to where it was.
func (l *Letter) unmark(at time.Time) {
	switch {
	case l.State != LetterSpam:
	case l.KeeperID != 0:
		l.move(LetterReviewing, at)
	default:
		l.move(LetterReceived, at)
	}
}

// Follow moves the letter along with a change that was made from it, and tells whether it moved. One that is published stays so,
// whatever becomes of further changes.
func (l *Letter) Follow(change State, at time.Time) bool {
	before := l.State
	switch {
	case change == Applied:
		l.move(LetterPublished, at)
	case l.State.Closed():
	case change == Submitted:
		l.move(LetterAccepted, at)
	case change == Draft && l.State == LetterReceived, (change == Rejected || change == Withdrawn) && l.State == LetterAccepted:
		l.move(LetterReviewing, at)
	}
	return l.State != before
}

func (l *Letter) move(to LetterState, at time.Time) {
	switch {
	case to == l.State:
		return
	case to.Closed():
		l.ClosedAt = at
	default:
		l.ClosedAt = time.Time{}
	}
	l.State = to
}
