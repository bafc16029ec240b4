package tabular_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kotakembar/internal/tabular"
)

func workbook() []tabular.Sheet {
	rows := [][]any{
		{int64(1), "=1+1", -10.5268, true, nil},
		{int64(9_007_199_254_740_993), "수원\nSuwon & \"co\" <b>", 0.1, false, "'x"},
	}
	many := func(yield func([]any) bool) {
		for i := range int64(2000) {
			if !yield([]any{i}) {
				return
			}
		}
	}
	return []tabular.Sheet{
		{Name: "kota", Header: []string{"id", "name", "lon", "home", "note"}, Rows: slices.Values(rows)},
		{Name: "banyak", Header: []string{"n"}, Rows: many},
		{Name: "kosong", Header: []string{"n"}, Rows: slices.Values([][]any{})},
	}
}

func TestWorkbookIsReadBackWithItsTypes(t *testing.T) {
	var file bytes.Buffer
	if err := tabular.XLSX(&file, workbook()); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := book.GetSheetList(); !slices.Equal(got, []string{"kota", "banyak", "kosong"}) {
		t.Errorf("the sheets are %q", got)
	}
	for cell, want := range map[string]struct {
		value string
		kind  excelize.CellType
	}{
		"A2": {"1", excelize.CellTypeUnset}, "B2": {"=1+1", excelize.CellTypeInlineString}, "C2": {"-10.5268", excelize.CellTypeUnset},
		"D2": {"TRUE", excelize.CellTypeBool}, "E2": {"", excelize.CellTypeUnset},
		"A3": {"9007199254740993", excelize.CellTypeInlineString}, "B3": {"수원\nSuwon & \"co\" <b>", excelize.CellTypeInlineString},
		"D3": {"FALSE", excelize.CellTypeBool}, "E3": {"'x", excelize.CellTypeInlineString},
	} {
		value, err := book.GetCellValue("kota", cell)
		kind, kindErr := book.GetCellType("kota", cell)
		formula, formulaErr := book.GetCellFormula("kota", cell)
		if err != nil || kindErr != nil || formulaErr != nil || value != want.value || kind != want.kind || formula != "" {
			t.Errorf("%s is %q of type %v with formula %q, want %q of type %v", cell, value, kind, formula, want.value, want.kind)
		}
	}
	if rows, err := book.GetRows("banyak"); err != nil || len(rows) != 2001 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestEqualRowsGiveEqualWorkbooks(t *testing.T) {
	var first bytes.Buffer
	if err := tabular.XLSX(&first, workbook()); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		var again bytes.Buffer
		if err := tabular.XLSX(&again, workbook()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestSheetThatCannotBeIsNamed(t *testing.T) {
	none := slices.Values([][]any{})
	for _, sheets := range [][]tabular.Sheet{
		{{Name: "a/b", Rows: none}},
		{{Name: "", Rows: none}},
		{{Name: "'a", Rows: none}},
		{{Name: strings.Repeat("é", 32), Rows: none}},
		{{Name: "kota", Rows: none}, {Name: "KOTA", Rows: none}},
		{{Name: "kota", Rows: slices.Values([][]any{{struct{}{}}})}},
	} {
		err := tabular.XLSX(io.Discard, sheets)
		if name := sheets[len(sheets)-1].Name; err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("for the sheet %q the error is %v", name, err)
		}
	}
}

func TestSheetHasNoMoreLinesThanSpreadsheetsRead(t *testing.T) {
	rows := func(yield func([]any) bool) {
		for yield(nil) {
		}
	}
	if err := tabular.XLSX(io.Discard, []tabular.Sheet{{Name: "kota", Rows: rows}}); err == nil || !strings.Contains(err.Error(), "1048576") {
		t.Errorf("the error is %v", err)
	}
}

func TestTextComesBackFromWorkbookAsItWas(t *testing.T) {
	texts := []string{"_x0041_x0042_", "_x000d_", "_x", " led by a space", "1\r\n2", "<&>\"", "\t'=1"}
	wide := make([]any, 30)
	wide[26] = "AA"
	rows := [][]any{wide}
	for _, text := range texts {
		rows = append(rows, []any{text})
	}
	var file bytes.Buffer
	if err := tabular.XLSX(&file, []tabular.Sheet{{Name: "teks & <lain>", Header: []string{"t"}, Rows: slices.Values(rows)}}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	lines, err := book.GetRows("teks & <lain>")
	if err != nil || len(lines) != len(rows)+1 || lines[1][26] != "AA" {
		t.Fatalf("read %q, %v", lines, err)
	}
	for i, want := range texts {
		if got := lines[i+2][0]; got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	}
}

func TestWorkbookLeavesWhileItsRowsAreStillComing(t *testing.T) {
	var file bytes.Buffer
	left := 0 // bytes that had left before the last row came
	rows := func(yield func([]any) bool) {
		for i := range int64(100_000) {
			left = file.Len()
			if !yield([]any{i, "Kota Bandung"}) {
				return
			}
		}
	}
	if err := tabular.XLSX(&file, []tabular.Sheet{{Name: "kota", Rows: rows}}); err != nil {
		t.Fatal(err)
	}
	if left < file.Len()/2 {
		t.Errorf("%d of %d bytes had left before the last row", left, file.Len())
	}
}
