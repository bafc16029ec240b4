package admin

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// importLines are lines of a file as a table: where they stand, what they bring or what is wrong.
func (o Office) importLines(ctx context.Context, im portal.Import, lines []portal.ImportLine) (view.Table, error) {
	l := i18n.From(ctx)
	t := view.Table{Caption: l.T("intake.lines"), Columns: []view.Column{
		{Label: l.T("intake.line"), Short: l.T("intake.line")}, {Label: l.T("intake.record")}, {Label: l.T("intake.what")},
	}}
	d, err := o.deskOf(im.Kind)
	if err != nil {
		return t, err
	}
	differ, err := o.lineDifferences(ctx, im, lines)
	if err != nil {
		return t, err
	}
	for i, line := range lines {
		record := view.Cited{Text: clipped(line.Title, 100)}
		if line.RecordID != 0 && line.BaseVersion != 0 {
			record.URL = view.Admin(l, d.path(), strconv.FormatInt(line.RecordID, 10))
			if record.Text == "" {
				record.Text = strconv.FormatInt(line.RecordID, 10)
			}
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: l.Number(int64(line.Line))}), view.Text(record), lineBrings(l, line, differ[i]),
		}})
	}
	return t, nil
}

// lineDifferences are for each line the answers that it changes, against what is public now.
func (o Office) lineDifferences(ctx context.Context, im portal.Import, lines []portal.ImportLine) ([][]view.DiffRow, error) {
	var ids []int64
	for _, line := range lines {
		if line.Outcome == portal.LineChanged {
			ids = append(ids, line.RecordID)
		}
	}
	lives, err := o.Store.Lives(ctx, im.Kind, ids)
	if err != nil {
		return nil, err
	}
	changes := make([]portal.Change, len(lines))
	for i, line := range lines {
		changes[i] = line.Change(im.Kind)
		if line.Outcome == portal.LineChanged {
			changes[i].Before = lives[line.RecordID].Snapshot
		}
	}
	return o.differing(ctx, changes)
}

// lineBrings says what a line brings, value by value, or what is wrong with it, one thing after the other.
func lineBrings(l i18n.Lang, line portal.ImportLine, differ []view.DiffRow) view.Component {
	switch {
	case line.Outcome == portal.LineUnchanged:
		return view.Text(view.Cited{Text: l.T("intake.line_same")})
	case line.Outcome == portal.LineNew:
		return view.Text(view.Cited{Text: l.T("batch.new")})
	case line.Outcome == portal.LineWrong:
		said := make([]string, len(line.Faults))
		for i, f := range line.Faults {
			said[i] = f.Why.In(l) + "."
			if f.Column != "" {
				said[i] = f.Column + ": " + said[i]
			}
		}
		return view.Sentences(said)
	case len(differ) > 0:
		return view.BriefDiff(differ)
	}
	return view.Text(view.Cited{Text: changedNames(l, line.Changed)})
}

// changedNames names columns as their questions do.
func changedNames(l i18n.Lang, columns []string) string {
	var names []string
	for _, column := range columns {
		name := column
		if label := labelOf(column); label != "" {
			name = l.T(label)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + "."
}
