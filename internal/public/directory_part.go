package public

import (
	"strconv"

	"kotakembar/web/view"
)

// othersPerPage is how many claims and places stand on one page.
const othersPerPage = 100

// tiePart is the part of the directory that a query asks for by its number. Claims and places begin where the ties end, and go on over
// further parts where there are very many.
type tiePart struct {
	paged[int64]
	other         []int64
	first         int // place of the first of other among them, from 0
	others        int // in all
	last, further int // parts with ties, and those after them
}

// tiesInLine are some ties in an order, which are picked out when they are shown.
type tiesInLine struct {
	index *tieIndex
	rows  []ordered
	n     int
}

// ordered is some lines and the order in which they stand.
type ordered struct {
	set   lineSet
	order []int32
}

func (ix *tieIndex) inLine(rows ...ordered) tiesInLine {
	t := tiesInLine{index: ix, rows: rows}
	for _, r := range rows {
		t.n += r.set.count()
	}
	return t
}

// ids are the cities of up to so many of the ties after the first ones.
func (t tiesInLine) ids(passed, most int) []int64 {
	var ids []int64
	for _, r := range t.rows {
		for _, line := range r.order {
			if len(ids) == most {
				return ids
			}
			if !r.set.has(int(line)) {
				continue
			}
			if passed > 0 {
				passed--
			} else {
				ids = append(ids, t.index.lines[line].CityID)
			}
		}
	}
	return ids
}

// every is the cities of all of the ties.
func (t tiesInLine) every() []int64 { return t.ids(0, t.n) }

func partOf(d directory) tiePart {
	place, most := placed[int64](d.ties.n, d.q, perPage)
	place.lines = d.ties.ids(place.first, most)
	p := tiePart{paged: place, others: d.other.n}
	p.last = max(1, (d.ties.n+perPage-1)/perPage)
	p.further = max(0, (d.other.n-1)/othersPerPage)
	if n, err := strconv.Atoi(d.q.Get("page")); err == nil && n > p.last && n <= p.last+p.further {
		p.number, p.lines = n, nil
	}
	if p.number >= p.last {
		p.first = (p.number - p.last) * othersPerPage
		p.other = d.other.ids(p.first, othersPerPage)
	}
	return p
}

// pages leads to the parts before and after this one.
func (p tiePart) pages(sh *sheet, address func(number int) string) view.Pages {
	if p.further == 0 {
		return p.paged.pages(sh, address)
	}
	from, lines, total := p.paged.first, len(p.lines), p.total
	if p.number > p.last || total == 0 {
		from, lines, total = p.first, len(p.other), p.others
	}
	shown := view.Pages{Summary: sh.t("pager.summary", sh.number(from+1), sh.number(from+lines), sh.number(total))}
	if p.number > 1 {
		shown.Previous = address(p.number - 1)
	}
	if p.number < p.last+p.further {
		shown.Next = address(p.number + 1)
	}
	return shown
}
