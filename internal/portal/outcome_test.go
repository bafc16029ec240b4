package portal_test

import (
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestMeasureIsDrawnWhereItsUnitsCanBeCounted(t *testing.T) {
	for _, tt := range []struct {
		unit              string
		planned, achieved *int64
		countable         bool
		floors            int
	}{
		{"company", new(int64(2)), nil, false, 0},
		{"company", new(int64(3)), nil, true, 0},
		{"company", new(int64(1)), new(int64(200)), true, 0},
		{"company", new(int64(3)), new(int64(201)), false, 0},
		{"percent", nil, new(int64(90)), false, 0},
		{"company", nil, nil, false, 0},
		{"floor", new(int64(4)), nil, true, 4},
		{"floors", new(int64(12)), nil, true, 12},
		{"floor", new(int64(13)), nil, true, 0},
		{"floor", nil, new(int64(4)), true, 0},
	} {
		o := portal.Outcome{Unit: i18n.Text{EN: tt.unit}, Planned: tt.planned, Achieved: tt.achieved}
		if o.Countable() != tt.countable || o.Floors() != tt.floors {
			t.Errorf("%+v: countable %v, %d floors", tt, o.Countable(), o.Floors())
		}
	}
}
