package admin

import (
	"context"
	"slices"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// madeFrom says from which version of the record an outdated translation was made, and leads to that version beside the present one.
func madeFrom(l i18n.Lang, t portal.Translation, route string) view.Cited {
	if t.State != portal.TranslationStale || t.Version == 0 {
		return view.Cited{}
	}
	version := strconv.FormatInt(t.Version, 10)
	return view.Cited{
		Text: l.T("translation.version", t.Version, portal.On(t.MadeAt.In(portal.WIB)).In(l)),
		URL:  view.Admin(l, route, strconv.FormatInt(t.RecordID, 10), "history") + "?from=" + version + "&to=now",
	}
}

// originalCell is the original as it stands; of an outdated translation with what has changed since it was made.
func originalCell(t portal.Translation) view.Component {
	if t.MadeFrom == "" {
		return view.Text(view.Cited{Text: shortened(t.Text.ID), Lang: i18n.ID})
	}
	return view.Wording(i18n.ID, shortened(t.Text.ID), t.MadeFrom, t.Text.ID)
}

// outpaced are the fields of a change whose translation it leaves behind the original.
func (o Office) outpaced(ctx context.Context, c portal.Change) ([]string, error) {
	made := portal.Origins{}
	if c.RecordID != 0 {
		var err error
		if made, err = o.Store.TranslationOrigins(ctx, c.Kind, c.RecordID); err != nil {
			return nil, err
		}
	}
	return c.Outpaced(made), nil
}

// markOutpaced marks the questions of a form whose translation is older than its original, in what is public or by the change itself.
func (o Office) markOutpaced(ctx context.Context, c portal.Change, questions form.Form) error {
	behind, err := o.outpaced(ctx, c)
	if err != nil {
		return err
	}
	if c.RecordID != 0 && c.BaseVersion != 0 {
		found, err := o.Store.TranslationsOf(ctx, c.Kind, c.RecordID)
		if err != nil {
			return err
		}
		changed := c.Changed()
		for _, t := range found {
			touched := slices.Contains(changed, t.Field+"_"+string(i18n.ID)) || slices.Contains(changed, t.Field+"_"+string(i18n.EN))
			if t.State == portal.TranslationStale && !touched {
				behind = append(behind, t.Field)
			}
		}
	}
	for _, q := range questions {
		if slices.Contains(behind, q.Name) {
			q.Mark = "translation.behind"
		}
	}
	return nil
}

// tagOutpaced marks the changed answers whose translation a change under way leaves behind.
func (o Office) tagOutpaced(ctx context.Context, c portal.Change, changed []view.DiffRow) error {
	if !c.State.Open() || c.Op != portal.OpSave {
		return nil
	}
	behind, err := o.outpaced(ctx, c)
	for i, row := range changed {
		if slices.ContainsFunc(behind, func(field string) bool { return slices.Contains(row.Names, field+"_"+string(i18n.ID)) }) {
			changed[i].Tags = append(row.Tags, view.TagValue{Word: i18n.T(ctx, "translation.leaves_behind"), Tone: view.ToneWarn})
		}
	}
	return err
}
