package portal

import (
	"fmt"
	"math"

	"kotakembar/internal/i18n"
)

// Share is a number of things among all such things.
type Share struct {
	Part int
	Of   int
}

// fewestForPercent is below how many things a share is told by its numbers, because a percentage of few things pretends to know more.
const fewestForPercent = 5

// Ratio is the share as a number from 0 to 1; 0 of nothing is 0.
func (s Share) Ratio() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Part) / float64(s.Of)
}

// In writes the share as a percentage, or as "2 dari 3" where the things are few. Only all of them are 100 %, and only none 0 %.
func (s Share) In(l i18n.Lang) string {
	if s.Of < fewestForPercent {
		return l.T("share.of", l.Number(int64(s.Part)), l.Number(int64(s.Of)))
	}
	percent := int64(math.Round(100 * s.Ratio()))
	if s.Part > 0 && s.Part < s.Of {
		percent = min(max(percent, 1), 99)
	}
	return fmt.Sprintf("%d%%", percent)
}
