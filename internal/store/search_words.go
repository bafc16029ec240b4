package store

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
)

const (
	typedLimit = 120 // characters of a search that are read
	termLimit  = 10  // terms of a search that are read
)

// term is one thing that a reader asks for: a word or a phrase, and the words that would do as well. It is in words as they were
// typed; the database makes lexemes of them.
type term struct {
	said   string
	quoted bool
	not    bool     // records that hold it are not wanted
	or     []string // other words that would do, of several words each as a phrase
}

// String is the term as a reader types it.
func (t term) String() string {
	said := t.said
	if t.quoted {
		said = `"` + said + `"`
	}
	if t.not {
		return "-" + said
	}
	return strings.Join(append([]string{said}, t.or...), " or ")
}

// plain tells whether the term is a bare word.
func (t term) plain() bool { return !t.quoted && !t.not && len(t.or) == 0 }

// half tells whether the term may be the beginning of a word: letters and digits alone.
func (t term) half() bool {
	known := !strings.ContainsFunc(t.said, func(c rune) bool { return !unicode.In(c, unicode.L, unicode.M, unicode.Nd) })
	return t.plain() && known && (utf8.RuneCountInString(t.said) > 1 || t.said > "\u2e80")
}

// typed is what a reader typed, in one line of bounded length without signs that no word holds.
func typed(s string) string {
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == utf8.RuneError {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(s, " "))
	runes := []rune(strings.Join(strings.Fields(s), " "))
	return strings.TrimSpace(string(runes[:min(len(runes), typedLimit)]))
}

// terms reads a search: words that must all be there, "phrases", -words that must not, and words joined by or. Words without
// meaning of their own are passed over where others remain.
func terms(s string) []term {
	var list []term
	parts := strings.Split(s, `"`)
	not, or := false, false
	add := func(t term) {
		if or && len(list) > 0 && !t.not {
			last := &list[len(list)-1]
			last.or = append(last.or, t.said)
		} else if t.said != "" {
			list = append(list, t)
		}
		not, or = false, false
	}
	for i, part := range parts {
		if i%2 == 1 && i < len(parts)-1 {
			add(term{said: strings.TrimSpace(part), quoted: true, not: not})
			continue
		}
		for _, word := range strings.Fields(part) {
			bare := strings.TrimLeft(word, "-")
			switch {
			case bare == "": // a dash, or the minus of a phrase
				not = strings.HasSuffix(part, word) && i+2 < len(parts)
			case joins[strings.ToLower(word)]:
				or = true
			default:
				add(term{said: bare, not: not || bare != word})
			}
		}
	}
	if telling := only(list, func(t term) bool { return !t.plain() || !idle[strings.ToLower(t.said)] }); len(telling) > 0 {
		list = telling
	}
	return list[:min(len(list), termLimit)]
}

// joins are the words that join two choices.
var joins = map[string]bool{"or": true, "atau": true, "|": true}

// idle are the words that say nothing of what is looked for.
var idle = set(strings.Fields(`ada adalah akan antara apa apakah bagaimana bagi berapa dan dari dengan di dia ini itu ke kami kapan kepada
	kita mana mengapa oleh pada para saja sebagai siapa tentang untuk yang
	a about an and are as at by did do does for from how in is it of on that the to was were what when where which who why with`)...)

func set(words ...string) map[string]bool {
	all := map[string]bool{}
	for _, w := range words {
		all[w] = true
	}
	return all
}

// synonym is one of several words of one meaning.
type synonym struct {
	Meaning string
	Term    string
	Named   bool
}

// widen adds to the terms the words that mean the same, and returns those as readers are told of them.
func (s *Store) widen(ctx context.Context, list []term) (wide []term, also []string, err error) {
	said := make([]string, len(list))
	for i, t := range list {
		said[i] = strings.ToLower(t.String())
	}
	known, err := all(ctx, s.pool, pgx.RowToStructByPos[synonym],
		`select meaning, term, named
		from search_synonyms
		where meaning in (
			select meaning
			from search_synonyms
			where position(' ' || term || ' ' in ' ' || $1 || ' ') > 0)
		order by array_length(string_to_array(term, ' '), 1) desc, term`, strings.Join(said, " "))
	if err != nil {
		return nil, nil, err
	}
	for i := 0; i < len(list); i++ {
		t, length := list[i], 1
		if meant, ok := meantBy(said[i:], known); ok {
			length = len(strings.Fields(meant.Term))
			t = term{said: joinTerms(list[i : i+length])}
			for _, other := range known {
				if other.Meaning == meant.Meaning && other.Term != meant.Term {
					t.or = append(t.or, other.Term)
					if other.Named {
						also = append(also, other.Term)
					}
				}
			}
		}
		wide = append(wide, t)
		i += length - 1
	}
	return wide, also, nil
}

// meantBy finds the longest known words with which a search goes on.
func meantBy(said []string, known []synonym) (synonym, bool) {
	i := slices.IndexFunc(known, func(s synonym) bool {
		return strings.HasPrefix(strings.Join(said, " ")+" ", s.Term+" ")
	})
	if i < 0 {
		return synonym{}, false
	}
	return known[i], true
}

// joinTerms is the terms as a reader types them.
func joinTerms(list []term) string {
	said := make([]string, len(list))
	for i, t := range list {
		said[i] = t.String()
	}
	return strings.Join(said, " ")
}

// respelling is a search as it may have been meant.
type respelling struct {
	terms []term
	found bool // other words than those typed were found
	sure  bool // all of them are spelled almost as was typed
}

// respell puts in place of each word that the register does not hold, and that means nothing else that it holds, the most similar one
// of its names; never a word that says nothing, which would find almost everything.
func (s *Store) respell(ctx context.Context, list []term) (respelling, error) {
	var words []string
	for _, t := range list {
		if !t.not && utf8.RuneCountInString(t.said) > 3 {
			words = append(words, t.said)
		}
	}
	rows, err := s.pool.Query(ctx,
		`with unknown as materialized (
			select asked.said
			from unnest($1::text[]) as asked (said)
			where not exists (
					select from search_synonyms
					where term = lower(asked.said))
				and not search_holds(`+wholeWord+`)
		)
		select said, likest
		from unknown
		cross join search_similar(said) as likest
		where likest <> ''`, words)
	if err != nil {
		return respelling{}, err
	}
	similar := map[string]string{}
	var word, like string
	_, err = pgx.ForEachRow(rows, []any{&word, &like}, func() error {
		if !idle[like] {
			similar[word] = like
		}
		return nil
	})
	better := respelling{terms: slices.Clone(list), sure: true}
	for i, t := range better.terms {
		if like, ok := similar[t.said]; ok && !t.not {
			better.terms[i].said, better.found = like, true
			better.sure = better.sure && slip(t.said, like)
		}
	}
	return better, err
}
