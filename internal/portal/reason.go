package portal

import (
	"strings"

	"kotakembar/internal/i18n"
)

// Reason is a short sentence of the catalog about a tie, with what fills its verbs: numbers, dates and facts.
type Reason struct {
	Key  string
	Args []any
}

// In writes the reason in a language.
func (s Reason) In(l i18n.Lang) string {
	args := make([]any, len(s.Args))
	for i, arg := range s.Args {
		args[i] = inWords(l, arg)
	}
	return l.T(s.Key, args...)
}

func inWords(l i18n.Lang, arg any) string {
	switch v := arg.(type) {
	case int:
		return l.Number(int64(v))
	case wording: // a date, a share, a text in two languages
		return v.In(l)
	case []Fact:
		return namesIn(l, v)
	case []PathStep:
		return namesIn(l, v)
	case []Person:
		return peopleIn(l, v)
	}
	return ""
}

// wording is what knows its own words.
type wording interface{ In(i18n.Lang) string }

// phrase is words beside each other, those left out of which nothing is known.
type phrase []wording

// In writes the words with commas between them.
func (p phrase) In(l i18n.Lang) string {
	words := each(p, func(w wording) string { return w.In(l) })
	return strings.Join(keep(words, func(w string) bool { return w != "" }), ", ")
}

// named is what the catalog has a name for.
type named interface{ Key() string }

func namesIn[T named](l i18n.Lang, list []T) string {
	var names []string
	for _, one := range list {
		names = append(names, l.T(one.Key()))
	}
	return l.List(names)
}

func peopleIn(l i18n.Lang, people []Person) string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name+" ("+p.Role.In(l)+")")
	}
	return l.List(names)
}

// counted is a reason whose first verb is a count; one has words of its own.
func counted(key string, n int, more ...any) Reason {
	if n == 1 {
		key += ".one"
	}
	return Reason{Key: key, Args: append([]any{n}, more...)}
}

// share is a reason that says how many of a whole are meant; a whole of one has words of its own.
func share(key string, part, whole int) Reason {
	if whole == 1 {
		key += ".one"
	}
	return Reason{Key: key, Args: []any{part, whole}}
}

// Key is the catalog key of the fact's name.
func (f Fact) Key() string { return "vitality.fact." + string(f) }

// upTo is the date without what is more precise than p, its mark of doubt kept.
func (d Date) upTo(p Precision) Date {
	plain, mark := d.Plain(), d[len(d.Plain()):]
	switch {
	case p == ToYear && d.Precision() > ToYear:
		return plain[:4] + mark
	case p == ToMonth && d.Precision() > ToMonth:
		return plain[:7] + mark
	}
	return d
}
