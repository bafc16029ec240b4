package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// Limits bound what is read of a file.
type Limits struct {
	Rows     int // below the names of columns
	Columns  int
	Cell     int   // characters
	Unpacked int64 // bytes of all parts of a workbook
}

// Fault is the error of a file that cannot be taken in.
type Fault struct {
	Why  string // one of the words below
	Line int    // as a spreadsheet counts, 0 where it does not matter
	Most int64  // the limit that was passed, 0 for none
}

// What can be wrong with a file.
const (
	NotATable  = "not_a_table" // neither CSV nor XLSX
	NotXLSX    = "not_xlsx"    // called a workbook, and is none
	NotUTF8    = "not_utf8"
	BrokenCSV  = "broken_csv" // quotes that do not close
	Broken     = "broken"     // a workbook that cannot be read
	Bare       = "bare"       // nothing below the names of columns
	ManyRows   = "many_rows"
	ManyColumn = "many_columns"
	LongCell   = "long_cell"
	Swollen    = "swollen" // a workbook that unpacks to far more than it seems
)

func (f *Fault) Error() string { return "table: " + f.Why }

// Read reads a table, CSV or the first sheet of a workbook, told by its first bytes; the name of the file only tells what it was meant
// to be. The first line that is not blank is the header;
// take gets each line below it that is not blank, with the number by which a spreadsheet knows it and as many cells as the header
// has. What Defuse did to cells is taken back.
func Read(name string, file io.ReaderAt, size int64, most Limits, header func([]string) error, take func(line int, cells []string) error) error {
	book, err := archive(file)
	if err != nil {
		return err
	}
	r := reader{most: most, header: header, take: take}
	switch {
	case book:
		err = r.workbook(file, size)
	case strings.EqualFold(path.Ext(name), ".xlsx"):
		return &Fault{Why: NotXLSX}
	default:
		err = r.text(io.NewSectionReader(file, 0, size))
	}
	if err == nil && r.rows == 0 {
		return &Fault{Why: Bare}
	}
	return err
}

// archive tells whether the file begins as a ZIP archive does, which every workbook is.
func archive(file io.ReaderAt) (bool, error) {
	first := make([]byte, 4)
	n, err := file.ReadAt(first, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return bytes.Equal(first[:n], []byte("PK\x03\x04")), nil
}

// reader takes lines one by one.
type reader struct {
	most   Limits
	header func([]string) error
	take   func(int, []string) error
	width  int // of the header, 0 before it came
	rows   int
}

// line takes one line in.
func (r *reader) line(number int, cells []string) error {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		return nil
	}
	if len(cells) > r.most.Columns {
		return &Fault{Why: ManyColumn, Line: number, Most: int64(r.most.Columns)}
	}
	for i, cell := range cells {
		if utf8.RuneCountInString(cell) > r.most.Cell {
			return &Fault{Why: LongCell, Line: number, Most: int64(r.most.Cell)}
		}
		cells[i] = Restore(cell)
	}
	if r.width == 0 {
		r.width = len(cells)
		return r.header(cells)
	}
	if r.rows++; r.rows > r.most.Rows {
		return &Fault{Why: ManyRows, Line: number, Most: int64(r.most.Rows)}
	}
	if len(cells) > r.width {
		return &Fault{Why: ManyColumn, Line: number, Most: int64(r.width)}
	}
	return r.take(number, append(cells, make([]string, r.width-len(cells))...))
}

// text reads CSV with commas, semicolons or tabs, whichever the first line has most of: a spreadsheet writes semicolons where the
// comma stands in numbers.
func (r *reader) text(file io.Reader) error {
	in := bufio.NewReader(file)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\uFEFF" {
		_, _ = in.Discard(3) // they lie in the buffer
	}
	ahead, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if bytes.IndexByte(ahead, 0) >= 0 || bytes.HasPrefix(ahead, []byte("\xd0\xcf\x11\xe0")) || bytes.HasPrefix(ahead, []byte("%PDF")) {
		return &Fault{Why: NotATable}
	}
	lines := csv.NewReader(in)
	lines.Comma, lines.FieldsPerRecord = separator(ahead), -1
	within := 0 // line breaks inside cells so far, which a spreadsheet does not count as rows
	for {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			return &Fault{Why: BrokenCSV, Line: broken.StartLine - within}
		}
		if err != nil {
			return err
		}
		number, _ := lines.FieldPos(0)
		number -= within
		for _, cell := range cells {
			within += strings.Count(cell, "\n")
			if !utf8.ValidString(cell) {
				return &Fault{Why: NotUTF8, Line: number}
			}
		}
		if err := r.line(number, cells); err != nil {
			return err
		}
	}
}

// separator is what parts the cells of a text.
func separator(ahead []byte) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(ahead, "\r\n"), []byte("\n"))
	best := ','
	for _, other := range ";\t" {
		if bytes.Count(line, []byte(string(other))) > bytes.Count(line, []byte(string(best))) {
			best = other
		}
	}
	return best
}
