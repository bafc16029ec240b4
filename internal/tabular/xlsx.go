package tabular

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Sheet is one table of a workbook. Cells are string, int64, float64, bool, or nil where nothing is known.
type Sheet struct {
	Name   string // at most 31 characters, without []:*?/\ and apostrophes at its ends
	Header []string
	Rows   iter.Seq[[]any]
}

// XLSX writes a workbook of typed cells straight to w, holding one row at a time; text is never a formula there. Equal rows give
// equal bytes. As with CSV, rows that end early are for the caller to report.
//
// It is written here and not by a library because those at hand keep a sheet in memory or in temporary files before the first byte
// leaves, and because the one that also reads workbooks for us makes the linker keep every method of the program for its writer.
func XLSX(w io.Writer, sheets []Sheet) error {
	if err := namesCanBe(sheets); err != nil {
		return err
	}
	book := zip.NewWriter(w)
	for _, part := range frame(sheets) {
		out, err := book.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, xml.Header+part.text); err != nil {
			return err
		}
	}
	for i, sheet := range sheets {
		out, err := book.Create("xl/" + sheetPath(i))
		if err != nil {
			return err
		}
		if err := writeSheet(bufio.NewWriter(out), sheet); err != nil {
			return fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
	}
	return book.Close()
}

// namesCanBe refuses names of sheets that spreadsheets refuse.
func namesCanBe(sheets []Sheet) error {
	taken := map[string]bool{}
	for _, sheet := range sheets {
		lower := strings.ToLower(sheet.Name)
		bad := sheet.Name == "" || utf8.RuneCountInString(sheet.Name) > 31 || strings.ContainsAny(sheet.Name, `[]:*?/\`) ||
			strings.Trim(sheet.Name, "'") != sheet.Name
		if bad || taken[lower] {
			return fmt.Errorf("no sheet can be called %q", sheet.Name)
		}
		taken[lower] = true
	}
	return nil
}

// mostLines is how many lines a sheet can have.
const mostLines = 1 << 20

// writeSheet writes a sheet with a bold row of names that stays in sight. The writer keeps its first error.
func writeSheet(out *bufio.Writer, sheet Sheet) error {
	out.WriteString(xml.Header + `<worksheet xmlns="` + spreadsheet + `"><sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`)
	head := make([]any, len(sheet.Header))
	for i, name := range sheet.Header {
		head[i] = name
	}
	if err := writeRow(out, 1, head, ` s="1"`); err != nil {
		return err
	}
	line := 1
	for row := range sheet.Rows {
		if line++; line > mostLines {
			return fmt.Errorf("more than %d lines", mostLines)
		}
		if err := writeRow(out, line, row, ""); err != nil {
			return err
		}
	}
	out.WriteString("</sheetData></worksheet>")
	return out.Flush()
}

// writeRow writes one row; style is what its cells look like.
func writeRow(out *bufio.Writer, line int, cells []any, style string) error {
	number := strconv.Itoa(line)
	out.WriteString(`<row r="` + number + `">`)
	for i, cell := range cells {
		if cell == nil {
			continue
		}
		out.WriteString(`<c r="` + columnName(i) + number + `"` + style)
		if err := writeCell(out, cell); err != nil {
			return err
		}
	}
	_, err := out.WriteString("</row>")
	return err
}

// mostExact is the largest whole number that spreadsheets keep to the last digit; larger ones go as text.
const mostExact = 999_999_999_999_999

// writeCell writes the rest of a cell behind its name and style.
func writeCell(out *bufio.Writer, cell any) error {
	switch cell := cell.(type) {
	case string:
		return writeText(out, cell)
	case int64:
		text := strconv.FormatInt(cell, 10)
		if cell > mostExact || cell < -mostExact {
			return writeText(out, text)
		}
		out.WriteString("><v>" + text + "</v></c>")
	case float64:
		out.WriteString("><v>" + strconv.FormatFloat(cell, 'g', -1, 64) + "</v></c>")
	case bool:
		value := "0"
		if cell {
			value = "1"
		}
		out.WriteString(` t="b"><v>` + value + "</v></c>")
	default:
		return fmt.Errorf("a cell of type %T", cell)
	}
	return nil
}

// writeText writes a text into the cell itself.
func writeText(out *bufio.Writer, text string) error {
	out.WriteString(` t="inlineStr"><is><t xml:space="preserve">`)
	if err := xml.EscapeText(out, []byte(plain(text))); err != nil {
		return err
	}
	_, err := out.WriteString("</t></is></c>")
	return err
}

// charName is how the format names a character that XML cannot hold, such as _x0008_.
var charName = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// plain is a text in which nothing is taken for the name of a character: the underscore before such a thing is named itself.
func plain(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for i := range len(text) {
		if text[i] == '_' && charName.MatchString(text[i:]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// columnName is the letters of a column, from 0: A, B and, after Z, AA.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
