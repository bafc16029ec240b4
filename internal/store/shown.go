package store

import (
	"context"

	"kotakembar/internal/portal"
)

// Shown is some records of a kind with what stands around them on a list.
type Shown[R any] struct {
	Records []R // in the order asked for
	Cities  map[int64]portal.City
	Cited   []portal.Cited
	Rulings Rulings
}

// Shown returns records that belong to cities, those of some numbers, with their cities and their evidence, in two journeys.
func (r Records[R]) Shown(ctx context.Context, ids []int64) (found Shown[R], err error) {
	var j journey
	var list []R
	var places []portal.City
	askWhere(&j, &list, r.table, "id = any($1)", ids)
	askWhere(&j, &places, cities, "id in (select city_id from "+r.table.name+" where id = any($1))", ids)
	if err := j.travel(ctx, r.pool); err != nil {
		return found, err
	}
	at := map[int64]int{}
	for i := range list {
		at[r.table.meta(&list[i]).ID] = i
	}
	var named []Named
	for _, id := range ids {
		if i, ok := at[id]; ok { // it may have been taken out since
			found.Records = append(found.Records, list[i])
			named = append(named, Named{r.table.kind, id})
		}
	}
	found.Cities = map[int64]portal.City{}
	for _, c := range places {
		found.Cities[c.ID] = c
	}
	found.Cited, found.Rulings, err = over(r.pool).Cited(ctx, named)
	return found, err
}
