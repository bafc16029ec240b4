package public

import (
	"cmp"
	"context"
	"net/http"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// newerPaper puts what was signed last first, then by the names of the cities, and what has no date at the head.
func newerPaper(a, b *store.Line, ix *tieIndex) int {
	return cmp.Or(byAge(b.On, a.On), strings.Compare(ix.nameOf(a.CityID), ix.nameOf(b.CityID)), cmp.Compare(a.On, b.On))
}

// outcomeWord is how a paper stands with the council.
func outcomeWord(l *store.Line, ix *tieIndex) []string {
	said, word := len(l.Says) > 0, portal.Decision("")
	if said {
		word = portal.Decision(l.Says[0])
	}
	return []string{string(outcomeOf(word, said, ix.markOf(l.CityID, l.ID)))}
}

// approvalList is a line for each main paper of a partner or prospect, the newest first, narrowed by what a request asks for; it may rest on acts.
func (s Site) approvalList(r *http.Request, acts ...string) (*sheet, drawn, error) {
	sh, ix, lines, err := s.beginList(r, store.WayList, acts...)
	if err != nil {
		return nil, drawn{}, err
	}
	return sh, lines.draw(ix, sh.approvalFacets(), r.URL.Query()), nil
}

// ways are papers on their way through the council, and approvals by others, those of some numbers; the sheet learns their evidence.
func (s Site) ways(ctx context.Context, sh *sheet, ix *tieIndex, papers, others []int64) (list []registered, found store.Ways, err error) {
	found, err = s.Store.Ways(ctx, papers, others)
	sh.learnAround(found.Around)
	for _, w := range found.Ways {
		last, ok := councilDecision(w.Approvals)
		list = append(list, registered{
			city: ix.city(w.Paper.CityID), agreement: w.Paper, steps: w.Steps, approval: last,
			outcome: outcomeOf(last.Decision, ok, ix.markOf(w.Paper.CityID, w.Paper.ID)),
		})
	}
	return list, found, err
}

// othersShown is how many approvals by others stand on the page where there are very many.
const othersShown = 10

// latest are the records at the head of a list that stands whole on its page, of a longer one the first.
func (ix *lineIndex) latest() []int64 {
	most := ix.lines.Len()
	if most > wholeMost {
		most = othersShown
	}
	return ix.whole().ids(0, most)
}
