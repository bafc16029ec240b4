package tabular_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/tabular"
)

// rows are texts that are hard on a table.
var rows = [][]string{
	{"1", "Braunschweig", "-10.5268"},
	{"2", `the "corner", so called`, "first\nsecond"},
	{"3", "first\r\nsecond", ""},
	{"4", "=HYPERLINK(\"http://evil.example\")", "'=quoted before"},
	{"5", "수원, 杭州", " led by a space"},
	{"6", "'twas", "''"},
}

func TestTableIsReadBackAsItWas(t *testing.T) {
	var file bytes.Buffer
	if err := tabular.CSV(&file, []string{"id", "name", "value"}, slices.Values(rows), tabular.Options{}); err != nil {
		t.Fatal(err)
	}
	read := parse(t, file.String())
	if !slices.Equal(read[0], []string{"id", "name", "value"}) {
		t.Errorf("the first line is %q", read[0])
	}
	for i, row := range rows {
		for j, want := range row {
			if got := tabular.Restore(read[i+1][j]); got != strings.ReplaceAll(want, "\r\n", "\n") {
				t.Errorf("row %d cell %d is %q, want %q", i, j, got, want) // Go's reader gives \n for \r\n in a cell
			}
		}
	}
}

func TestLinesEndAndCellsStandAsTheRFCSays(t *testing.T) {
	var file bytes.Buffer
	in := [][]string{{"a,b", "c"}, {"one\r\ntwo\nthree", `say "so"`}}
	if err := tabular.CSV(&file, []string{"x", "y"}, slices.Values(in), tabular.Options{BOM: true}); err != nil {
		t.Fatal(err)
	}
	want := "\uFEFFx,y\r\n\"a,b\",c\r\n\"one\r\ntwo\nthree\",\"say \"\"so\"\"\"\r\n"
	if file.String() != want {
		t.Errorf("the file is\n%q, want\n%q", file.String(), want)
	}
}

func TestSingleEmptyCellIsNoEmptyLine(t *testing.T) {
	var file bytes.Buffer
	if err := tabular.CSV(&file, []string{"x"}, slices.Values([][]string{{""}, {"b"}}), tabular.Options{}); err != nil {
		t.Fatal(err)
	}
	if read := parse(t, file.String()); len(read) != 3 {
		t.Errorf("%d lines were read of %q, want 3", len(read), file.String())
	}
}

func TestFormulasAreDefused(t *testing.T) {
	for _, risky := range []string{"=1+1", "+62 22 423", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "--5", "-5-", "-1.", "-.5"} {
		if got := tabular.Defuse(risky); got != "'"+risky {
			t.Errorf("Defuse(%q) = %q", risky, got)
		}
	}
	for _, harmless := range []string{"", "Bandung", "-97.3308", "-5", "1960", "a=b", " =1", "'twas", "2005~"} {
		if got := tabular.Defuse(harmless); got != harmless {
			t.Errorf("Defuse(%q) = %q, want it untouched", harmless, got)
		}
	}
}

func FuzzDefusedTextIsRestoredAndNeverRuns(f *testing.F) {
	for _, seed := range []string{"", "=1", "'=1", "''", "'-5", "-5", "'", "＋", "\xff="} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := tabular.Defuse(text)
		if got := tabular.Restore(cell); got != text {
			t.Errorf("%q became %q and came back as %q", text, cell, got)
		}
		if cell != "" && strings.ContainsAny(cell[:1], "=+@\t\r\n") {
			t.Errorf("%q stands in a cell as %q", text, cell)
		}
	})
}

func TestBrokenPipeEndsTheTable(t *testing.T) {
	taken := 0
	endless := iter.Seq[[]string](func(yield func([]string) bool) {
		for yield([]string{strings.Repeat("x", 1000)}) {
			taken++
		}
	})
	err := tabular.CSV(broken{}, []string{"x"}, endless, tabular.Options{})
	if !errors.Is(err, io.ErrClosedPipe) || taken > 100 {
		t.Errorf("after %d rows the error is %v", taken, err)
	}
}

// broken is a connection that its reader has left.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func parse(t *testing.T, file string) [][]string {
	t.Helper()
	read, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return read
}
