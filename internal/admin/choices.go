package admin

import (
	"context"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// choices are the records that forms offer to name.
type choices struct {
	cities, agreements, programs, activities, sectors []form.Option
	papers                                            []form.Option // records that documents belong to, as kind and number
	book                                              form.Book
}

func (o Office) choices(ctx context.Context) (c choices, err error) {
	if c.sectors, err = o.sectorChoices(ctx); err != nil {
		return c, err
	}
	if err = o.paperChoices(ctx, &c); err != nil {
		return c, err
	}
	names, err := o.Store.SourceNames(ctx)
	c.book = form.NewBook(bookEntries(i18n.From(ctx), names))
	return c, err
}

// bookEntries are sources as forms know them; one that is only proposed says so.
func bookEntries(l i18n.Lang, names []store.SourceName) []form.BookEntry {
	entries := make([]form.BookEntry, len(names))
	for i, n := range names {
		entries[i] = form.BookEntry{ID: n.ID, Slug: n.Slug, Title: n.Title, Lang: n.Lang, Offered: n.Offered != 0}
		if n.Offered != 0 {
			entries[i].Title = l.T("source.offered", n.Title)
		}
	}
	return entries
}

// sectorChoices offers sectors by their code, which is how records name them.
func (o Office) sectorChoices(ctx context.Context) ([]form.Option, error) {
	sectors, err := o.Store.Sectors.All(ctx)
	list := make([]form.Option, len(sectors))
	for i, s := range sectors {
		list[i] = form.Option{Value: s.Code, Text: s.Name.In(i18n.From(ctx))}
	}
	return list, err
}

// paperChoices offers cities, agreements, programs and activities, and all records that documents belong to.
func (o Office) paperChoices(ctx context.Context, c *choices) error {
	l := i18n.From(ctx)
	for _, of := range []struct {
		kind    portal.Kind
		options func(context.Context, i18n.Lang) ([]store.Option, error)
		keep    *[]form.Option
	}{
		{portal.KindAgreement, o.Store.Agreements.Options, &c.agreements},
		{portal.KindStep, o.Store.Steps.Options, nil},
		{portal.KindApproval, o.Store.Approvals.Options, nil},
		{portal.KindProgram, o.Store.Programs.Options, &c.programs},
		{portal.KindActivity, o.Store.Activities.Options, &c.activities},
		{portal.KindCity, o.Store.Cities.Options, &c.cities},
		{portal.KindPromise, o.Store.Promises.Options, nil},
		{portal.KindOutcome, o.Store.Outcomes.Options, nil},
		{portal.KindVenue, o.Store.Venues.Options, nil},
		{portal.KindMirror, o.Store.Mirrors.Options, nil},
		{portal.KindSource, o.Store.Sources.Options, nil},
	} {
		records, err := of.options(ctx, l)
		if err != nil {
			return err
		}
		if of.keep != nil {
			*of.keep, _ = options(records, nil)
		}
		c.papers = append(c.papers, papers(l, of.kind, records)...)
	}
	return nil
}

func options(records []store.Option, err error) ([]form.Option, error) {
	list := make([]form.Option, len(records))
	for i, r := range records {
		list[i] = form.Option{Value: strconv.FormatInt(r.ID, 10), Text: r.Title, Slug: r.Slug}
	}
	return list, err
}
