// Package tabular writes rows as files that spreadsheets and programs read, and reads them: rows in, bytes out, and back.
// What belongs here: the formats of tables and what keeps a cell harmless. What does not: records and their columns,
// which the caller turns into cells, and the answer that carries the bytes.
package tabular

import (
	"bufio"
	"io"
	"iter"
	"strings"
)

// Options say how a table is written.
type Options struct {
	BOM bool // begin with a byte order mark, by which Excel knows that the text is UTF-8
}

// CSV writes a table as RFC 4180 has it: UTF-8, commas, CRLF after each line, one line of names first. Only one row is
// held at a time. Text that a spreadsheet would run as a formula is defused; Restore gives it back. Line breaks inside a
// cell stay as they are. Rows that end early because their source broke are for the caller to report; the error here is
// that of w.
func CSV(w io.Writer, header []string, rows iter.Seq[[]string], o Options) error {
	out := bufio.NewWriter(w)
	if o.BOM {
		out.WriteString("\uFEFF")
	}
	writeLine(out, header)
	for row := range rows {
		if err := writeLine(out, row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// writeLine writes one row. The writer keeps its first error and repeats it to whoever asks, so the last write tells all.
// encoding/csv is not used because it rewrites line breaks inside cells.
func writeLine(out *bufio.Writer, cells []string) error {
	for i, cell := range cells {
		if i > 0 {
			out.WriteByte(',')
		}
		cell = Defuse(cell)
		if strings.ContainsAny(cell, ",\"\r\n") || strings.HasPrefix(cell, " ") || (cell == "" && len(cells) == 1) {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		out.WriteString(cell)
	}
	_, err := out.WriteString("\r\n")
	return err
}
