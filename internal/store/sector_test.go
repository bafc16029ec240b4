package store_test

import (
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Records name EDU: its name may change, its code may not.
func TestSectorThatRecordsNameCanBeRenamedButKeepsItsCode(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	sectors, err := d.Sectors.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sectors {
		if s.Code != "EDU" {
			continue
		}
		live, version, err := d.Live(t.Context(), portal.KindSector, s.ID)
		if err != nil {
			t.Fatal(err)
		}
		c := portal.Change{
			Kind: portal.KindSector, RecordID: s.ID, BaseVersion: version, Op: portal.OpSave, Title: s.Code,
			After: portal.Pick(live, live, nil), Reason: "plainer", State: portal.Submitted,
		}
		set(&c, "name_en", "schooling")
		d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
		c.BaseVersion++
		set(&c, "code", "SCH")
		if err := d.SaveChange(t.Context(), d.editor, &c); portal.AsInvalid(err) == nil {
			t.Errorf("a code in use was changed: %v", err)
		}
	}
}
