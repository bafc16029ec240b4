package admin

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// formAside tells beside the form of a public record how complete it is, how the public sees its partnership, and who changed it last.
func (d counter) formAside(r *http.Request, c portal.Change, questions form.Form) (*view.FormAside, error) {
	if c.RecordID == 0 || c.BaseVersion == 0 || c.LetterID != 0 {
		return nil, nil
	}
	ctx := r.Context()
	a := &view.FormAside{}
	var err error
	if a.Complete, err = d.completeness(ctx, c, questions); err != nil {
		return nil, err
	}
	if a.History, err = d.lastChange(ctx, c.RecordID); err != nil {
		return nil, err
	}
	a.Full = view.Link{Label: i18n.T(ctx, "aside.full"), URL: view.Admin(i18n.From(ctx), d.route, strconv.FormatInt(c.RecordID, 10), "history")}
	city, err := d.office.cityOf(ctx, c)
	if err != nil || city == 0 || d.office.House == nil {
		return a, err
	}
	a.House, a.Vitality, err = d.office.House(r, city)
	return a, err
}

// completeness counts the answers that have a source, the documents, and of an agreement the steps of its path.
func (d counter) completeness(ctx context.Context, c portal.Change, questions form.Form) (lines []string, err error) {
	l := i18n.From(ctx)
	facts, sourced := 0, 0
	for _, q := range questions {
		if q.Evidence == nil || len(q.Show(l)) == 0 {
			continue
		}
		facts++
		if len(q.Evidence.Citations()) > 0 {
			sourced++
		}
	}
	if facts > 0 {
		lines = append(lines, l.T("aside.sources", l.Number(int64(sourced)), l.Number(int64(facts))))
	}
	if d.attaches() {
		of := store.Named{Kind: d.kind(), ID: c.RecordID}
		documents, err := d.office.Store.DocumentsOf(ctx, []store.Named{of})
		if err != nil {
			return nil, err
		}
		lines = append(lines, l.T("aside.documents", l.Number(int64(len(documents[of])))))
	}
	if d.kind() == portal.KindAgreement {
		stages, err := d.office.Store.StagesOf(ctx, []int64{c.RecordID})
		if err != nil {
			return nil, err
		}
		reached := map[portal.StageGroup]bool{}
		for _, s := range stages[c.RecordID] {
			reached[s.Group()] = true
		}
		lines = append(lines, l.T("aside.stages", l.Number(int64(len(reached))), l.Number(int64(len(portal.StageGroups)))))
	}
	return lines, nil
}

// lastChange says who changed a record last and when.
func (d counter) lastChange(ctx context.Context, id int64) (string, error) {
	found, _, err := d.office.Store.Changes(ctx, store.ChangeFilter{
		Kind: d.kind(), RecordID: id, States: []portal.State{portal.Applied}, Viewer: actor(ctx).ID, Number: 1, Size: 1,
	})
	if err != nil || len(found) == 0 {
		return "", err
	}
	l, last := i18n.From(ctx), found[0]
	day := portal.On(last.DecidedAt.In(portal.WIB)).In(l)
	if last.AuthorID == 0 && last.Author == portal.Seed {
		return l.T("aside.seeded", day), nil
	}
	return l.T("aside.changed", last.Author, day), nil
}

// cityOf is the partner to whose tie the record of a change belongs, 0 where it belongs to none.
func (o Office) cityOf(ctx context.Context, c portal.Change) (int64, error) {
	named := func(column string) int64 {
		if list := numbersIn(c.Before.Fields[column]); len(list) > 0 {
			return list[0]
		}
		return 0
	}
	switch {
	case c.Kind == portal.KindCity:
		return c.RecordID, nil
	case named("city_id") != 0:
		return named("city_id"), nil
	case named("agreement_id") != 0:
		a, err := o.Store.Agreements.ByID(ctx, named("agreement_id"))
		return a.CityID, err
	case named("program_id") != 0:
		p, err := o.Store.Programs.ByID(ctx, named("program_id"))
		return p.CityID, err
	}
	return 0, nil
}
