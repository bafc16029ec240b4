package form

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// SourceList is the id of the list of suggestions from which sources are picked.
const SourceList = "sources"

// Book knows the sources by the short names that people type.
type Book struct {
	Entries []BookEntry
	numbers map[string]int64
	names   map[int64]string
}

// BookEntry is one source of the book.
type BookEntry struct {
	ID      int64
	Slug    string
	Title   string
	Lang    string // of the title, BCP 47, may be empty
	Offered bool   // it is proposed and has no public page yet
}

// NewBook makes a book of entries.
func NewBook(entries []BookEntry) Book {
	b := Book{Entries: entries, numbers: map[string]int64{}, names: map[int64]string{}}
	for _, e := range entries {
		b.numbers[e.Slug], b.names[e.ID] = e.ID, e.Slug
	}
	return b
}

// entry is what the book knows of a source, nothing for an unknown one.
func (b Book) entry(id int64) BookEntry {
	for _, e := range b.Entries {
		if e.ID == id {
			return e
		}
	}
	return BookEntry{}
}

// Proof is what supports one answer: citations, and the register's ruling where they differ.
type Proof struct {
	Rows []ProofRow
	Why  [2]Input // the ruling in both languages
	Open bool     // worth showing unasked: something is wrong, or more rows were asked for

	field string
	at    *portal.Evidence
	book  Book
}

// ProofRow is one citation.
type ProofRow struct {
	Source  Input
	Says    [2]Input // what the source says, in both languages
	Locator Input
}

// Cite asks for the evidence of every question that is about a fact.
func (f Form) Cite(at *portal.Evidence, book Book) Form {
	for _, q := range f {
		if !q.Ours {
			q.Evidence = &Proof{field: q.Name, at: at, book: book}
		}
	}
	return f
}

// Citations returns the citations of the question's answer.
func (p *Proof) Citations() []portal.Citation {
	return portal.Snapshot{Citations: p.at.Citations}.CitationsOf(p.field)
}

// Rulings returns the register's ruling on the question, at most one.
func (p *Proof) Rulings() []portal.Ruling {
	return portal.Snapshot{Rulings: p.at.Rulings}.RulingsOf(p.field)
}

// Owns tells whether an input belongs to the evidence of the question.
func (p *Proof) Owns(input string) bool {
	return strings.HasPrefix(input, "cite."+p.field+".") || strings.HasPrefix(input, "why."+p.field+"_")
}

// Support is a citation or ruling as people read it: the title of the source, what stands before and behind it, and the short name of the
// source; empty for a ruling and for a source without a public page.
type Support struct {
	Before string
	Text   string
	Lang   i18n.Lang // of the text, where it differs from the reader's
	After  string
	Source string
}

// Show writes the evidence as people read it, a citation or ruling per line.
func (p *Proof) Show(l i18n.Lang) (lines []Support) {
	for _, c := range p.Citations() {
		source := p.book.entry(c.SourceID)
		line := Support{Before: l.T("cite.shown", ""), Text: source.Title, Source: source.Slug}
		if spoken := i18n.Lang(i18n.Spoken(source.Title, source.Lang)); spoken != l {
			line.Lang = spoken
		}
		if c.Locator != "" {
			line.After += ", " + c.Locator
		}
		if !c.Says.Empty() {
			line.After += ": “" + c.Says.In(l) + "”"
		}
		if source.Offered { // a note in the reader's language stands with its title
			line.Source, line.Lang = "", ""
		}
		lines = append(lines, line)
	}
	for _, r := range p.Rulings() {
		lines = append(lines, Support{Text: l.T("cite.ruled", r.Why.In(l))})
	}
	return lines
}

func (p *Proof) fill() {
	p.Rows = nil
	for i, c := range p.Citations() {
		p.Rows = append(p.Rows, p.row(i, p.book.names[c.SourceID], c.Says, c.Locator))
	}
	p.Rows = append(p.Rows, p.row(len(p.Rows), "", i18n.Text{}, ""))
	p.Why = p.why(i18n.Text{})
	for _, r := range p.Rulings() {
		p.Why = p.why(r.Why)
	}
}

