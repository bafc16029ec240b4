package admin

import (
	"net/http"
	"net/url"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// Where two versions stand beside each other, the form carries for each field which of them is to be taken, and what the other one is.
const (
	theirs       = view.TheirsPrefix // begins the names of the choices; a value names the columns to be taken from the other version
	against      = "against"
	againstLive  = "public" // the other version is what is public
	againstDraft = "draft"  // the other version is what another tab saved
)

// chooseTheirs puts the other version in the place of one's own answers, in the fields for which that was chosen. Stored is the draft
// as it was saved. It tells whether anything was chosen.
func (d counter) chooseTheirs(r *http.Request, c *portal.Change, stored portal.Snapshot) (bool, error) {
	var fields []string
	for _, choice := range chosenTheirs(r.PostForm) {
		fields = append(fields, strings.Split(choice.Value, ",")...)
	}
	if len(fields) == 0 {
		return false, nil
	}
	other := stored
	if r.PostForm.Get(against) != againstDraft {
		live, version, err := d.office.Store.Live(r.Context(), d.kind(), c.RecordID)
		if err != nil || version == 0 {
			return false, err
		}
		other = live
	}
	c.After = portal.Pick(c.After, other, fields)
	return true, nil
}

// chosenTheirs are the choices of the other version, in the order of their names.
func chosenTheirs(v url.Values) (chosen []view.Hidden) {
	for name := range v {
		if value := v.Get(name); strings.HasPrefix(name, theirs) && value != "" {
			chosen = append(chosen, view.Hidden{Name: name, Value: value})
		}
	}
	portal.Sort(chosen, func(a, b view.Hidden) int { return strings.Compare(a.Name, b.Name) })
	return chosen
}

// carried are the choices that a form which cannot be read yet takes along.
func carried(v url.Values) []view.Hidden {
	chosen := chosenTheirs(v)
	if len(chosen) == 0 {
		return nil
	}
	return append(chosen, view.Hidden{Name: against, Value: v.Get(against)})
}
