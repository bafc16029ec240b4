package tabular

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// Sheet is one table of a workbook. Cells are string, int64, float64, bool, or nil where nothing is known.
type Sheet struct {
	Name   string // at most 31 characters, without []:*?/\
	Header []string
	Rows   iter.Seq[[]any]
}

// XLSX writes a workbook of typed cells, row by row through temporary files; text is never a formula there. Equal rows give
// equal bytes. As with CSV, rows that end early are for the caller to report.
func XLSX(w io.Writer, sheets []Sheet) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i, sheet := range sheets {
		if err := addSheet(book, i, sheet, bold); err != nil {
			return fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
	}
	return inOrder(w, func(to io.Writer) error {
		book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(to) })
		_, err := book.WriteTo(io.Discard)
		return err
	})
}

// addSheet fills a sheet below a bold row of names that stays in sight.
func addSheet(book *excelize.File, number int, sheet Sheet, bold int) error {
	if number == 0 {
		if err := book.SetSheetName(book.GetSheetName(0), sheet.Name); err != nil {
			return err
		}
	} else if _, err := book.NewSheet(sheet.Name); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(sheet.Name)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(sheet.Header))
	for i, name := range sheet.Header {
		head[i] = excelize.Cell{StyleID: bold, Value: name}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	line := 1
	for row := range sheet.Rows {
		line++
		if err := out.SetRow("A"+strconv.Itoa(line), exact(row)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// most is the largest whole number that spreadsheets keep to the last digit.
const most = 999_999_999_999_999

// exact writes whole numbers as text that a spreadsheet would round.
func exact(row []any) []any {
	for i, cell := range row {
		if n, ok := cell.(int64); ok && (n > most || n < -most) {
			row[i] = strconv.FormatInt(n, 10)
		}
	}
	return row
}

// inOrder copies an archive whose parts come in any order with its parts sorted by name, without packing them anew.
func inOrder(w io.Writer, write func(io.Writer) error) (err error) {
	temporary, err := os.CreateTemp("", "kotakembar-*.xlsx")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, temporary.Close(), os.Remove(temporary.Name())) }()
	if err := write(temporary); err != nil {
		return err
	}
	size, err := temporary.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	parts, err := zip.NewReader(temporary, size)
	if err != nil {
		return err
	}
	slices.SortFunc(parts.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range parts.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}
