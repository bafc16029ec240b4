package public

import (
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// figure is a table of figures: said once, shown on the page and sent as a file.
type figure[T any] struct {
	caption string
	file    string // name of the file
	columns []csvColumn[T]
	lines   []T
	refs    func(T) []int // of the sources behind the second cell of a line, nil where none are given
	bricks  func(T) view.BrickRow
}

// shown is the figure as the page shows it, with the sources of each line. Columns of whole numbers, but for the first one, which
// names the lines, have the separators of the language.
func (f figure[T]) shown(sh *sheet) view.Figures {
	figures := view.Figures{Caption: f.caption, Rows: make([]view.FigureRow, len(f.lines))}
	for i, c := range f.columns {
		cells, whole := c.cells(f.lines)
		figures.Columns = append(figures.Columns, view.Column{Label: c.name, Number: i > 0 && whole})
		for j, text := range cells {
			if n, err := strconv.ParseInt(text, 10, 64); i > 0 && whole && err == nil {
				text = sh.lang.Number(n)
			}
			figures.Rows[j].Cells = append(figures.Rows[j].Cells, view.Cited{Text: text})
		}
	}
	for j, line := range f.lines {
		if f.refs != nil {
			figures.Rows[j].Cells[1].Refs = f.refs(line)
		}
		if f.bricks != nil {
			figures.Rows[j].Bricks = f.bricks(line)
		}
	}
	return figures
}

// cells are the texts of the column, and whether all that stands in it are whole numbers.
func (c csvColumn[T]) cells(lines []T) (cells []string, whole bool) {
	whole = true
	for _, line := range lines {
		text := c.cell(line)
		_, err := strconv.ParseInt(text, 10, 64)
		whole = whole && (text == "" || err == nil)
		cells = append(cells, text)
	}
	return cells, whole
}

// numberColumn is a column of whole numbers.
func numberColumn[T any](name string, n func(T) int) csvColumn[T] {
	return csvColumn[T]{name, func(line T) string { return strconv.Itoa(n(line)) }}
}

// part is a part of the page about one drawing.
func (f figure[T]) part(sh *sheet, title portal.Reason, lead string, file view.Path) view.FigurePart {
	return view.FigurePart{
		Head: view.RailHead{Title: title.In(sh.lang), Text: lead}, Figures: f.shown(sh), CSV: view.Link{Label: sh.t("csv.table"), URL: file.In(sh.lang)},
	}
}

// benefitFile sends a figure of the benefits as a file.
func benefitFile[T any](s Site, of func(*sheet, portal.Benefits) figure[T]) respond.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		sh, _, b, err := s.beginBenefits(r)
		if err != nil {
			return err
		}
		f := of(sh, b)
		return answerCSV(w, f.file, f.columns, slices.Values(f.lines))
	}
}
