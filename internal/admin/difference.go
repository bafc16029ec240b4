package admin

import (
	"context"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// difference shows two states of a record field by field, in the order and with the labels of its form: what differs, and what
// stays the same.
func (o Office) difference(ctx context.Context, d counter, before, after portal.Snapshot) (changed, same []view.DiffRow, err error) {
	was, err := d.form(ctx, before)
	if err != nil {
		return nil, nil, err
	}
	is, err := d.form(ctx, after)
	if err != nil {
		return nil, nil, err
	}
	differ := portal.Differences(before, after)
	for i := range is {
		row := difference(i18n.From(ctx), was[i], is[i], before.Empty(), after.Empty())
		if row.Names = is[i].Names(differ); len(row.Names) > 0 {
			changed = append(changed, row)
		} else {
			same = append(same, row)
		}
	}
	return changed, same, nil
}

// difference is one question answered twice; an answer of no record is empty.
func difference(l i18n.Lang, was, is *form.Field, fresh, gone bool) view.DiffRow {
	row := view.DiffRow{Label: l.T(is.Label), Cited: is.Evidence != nil && !gone}
	if !fresh {
		row.Now = was.Show(l)
	}
	if !gone {
		row.New = is.Show(l)
	}
	if is.Evidence != nil {
		row.NowSources, row.NewSources = was.Evidence.Show(l), is.Evidence.Show(l)
	}
	return row
}
