package form

import (
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
)

// Choice asks for one of a few words; the catalog names them choice.<name>.<word>. An empty word is offered as unknown. Where nothing
// has been chosen yet and something must be, the form says so and chooses for nobody.
func Choice[T ~string](name string, at *T, words []T) *Field {
	open := *at == "" && !slices.Contains(words, "")
	f := Pick(name, func() string { return string(*at) }, func(s string) bool {
		*at = T(s)
		return slices.Contains(words, *at) || open && s == "" // the record's own rules ask for it when it is handed in
	})
	for _, w := range words {
		key := "choice." + name + "." + string(w)
		if w == "" {
			key = "choice.unknown"
		}
		f.Options = append(f.Options, Option{Value: string(w), Key: key})
	}
	if open {
		f.Options = append([]Option{{Key: "choice.pick"}}, f.Options...)
	}
	return f
}

// Named lets the catalog name the choices choice.<prefix>.<word>, where the same question has other answers elsewhere.
func (f *Field) Named(prefix string) *Field {
	for i, o := range f.Options {
		if o.Value != "" {
			f.Options[i].Key = "choice." + prefix + "." + o.Value
		}
	}
	return f
}

// Record asks for one record; 0 is offered as none.
func Record(name string, at *int64, options []Option) *Field {
	f := Pick(name, func() string { return digits(int(*at)) }, func(s string) bool {
		*at = 0
		if s == "" {
			return true
		}
		n, err := strconv.ParseInt(s, 10, 64)
		*at = n
		return err == nil && n > 0
	})
	f.Options = append([]Option{{Key: "choice.none"}}, options...)
	return f
}

// Pick asks for one of the options that the caller gives the question; write and read turn the answer into an option's value and back.
func Pick(name string, write func() string, read func(string) bool) *Field {
	f := field(name, Select)
	f.Inputs = []Input{{Name: name}}
	f.fill = func(f *Field) { f.choose(write()) }
	f.read = func(f *Field, v url.Values) {
		typed := v.Get(f.Name)
		f.Inputs[0] = Input{Name: f.Name, Value: typed}
		f.choose(typed)
		if !read(typed) {
			f.wrong("problem.choice")
		}
	}
	f.show = func(l i18n.Lang) []string {
		f.choose(write())
		return f.chosen(l)
	}
	return f
}

// Many asks for any number of words out of the options.
func Many(name string, at *[]string, options []Option) *Field {
	return boxes(name, options, func() []string { return *at }, func(chosen []string) bool {
		*at = chosen
		return true
	})
}

// ManyNumbers asks for any number of numbers out of the options.
func ManyNumbers(name string, at *[]int64, options []Option) *Field {
	write := func() []string {
		words := make([]string, len(*at))
		for i, n := range *at {
			words[i] = strconv.FormatInt(n, 10)
		}
		return words
	}
	return boxes(name, options, write, func(chosen []string) bool {
		*at = make([]int64, len(chosen))
		for i, word := range chosen {
			n, err := strconv.ParseInt(word, 10, 64)
			if err != nil {
				return false
			}
			(*at)[i] = n
		}
		return true
	})
}

func boxes(name string, options []Option, write func() []string, read func([]string) bool) *Field {
	f := field(name, Boxes)
	f.Options = slices.Clone(options)
	f.fill = func(f *Field) { f.choose(write()...) }
	f.read = func(f *Field, v url.Values) {
		var known []string
		for _, o := range f.Options {
			if slices.Contains(v[f.Name], o.Value) {
				known = append(known, o.Value)
			}
		}
		f.choose(known...)
		if !read(inOrder(known, write())) {
			f.wrong("problem.choice")
		}
	}
	f.show = func(l i18n.Lang) []string {
		f.choose(write()...)
		return f.chosen(l)
	}
	return f
}

// inOrder puts the chosen values in the order in which they stood, new ones last, so that a form that is not touched changes nothing.
func inOrder(chosen, before []string) []string {
	kept := slices.DeleteFunc(slices.Clone(before), func(s string) bool { return !slices.Contains(chosen, s) })
	added := slices.DeleteFunc(chosen, func(s string) bool { return slices.Contains(kept, s) })
	return append(kept, added...)
}

// Yes asks whether something is so.
func Yes(name string, at *bool) *Field {
	f := field(name, Box)
	f.Inputs = []Input{{Name: name, Value: "1"}}
	f.fill = func(f *Field) { f.Inputs[0].Checked = *at }
	f.read = func(f *Field, v url.Values) {
		*at = v.Get(f.Name) != ""
		f.Inputs[0] = Input{Name: f.Name, Value: "1", Checked: *at}
	}
	f.show = func(l i18n.Lang) []string {
		if *at {
			return []string{l.T("word.yes")}
		}
		return []string{l.T("word.no")}
	}
	return f
}

func (f *Field) choose(values ...string) {
	for i, o := range f.Options {
		f.Options[i].Chosen = slices.Contains(values, o.Value)
	}
}

func (f *Field) chosen(l i18n.Lang) (words []string) {
	for _, o := range f.Options {
		if o.Chosen && o.Value != "" {
			words = append(words, o.Words(l))
		}
	}
	return words
}
