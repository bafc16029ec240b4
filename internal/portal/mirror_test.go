package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func leastMirror() portal.Mirror { return portal.Mirror{CityID: 1} }

// mirror is a page of the partner's, supported by a source of a quality.
func mirror(page portal.Mirror, quality portal.Quality) part {
	return func(t *portal.Tie) {
		page.URL = "https://partner.example/"
		page.ID = int64(700 + len(t.Mirrors))
		t.Mirrors = append(t.Mirrors, page)
		cite(portal.KindMirror, page.ID, quality, "type")(t)
	}
}

func TestPartnersPagesAreReadAsOneAnswer(t *testing.T) {
	since := memorandum("1997-08-25", "")
	for _, tt := range []struct {
		name string
		tie  portal.Tie
		want portal.Mirrored
	}{
		{"no page", tie(since), portal.Mirrored{}},
		{"one that does not tell", tie(since, mirror(portal.Mirror{}, portal.Official)), portal.Mirrored{Found: true}},
		{"listed beats not listed", tie(since,
			mirror(portal.Mirror{Listed: portal.ListedYes, CheckedOn: "2026-01"}, portal.Official),
			mirror(portal.Mirror{Listed: portal.ListedNo, CheckedOn: "2026-05-02"}, portal.Official),
		), portal.Mirrored{Found: true, Listed: portal.ListedYes, CheckedOn: "2026-05-02"}},
		{"not listed", tie(since, mirror(portal.Mirror{Listed: portal.ListedNo}, portal.Official)), portal.Mirrored{Found: true, Listed: portal.ListedNo}},
		{"same year, another day", tie(since, mirror(portal.Mirror{SinceOn: "1997-08-27"}, portal.Official)),
			portal.Mirrored{Found: true, Year: portal.YearSame}},
		{"another year", tie(since, mirror(portal.Mirror{SinceOn: "1998"}, portal.Official)), portal.Mirrored{Found: true, Year: portal.YearDiffers}},
		{"one page of two has our year", tie(since,
			mirror(portal.Mirror{SinceOn: "1997"}, portal.Official), mirror(portal.Mirror{SinceOn: "1998"}, portal.Official),
		), portal.Mirrored{Found: true, Year: portal.YearSame}},
		{"our own year is unknown", tie(mirror(portal.Mirror{SinceOn: "1998"}, portal.Official)), portal.Mirrored{Found: true}},
		{"hearsay of a page", tie(since, mirror(portal.Mirror{Listed: portal.ListedYes}, portal.Unverifiable)), portal.Mirrored{}},
	} {
		if got := tt.tie.Mirrored(day); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
