package admin

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Answers are the forms of some states of records: the labels, the order and the answers in words, for whoever shows records field
// by field. They know of other records only what those states name, in a number of questions that does not depend on how many they
// are. portal.ErrNotFound for a kind that has no desk.
func (o Office) Answers(ctx context.Context, of ...form.Subject) ([]form.Form, error) {
	choices, err := o.choicesIn(ctx, of)
	if err != nil {
		return nil, err
	}
	forms := make([]form.Form, len(of))
	for i, subject := range of {
		d, err := o.deskOf(subject.Kind)
		if err != nil {
			return nil, err
		}
		if forms[i], err = d.form(subject.State, choices); err != nil {
			return nil, err
		}
	}
	return forms, nil
}

// difference shows two states of a record field by field: what differs, and what stays the same.
func (o Office) difference(ctx context.Context, kind portal.Kind, before, after portal.Snapshot) (changed, same []view.DiffRow, err error) {
	forms, err := o.Answers(ctx, form.Subject{Kind: kind, State: before}, form.Subject{Kind: kind, State: after})
	if err != nil {
		return nil, nil, err
	}
	changed, same = view.Differences(i18n.From(ctx), forms[0], forms[1], before, after)
	return changed, same, nil
}

// differing are the questions that some changes of one kind answer anew, in a number of questions to the store that does not depend on how
// many changes there are. Of a new record there are none.
func (o Office) differing(ctx context.Context, changes []portal.Change) ([][]view.DiffRow, error) {
	var of []form.Subject
	for _, c := range changes {
		of = append(of, form.Subject{Kind: c.Kind, State: c.Before}, form.Subject{Kind: c.Kind, State: c.After})
	}
	forms, err := o.Answers(ctx, of...)
	if err != nil {
		return nil, err
	}
	rows := make([][]view.DiffRow, len(changes))
	for i, c := range changes {
		if !c.Before.Empty() && !c.After.Empty() {
			rows[i], _ = view.Differences(i18n.From(ctx), forms[2*i], forms[2*i+1], c.Before, c.After)
		}
	}
	return rows, nil
}

// Called is how a record is called in one of its states, empty where nobody can tell.
func (o Office) Called(ctx context.Context, of form.Subject) string {
	d, err := o.deskOf(of.Kind)
	if err != nil {
		return ""
	}
	return d.nameIn(ctx, of.State)
}

// references are the columns in which a record names others.
var references = map[string]portal.Kind{
	"city_id": portal.KindCity, "agreement_id": portal.KindAgreement, "agreement_ids": portal.KindAgreement,
	"parent_id": portal.KindAgreement, "program_id": portal.KindProgram, "activity_id": portal.KindActivity,
}

// choicesIn are the choices that some states of records have made, and no others.
func (o Office) choicesIn(ctx context.Context, of []form.Subject) (c choices, err error) {
	named := namedIn(of)
	kept := map[portal.Kind]*[]form.Option{
		portal.KindCity: &c.cities, portal.KindAgreement: &c.agreements, portal.KindProgram: &c.programs, portal.KindActivity: &c.activities,
	}
	for _, kind := range portal.DocumentKinds {
		if kept[kind] == nil && len(named[kind]) == 0 { // documents alone name it, and none does
			continue
		}
		list, err := o.namedOptions(ctx, kind, named[kind])
		if err != nil {
			return c, err
		}
		c.papers = append(c.papers, papers(i18n.From(ctx), kind, list)...)
		if at := kept[kind]; at != nil {
			*at, _ = options(list, nil)
		}
	}
	if c.sectors, err = o.sectorChoices(ctx); err != nil {
		return c, err
	}
	c.book, err = o.namedSources(ctx, named[portal.KindSource])
	return c, err
}

// namedIn are the numbers of the records that some states name, by kind.
func namedIn(of []form.Subject) map[portal.Kind][]int64 {
	named := map[portal.Kind][]int64{}
	for _, subject := range of {
		for column, kind := range references {
			named[kind] = append(named[kind], numbersIn(subject.State.Fields[column])...)
		}
		if about := subject.State.Fields["about_kind"]; about != nil {
			kind := portal.Kind(strings.Trim(string(about), `"`))
			named[kind] = append(named[kind], numbersIn(subject.State.Fields["about_id"])...)
		}
		for _, c := range subject.State.Citations {
			named[portal.KindSource] = append(named[portal.KindSource], c.SourceID)
		}
	}
	return named
}

// numbersIn reads a number or a list of numbers; what is neither names nothing.
func numbersIn(raw json.RawMessage) (list []int64) {
	var one int64
	if json.Unmarshal(raw, &one) == nil && one != 0 {
		return []int64{one}
	}
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	return list
}

// namedOptions are some records as choices; of one that is no longer public that is all that is said.
func (o Office) namedOptions(ctx context.Context, kind portal.Kind, ids []int64) ([]store.Option, error) {
	l := i18n.From(ctx)
	titles, err := o.Store.Titles(ctx, l, kind, ids)
	if err != nil {
		return nil, err
	}
	slices.Sort(ids)
	var list []store.Option
	for _, id := range slices.Compact(ids) {
		title, public := titles[id]
		if !public {
			title = l.T("choice.gone")
		}
		list = append(list, store.Option{ID: id, Title: title})
	}
	return list, nil
}

// namedSources is a book of some sources.
func (o Office) namedSources(ctx context.Context, ids []int64) (form.Book, error) {
	names, err := o.Store.SourceNamesOf(ctx, ids)
	entries := bookEntries(i18n.From(ctx), names)
	for _, id := range ids {
		if !slices.ContainsFunc(entries, func(e form.BookEntry) bool { return e.ID == id }) {
			entries = append(entries, form.BookEntry{ID: id, Title: i18n.T(ctx, "choice.gone")})
		}
	}
	return form.NewBook(entries), err
}
