package form

import (
	"net/url"
	"strings"
	"time"

	"kotakembar/internal/i18n"
)

// wholeDate is what stands behind the name of a date that comes as one text.
const wholeDate = "_whole"

// firstSheetDay is the day from which spreadsheets count, as they have counted since a leap year that never was.
var firstSheetDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// A list of rows stands in one cell: a line for each, its parts parted by bars. What could be taken for either is written \| and \n.
var (
	toPart   = strings.NewReplacer(`\`, `\\`, "|", `\|`, "\n", `\n`)
	fromPart = strings.NewReplacer(`\\`, `\`, `\|`, "|", `\n`, "\n")
)

// Parts are the columns of each line of a list that stands in one cell.
func (c *Column) Parts() []*Column {
	if c.Field.Look != Rows {
		return nil
	}
	return c.Field.blank(0).Tabular().Columns
}

// lines writes the rows of a list.
func (f *Field) lines(l i18n.Lang) string {
	var lines []string
	for _, row := range f.Rows[:len(f.Rows)-1] { // the last one is blank
		lines = append(lines, JoinParts(row.Tabular().Cells(l)...))
	}
	return strings.Join(lines, "\n")
}

// putLines reads the rows of a list into a post.
func (f *Field) putLines(post url.Values, cell string) (key string, args []any) {
	n := 0
	for line := range strings.SplitSeq(strings.ReplaceAll(cell, "\r\n", "\n"), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n == mostRows {
			return "problem.cell_lines", []any{mostRows}
		}
		columns := f.blank(n).Tabular().Columns
		parts := SplitParts(line)
		if len(parts) > len(columns) {
			return "problem.cell_parts", []any{n + 1, len(columns)}
		}
		for i, part := range parts {
			if key, args := columns[i].put(post, part); key != "" {
				return key, args
			}
		}
		n++
	}
	return "", nil
}

// JoinParts writes the parts of a line with bars between them; empty ones at the end are left out.
func JoinParts(parts ...string) string {
	for len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	written := make([]string, len(parts))
	for i, p := range parts {
		written[i] = toPart.Replace(p)
	}
	return strings.Join(written, " | ")
}

// SplitParts parts a line that JoinParts wrote.
func SplitParts(line string) (parts []string) {
	begin := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			parts, begin = append(parts, line[begin:i]), i+1
		}
	}
	parts = append(parts, line[begin:])
	for i, p := range parts {
		parts[i] = fromPart.Replace(strings.TrimSpace(p))
	}
	return parts
}
