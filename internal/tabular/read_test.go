package tabular_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/tabular"
)

var limits = tabular.Limits{Rows: 100, Columns: 10, Cell: 1000, Unpacked: 1 << 20}

// numbered reads a text as the file of a name and returns the number of each row with its first cell.
func numbered(name, text string) (numbers []int, first []string, err error) {
	err = tabular.Read(name, strings.NewReader(text), int64(len(text)), limits, func([]string) error { return nil }, func(row int, cells []string) error {
		numbers, first = append(numbers, row), append(first, cells[0])
		return nil
	})
	return numbers, first, err
}

func TestRowsAreCountedAsASpreadsheetDoes(t *testing.T) {
	for name, text := range map[string]string{
		"breaks inside cells":    "slug,note\r\na,\"one\r\ntwo\nthree\"\r\n\r\nb,plain\r\n\"c\n\",x\r\nd,y\r\n",
		"break inside a heading": "slug,\"the\nnote\"\na,x\n\nb,y\nc,z\nd,\"last\none\"\n",
	} {
		numbers, first, err := numbered("list.csv", text)
		if err != nil || !slices.Equal(numbers, []int{2, 4, 5, 6}) {
			t.Errorf("%s: rows %v %q, %v, want 2, 4, 5 and 6", name, numbers, first, err)
		}
	}
}

func TestBrokenQuotesAreNamedByTheirRow(t *testing.T) {
	_, _, err := numbered("list.csv", "slug,note\na,\"one\ntwo\nthree\"\nb,\"never closed\n")
	if fault, ok := errors.AsType[*tabular.Fault](err); !ok || fault.Why != tabular.BrokenCSV || fault.Line != 3 {
		t.Errorf("the error is %v (%+v), want broken quotes in row 3", err, fault)
	}
}

func TestTextThatIsCalledAWorkbookIsToldSo(t *testing.T) {
	for name, want := range map[string]string{"list.xlsx": tabular.NotXLSX, "LIST.XLSX": tabular.NotXLSX, "list.csv": "", "list.xls.txt": ""} {
		why := ""
		_, _, err := numbered(name, "slug,note\na,b\n")
		if fault, ok := errors.AsType[*tabular.Fault](err); ok {
			why = fault.Why
		}
		if why != want {
			t.Errorf("%s: %q, want %q", name, why, want)
		}
	}
}
