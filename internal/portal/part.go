package portal

import "kotakembar/internal/i18n"

// Part is a share as people say it: almost half, most. It is empty where the things are too few to speak of a part of them.
type Part string

// The parts, from none to all.
const (
	PartNone       Part = "none"
	PartFew        Part = "few"         // less than a tenth
	PartSmall      Part = "small"       // less than four tenths
	PartAlmostHalf Part = "almost_half" // less than half
	PartHalf       Part = "half"
	PartOverHalf   Part = "over_half"  // up to six tenths
	PartMost       Part = "most"       // less than nine tenths
	PartAlmostAll  Part = "almost_all" // nine tenths or more
	PartAll        Part = "all"
)

// In writes the part at the beginning of a sentence: Hampir separuh, almost half of the.
func (p Part) In(l i18n.Lang) string { return l.T("part." + string(p)) }

// Said is the share as people say it.
func (s Share) Said() Part {
	switch {
	case s.Of < fewestForPercent:
		return ""
	case s.Part == 0:
		return PartNone
	case s.Part == s.Of:
		return PartAll
	case 10*s.Part < s.Of:
		return PartFew
	case 10*s.Part < 4*s.Of:
		return PartSmall
	case 2*s.Part < s.Of:
		return PartAlmostHalf
	case 2*s.Part == s.Of:
		return PartHalf
	case 10*s.Part <= 6*s.Of:
		return PartOverHalf
	case 10*s.Part < 9*s.Of:
		return PartMost
	}
	return PartAlmostAll
}
