package public

import (
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// strange tells whether something was asked for that narrows nothing. Search engines are kept from such addresses: there is no end of them.
func (n facets[T]) strange() bool { return len(n.odd)+len(n.more) > 0 }

// oddChoice names a value that narrows nothing, by what it was meant to narrow; nothing where only spaces were given.
func oddChoice(label, asked string) []string {
	if asked = wordsOf(asked); asked == "" {
		return nil
	}
	return []string{label + " “" + asked + "”"}
}

// word is what readers call a value; of one that the facet does not offer the value itself.
func (f facet[T]) word(value string) string {
	for _, c := range f.choices {
		if c.value == value {
			return c.word
		}
	}
	return value
}

// moreThanOne names the values that a query gives beside the first one, which alone narrows the list.
func moreThanOne(label string, asked []string, word func(value string) string) (more []string) {
	for i, value := range asked {
		if i > 0 && value != asked[0] {
			more = append(more, oddChoice(label, word(value))...)
		}
	}
	return more
}

// onlyOne says above a list which of several choices of one kind were left out; empty where none were.
func (sh *sheet) onlyOne(more []string) string {
	if len(more) == 0 {
		return ""
	}
	return sh.t("filter.only_one", strings.Join(more, "; "))
}

// notApplied says above a list what was asked for and could not be; empty where all of it was.
func (sh *sheet) notApplied(odd []string) string {
	if len(odd) == 0 {
		return ""
	}
	return sh.t("filter.not_applied", strings.Join(odd, "; "))
}

// leftOut says of a query what of it narrows nothing; empty where all of it does.
func (n facets[T]) leftOut(sh *sheet) string {
	return sentence(" ", sh.notApplied(n.odd), sh.onlyOne(n.more))
}

// known refuses a question with a choice that there is none of, where the answer has no place to say so: a file with more in it than
// was asked for.
func (n facets[T]) known() error {
	var problems portal.Problems
	problems.Must(len(n.odd) == 0, "", "filter.no_choice", strings.Join(n.odd, "; "))
	problems.Must(len(n.more) == 0, "", "filter.only_one", strings.Join(n.more, "; "))
	return problems.Err()
}

// kindWord is what readers call a kind of record; of what is none the word itself.
func (sh *sheet) kindWord(kind string) string {
	if key := "choice.kind." + kind; i18n.Has(key) {
		return sh.t(key)
	}
	return kind
}
