package portal_test

import (
	"encoding/json"
	"math"
	"testing"

	"kotakembar/internal/portal"
)

func TestWhatIsKeptForLaterIsReadAsItWasSaid(t *testing.T) {
	type holder struct {
		List portal.Later[[]string] `json:"list,omitzero"`
	}
	for said, want := range map[string]int{`{"list": ["a", "b"]}`: 2, `{"list": null}`: 0, `{}`: 0, `{"list": {"of": "others"}}`: 0} {
		var h holder
		if err := json.Unmarshal([]byte(said), &h); err != nil {
			t.Fatal(err)
		}
		if n := len(h.List.Read()); n != want {
			t.Errorf("%s holds %d, want %d", said, n, want)
		}
	}
	written, err := json.Marshal([]holder{{portal.LaterOf([]string{"a"})}, {portal.LaterOf([]string(nil))}, {portal.LaterOf([]string{})}})
	if err != nil || string(written) != `[{"list":["a"]},{},{}]` {
		t.Errorf("written as %s, %v", written, err)
	}
	if empty := portal.LaterOf(map[int64]string{}); !empty.IsZero() || empty.Read() != nil {
		t.Error("nothing is kept as something")
	}
}

func TestIndicatorsOfWhichNothingIsSaidAreNull(t *testing.T) {
	written, err := json.Marshal(portal.IndicatorValues{1.5, math.NaN()})
	if err != nil || string(written) != "[1.5,null]" {
		t.Fatalf("written as %s, %v", written, err)
	}
	var read portal.IndicatorValues
	if err := json.Unmarshal(written, &read); err != nil || len(read) != 2 || read[0] != 1.5 || !math.IsNaN(read[1]) {
		t.Errorf("read as %v, %v", read, err)
	}
}
