package admin

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// CheckImport checks the lines of a file until all are checked or the deadline has passed. Whoever else checks the same file takes the
// lines in turn, so that it can be called any number of times.
func (o Office) CheckImport(ctx context.Context, id int64, deadline time.Time) error {
	im, err := o.Store.Import(ctx, id)
	if err != nil {
		return err
	}
	d, err := o.deskOf(im.Kind)
	if err != nil {
		return err
	}
	c, err := o.choices(i18n.With(ctx, i18n.ID))
	if err != nil {
		return err
	}
	check := d.checker(c)
	for im.State == portal.ImportChecking && time.Now().Before(deadline) {
		lines, err := o.Store.UncheckedLines(ctx, im)
		if err != nil {
			return err
		}
		if err := check(ctx, im, lines); err != nil {
			return err
		}
		err = o.Store.KeepChecked(ctx, &im, lines)
		if errors.Is(err, portal.ErrConflict) {
			im, err = o.Store.Import(ctx, id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checker checks some lines of a file: it puts into each what the line proposes, or what is wrong with it.
func (d counter) checker(c choices) func(context.Context, portal.Import, []portal.ImportLine) error {
	g := d.grid(c)
	return func(ctx context.Context, im portal.Import, lines []portal.ImportLine) error {
		k := &checking{grid: g, im: im, heading: map[string]string{}}
		for i, name := range im.Mapping {
			k.heading[name] = im.Header[i]
		}
		if err := k.find(ctx, lines); err != nil {
			return err
		}
		for i := range lines {
			if err := k.check(ctx, &lines[i]); err != nil {
				return err
			}
		}
		return k.rehearse(ctx, lines)
	}
}

// checking is the check of some lines.
type checking struct {
	*grid
	im      portal.Import
	heading map[string]string // of the file's column, by the name of the column that it fills
	lives   map[int64]store.Live
	numbers map[string]int64 // of public records, by slug
	byID    map[int64]int    // the line that brings a record already
	bySlug  map[string]int
}

// cellsOf are the cells of a line by the columns that they fill.
func (k *checking) cellsOf(line portal.ImportLine) map[string]string {
	cells := make(map[string]string, len(k.im.Mapping))
	for i, name := range k.im.Mapping {
		if name != "" && i < len(line.Cells) {
			cells[name] = line.Cells[i]
		}
	}
	return cells
}

// find asks once for all records that the lines may be about.
func (k *checking) find(ctx context.Context, lines []portal.ImportLine) (err error) {
	var ids []int64
	var slugs []string
	for _, line := range lines {
		cells := k.cellsOf(line)
		if id, err := strconv.ParseInt(strings.TrimSpace(cells[columnID]), 10, 64); err == nil {
			ids = append(ids, id)
		}
		if slug := strings.TrimSpace(cells["slug"]); slug != "" {
			slugs = append(slugs, slug)
		}
	}
	s := k.desk.office.Store
	if k.numbers, err = s.NumbersOf(ctx, k.desk.kind(), slugs); err != nil {
		return err
	}
	for _, id := range k.numbers {
		ids = append(ids, id)
	}
	if k.lives, err = s.Lives(ctx, k.desk.kind(), ids); err != nil {
		return err
	}
	k.byID, k.bySlug, err = s.EarlierLines(ctx, k.im, ids, slugs)
	return err
}

// check reads one line over the record that it is about.
func (k *checking) check(ctx context.Context, line *portal.ImportLine) error {
	cells := k.cellsOf(*line)
	line.Faults, line.Changed, line.After, line.Title, line.Slug = nil, nil, nil, "", ""
	var problems portal.Problems
	line.RecordID, problems = k.recordOf(cells)
	live := k.lives[line.RecordID]
	line.BaseVersion = live.Version
	evidence := portal.Evidence{Citations: slices.Clone(live.Snapshot.Citations), Rulings: live.Snapshot.Rulings}
	if err := k.begin(live); err != nil {
		return err
	}
	was := k.table.Cells(i18n.ID)
	if invalid := portal.AsInvalid(k.table.Read(cells)); invalid != nil {
		problems = append(problems, invalid.Problems...)
	}
	problems = append(problems, k.cite(cells, &evidence, was, live.Version == 0)...)
	if invalid := portal.AsInvalid(k.desk.records.Check(k.record)); invalid != nil && len(problems) == 0 {
		problems = append(problems, invalid.Problems...)
	}
	after, err := k.desk.records.Snapshot(k.record, evidence)
	if err != nil {
		return err
	}
	line.Title, line.Slug = after.Called(k.desk.kind(), i18n.ID), strings.TrimSpace(cells["slug"])
	problems = append(problems, k.once(*line)...)
	if len(problems) > 0 {
		k.blame(line, problems.Err())
		return nil
	}
	k.byID[line.RecordID], k.bySlug[line.Slug] = line.Line, line.Line
	line.Changed = portal.Differences(live.Snapshot, after)
	switch {
	case live.Version == 0:
		line.Outcome, line.After = portal.LineNew, &after
	case len(line.Changed) > 0:
		line.Outcome, line.After = portal.LineChanged, &after
	default:
		line.Outcome = portal.LineUnchanged
	}
	return nil
}

// begin puts the record that a line is about under the form, or a new one.
func (k *checking) begin(live store.Live) error {
	if live.Version > 0 {
		record, err := k.desk.records.Record(live.Snapshot)
		if err == nil {
			k.desk.copy(k.record, record)
		}
		return err
	}
	record := k.desk.empty()
	if k.desk.fresh != nil {
		record = k.desk.fresh(nil)
	}
	k.desk.copy(k.record, record)
	return nil
}

// recordOf is the record that a line is about: by its number, or else by its address; 0 for a new one.
func (k *checking) recordOf(cells map[string]string) (id int64, problems portal.Problems) {
	typed := strings.TrimSpace(cells[columnID])
	if typed == "" {
		return k.numbers[strings.TrimSpace(cells["slug"])], nil
	}
	id, err := strconv.ParseInt(typed, 10, 64)
	if _, there := k.lives[id]; err != nil || !there {
		problems.Add(columnID, "problem.line_id", typed)
		return 0, problems
	}
	return id, nil
}

// once tells whether another line brings the same record.
func (k *checking) once(line portal.ImportLine) (problems portal.Problems) {
	if other := k.byID[line.RecordID]; line.RecordID != 0 && other != 0 {
		problems.Add("", "problem.line_twice", other)
	} else if other := k.bySlug[line.Slug]; line.Slug != "" && other != 0 {
		problems.Add("slug", "problem.line_twice", other)
	}
	return problems
}

// blame makes a line wrong and tells why under the headings of its file.
func (k *checking) blame(line *portal.ImportLine, err error) {
	line.Outcome, line.After, line.Faults = portal.LineWrong, nil, store.FaultsOf(err)
	for i, f := range line.Faults {
		if f.Column == "" {
			continue
		}
		if heading, mapped := k.heading[f.Column]; mapped {
			line.Faults[i].Column = heading
			continue
		}
		for _, c := range k.columns { // a problem of a question, or of a column of the record
			if c.field != nil && (c.field.Field.Owns(f.Column) || strings.HasPrefix(f.Column, c.field.Name+".")) {
				line.Faults[i].Column = c.label(i18n.ID)
				if heading, mapped := k.heading[c.name]; mapped {
					line.Faults[i].Column = heading
				}
				break
			}
		}
	}
}

// rehearse tries what the lines propose against the database's own rules.
func (k *checking) rehearse(ctx context.Context, lines []portal.ImportLine) error {
	var changes []portal.Change
	var from []int
	for i, line := range lines {
		if line.After != nil {
			changes, from = append(changes, line.Change(k.im.Kind)), append(from, i)
		}
	}
	why, err := k.desk.office.Store.Rehearse(ctx, changes, k.im.File)
	for i, wrong := range why {
		k.blame(&lines[from[i]], wrong)
	}
	return err
}

// cite puts what a line says of sources into the evidence. A source of the whole line stands behind all that it brings and that asks
// for one.
func (k *checking) cite(cells map[string]string, e *portal.Evidence, was []string, isNew bool) (problems portal.Problems) {
	if typed, given := cells[columnCitations]; given {
		e.Citations = nil
		for line := range strings.SplitSeq(typed, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				problems = append(problems, k.citation(line, e)...)
			}
		}
	}
	slug := strings.ToLower(strings.TrimSpace(cells[columnSource]))
	if slug == "" {
		return problems
	}
	source, known := k.grid.numbers[slug]
	if !known {
		problems.Add(columnSource, "problem.source_unknown", slug)
		return problems
	}
	now := k.table.Cells(i18n.ID)
	for i, c := range k.table.Columns {
		if _, given := cells[c.Name]; !given || now[i] == "" || !isNew && now[i] == was[i] || !slices.Contains(k.proofs, c.Field.Name) {
			continue
		}
		cited := portal.Citation{Field: c.Field.Name, SourceID: source, Locator: strings.TrimSpace(cells[columnLocator])}
		if !slices.Contains(e.Citations, cited) {
			e.Citations = append(e.Citations, cited)
		}
	}
	return problems
}

// citation reads one citation of a line: field | source | place | Indonesian | English.
func (k *checking) citation(line string, e *portal.Evidence) (problems portal.Problems) {
	parts := append(form.SplitParts(line), "", "", "", "", "")
	field, slug := parts[0], strings.ToLower(parts[1])
	source, known := k.grid.numbers[slug]
	says := i18n.Text{ID: parts[3], EN: parts[4]}
	switch {
	case !slices.ContainsFunc(k.proofs, func(name string) bool { return name == field || name == portal.FieldName(field) }):
		problems.Add(columnCitations, "problem.cite_field", field)
	case slug == "":
		problems.Add(columnCitations, "problem.source_missing")
	case !known:
		problems.Add(columnCitations, "problem.source_unknown", slug)
	case (says.ID == "") != (says.EN == ""):
		problems.Add(columnCitations, "problem.says_both")
	}
	e.Citations = append(e.Citations, portal.Citation{Field: field, SourceID: source, Locator: parts[2], Says: says})
	return problems
}
