package public

import (
	"cmp"
	"context"
	"net/http"
	"net/url"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// datebook is the dates from the present year on, of the ties and of what residents can apply for, as lines. Says: the name of the
// date.
type datebook struct {
	ix    *tieIndex
	lines []store.Line // of the ties, numbered from 1 by their place here
	open  []store.Line // of what can be applied for, numbered on from there
}

var dueRegister = register{order: soonerFirst, facets: []lineFacet{{"partner", partnerOf}}}

func soonerFirst(a, b *store.Line, _ *tieIndex) int {
	return cmp.Or(byAge(a.On, b.On), cmp.Compare(a.Says[0], b.Says[0]))
}

// dueLines are the dates of the ties, made once for each state of them. A program that stands under several ties has its dates once.
func (ix *tieIndex) dueLines() []store.Line {
	return ix.once("dues", func() any {
		var lines []store.Line
		seen := map[string]bool{}
		for _, city := range ix.named() {
			for _, d := range city.Dues {
				if !seen[d.Name] {
					seen[d.Name] = true
					lines = append(lines, store.Line{ID: int64(len(lines) + 1), CityID: city.CityID, On: d.On, Says: []string{d.Name}})
				}
			}
		}
		return lines
	}).([]store.Line)
}

// datebook starts a page of dates.
func (s Site) datebook(r *http.Request) (*sheet, *datebook, error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, nil, err
	}
	list, err := s.Store.Opportunities.All(r.Context())
	if err != nil {
		return nil, nil, err
	}
	book := &datebook{ix: ix, lines: ix.dueLines()}
	for _, o := range list {
		for _, d := range o.Dues() {
			if d.On.Year() >= sh.now.Year() {
				book.open = append(book.open, store.Line{ID: int64(len(book.lines) + len(book.open) + 1), CityID: o.CityID, On: d.On, Says: []string{d.Name()}})
			}
		}
	}
	return sh, book, nil
}

// coming are the dates from today on, put in order once for each publication.
func (b *datebook) coming(sh *sheet) *lineIndex {
	today := portal.On(sh.now).Earliest()
	return b.ix.once(sh.sameSums("coming"), func() any {
		return b.of(func(l store.Line) bool { return !l.On.Latest().Before(today) })
	}).(*lineIndex)
}

// of are the dates that somebody wants, the nearest first.
func (b *datebook) of(wanted func(store.Line) bool) *lineIndex {
	var list []store.Line
	for _, lines := range [][]store.Line{b.lines, b.open} {
		for _, l := range lines {
			if wanted(l) {
				list = append(list, l)
			}
		}
	}
	return dueRegister.index(list, b.ix)
}

// line is the one of a number.
func (b *datebook) line(id int64) store.Line {
	if i := int(id) - 1; i < len(b.lines) {
		return b.lines[i]
	}
	return b.open[int(id)-1-len(b.lines)]
}

func (sh *sheet) dueFacets(lines *lineIndex, ix *tieIndex, q url.Values) []facet[store.Line] {
	return []facet[store.Line]{{name: "partner", label: sh.t("field.agreement.city_id"), choices: sh.partnerChoices(lines, ix, q)}}
}

// due is a date as readers see it.
type due struct {
	portal.Due
	title i18n.Text // of the record that it was read from
	path  string    // where readers find that
}

// duesShown are some dates in the order of their numbers here.
func (s Site) duesShown(ctx context.Context, sh *sheet, book *datebook, ids []int64) (dues []due, err error) {
	for _, id := range ids {
		l := book.line(id)
		d := portal.DueNamed(l.Says[0])
		d.On = l.On
		dues = append(dues, due{Due: d})
	}
	pages, err := s.Store.PagesOf(ctx, recordsOfDues(dues))
	var shown []due
	for _, d := range dues {
		if page, ok := pages[d.record()]; ok { // it may have been taken out since
			d.title, d.path = page.Title, sh.recordPath(page)
			shown = append(shown, d)
		}
	}
	return shown, err
}

func (d due) record() store.Named { return store.Named{Kind: d.Of, ID: d.ID} }

func recordsOfDues(dues []due) []store.Named {
	records := make([]store.Named, len(dues))
	for i, d := range dues {
		records[i] = d.record()
	}
	return records
}
