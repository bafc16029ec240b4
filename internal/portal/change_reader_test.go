package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func TestLimitedChangeIsSeenByItsAuthorAndThoseNamedUntilItIsPublished(t *testing.T) {
	author, named := portal.Actor{ID: 1, Role: portal.Editor}, portal.Actor{ID: 2, Role: portal.Editor}
	boss := portal.Actor{ID: 3, Role: portal.Administrator}
	for _, state := range portal.States {
		c := portal.Change{AuthorID: author.ID, State: state, Limited: true, Readers: []int64{named.ID}}
		if !c.MaySee(author) || !c.MaySee(named) {
			t.Errorf("%s: hidden from its own people", state)
		}
		if c.MaySee(boss) != (state == portal.Applied) {
			t.Errorf("%s: an administrator may see it: %v", state, c.MaySee(boss))
		}
		for _, do := range portal.Moves {
			if state != portal.Applied && c.Allows(do, boss) == nil {
				t.Errorf("%s: who may not see it may %s", state, do)
			}
		}
		c.Limited = false
		if c.MaySee(boss) != (state != portal.Draft) {
			t.Errorf("%s, not limited: %v", state, c.MaySee(boss))
		}
	}
}
