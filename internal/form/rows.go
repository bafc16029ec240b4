package form

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
)

// More is the name of the button that asks for more blank rows; its value is the name of the list.
const More = "more"

// mostRows bounds how many rows a post may carry.
const mostRows = 200

// List asks for any number of rows, each a form of its own. A row that is left blank does not count; clearing a row takes it out.
func List[T any](name string, at *[]T, questions func(*T) Form) *Field {
	f := field(name, Rows)
	row := func(f *Field, i int, item *T) Form {
		form := questions(item)
		form.prefix(f.Name + "." + strconv.Itoa(i) + ".")
		return form
	}
	f.fill = func(f *Field) {
		f.Rows = nil
		for i := range *at {
			f.Rows = append(f.Rows, row(f, i, &(*at)[i]).Fill())
		}
		f.Rows = append(f.Rows, row(f, len(*at), new(T)))
	}
	f.blank = func(i int) Form { return row(f, i, new(T)) }
	f.read = func(f *Field, v url.Values) {
		*at, f.Rows = []T{}, nil
		for i := range rowCount(v, f.Name) {
			item := new(T)
			form := row(f, i, item)
			if blank(v, f.Name+"."+strconv.Itoa(i)+".") {
				continue
			}
			_ = form.Read(v) // every problem is taken over below
			for _, q := range form {
				f.Problems = append(f.Problems, q.Problems...)
			}
			form.prefix(f.Name + "." + strconv.Itoa(len(*at)) + ".")
			f.Rows = append(f.Rows, form)
			*at = append(*at, *item)
		}
		for range blankRows(v, f.Name) {
			f.Rows = append(f.Rows, row(f, len(f.Rows), new(T)))
		}
	}
	f.show = func(l i18n.Lang) (shown []string) {
		for i := range *at {
			var parts []string
			for _, q := range questions(&(*at)[i]) {
				parts = append(parts, q.Show(l)...)
			}
			shown = append(shown, strings.Join(parts, " · "))
		}
		return shown
	}
	return f
}

// At puts an address before the names of the questions, so that they can stand within another form; a post is read by the same names.
func (f Form) At(address string) Form {
	f.prefix(address)
	return f
}

// prefix puts the row's address before the names of its questions, in place of the one they had.
func (f Form) prefix(address string) {
	for _, q := range f {
		bare := q.Name[strings.LastIndex(q.Name, ".")+1:]
		for i, in := range q.Inputs {
			q.Inputs[i].Name = address + bare + strings.TrimPrefix(in.Name, q.Name)
		}
		q.Name = address + bare
	}
}

// rowCount is how many rows a post carries for a list.
func rowCount(v url.Values, name string) int {
	count := 0
	for key := range v {
		rest, ok := strings.CutPrefix(key, name+".")
		if !ok {
			continue
		}
		number, _, _ := strings.Cut(rest, ".")
		if i, err := strconv.Atoi(number); err == nil && i >= count && i < mostRows {
			count = i + 1
		}
	}
	return count
}

// blank tells whether nothing was typed into a row.
func blank(v url.Values, address string) bool {
	for key, values := range v {
		if strings.HasPrefix(key, address) && slices.ContainsFunc(values, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			return false
		}
	}
	return true
}

// blankRows is how many blank rows a list offers: one, and two more where they were asked for.
func blankRows(v url.Values, name string) int {
	if v.Get(More) == name {
		return 3
	}
	return 1
}
