package admin

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// letter shows one letter with what can be done about it.
func (o Office) letter(w http.ResponseWriter, r *http.Request) error {
	one, err := o.letterIn(r)
	if err != nil {
		return err
	}
	notice := saved(i18n.From(r.Context()), "letter_"+r.URL.Query().Get("saved"))
	return o.showLetter(w, r, http.StatusOK, one, view.LetterDesk{Notice: notice, Typed: one.Answer})
}

// letterIn is the letter in the address.
func (o Office) letterIn(r *http.Request) (portal.Letter, error) {
	id, err := number(r)
	if err != nil {
		return portal.Letter{}, err
	}
	return o.Store.Letter(r.Context(), id)
}

// acts are what the form of a letter may ask for.
var acts = []portal.LetterAct{
	portal.LetterTake, portal.LetterAnswer, portal.LetterDecline, portal.LetterMarkSpam, portal.LetterUnmarkSpam,
}

// treatLetter does with a letter what its form asks for. Its page comes back with the answer as typed where something stands in the way.
func (o Office) treatLetter(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	one, err := o.letterIn(r)
	if err != nil {
		return err
	}
	t := store.Treatment{Act: portal.LetterAct(r.PostForm.Get("do")), Words: strings.TrimSpace(r.PostForm.Get("answer")), At: o.Now()}
	if !slices.Contains(acts, t.Act) {
		return respond.ErrBadRequest
	}
	if t.Revision, err = posted(r, "revision"); err != nil {
		return err
	}
	_, err = o.Store.TreatLetter(ctx, actor(ctx), one.ID, t)
	l := i18n.From(ctx)
	switch invalid := portal.AsInvalid(err); {
	case invalid != nil:
		return o.showLetter(w, r, http.StatusUnprocessableEntity, one, view.LetterDesk{Problems: answerProblems(l, invalid), Typed: t.Words})
	case errors.Is(err, portal.ErrConflict):
		return o.letterAgain(w, r, t.Words)
	case err != nil:
		return err
	}
	if t.Act == portal.LetterDecline && one.File.Hash != "" {
		if _, err := o.Store.TidyLetters(ctx, o.Now(), o.ContactDays, o.Files.Forget); err != nil {
			return err
		}
	}
	return respond.SeeOther(w, r, letterAt(l, one.ID)+"?saved="+string(t.Act))
}

// letterAgain shows the letter as somebody else has left it, with the answer as typed.
func (o Office) letterAgain(w http.ResponseWriter, r *http.Request, typed string) error {
	one, err := o.letterIn(r)
	if err != nil {
		return err
	}
	problem := view.Link{Label: i18n.T(r.Context(), "letters.moved_on")}
	return o.showLetter(w, r, http.StatusConflict, one, view.LetterDesk{Problems: []view.Link{problem}, Typed: typed})
}

func answerProblems(l i18n.Lang, invalid *portal.Invalid) (links []view.Link) {
	for _, p := range invalid.Problems {
		link := view.Link{Label: l.T(p.Key, p.Args...)}
		if p.Field == "answer" {
			link.URL = "#f-answer"
		}
		links = append(links, link)
	}
	return links
}

// letterFile hands over the file of a letter, to be saved and not to be opened in the browser.
func (o Office) letterFile(w http.ResponseWriter, r *http.Request) error {
	one, err := o.letterIn(r)
	if err != nil {
		return err
	}
	if one.File.Hash == "" {
		return portal.ErrNotFound
	}
	opened := portal.By(actor(r.Context()), portal.TraceLetterFile).On(portal.AboutLetter, one.ID, one.Code)
	if err := o.Store.Note(r.Context(), opened); err != nil {
		return err
	}
	return o.Files.HandOver(w, r, one.File.Hash, one.File.MediaType, one.File.Name)
}

