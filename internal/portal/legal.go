package portal

import "time"

// LegalMark is where the papers of a tie stand. It is separate from the label of life: a lively tie with an expired paper and
// a sleeping one in force are both common.
type LegalMark string

// The marks.
const (
	LegalNone          LegalMark = "none"           // nothing signed
	LegalIntent        LegalMark = "intent"         // a letter of intent and no more
	LegalInForce       LegalMark = "in_force"       // for 18 months or longer
	LegalExpiring      LegalMark = "expiring"       // in force for less than 18 months
	LegalExpired       LegalMark = "expired"        // the term has passed
	LegalExpiredActive LegalMark = "expired_active" // the term has passed, and the tie goes on with substance
	LegalNoTerm        LegalMark = "no_term"        // concluded, no term found, which is not "without end"
	LegalOlder         LegalMark = "older"          // no term found, and older than Law 24/2000
	LegalEnded         LegalMark = "ended"          // ended by document
)

// LegalMarks lists the marks.
var LegalMarks = []LegalMark{
	LegalNone, LegalIntent, LegalInForce, LegalExpiring, LegalExpired, LegalExpiredActive, LegalNoTerm, LegalOlder, LegalEnded,
}

// Key is the catalog key of the mark's name.
func (m LegalMark) Key() string { return "legal.mark." + string(m) }

// LegalState is the mark together with what it was read from.
type LegalState struct {
	Mark      LegalMark
	Agreement Agreement // the governing one; its ID is 0 where there is none
	Until     Date      // last day of its term, or the day of the end; empty = unknown
	Days      int       // days left until then, negative after it; 0 where Until is empty
	Months    int       // whole months left, 0 after it
	Reason    Reason
}

// expiringMonths is how long before its end a term counts as running out.
const expiringMonths = 18

// LegalState tells where the papers of the tie stand on a day. A term known to the year or month runs until the last day that
// it can mean: nothing is called expired before it surely is.
func (t Tie) LegalState(on time.Time) LegalState { return t.read(on).legalState() }

func (r reading) legalState() LegalState {
	governing, _ := r.governing()
	s := LegalState{Agreement: governing}
	if on, ok := r.ended(); ok {
		s.Mark, s.Until = LegalEnded, on
	} else if len(r.binding()) == 0 {
		s.Mark = r.legalUnsigned()
	} else {
		s.Mark, s.Until = r.legalTerm(governing)
	}
	if s.Until != "" {
		last := s.Until.Latest()
		s.Days = int(last.Sub(r.on).Hours() / 24)
		s.Months = max(0, monthsBetween(r.on, last))
	}
	s.Reason = r.legalReason(s)
	return s
}

func (r reading) legalUnsigned() LegalMark {
	if r.intended() {
		return LegalIntent
	}
	return LegalNone
}

func (r reading) legalTerm(a Agreement) (LegalMark, Date) {
	until, over := r.term(a)
	switch {
	case over && r.recency(event.substantive).In24 > 0:
		return LegalExpiredActive, until
	case over:
		return LegalExpired, until
	case until == "" && r.predatesLaw(a):
		return LegalOlder, until
	case until == "":
		return LegalNoTerm, until
	case until.Latest().Before(addMonths(r.on, expiringMonths)):
		return LegalExpiring, until
	}
	return LegalInForce, until
}

func (r reading) legalReason(s LegalState) Reason {
	key := "legal.reason." + string(s.Mark)
	switch s.Mark {
	case LegalNone:
		if r.claimed {
			return Reason{Key: key + ".claimed"}
		}
		return Reason{Key: key}
	case LegalNoTerm:
		if s.Agreement.Instrument == UnknownInstrument {
			return Reason{Key: key + ".no_paper"}
		}
		return Reason{Key: key}
	case LegalIntent, LegalOlder:
		return Reason{Key: key}
	case LegalExpiring:
		return expiringReason(key, s)
	}
	if s.Until == "" {
		return Reason{Key: key + ".undated"}
	}
	return Reason{Key: key, Args: []any{s.Until}}
}

func expiringReason(key string, s LegalState) Reason {
	switch {
	case s.Days == 0:
		return Reason{Key: key + ".today", Args: []any{s.Until}}
	case s.Months == 0:
		return counted(key+".days", s.Days, s.Until)
	}
	return counted(key, s.Months, s.Until)
}
