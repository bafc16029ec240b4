package admin

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// mostPicked is how many records of a list can be corrected at once, which is as many as are handed in while somebody waits; more come
// as a file.
const mostPicked = manyChanges

// everyMatch is the word by which a list asks for all records that its filter finds, on whichever of its pages they stand.
const everyMatch = "all"

// picked are the numbers of the records that were ticked in a list, each once; one more than go at once tells that there are too many.
func picked(v url.Values) (ids []int64) {
	for _, raw := range v["record"] {
		id, err := strconv.ParseInt(raw, 10, 64)
		if err == nil && id > 0 && !slices.Contains(ids, id) && len(ids) <= mostPicked {
			ids = append(ids, id)
		}
	}
	return ids
}

// matching are the numbers of all records that the filter of a list finds; one more than go at once tells that there are too many.
func (d counter) matching(ctx context.Context, q url.Values) (ids []string, err error) {
	page := d.asked(q)
	page.Number, page.Size = 1, mostPicked+1
	records, _, err := d.records.List(ctx, page)
	for _, r := range records {
		ids = append(ids, strconv.FormatInt(d.records.Meta(r).ID, 10))
	}
	return ids, err
}

// askBulk asks what is to be done with the records that were picked: which field to change and to what, or why to take them out.
func (d counter) askBulk(w http.ResponseWriter, r *http.Request) (err error) {
	q := r.URL.Query()
	if q.Get(everyMatch) != "" {
		if q["record"], err = d.matching(r.Context(), q); err != nil {
			return err
		}
	}
	said := ""
	switch n := len(picked(q)); {
	case n == 0:
		said = "none_picked"
	case n > mostPicked:
		said = "too_many_picked"
	case q.Get("do") == assigningPicked:
		return d.showBulkAssign(w, r, q)
	default:
		return d.showBulk(w, r, http.StatusOK, q, "", nil)
	}
	list := url.Values{"saved": {said}}
	for _, h := range d.filterHidden(d.asked(q)) {
		list.Set(h.Name, h.Value)
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), d.route)+"?"+list.Encode())
}

// filterHidden is a list's filter as hidden answers.
func (d counter) filterHidden(page store.Page) (list []view.Hidden) {
	if page.Search != "" {
		list = append(list, view.Hidden{Name: "q", Value: page.Search})
	}
	for _, column := range slices.Sorted(maps.Keys(page.Where)) {
		list = append(list, view.Hidden{Name: narrowing + column, Value: page.Where[column]})
	}
	return list
}

// pickedAgain asks for the same records once more. All that a filter finds are asked for by the filter: an address has no room for them.
func (d counter) pickedAgain(v url.Values) (list []view.Hidden) {
	if v.Get(everyMatch) != "" {
		return append(d.filterHidden(d.asked(v)), view.Hidden{Name: everyMatch, Value: "1"})
	}
	for _, id := range picked(v) {
		list = append(list, view.Hidden{Name: "record", Value: strconv.FormatInt(id, 10)})
	}
	return list
}

// everyone offers to pick all records that the filter of a list finds, where it has more of them than the page shows.
func (d counter) everyone(l i18n.Lang, page store.Page, shown, total int) view.PickAll {
	switch {
	case total <= shown:
		return view.PickAll{}
	case total > mostPicked:
		return view.PickAll{TooMany: l.T("bulk.too_many", l.Number(int64(total)), l.Number(mostPicked))}
	}
	return view.PickAll{
		Label: l.T("bulk.every", l.Number(int64(total))), Name: everyMatch, Count: strconv.Itoa(total), Filter: d.filterHidden(page),
	}
}
