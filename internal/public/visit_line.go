package public

import (
	"cmp"
	"context"
	"iter"
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// visitRegister narrows the visits that summaries of ties tell of. Each is numbered by the first activity that tells of it. Says: way,
// report, what is known of an approval.
var visitRegister = register{order: overdueFirst, facets: []lineFacet{
	{"way", says(0, unknownWord)}, {"report", says(1, nil)}, {"approval", says(2, nil)}, {"partner", partnerOf}, {"year", yearOf},
}}

func unknownWord(word string) string { return cmp.Or(word, choiceUnknown) }

// overdueFirst puts the visits whose report is overdue before the others, each the newest first.
func overdueFirst(a, b *store.Line, ix *tieIndex) int {
	late := func(l *store.Line) int {
		if l.Says[1] == string(portal.ReportOverdue) {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(late(a), late(b)), newerLine(a, b, ix))
}

// visitIndex is the visits of all ties.
type visitIndex struct {
	lines *lineIndex
	sums  visitSums          // line by line
	years []portal.VisitYear // of all
}

// visitIndex is made once for each state of the ties.
func (ix *tieIndex) visitIndex() visitIndex {
	return ix.once("visits", func() any {
		list, sums := &store.Lines{}, visitSums{}
		at := map[int64]int{} // of a visit among the sums
		for _, one := range ix.all {
			for _, v := range one.Visits.Read() {
				at[v.Rows[0]] = list.Len()
				list.Add(store.Line{ID: v.Rows[0], CityID: one.CityID, On: v.On, Says: []string{string(v.Way), string(v.Report), approvalOf(v)}})
				sums.add(v)
			}
		}
		made := visitIndex{lines: visitRegister.index(list, ix)}
		made.sums = sums.picked(func(line int) int { return at[made.lines.lines.ID(line)] })
		made.years = portal.VisitYears(made.told(wholeSet(list.Len())))
		return made
	}).(visitIndex)
}

// told are visits as sums take them, by the year in which they began, each until the next one.
func (v visitIndex) told(set lineSet) iter.Seq2[int, *portal.VisitLine] {
	return func(yield func(int, *portal.VisitLine) bool) {
		var told portal.VisitLine
		for line := range set.from(0) {
			l := v.lines.lines.At(line)
			told.Way, told.Report, told.Approved = portal.Way(l.Says[0]), portal.ReportState(l.Says[1]), l.Says[2] == approvalKnown
			if year := v.sums.tell(line, &told); !yield(year, &told) {
				return
			}
		}
	}
}

// drawnVisits are the visits as a reader asked for them.
type drawnVisits struct {
	drawn
	of visitIndex
}

// years sums up the visits that the choices leave.
func (d drawnVisits) years() []portal.VisitYear {
	if d.found == d.index.lines.Len() {
		return d.of.years
	}
	return portal.VisitYears(d.of.told(d.set))
}

// visitList narrows all visits by what a request asks for: the overdue ones first.
func (s Site) visitList(r *http.Request) (*sheet, drawnVisits, error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, drawnVisits{}, err
	}
	all := ix.visitIndex()
	return sh, drawnVisits{all.lines.draw(ix, sh.visitFacets(all.lines, ix, r.URL.Query()), r.URL.Query()), all}, nil
}

// visitsShown are some visits in the order of their numbers here; the sheet learns their evidence and documents.
func (s Site) visitsShown(ctx context.Context, sh *sheet, list drawnVisits, ids []int64) (visits []portal.Visit, err error) {
	told := make([][]int64, len(ids))
	for i, id := range ids {
		if line, ok := list.index.at(id); ok {
			told[i] = list.of.sums.rowsOf(line)
		}
	}
	shown, err := s.Store.Activities.Shown(ctx, slices.Concat(told...))
	sh.learnAround(shown.Around)
	byID := map[int64]portal.Activity{}
	for _, a := range shown.Records {
		byID[a.ID] = a
	}
	for _, rows := range told {
		var of []portal.Activity
		var cited []portal.Cited
		for _, id := range rows {
			if a, ok := byID[id]; ok { // it may have been taken out since
				of, cited = append(of, a), append(cited, sh.cited[activityName(a)]...)
			}
		}
		if len(of) > 0 {
			visits = append(visits, portal.VisitOf(list.ties.city(of[0].CityID), of, cited, sh.now))
		}
	}
	return visits, err
}
