package public

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// day is the day of what happened at an instant, in Bandung's time.
func (sh *sheet) day(t time.Time) string { return portal.On(t.In(portal.WIB)).In(sh.lang) }

// letterOf is the letter that the code in the address follows. A code that is typed otherwise leads to itself as it is written.
func (s Site) letterOf(r *http.Request) (portal.Letter, error) {
	code, ok := portal.LetterCode(chi.URLParam(r, "code"))
	if !ok {
		return portal.Letter{}, portal.ErrNotFound
	}
	return s.Store.LetterByCode(r.Context(), code)
}

// letter shows whoever knows its code where a letter stands.
func (s Site) letter(w http.ResponseWriter, r *http.Request) error {
	l, err := s.letterOf(r)
	if errors.Is(err, portal.ErrNotFound) {
		return s.unknownCode(w, r, chi.URLParam(r, "code"))
	}
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	events, err := s.Store.LetterEvents(r.Context(), l.ID)
	if err != nil {
		return err
	}
	contact, err := s.Store.Contact(r.Context(), l.ID)
	if err != nil {
		return err
	}
	pages, published, err := s.pagesOfLetter(r.Context(), l)
	if err != nil {
		return err
	}
	p := sh.letterPage(l, events, pages, published)
	if !contact.Empty() {
		p.Contact = sh.t("letter.contact_kept", sh.day(l.ForgetContactAt(s.ContactDays)))
		p.Forget = &view.PostLink{
			Label: sh.t("letter.contact_forget"), Action: view.ReportSent.In(sh.lang, l.Code), Look: view.LookDanger,
			Hidden: []view.Hidden{{Name: "do", Value: "forget"}},
		}
	}
	switch r.URL.Query().Get("saved") {
	case "sent":
		p.Notice = sh.t("letter.thanks")
	case "forgotten":
		p.Notice = sh.t("letter.forgotten")
	}
	return respond.Private(w, r, view.LetterView(p))
}

// unknownCode says that there is no letter of a code, and lets whoever typed it mend it.
func (s Site) unknownCode(w http.ResponseWriter, r *http.Request, typed string) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	title := sh.t("letter.code_unknown")
	p := view.CodePage{
		Page:  sh.page(view.Report, view.Path{}, title, sh.t("letter.sent_description")),
		Head:  view.PageHead{Crumbs: sh.crumbs(view.Report, "letter.crumb", sh.t("letter.code")), Title: title, Lead: view.Cited{Text: sh.t("letter.follow_text")}},
		Typed: typed,
	}
	p.Page.NoIndex = true
	return respond.Page(w, r, http.StatusNotFound, view.CodeView(p))
}

// pagesOfLetter are the pages of the records that a letter is about and led to; published are those that it led to.
func (s Site) pagesOfLetter(ctx context.Context, l portal.Letter) (pages map[store.Named]store.ShownUse, published []store.Named, err error) {
	changes, err := s.Store.ChangesFrom(ctx, l.ID)
	if err != nil {
		return nil, nil, err
	}
	for _, c := range changes {
		of := store.Named{Kind: c.Kind, ID: c.RecordID}
		if c.State == portal.Applied && !slices.Contains(published, of) {
			published = append(published, of)
		}
	}
	pages, err = s.Store.PagesOf(ctx, append(slices.Clone(published), store.Named{Kind: l.AboutKind, ID: l.AboutID}))
	return pages, published, err
}

// letterPage is what is told of a letter. Of spam only that it is closed.
func (sh *sheet) letterPage(l portal.Letter, events []portal.LetterEvent, pages map[store.Named]store.ShownUse, published []store.Named) view.LetterPage {
	title, state := sh.t("letter.sent_title", l.Code), string(l.State)
	p := view.LetterPage{
		Page:  sh.page(view.ReportSent, view.Path{}, title, sh.t("letter.sent_description"), l.Code),
		Head:  view.PageHead{Crumbs: sh.crumbs(view.Report, "letter.crumb", l.Code), Title: sh.t("letter.yours"), Lead: view.Cited{Text: sh.t("letter.state." + state)}},
		Code:  l.Code,
		State: view.TagValue{Tone: letterTone(l.State), Word: sh.choice("letter_state", state)},
	}
	p.Page.NoIndex = true
	if l.State == portal.LetterSpam {
		return p
	}
	if l.Answer != "" {
		p.Answer, p.Answered = l.Answer, sh.day(l.AnsweredAt)
	}
	for _, of := range published {
		if shown, ok := pages[of]; ok {
			p.Published = append(p.Published, view.Link{Label: sh.recordName(shown), URL: sh.recordPath(shown)})
		}
	}
	for _, e := range events {
		p.Way = append(p.Way, view.Record{Date: sh.day(e.At), Title: sh.choice("letter_state", string(e.State))})
	}
	p.Words, p.Said = l.Words, sh.letterSaid(l, pages[store.Named{Kind: l.AboutKind, ID: l.AboutID}])
	return p
}

// letterSaid is what its sender wrote, as they wrote it.
func (sh *sheet) letterSaid(l portal.Letter, about store.ShownUse) []view.Fact {
	var facts []view.Fact
	add := func(key string, value view.Cited) {
		if value.Text != "" {
			facts = append(facts, view.Fact{Label: sh.t(key), Values: []view.Cited{value}})
		}
	}
	add("letter.kind", view.Cited{Text: sh.choice("letter_kind", string(l.Kind))})
	add("letter.received", view.Cited{Text: sh.day(l.ReceivedAt)})
	switch {
	case about.RecordID != 0:
		add("letter.about", view.Cited{Text: sh.recordName(about), URL: sh.recordPath(about)})
	case l.Page != "":
		add("letter.about", view.Cited{Text: sh.t("letter.page", l.Page), URL: l.Page})
	}
	if l.Field != "" {
		add("letter.fact", view.Cited{Text: sh.label(l.AboutKind, l.Field)})
	}
	add("letter.idea_title", view.Cited{Text: l.Title})
	add("letter.proof", view.Cited{Text: l.Proof})
	switch {
	case l.File.Hash != "":
		add("letter.file", view.Cited{Text: sentence(", ", l.File.Name, mediaName(l.File.MediaType), sh.size(l.File.Size))})
	case l.File.Name != "":
		add("letter.file", view.Cited{Text: sh.t("letter.file_gone", l.File.Name)})
	}
	return facts
}

func letterTone(s portal.LetterState) view.Tone {
	switch s {
	case portal.LetterPublished:
		return view.ToneOn
	case portal.LetterReceived, portal.LetterReviewing, portal.LetterAccepted:
		return view.ToneWarn
	}
	return view.ToneNeutral
}

// forget deletes how the sender of a letter can be reached, because whoever has its code asks for it.
func (s Site) forget(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	l, err := s.letterOf(r)
	if err != nil {
		return err
	}
	if r.PostForm.Get("do") != "forget" {
		return respond.ErrBadRequest
	}
	if _, err := s.Store.ForgetContact(r.Context(), l.ID); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.ReportSent.In(i18n.From(r.Context()), l.Code)+"?saved=forgotten")
}
