package admin

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// translationsRoute is the part of addresses of texts whose translation needs a person.
const translationsRoute = "translations"

func (o Office) mountTranslations(r chi.Router) {
	r.Method(http.MethodGet, "/"+translationsRoute, respond.Handler(o.translations))
	r.Method(http.MethodPost, "/"+translationsRoute, respond.Handler(o.translationIsRight))
}

// translations lists the texts whose translation is missing, older than its original, or no translation.
func (o Office) translations(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	found, err := o.Store.Translations(ctx)
	if err != nil {
		return err
	}
	kind, state := translationsAsked(q)
	found = translationsIn(found, kind, "")
	counts := map[portal.TranslationState]int{}
	for _, t := range found {
		counts[t.State]++
	}
	chips, total := stateChips(l, view.Admin(l, translationsRoute), "translation.all", "choice.translation.", portal.TranslationStates, state, counts)
	for i := range chips {
		chips[i].URL = withAlso(chips[i].URL, "kind", string(kind))
	}
	found = translationsIn(found, "", state)
	page := asked(q)
	first := min((page.Number-1)*page.Size, len(found))
	table, err := o.translationTable(ctx, found[first:min(first+page.Size, len(found))])
	if err != nil {
		return err
	}
	head := view.AdminPage{Title: l.T("admin.translations"), Lead: l.T("translation.lead"), Files: outward(l, translationsRoute, q)}
	return o.page(w, r, http.StatusOK, translationsRoute, head,
		view.MachineryView(view.Machinery{
			Notice: saved(l, q.Get("saved")), Label: l.T("translation.states"), Chips: chips, Table: table, Empty: l.T("translation.none"),
			Pages: pages(l, q, page, total), Filter: kindFilter(l, kind, state),
		}))
}

// translationsAsked are the kind of records and the state by which the list is narrowed, empty for none.
func translationsAsked(q url.Values) (kind portal.Kind, state portal.TranslationState) {
	if asked := portal.Kind(q.Get("kind")); slices.Contains(portal.Kinds, asked) {
		kind = asked
	}
	if asked := portal.TranslationState(q.Get("state")); slices.Contains(portal.TranslationStates, asked) {
		state = asked
	}
	return kind, state
}

func translationsIn(found []portal.Translation, kind portal.Kind, state portal.TranslationState) []portal.Translation {
	return slices.DeleteFunc(found, func(t portal.Translation) bool {
		return kind != "" && t.Kind != kind || state != "" && t.State != state
	})
}

// withAlso is an address that also says one thing more that its list is narrowed by, where there is one.
func withAlso(address, name, value string) string {
	at, err := url.Parse(address)
	if err != nil || value == "" {
		return address
	}
	q := at.Query()
	q.Set(name, value)
	at.RawQuery = q.Encode()
	return at.String()
}

func kindFilter(l i18n.Lang, kind portal.Kind, state portal.TranslationState) *view.FilterForm {
	kinds := make([]view.Option, len(portal.Kinds))
	for i, k := range portal.Kinds {
		kinds[i] = view.Option{Value: string(k), Label: l.T("kinds." + string(k)), Current: k == kind}
	}
	f := view.FilterForm{Open: []view.Select{choice(l, "kind", "changes.kind", "changes.every_kind", kinds)}}
	if state != "" {
		f.Kept = []view.Option{{Value: "state", Label: string(state)}}
	}
	return &f
}

func (o Office) translationTable(ctx context.Context, list []portal.Translation) (view.Table, error) {
	l := i18n.From(ctx)
	t := view.Table{Caption: l.T("admin.translations"), Columns: append(columnsOf(l,
		"translation.text", "translation.state", "translation.original", "translation.translation", "translation.made_from", "translation.since"), view.Column{})}
	titles, err := o.translationTitles(ctx, list)
	if err != nil {
		return t, err
	}
	for _, one := range list {
		desk, err := o.deskOf(one.Kind)
		if err != nil {
			return t, err
		}
		at := view.Admin(l, desk.path(), strconv.FormatInt(one.RecordID, 10)) + "#" + form.InputID(one.Field+"_"+string(one.Lang()))
		right := view.Text(view.Cited{})
		if one.MayBeRight() {
			right = view.PostButton(view.PostLink{Label: l.T("translation.right"), Action: view.Admin(l, translationsRoute), Look: view.LookSmall, Hidden: []view.Hidden{
				{Name: "kind", Value: string(one.Kind)}, {Name: "record", Value: strconv.FormatInt(one.RecordID, 10)}, {Name: "field", Value: one.Field},
			}})
		}
		name := cmp.Or(titles[one.Kind][one.RecordID], l.T("kind."+string(one.Kind)))
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: name + ": " + fieldLabel(l, one.Kind, one.Field), URL: at}), view.Tag(translationTag(l, one.State)),
			originalCell(one), view.Text(view.Cited{Text: shortened(one.Text.EN), Lang: i18n.EN}),
			view.Text(madeFrom(l, one, desk.path())), view.Text(view.Cited{Text: sinceDay(l, one)}), right,
		}})
	}
	return t, nil
}

// translationTitles are the names of the records of some texts, by kind and number.
func (o Office) translationTitles(ctx context.Context, list []portal.Translation) (map[portal.Kind]map[int64]string, error) {
	ids := map[portal.Kind][]int64{}
	for _, one := range list {
		ids[one.Kind] = append(ids[one.Kind], one.RecordID)
	}
	titles := map[portal.Kind]map[int64]string{}
	for kind, of := range ids {
		var err error
		if titles[kind], err = o.Store.Titles(ctx, i18n.From(ctx), kind, of); err != nil {
			return nil, err
		}
	}
	return titles, nil
}

func translationTag(l i18n.Lang, s portal.TranslationState) view.TagValue {
	tone := map[portal.TranslationState]view.Tone{portal.TranslationMissing: view.ToneAlert, portal.TranslationStale: view.ToneWarn}[s]
	return view.TagValue{Word: l.T("choice.translation." + string(s)), Tone: cmp.Or(tone, view.ToneNeutral)}
}

func sinceDay(l i18n.Lang, t portal.Translation) string {
	if t.Since.IsZero() {
		return l.T("translation.from_the_start")
	}
	return portal.On(t.Since.In(portal.WIB)).In(l)
}

// translationIsRight keeps that somebody found a translation right as it is.
func (o Office) translationIsRight(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	t := portal.Translation{Kind: portal.Kind(r.PostForm.Get("kind")), RecordID: named(r.PostForm, "record"), Field: r.PostForm.Get("field")}
	if !slices.Contains(portal.Kinds, t.Kind) {
		return portal.ErrNotFound
	}
	if err := o.Store.TranslationIsRight(ctx, actor(ctx), t, o.Now()); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), translationsRoute)+"?saved=translation")
}
