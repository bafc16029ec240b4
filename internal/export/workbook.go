package export

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/tabular"
)

// writeWorkbook writes a sheet for each table, after one about the file and before one that says what the columns mean.
func writeWorkbook(x *extract, w io.Writer) error {
	sheets := []tabular.Sheet{{Name: "about", Header: []string{"name", "value"}, Rows: slices.Values(x.aboutRows())}}
	failed := make([]error, len(x.sets))
	for i, s := range x.sets {
		sheets = append(sheets, tabular.Sheet{Name: s.Name, Header: s.header(), Rows: rowsOf(x, s, typed, &failed[i])})
	}
	sheets = append(sheets, tabular.Sheet{Name: "dictionary", Header: dictionaryHeader, Rows: x.dictionaryRows()})
	if err := tabular.XLSX(w, sheets); err != nil {
		return err
	}
	return errors.Join(failed...)
}

func (s Set) header() []string {
	names := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = c.Name
	}
	return names
}

// aboutRows are what the file says of itself, for formats that hold tables alone.
func (x *extract) aboutRows() [][]any {
	a := x.about()
	return [][]any{
		{"title", a.Title}, {"licence", a.Licence}, {"licence_url", a.LicenceURL}, {"attribution", a.Attribution},
		{"home", a.Home}, {"updated", a.Updated}, {"changes", a.Changes},
	}
}

// dictionaryHeader names the columns of the dictionary where it is a table itself.
var dictionaryHeader = []string{
	"table", "column", "type", "label_id", "label_en", "meaning_id", "meaning_en", "unit_id", "unit_en", "choices_id", "choices_en",
}

func (x *extract) dictionaryRows() iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, s := range x.sets {
			for _, f := range s.Fields {
				if !yield(dictionaryRow(s.Name, f.Name, f)) {
					return
				}
				for _, part := range f.Parts {
					if !yield(dictionaryRow(s.Name, f.Name+"[]."+part.Name, part)) {
						return
					}
				}
			}
		}
	}
}

func dictionaryRow(table, name string, f Field) []any {
	return []any{
		table, name, string(f.Type), f.Label.ID, f.Label.EN, f.Meaning.ID, f.Meaning.EN, f.Unit.ID, f.Unit.EN,
		choiceList(i18n.ID, f.Choices), choiceList(i18n.EN, f.Choices),
	}
}

// choiceList writes choices in one cell: partner = Kota mitra; prospect = Penjajakan.
func choiceList(l i18n.Lang, choices []Choice) string {
	list := make([]string, len(choices))
	for i, c := range choices {
		list[i] = c.Value + " = " + c.Word.In(l)
	}
	return strings.Join(list, "; ")
}
