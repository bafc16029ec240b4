package admin

import (
	"context"
	"errors"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// turns leads to the changes that are decided on before a change under way or after it: sources that it cites, files that were put into
// its form, and the change in whose form a file was put.
func (o Office) turns(ctx context.Context, c portal.Change) (turns []view.Turn, err error) {
	if !c.State.Open() {
		return nil, nil
	}
	l := i18n.From(ctx)
	add := func(key string, changes []view.Link) {
		if len(changes) > 0 {
			turns = append(turns, view.Turn{Words: l.T(key), Changes: changes})
		}
	}
	names, err := o.Store.Unpublished(ctx, c)
	if err != nil {
		return nil, err
	}
	var sources []view.Link
	for _, n := range names {
		sources = append(sources, view.Link{Label: n.Title, URL: changeAt(l, n.Offered)})
	}
	add("review.sources_first", sources)
	files, err := o.filesWithin(ctx, c)
	if err != nil {
		return nil, err
	}
	if c.BaseVersion > 0 {
		add("review.files_first", files)
	} else {
		add("review.files_after", files)
	}
	around, key, err := o.formAround(ctx, c)
	add(key, around)
	return turns, err
}

// filesWithin leads to the files that were put into the form of a change and that nobody has decided on.
func (o Office) filesWithin(ctx context.Context, c portal.Change) (files []view.Link, err error) {
	found, err := o.Store.Within(ctx, actor(ctx).ID, c.Key)
	for _, one := range found {
		if one.State.Open() {
			files = append(files, view.Link{Label: one.Title, URL: changeAt(i18n.From(ctx), one.ID)})
		}
	}
	return files, err
}

// formAround leads to the change in whose form a file was put, and tells with what words.
func (o Office) formAround(ctx context.Context, c portal.Change) (around []view.Link, key string, err error) {
	if c.Within == "" {
		return nil, "", nil
	}
	outer, err := o.Store.Around(ctx, actor(ctx).ID, c)
	if errors.Is(err, portal.ErrNotFound) {
		return nil, "", nil
	}
	around = []view.Link{{Label: outer.Title, URL: changeAt(i18n.From(ctx), outer.ID)}}
	switch {
	case outer.BaseVersion == 0 && outer.State != portal.Applied:
		return around, "review.record_first", err
	case outer.State.Open():
		return around, "review.file_first", err
	}
	return around, "review.file_of", err
}
