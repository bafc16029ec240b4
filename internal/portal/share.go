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

// add counts one more thing, of which something holds or not.
func (s *Share) add(holds bool) {
	s.Part += one(holds)
	s.Of++
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

// Percent tells whether the things are enough for a percentage.
func (s Share) Percent() bool { return s.Of >= fewestForPercent }

// In writes the share as a percentage, or as "2 dari 3" where the things are few. Only all of them are 100 %, and only none 0 %.
func (s Share) In(l i18n.Lang) string {
	if !s.Percent() {
		return l.T("share.of", l.Number(int64(s.Part)), l.Number(int64(s.Of)))
	}
	percent := int64(math.Round(100 * s.Ratio()))
	if s.Part > 0 && s.Part < s.Of {
		percent = min(max(percent, 1), 99)
	}
	return fmt.Sprintf("%d%%", percent)
}

// stretch is a number of whole months as people write it: by months up to two years, then by years and months.
type stretch int

// In writes the stretch of time: 14 bulan, 9 tahun 10 bulan.
func (s stretch) In(l i18n.Lang) string {
	const year, byMonths = 12, 24
	switch months := int(s); {
	case months == 0:
		return l.T("stretch.none")
	case months < byMonths:
		return counted("duration.months", months).In(l)
	case months%year == 0:
		return counted("duration.years", months/year).In(l)
	default:
		return counted("duration.years", months/year).In(l) + " " + counted("duration.months", months%year).In(l)
	}
}
