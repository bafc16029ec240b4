package admin

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// lettersRoute is the part of addresses of the desk for what citizens send.
const lettersRoute = "letters"

func (o Office) mountLetters(r chi.Router) {
	r.Method(http.MethodGet, "/"+lettersRoute, respond.Handler(o.letters))
	r.Method(http.MethodGet, "/"+lettersRoute+"/{id}", respond.Handler(o.letter))
	r.Method(http.MethodPost, "/"+lettersRoute+"/{id}", respond.Handler(o.treatLetter))
	r.Method(http.MethodGet, "/"+lettersRoute+"/{id}/file", respond.Handler(o.letterFile))
}

func letterAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{lettersRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// letters lists what citizens have sent, what waits first.
func (o Office) letters(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	page, filter := asked(q), lettersAsked(q)
	filter.Number, filter.Size = page.Number, page.Size
	found, total, err := o.Store.Letters(ctx, filter)
	if err != nil {
		return err
	}
	items, err := o.letterQueue(ctx, found)
	if err != nil {
		return err
	}
	counts, err := o.Store.LetterCounts(ctx, filter)
	if err != nil {
		return err
	}
	body := view.LettersView(view.LettersPage{
		States: letterStateChips(l, filter, counts), Kinds: letterKindChips(l, filter), Search: filter.Search,
		Hidden: letterFilterHidden(filter), Queue: view.Queue{Empty: l.T("letters.none"), Items: items}, Pages: pages(l, q, page, total),
	})
	head := view.AdminPage{Title: l.T("letters.title"), Lead: l.T("letters.lead"), Files: outward(l, lettersRoute, q)}
	return o.page(w, r, http.StatusOK, lettersRoute, head, body)
}

// lettersAsked is how the list is narrowed; what cannot be understood narrows nothing.
func lettersAsked(q url.Values) store.LetterFilter {
	filter := store.LetterFilter{Search: q.Get("q")}
	if state := portal.LetterState(q.Get("state")); slices.Contains(portal.LetterStates, state) {
		filter.State = state
	}
	if kind := portal.LetterKind(q.Get("kind")); slices.Contains(portal.LetterKinds, kind) {
		filter.Kind = kind
	}
	return filter
}

// letterQuery is the address of the list as a filter narrows it.
func letterQuery(l i18n.Lang, f store.LetterFilter) string {
	q := url.Values{}
	for _, h := range append(letterFilterHidden(f), view.Hidden{Name: "q", Value: f.Search}) {
		if h.Value != "" {
			q.Set(h.Name, h.Value)
		}
	}
	if len(q) == 0 {
		return view.Admin(l, lettersRoute)
	}
	return view.Admin(l, lettersRoute) + "?" + q.Encode()
}

// letterFilterHidden is what a search keeps of the filter.
func letterFilterHidden(f store.LetterFilter) (list []view.Hidden) {
	if f.State != "" {
		list = append(list, view.Hidden{Name: "state", Value: string(f.State)})
	}
	if f.Kind != "" {
		list = append(list, view.Hidden{Name: "kind", Value: string(f.Kind)})
	}
	return list
}

func letterStateChips(l i18n.Lang, f store.LetterFilter, counts map[portal.LetterState]int) []view.Chip {
	only := f.State
	f.State = ""
	chips := []view.Chip{{Label: l.T("letters.all"), URL: letterQuery(l, f), Current: only == ""}}
	for _, state := range portal.LetterStates {
		f.State = state
		chips = append(chips, view.Chip{
			Label: letterStateTag(l, state).Word, Count: l.Number(int64(counts[state])), URL: letterQuery(l, f), Current: state == only,
		})
	}
	return chips
}

func letterKindChips(l i18n.Lang, f store.LetterFilter) []view.Chip {
	only := f.Kind
	f.Kind = ""
	chips := []view.Chip{{Label: l.T("letters.all"), URL: letterQuery(l, f), Current: only == ""}}
	for _, kind := range portal.LetterKinds {
		f.Kind = kind
		chips = append(chips, view.Chip{Label: l.T("choice.letter_kind." + string(kind)), URL: letterQuery(l, f), Current: kind == only})
	}
	return chips
}

// letterQueue shows letters as things to do.
func (o Office) letterQueue(ctx context.Context, letters []portal.Letter) ([]view.QueueItem, error) {
	l := i18n.From(ctx)
	abouts := make([]store.Named, len(letters))
	for i, one := range letters {
		abouts[i] = store.Named{Kind: one.AboutKind, ID: one.AboutID}
	}
	shown, err := o.Store.PagesOf(ctx, abouts)
	items := make([]view.QueueItem, len(letters))
	for i, one := range letters {
		why := []string{l.T("choice.letter_kind."+string(one.Kind)) + "."}
		if about := letterAbout(l, one, shown[abouts[i]]); about != "" {
			why = append(why, about+".")
		}
		why = append(why, l.T("letters.received", portal.When(l, one.ReceivedAt)))
		if one.Keeper != "" {
			why = append(why, l.T("letters.kept_by", one.Keeper))
		}
		items[i] = view.QueueItem{
			Tag: letterStateTag(l, one.State), Title: l.T("letters.one", one.ID, gist(one)), URL: letterAt(l, one.ID),
			Why: strings.Join(why, " "), Do: l.T("letters.read"),
		}
	}
	return items, err
}

// letterAbout is what a letter is about, in words; empty where it names nothing.
func letterAbout(l i18n.Lang, one portal.Letter, shown store.ShownUse) string {
	if shown.RecordID != 0 {
		return l.T("choice.kind."+string(shown.Kind)) + ": " + shown.Title.In(l)
	}
	return one.Page
}

// gist is a letter in one line.
func gist(one portal.Letter) string {
	const most = 90
	said := one.Title
	if said == "" {
		said = strings.Join(strings.Fields(one.Words), " ")
	}
	if letters := []rune(said); len(letters) > most {
		said = string(letters[:most]) + " …"
	}
	return said
}

func letterStateTag(l i18n.Lang, s portal.LetterState) view.TagValue {
	tag := view.TagValue{Word: l.T("choice.letter_state." + string(s)), Tone: view.ToneNeutral}
	switch s {
	case portal.LetterReceived:
		tag.Tone = view.ToneWarn
	case portal.LetterPublished:
		tag.Tone = view.ToneOn
	case portal.LetterReviewing, portal.LetterAccepted:
		tag.Tone = view.ToneLine
	case portal.LetterSpam:
		tag.Word = l.T("letters.spam")
	}
	return tag
}
