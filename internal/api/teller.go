package api

import (
	"context"
	"net/url"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// teller makes documents of records of one kind: it has asked for all that they name, in a fixed number of questions.
type teller struct {
	base       string // scheme and host of the site
	now        time.Time
	cited      map[int64][]portal.Cited
	rulings    map[int64][]portal.Ruling
	updated    map[int64]store.Updated
	cities     map[int64]portal.City
	agreements map[int64]portal.Agreement
	programs   map[int64]portal.Program
	activities map[int64]portal.Activity
	home       portal.City
	ties       map[int64]portal.Tie
}

// mentions are the numbers of other records that records name.
type mentions struct{ cities, agreements, programs, activities []int64 }

// teller asks for what documents of some records of a kind need beside the records.
func (f Face) teller(ctx context.Context, kind portal.Kind, ids []int64, m mentions) (*teller, error) {
	t := &teller{base: view.AmbientFrom(ctx).BaseURL, now: f.Now(), cited: map[int64][]portal.Cited{}, rulings: map[int64][]portal.Ruling{}}
	names := make([]store.Named, len(ids))
	for i, id := range ids {
		names[i] = store.Named{Kind: kind, ID: id}
	}
	cited, rulings, err := f.Store.Cited(ctx, names)
	if err != nil {
		return nil, err
	}
	for _, c := range cited {
		t.cited[c.RecordID] = append(t.cited[c.RecordID], c)
	}
	for of, some := range rulings {
		t.rulings[of.ID] = some
	}
	if t.updated, err = f.Store.UpdatedAts(ctx, kind, ids); err != nil {
		return nil, err
	}
	return t, f.learn(ctx, t, m)
}

// learn asks for the records that are named, agreements and programs first, since these name cities too.
func (f Face) learn(ctx context.Context, t *teller, m mentions) (err error) {
	if t.activities, err = named(ctx, f.Store.Activities, m.activities); err != nil {
		return err
	}
	if t.programs, err = named(ctx, f.Store.Programs, m.programs); err != nil {
		return err
	}
	if t.agreements, err = named(ctx, f.Store.Agreements, m.agreements); err != nil {
		return err
	}
	for _, a := range t.agreements {
		m.cities = append(m.cities, a.CityID)
	}
	for _, p := range t.programs {
		m.cities = append(m.cities, p.CityID)
	}
	t.cities, err = named(ctx, f.Store.Cities, m.cities)
	return err
}

// named asks for records by number, and for nothing where a kind of document names none of the kind.
func named[R any](ctx context.Context, records store.Records[R], ids []int64) (map[int64]R, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return records.Named(ctx, ids)
}

// href is the address of a record in this API.
func (t *teller) href(parts ...string) string { return t.base + path(parts...) }

func path(parts ...string) string {
	p := Prefix
	for _, part := range parts {
		p += "/" + url.PathEscape(part)
	}
	return p
}

// page is the address of a page of the site in both languages.
func (t *teller) page(p view.Path, args ...string) opt[Text] {
	return maybeText(i18n.Text{ID: t.base + p.In(i18n.ID, args...), EN: t.base + p.In(i18n.EN, args...)})
}

// The references that documents hold. One that the store did not return, because its record was taken out meanwhile, is null.

func (t *teller) partner(id int64) opt[Ref] {
	c, ok := t.cities[id]
	if !ok {
		return opt[Ref]{}
	}
	return some(Ref{c.ID, known(c.Slug), text(c.Name), t.href("partners", c.Slug)})
}

func (t *teller) agreement(id int64) opt[Ref] {
	a, ok := t.agreements[id]
	if !ok {
		return opt[Ref]{}
	}
	return some(Ref{a.ID, known(a.Slug), text(a.Title), t.href("agreements", a.Slug)})
}

// partnerOf is the city with which an agreement is.
func (t *teller) partnerOf(agreementID int64) opt[Ref] {
	return t.partner(t.agreements[agreementID].CityID)
}

func (t *teller) program(id int64) opt[Ref] {
	p, ok := t.programs[id]
	if !ok {
		return opt[Ref]{}
	}
	return some(Ref{p.ID, known(p.Slug), text(p.Title), t.href("programs", p.Slug)})
}

func (t *teller) activity(id int64) opt[Ref] {
	a, ok := t.activities[id]
	if !ok {
		return opt[Ref]{}
	}
	return some(Ref{a.ID, nil, text(a.Title), t.href("activities", number(a.ID))})
}

// learnRows takes in the programs and agreements of a tie, whose figures name them.
func (t *teller) learnRows(tie portal.Tie) {
	for _, a := range tie.Agreements {
		t.agreements[a.ID] = a
	}
	for _, p := range tie.Programs {
		t.programs[p.ID] = p
	}
}
