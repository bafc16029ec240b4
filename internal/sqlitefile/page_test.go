package sqlitefile

import (
	"math"
	"os"
	"testing"
)

func TestNothingStandsOnThePageThatIsLocked(t *testing.T) {
	t.Parallel()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	f := New(null)
	f.pages = lockPage - 2
	for _, want := range []uint32{lockPage - 1, lockPage + 1, lockPage + 2} {
		if page, err := f.append(make([]byte, pageSize)); page != want || err != nil {
			t.Errorf("page %d, %v, want %d", page, err, want)
		}
	}
	if wrote := f.rest.Buffered(); wrote != 4*pageSize {
		t.Errorf("%d bytes, want 4 pages", wrote)
	}
}

func TestNumbersOfEveryLengthAreReadBack(t *testing.T) {
	t.Parallel()
	for bit := range 64 {
		for _, v := range []uint64{1<<bit - 1, 1 << bit, math.MaxUint64 >> bit} {
			said := varint(nil, v)
			if found, rest := readVarint(append(said, 7)); found != v || len(rest) != 1 {
				t.Errorf("%d is read as %d, followed by %v", v, found, rest)
			}
		}
	}
}
