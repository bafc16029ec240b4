package form

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"kotakembar/internal/i18n"
)

// Longest answers in characters.
const (
	longestLine = 300
	longestArea = 20_000
)

// Text asks for a line of text.
func Text(name string, at *string) *Field { return plain(name, Line, longestLine, at) }

// Long asks for a longer text in one language.
func Long(name string, at *string) *Field { return plain(name, Area, longestArea, at) }

func plain(name string, look Look, longest int, at *string) *Field {
	f := field(name, look)
	f.Inputs = []Input{{Name: name}}
	f.fill = func(f *Field) { f.Inputs[0].Value = *at }
	f.read = func(f *Field, v url.Values) {
		*at = clean(v, f.Name)
		f.Inputs[0] = Input{Name: f.Name, Value: *at, Size: f.Inputs[0].Size, List: f.Inputs[0].List, Purpose: f.Inputs[0].Purpose}
		f.limit(*at, longest)
	}
	f.show = func(i18n.Lang) []string { return present(*at) }
	return f
}

// Secret asks for a password; what was typed is never shown again.
func Secret(name string, at *string) *Field {
	f := field(name, Password)
	f.Inputs = []Input{{Name: name}}
	f.fill = func(*Field) {}
	f.read = func(f *Field, v url.Values) { *at = v.Get(f.Name) }
	f.show = func(i18n.Lang) []string { return nil }
	return f
}

// Upload asks for a file. The caller takes it from the post; shown says what is kept already.
func Upload(name string, shown func(i18n.Lang) []string) *Field {
	f := field(name, File)
	f.Inputs = []Input{{Name: name}}
	f.fill = func(*Field) {}
	f.read = func(*Field, url.Values) {}
	f.show = shown
	return f
}

// keptInput is the end of the name of the input by which a form remembers an upload.
const keptInput = "_kept"

// Keeping lets the form remember by which name an upload is kept, so that nobody chooses a file twice because another answer was
// wrong. The caller looks up what the name stands for.
func (f *Field) Keeping(at *string) *Field {
	f.kept = at
	f.read = func(f *Field, v url.Values) {
		if v.Has(f.Name + keptInput) {
			*at = clean(v, f.Name+keptInput)
		}
	}
	return f
}

// AtDesk says that the file comes from staff, whose pages help with it.
func (f *Field) AtDesk() *Field {
	f.Desk = true
	return f
}

// Kept is the input by which the form remembers an upload, without a value where there is none.
func (f *Field) Kept() Input {
	if f.kept == nil {
		return Input{}
	}
	return Input{Name: f.Name + keptInput, Value: *f.kept}
}

// Lines asks for a list of short texts, one per line.
func Lines(name string, at *[]string) *Field {
	f := field(name, Area)
	f.Inputs = []Input{{Name: name}}
	f.fill = func(f *Field) { f.Inputs[0].Value = strings.Join(*at, "\n") }
	f.read = func(f *Field, v url.Values) {
		typed := clean(v, f.Name)
		f.Inputs[0] = Input{Name: f.Name, Value: typed}
		f.limit(typed, longestArea)
		*at = []string{}
		for line := range strings.SplitSeq(typed, "\n") {
			*at = append(*at, present(strings.TrimSpace(line))...)
		}
	}
	f.show = func(i18n.Lang) []string { return *at }
	return f
}

// Both asks for a line in each language, side by side.
func Both(name string, at *i18n.Text) *Field { return bilingual(name, Line, longestLine, at) }

// BothLong asks for a longer text in each language, side by side.
func BothLong(name string, at *i18n.Text) *Field { return bilingual(name, Area, longestArea, at) }

func bilingual(name string, look Look, longest int, at *i18n.Text) *Field {
	f := field(name, look)
	sides := []*string{&at.ID, &at.EN}
	f.Inputs = make([]Input, len(i18n.Langs))
	put := func(f *Field) {
		for i, l := range i18n.Langs {
			f.Inputs[i] = Input{Name: f.Name + "_" + string(l), Label: "lang." + string(l), Lang: l, Value: *sides[i]}
		}
	}
	put(f)
	f.fill = put
	f.read = func(f *Field, v url.Values) {
		for i, l := range i18n.Langs {
			*sides[i] = clean(v, f.Name+"_"+string(l))
			f.limit(*sides[i], longest)
		}
		put(f)
	}
	f.show = func(i18n.Lang) []string {
		var shown []string
		for i, l := range i18n.Langs {
			if *sides[i] != "" {
				shown = append(shown, strings.ToUpper(string(l))+": "+*sides[i])
			}
		}
		return shown
	}
	return f
}

func (f *Field) limit(s string, longest int) {
	if utf8.RuneCountInString(s) > longest {
		f.wrong("problem.long", longest)
	}
}

// present is the text as a list, empty where there is none.
func present(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
