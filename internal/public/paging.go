package public

import (
	"net/url"
	"strconv"

	"kotakembar/web/view"
)

const (
	perPage   = 25  // entries of a long list on one page
	wholeMost = 150 // lines that take little room, of a list that stands whole on its page
)

// paged is the part of a long list that the query asks for by its number, from 1. A number that the list does not reach is
// taken for the first.
type paged[T any] struct {
	lines  []T
	number int
	first  int // place of the first line in the whole list, from 0
	total  int
}

// partOfList is the part of a list of which each line takes little room.
func partOfList[T any](lines []T, q url.Values) paged[T] {
	return partBySize(lines, q, sizeOfPart(len(lines)))
}

// sizeOfPart is how many lines of such a list stand on a page: all of them, or as many as of other lists.
func sizeOfPart(total int) int {
	if total <= wholeMost {
		return wholeMost
	}
	return perPage
}

func partBySize[T any](lines []T, q url.Values, size int) paged[T] {
	p, n := placed[T](len(lines), q, size)
	p.lines = lines[p.first : p.first+n]
	return p
}

// placed is where the part that a query asks for begins, still without its lines, of which there are so many.
func placed[T any](total int, q url.Values, size int) (p paged[T], lines int) {
	p = paged[T]{number: 1, total: total}
	if n, err := strconv.Atoi(q.Get("page")); err == nil && n > 1 && n <= (total+size-1)/size {
		p.number = n
	}
	p.first = (p.number - 1) * size
	return p, min(size, total-p.first)
}

// pages leads to the parts before and after this one; address gives that of a number. A list on one page has none.
func (p paged[T]) pages(sh *sheet, address func(number int) string) view.Pages {
	if len(p.lines) == p.total {
		return view.Pages{}
	}
	last := p.first + len(p.lines)
	shown := view.Pages{Summary: sh.t("pager.summary", sh.number(p.first+1), sh.number(last), sh.number(p.total))}
	if p.number > 1 {
		shown.Previous = address(p.number - 1)
	}
	if last < p.total {
		shown.Next = address(p.number + 1)
	}
	return shown
}

// nameOfPart tells a part of a list from the others, and from the list narrowed otherwise.
func (sh *sheet) nameOfPart(p *view.Page, query string, number int) {
	p.Query = numbered(query, number)
	p.Title = sh.titleOfPart(p.Title, number)
	if query == "" {
		p.Part = p.Query
	}
}

// titleOfPart tells the parts of a list apart where only titles are seen; the first one is the list.
func (sh *sheet) titleOfPart(title string, number int) string {
	if number == 1 {
		return title
	}
	return sh.t("pager.title", title, number)
}

// numbered is a query with the number of a part, which the first one does not need.
func numbered(query string, number int) string {
	if number == 1 {
		return query
	}
	between := "&"
	if query == "" {
		between = "?"
	}
	return query + between + "page=" + strconv.Itoa(number)
}
