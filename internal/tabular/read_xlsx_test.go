package tabular_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kotakembar/internal/tabular"
)

var narrow = tabular.Limits{Rows: 100, Columns: 40, Cell: 100, Unpacked: 1 << 20}

// read is a workbook as it is taken in: the header, and each line with its number.
func read(file []byte, most tabular.Limits) (lines []string, err error) {
	err = tabular.Read("list.xlsx", bytes.NewReader(file), int64(len(file)), most, func(names []string) error {
		lines = append(lines, strings.Join(names, "|"))
		return nil
	}, func(line int, cells []string) error {
		lines = append(lines, fmt.Sprint(line, " ", strings.Join(cells, "|")))
		return nil
	})
	return lines, err
}

// foreign is a workbook as another program writes it.
func foreign(t *testing.T, fill func(*excelize.File) error) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	if err := fill(book); err != nil {
		t.Fatal(err)
	}
	file, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestWorkbookOfAnotherProgramIsRead(t *testing.T) {
	file := foreign(t, func(book *excelize.File) error {
		if _, err := book.NewSheet("Data"); err != nil {
			return err
		}
		book.SetActiveSheet(1)
		rich := []excelize.RichTextRun{{Text: "Kota "}, {Text: "Bandung", Font: &excelize.Font{Bold: true}}}
		return errors.Join(
			book.SetSheetRow("Data", "A2", &[]any{"id", "nama", "nilai", "ya"}),
			book.SetSheetRow("Data", "A4", &[]any{1, "수원 & <b>", 0.1, true}),
			book.SetCellRichText("Data", "B5", rich),
			book.SetCellValue("Data", "D6", "_x005F_x0041_ jauh"),
			book.SetSheetVisible("Sheet1", false),
		)
	})
	lines, err := read(file, narrow)
	want := []string{"id|nama|nilai|ya", "4 1|수원 & <b>|0.1|1", "5 |Kota Bandung||", "6 |||_x0041_ jauh"}
	if err != nil || !slices.Equal(lines, want) {
		t.Errorf("read %q, %v; want %q", lines, err, want)
	}
}

func TestWorkbookOfOursIsReadBack(t *testing.T) {
	var file bytes.Buffer
	if err := tabular.XLSX(&file, workbook()[:1]); err != nil {
		t.Fatal(err)
	}
	lines, err := read(file.Bytes(), narrow)
	want := []string{"id|name|lon|home|note", "2 1|=1+1|-10.5268|1|", "3 9007199254740993|수원\nSuwon & \"co\" <b>|0.1|0|x"}
	if err != nil || len(lines) != 3 || lines[0] != want[0] || lines[1] != want[1] {
		t.Errorf("read %q, %v; want %q", lines, err, want)
	}
}

// raw is a workbook of these rows, with one shared text.
func raw(t *testing.T, rows string) []byte {
	t.Helper()
	var file bytes.Buffer
	out := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/a.xml"/>` +
			`<Relationship Id="rId2" Type="x/sharedStrings" Target="s.xml"/></Relationships>`},
		{"xl/s.xml", `<sst><si><t>satu</t><rPh><t>dibaca</t></rPh></si></sst>`},
		{"xl/a.xml", `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`},
	} {
		w, err := out.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestCellsAreReadAsTheyAreStored(t *testing.T) {
	const head = `<row><c t="s"><v>0</v></c><c t="str"><v>dua</v></c></row>`
	for rows, want := range map[string]string{
		`<row r="7"><c r="B7"><v>0.10000000000000001</v></c></row>`:           "7 |0.1",
		`<row><c t="inlineStr"><is><t>a_x000A_b</t></is></c></row>`:           "2 a\nb|",
		`<row><c t="e"><v>#N/A</v></c><c><v>44197</v></c></row>`:              "2 #N/A|44197",
		`<row><c t="d"><v>2026-01-31</v></c><c t="n"><v>12</v></c></row>`:     "2 2026-01-31|12",
		`<row r="1048576"><c r="A1"/></row>`:                                  "many_rows",
		`<row><c r="XFE2"><v>1</v></c></row>`:                                 "broken",
		`<row><c r="b2"><v>1</v></c></row>`:                                   "broken",
		`<row><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>`:             "broken",
		`<row><c t="s"><v>1</v></c></row>`:                                    "broken",
		`<row><c t="s"><v>-1</v></c></row>`:                                   "broken",
		`<row><c><v>1</v></row>`:                                              "broken",
		`<row><c r="AO2"><v>1</v></c></row>`:                                  "many_columns",
		`<row><c t="str"><v>` + strings.Repeat("x", 101) + `</v></c></row>`:   "long_cell",
		`<row><c t="str"><v>` + strings.Repeat("x", 1<<20) + `</v></c></row>`: "swollen",
	} {
		lines, err := read(raw(t, head+rows), narrow)
		got := ""
		if fault, ok := errors.AsType[*tabular.Fault](err); ok {
			got = fault.Why
		} else if err == nil && len(lines) == 2 && lines[0] == "satu|dua" {
			got = lines[1]
		}
		if got != want {
			t.Errorf("%.80s: %q, %q, %v; want %q", rows, got, lines, err, want)
		}
	}
}
