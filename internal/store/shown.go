package store

import (
	"context"

	"kotakembar/internal/portal"
)

// Shown is some records of a kind with what stands around them on a list.
type Shown[R any] struct {
	Records []R // in the order asked for
	Around
}

// Around is what stands around records on a list.
type Around struct {
	Papers    map[int64]portal.Agreement // under which they stand, of those that belong to a city by them
	Cited     []portal.Cited
	Rulings   Rulings
	Documents map[Named][]portal.Document
}

// Shown returns records that belong to cities, by themselves or by a paper, those of some numbers, with what stands around them, in one
// journey.
func (r Records[R]) Shown(ctx context.Context, ids []int64) (found Shown[R], err error) {
	return r.shown(ctx, &journey{}, ids)
}

// shown returns records with what stands around them, in a journey that may have taken other questions along.
func (r Records[R]) shown(ctx context.Context, j *journey, ids []int64) (found Shown[R], err error) {
	var list []R
	var rows aroundRows
	askWhere(j, &list, r.table, "id = any($1)", ids)
	if from := r.table.door(); !from.has("city_id") {
		askWhere(j, &rows.papers, agreements, "id = any(array(select agreement_id from "+from.name+" where id = any($1)))", ids)
	}
	rows.askEvidence(j, numbered(r.table.kind, ids))
	if err := j.travel(ctx, r.pool); err != nil {
		return found, err
	}
	found.Around = rows.around()
	byID := r.table.byID(list)
	for _, id := range ids {
		if one, ok := byID[id]; ok { // it may have been taken out since
			found.Records = append(found.Records, one)
		}
	}
	return found, nil
}

// aroundRows are the rows of what stands around records, not yet put together.
type aroundRows struct {
	papers    []portal.Agreement
	evidence  citedRows
	documents []portal.Document
}

// askEvidence takes along the questions for the evidence for some records and for their documents.
func (r *aroundRows) askEvidence(j *journey, of []Named) {
	r.evidence.ask(j, of)
	askDocuments(j, &r.documents, of)
}

// around puts the rows together once they are read.
func (r aroundRows) around() (a Around) {
	a.Papers, a.Documents = agreements.byID(r.papers), byOwner(r.documents)
	a.Cited, a.Rulings = r.evidence.told()
	return a
}
