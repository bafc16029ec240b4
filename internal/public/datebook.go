package public

import (
	"cmp"
	"context"
	"iter"
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// datebook is the dates from the present year on, of the ties and of what residents can apply for. Those of the ties are numbered from 1
// by their place here, the others on from there.
type datebook struct {
	ix   *tieIndex
	ties []dueAt
	open []store.Line // Says: the name of the date
}

// dueAt is a date of a tie as the place where its summary tells of it.
type dueAt struct {
	city int64
	line int32
}

var dueRegister = register{order: soonerFirst, facets: []lineFacet{{"partner", partnerOf}}}

// soonerFirst puts what comes first at the head, then by names of dates.
func soonerFirst(a, b *store.Line, _ *tieIndex) int {
	return cmp.Or(byAge(a.On, b.On), cmp.Compare(a.Says[0], b.Says[0]))
}

// dues are the dates of the ties. A program that stands under several ties has its dates once.
func (ix *tieIndex) dues() []dueAt {
	return ix.once("dues", func() any {
		var list []dueAt
		seen := map[string]bool{}
		for _, city := range ix.named() {
			for i, d := range city.Dues.Read() {
				if !seen[d.Name] {
					seen[d.Name] = true
					list = append(list, dueAt{city.CityID, int32(i)})
				}
			}
		}
		return slices.Clip(list)
	}).([]dueAt)
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
	book := &datebook{ix: ix, ties: ix.dues()}
	for _, o := range list {
		for _, d := range o.Dues() {
			if d.On.Year() >= sh.now.Year() {
				book.open = append(book.open, store.Line{CityID: o.CityID, On: d.On, Says: []string{d.Name()}})
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
	for l := range b.every() {
		if wanted(l) {
			list = append(list, l)
		}
	}
	slices.SortFunc(list, func(x, y store.Line) int { return dueRegister.compare(&x, &y, b.ix) })
	lines := &store.Lines{}
	for _, l := range list {
		l.Says = nil // each has a name of its own, which would take more room than all else
		lines.Add(l)
	}
	return dueRegister.laid(lines, b.ix)
}

// every is all dates. Says: the name of the date.
func (b *datebook) every() iter.Seq[store.Line] {
	return func(yield func(store.Line) bool) {
		var city int64
		var dues []portal.DueLine
		for i, at := range b.ties { // those of a city stand together
			if at.city != city {
				city, dues = at.city, b.ix.cities[at.city].Dues.Read()
			}
			if !yield(dueLine(int64(i)+1, city, dues[at.line])) {
				return
			}
		}
		for i := range b.open {
			if !yield(b.line(int64(len(b.ties)+i) + 1)) {
				return
			}
		}
	}
}

func dueLine(id, city int64, d portal.DueLine) store.Line {
	return store.Line{ID: id, CityID: city, On: d.On, Says: []string{d.Name}}
}

// line is the one of a number. Says: the name of the date.
func (b *datebook) line(id int64) store.Line {
	if b.opportunity(id) {
		l := b.open[id-1-int64(len(b.ties))]
		l.ID = id
		return l
	}
	at := b.ties[id-1]
	return dueLine(id, at.city, b.ix.cities[at.city].Dues.Read()[at.line])
}

// opportunity tells whether the line of a number is of what residents can apply for.
func (b *datebook) opportunity(id int64) bool { return id > int64(len(b.ties)) }

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