func (p *Proof) row(i int, source string, says i18n.Text, locator string) ProofRow {
	name := "cite." + p.field + "." + strconv.Itoa(i) + "."
	return ProofRow{
		Source:  Input{Name: name + "source", Label: "cite.source", Value: source, List: SourceList},
		Says:    [2]Input{{Name: name + "says_id", Label: "cite.says_id", Value: says.ID, Lang: i18n.ID}, {Name: name + "says_en", Label: "cite.says_en", Value: says.EN, Lang: i18n.EN}},
		Locator: Input{Name: name + "locator", Label: "cite.locator", Value: locator, Size: 12},
	}
}

func (p *Proof) why(t i18n.Text) [2]Input {
	name := "why." + p.field
	return [2]Input{
		{Name: name + "_id", Label: "cite.why_id", Value: t.ID, Lang: i18n.ID},
		{Name: name + "_en", Label: "cite.why_en", Value: t.EN, Lang: i18n.EN},
	}
}

// read takes the evidence of its question, and only of that one, from the post.
func (p *Proof) read(f *Field, v url.Values) {
	list := "cite." + p.field
	p.Rows, p.Open = nil, v.Get(More) == list
	p.at.Citations = slices.DeleteFunc(p.at.Citations, func(c portal.Citation) bool { return c.Field == p.field })
	p.at.Rulings = slices.DeleteFunc(p.at.Rulings, func(r portal.Ruling) bool { return r.Field == p.field })
	for i := range rowCount(v, list) {
		if address := list + "." + strconv.Itoa(i) + "."; !blank(v, address) {
			p.readRow(f, v, address)
		}
	}
	for range blankRows(v, list) {
		p.Rows = append(p.Rows, p.row(len(p.Rows), "", i18n.Text{}, ""))
	}
	p.readWhy(f, v)
}

func (p *Proof) readRow(f *Field, v url.Values, address string) {
	slug, locator := clean(v, address+"source"), clean(v, address+"locator")
	says := i18n.Text{ID: clean(v, address+"says_id"), EN: clean(v, address+"says_en")}
	row := p.row(len(p.Rows), slug, says, locator)
	id, known := p.book.numbers[strings.ToLower(slug)]
	switch {
	case slug == "":
		p.blame(f, &row.Source, "problem.source_missing")
	case !known:
		p.blame(f, &row.Source, "problem.source_unknown", slug)
	case (says.ID == "") != (says.EN == ""):
		p.blame(f, &row.Says[0], "problem.says_both")
	}
	for _, text := range []string{locator, says.ID, says.EN} {
		f.limit(text, longestLine)
	}
	p.Rows = append(p.Rows, row)
	p.at.Citations = append(p.at.Citations, portal.Citation{Field: p.field, SourceID: id, Says: says, Locator: locator})
}

func (p *Proof) readWhy(f *Field, v url.Values) {
	why := i18n.Text{ID: clean(v, "why."+p.field+"_id"), EN: clean(v, "why."+p.field+"_en")}
	p.Why = p.why(why)
	if why.Empty() {
		return
	}
	if why.ID == "" || why.EN == "" {
		p.blame(f, &p.Why[0], "problem.why_both")
	}
	p.at.Rulings = append(p.at.Rulings, portal.Ruling{Field: p.field, Why: why})
}

// blame files a problem with a control of the evidence under its question.
func (p *Proof) blame(f *Field, in *Input, key string, args ...any) {
	in.Invalid, p.Open = true, true
	f.Problems = append(f.Problems, portal.Problem{Field: in.Name, Key: key, Args: args})
}

// Names lists the columns and the pseudo-column under which a snapshot keeps the answer and its evidence.
func (f *Field) Names(columns []string) (own []string) {
	for _, column := range columns {
		if column == f.Name || column == f.Name+"_id" || column == f.Name+"_en" || slices.Contains(f.Also, column) {
			own = append(own, column)
		}
	}
	return own
}
