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

func partOf(d directory) tiePart {
	p := tiePart{paged: pageOf(d.ties, d.q), others: len(d.other)}
	p.last = max(1, (len(d.ties)+perPage-1)/perPage)
	p.further = max(0, (len(d.other)-1)/othersPerPage)
	if n, err := strconv.Atoi(d.q.Get("page")); err == nil && n > p.last && n <= p.last+p.further {
		p.number, p.lines = n, nil
	}
	if p.number >= p.last {
		p.first = (p.number - p.last) * othersPerPage
		p.other = d.other[p.first:min(p.first+othersPerPage, len(d.other))]
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