func (o Office) showLetter(w http.ResponseWriter, r *http.Request, status int, one portal.Letter, p view.LetterDesk) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	about := store.Named{Kind: one.AboutKind, ID: one.AboutID}
	shown, err := o.Store.PagesOf(ctx, []store.Named{about})
	if err != nil {
		return err
	}
	p.Card = letterCard(l, one, shown[about])
	p.State, p.Code, p.Action = letterStateTag(l, one.State), one.Code, letterAt(l, one.ID)
	p.Revision = strconv.FormatInt(one.Revision, 10)
	p.CanAnswer, p.CanDecline = one.Can(portal.LetterAnswer), one.Can(portal.LetterDecline)
	p.Actions = letterActions(l, one, p.Revision)
	if err := o.letterParts(ctx, one, &p); err != nil {
		return err
	}
	if err := o.letterWays(r, one, shown[about], &p); err != nil {
		return err
	}
	title := l.T("letters.one", one.ID, gist(one))
	return o.page(w, r, status, lettersRoute, view.AdminPage{
		Title: title, Lead: l.T("letters.came", portal.When(l, one.ReceivedAt), l.T("lang."+string(one.Lang))),
		Crumbs: []view.Crumb{{Label: l.T("admin.letters"), URL: view.Admin(l, lettersRoute)}, {Label: strconv.FormatInt(one.ID, 10)}},
	}, view.LetterDeskView(p))
}

// letterActions are what can be done with one click.
func letterActions(l i18n.Lang, one portal.Letter, revision string) (list []view.PostLink) {
	add := func(key string, act portal.LetterAct, look view.Look, args ...any) {
		list = append(list, view.PostLink{Label: l.T(key, args...), Action: letterAt(l, one.ID), Look: look, Hidden: []view.Hidden{
			{Name: "do", Value: string(act)}, {Name: "revision", Value: revision},
		}})
	}
	switch one.State {
	case portal.LetterReceived:
		add("letters.do_take", portal.LetterTake, view.LookPrimary)
	case portal.LetterReviewing:
		add("letters.do_take_over", portal.LetterTake, view.LookGhost, one.Keeper)
	case portal.LetterDeclined:
		add("letters.do_reopen", portal.LetterTake, view.LookGhost)
	case portal.LetterSpam:
		add("letters.do_unspam", portal.LetterUnmarkSpam, view.LookGhost)
	}
	if one.State != portal.LetterSpam && one.Can(portal.LetterMarkSpam) {
		add("letters.do_spam", portal.LetterMarkSpam, view.LookDanger)
	}
	return list
}

// letterParts adds who sent the letter, its way, and the changes made from it.
func (o Office) letterParts(ctx context.Context, one portal.Letter, p *view.LetterDesk) error {
	l := i18n.From(ctx)
	contact, err := o.Store.Contact(ctx, one.ID)
	if err != nil {
		return err
	}
	if !contact.Empty() {
		p.ContactHint = l.T("letters.contact_hint", portal.On(one.ForgetContactAt(o.ContactDays).In(portal.WIB)).In(l))
		p.Contact = known(view.Fact{Label: l.T("field.name")}, contact.Name)
		p.Contact = append(p.Contact, known(view.Fact{Label: l.T("field.email")}, contact.Email)...)
	}
	events, err := o.Store.LetterEvents(ctx, one.ID)
	if err != nil {
		return err
	}
	for _, e := range events {
		who := e.Actor
		if who == "" {
			who = l.T("letters.way_sender")
		}
		p.Way = append(p.Way, view.Record{Date: portal.When(l, e.At), Title: letterStateTag(l, e.State).Word, Text: view.Cited{Text: who}})
	}
	changes, err := o.Store.ChangesFrom(ctx, one.ID)
	if err != nil {
		return err
	}
	changes = slices.DeleteFunc(changes, func(c portal.Change) bool { return !c.MaySee(actor(ctx)) })
	p.Changes = view.Queue{Title: l.T("letters.changes"), Empty: l.T("letters.changes_none")}
	p.Changes.Items, err = o.queue(ctx, changes)
	return err
}
