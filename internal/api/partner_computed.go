package api

import (
	"context"
	"regexp"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// InTies narrows partners by what stands in no column of theirs.
type InTies struct {
	Vitality  []string `query:"vitality" example:"active,dormant"`
	Legal     []string `query:"legal" example:"expiring,expired"`
	Continent []string `query:"continent" enum:"africa,asia,europe,north-america,south-america,oceania,antarctica" example:"asia"`
	Decade    []string `query:"decade" example:"1990"`
	Sources   []string `query:"sources" enum:"differ" example:"differ"`
}

// among are the numbers of the cities that fit, in the words of the directory; nil where nothing of the kind was asked.
func (f Face) among(ctx context.Context, in InTies, sectors []string) ([]int64, error) {
	if len(in.Vitality)+len(in.Legal)+len(in.Continent)+len(in.Decade)+len(in.Sources)+len(sectors) == 0 {
		return nil, nil
	}
	var problems portal.Problems
	for _, decade := range in.Decade {
		problems.Must(decadeForm.MatchString(decade), "decade", "trouble.choice", "1960, 1970, …, "+unknownDecade)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	said, err := f.Ties(ctx)
	if err != nil {
		return nil, err
	}
	ids, ofTie := []int64{}, len(in.Vitality)+len(in.Legal)+len(in.Decade)+len(in.Sources)+len(sectors) > 0
	for _, s := range said {
		if s.Home && ofTie { // it has no tie with itself
			continue
		}
		if fits(in.Vitality, string(s.Label)) && fits(in.Legal, string(s.Mark)) &&
			fits(in.Continent, string(i18n.ContinentOf(s.Country))) && fits(in.Decade, decadeOf(s.Start)) &&
			(len(in.Sources) == 0 || s.Differs) && anyOf(sectors, s.Sectors) {
			ids = append(ids, s.CityID)
		}
	}
	return ids, nil
}

var decadeForm = regexp.MustCompile("^([0-9]{3}0|" + unknownDecade + ")$")

// unknownDecade stands for what has not begun, or nobody knows when.
const unknownDecade = "unknown"

func fits(asked []string, said string) bool { return len(asked) == 0 || slices.Contains(asked, said) }

// anyOf tells whether one of what was asked is said.
func anyOf(asked, said []string) bool {
	return len(asked) == 0 || slices.ContainsFunc(said, func(one string) bool { return slices.Contains(asked, one) })
}

// decadeOf is the first year of the ten in which a partnership began.
func decadeOf(start portal.Date) string {
	if start == "" {
		return unknownDecade
	}
	return strconv.Itoa(start.Year() / 10 * 10)
}
