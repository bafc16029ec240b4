package public

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// sheet is a page under construction: in which language, on which day, and which sources it has named so far.
type sheet struct {
	notes
	now     time.Time
	updated time.Time
	base    string               // scheme and host of the site, before our own paths
	sectors map[string]i18n.Text // names of the fields, by code
	fields  []portal.Sector
	files   map[store.Named][]portal.Document
	acts    map[string]portal.Source // on which the page rests, by slug

	unlisted map[int64]bool // activities of a partner for which its page has no room
}

// begin starts a page. It asks the store once, for the day of the last change and for what nobody has reviewed.
func (s Site) begin(r *http.Request) (*sheet, error) {
	at, err := s.Store.Standing(r.Context())
	if err != nil {
		return nil, err
	}
	return s.sheetOf(r, at), nil
}

func (s Site) sheetOf(r *http.Request, at store.Standing) *sheet {
	return &sheet{
		notes: notes{lang: i18n.From(r.Context()), unreviewed: at.Unreviewed}, now: s.Now(), updated: at.UpdatedAt.In(portal.WIB),
		base: view.AmbientFrom(r.Context()).BaseURL,
	}
}

// nameSectors learns the names of the fields of cooperation, in one question.
func (s Site) nameSectors(ctx context.Context, sh *sheet) error {
	list, err := s.Store.Sectors.All(ctx)
	sh.knows(list)
	return err
}

// knows takes the names of the fields in.
func (sh *sheet) knows(fields []portal.Sector) {
	sh.fields, sh.sectors = fields, map[string]i18n.Text{}
	for _, one := range fields {
		sh.sectors[one.Code] = one.Name
	}
}

// learnAround takes in the evidence for the records of a list, and their documents.
func (sh *sheet) learnAround(a store.Around) {
	sh.learn(a.Cited, a.Rulings)
	sh.files = a.Documents
}

// page is what the layout must know; args fill the placeholders of the path.
func (sh *sheet) page(path, section view.Path, title, description string, args ...string) view.Page {
	p := view.Page{
		Title: title, Description: description, Path: path, Args: args, Section: section,
		Printed: portal.On(sh.now).In(sh.lang), Card: sh.shareOf(path),
	}
	if !sh.updated.IsZero() {
		p.Updated = portal.On(sh.updated).In(sh.lang)
	}
	return p
}

func (sh *sheet) t(key string, args ...any) string { return sh.lang.T(key, args...) }

// choice is the word of a choice: choice.FIELD.VALUE.
func (sh *sheet) choice(field, value string) string {
	if value == "" {
		return ""
	}
	return sh.t("choice." + field + "." + value)
}

func (sh *sheet) number(n int) string { return sh.lang.Number(int64(n)) }

// plural picks the words for one or for many; both take the number, and what else they need after it.
func (sh *sheet) plural(key string, n int, args ...any) string {
	if n == 1 {
		key += ".one"
	}
	return sh.t(key, append([]any{sh.number(n)}, args...)...)
}

// sectorNames writes codes as names, as a list in a sentence.
func (sh *sheet) sectorNames(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = code
		if name, ok := sh.sectors[code]; ok {
			names[i] = name.In(sh.lang)
		}
	}
	return capital(strings.Join(names, "; "))
}

// text is a text of a record in the reader's language, marked where only the other one is written.
func (sh *sheet) text(t i18n.Text, refs []int) view.Cited {
	c := view.Cited{Text: t.In(sh.lang), Refs: refs}
	if l := t.LangIn(sh.lang); l != sh.lang {
		c.Lang = l
	}
	return c
}

// crumbs leads from a section to the page itself.
func (sh *sheet) crumbs(section view.Path, key, here string) []view.Crumb {
	return []view.Crumb{{Label: sh.t(key), URL: section.In(sh.lang)}, {Label: here}}
}

// capital writes the first letter large, as sentences begin.
func capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// capitals writes each of several names with a large first letter.
func capitals(names []string) []string {
	for i, name := range names {
		names[i] = capital(name)
	}
	return names
}

// sentences ends each part that says something with a full stop.
func sentences(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p = strings.TrimRight(p, ". "); p != "" {
			said = append(said, p+".")
		}
	}
	return strings.Join(said, " ")
}

// sentence joins parts that say something: "Pelatihan, Melbourne".
func sentence(between string, parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, between)
}

// sameSums is a key for what is made of all ties in a language and of other records: it changes with every publication, and with the
// fields.
func (sh *sheet) sameSums(what string) string {
	return fmt.Sprint(sh.sameFields(what), sh.updated.UnixNano())
}

// sameFields is one for what is made of the ties and of the names of fields alone.
func (sh *sheet) sameFields(what string) string { return fmt.Sprint(what, sh.lang, sh.fields) }
