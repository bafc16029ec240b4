package public

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// mountLetters puts the pages on the router by which citizens write, and those that tell what is looked for and what is kept of them.
func (s Site) mountLetters(r chi.Router) {
	codes, posts := r.With(seldom(s.Searches)), r.With(seldom(s.Posts))
	for _, l := range i18n.Langs {
		page(r, l, view.Report, s.report)
		page(codes, l, view.ReportSent, s.letter)
		posts.Method(http.MethodPost, view.Report.Pattern(l), inLanguage(l, respond.Handler(s.send)))
		posts.Method(http.MethodPost, view.ReportSent.Pattern(l), inLanguage(l, respond.Handler(s.forget)))
		page(r, l, view.Missing, s.missing)
		page(r, l, view.Request, s.request)
		page(r, l, view.Privacy, s.privacy)
		page(r, l, view.Accessibility, s.accessibility)
	}
}

// report shows the form by which citizens write, empty but for what the address says that it is about. A code leads to its letter.
func (s Site) report(w http.ResponseWriter, r *http.Request) error {
	asked := r.URL.Query()
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	if typed := asked.Get("code"); asked.Has("code") {
		if code, ok := portal.LetterCode(typed); ok {
			return respond.SeeOther(w, r, view.ReportSent.In(sh.lang, code))
		}
		return s.unknownCode(w, r, typed)
	}
	seal, err := s.seal(r.Context())
	if err != nil {
		return err
	}
	d := &draft{letter: portal.Letter{Lang: sh.lang, Kind: letterKind(asked.Get("kind")), Field: asked.Get("field")}, stamp: seal.fresh(s.Now())}
	if err := s.prepare(r, sh, d, asked.Get("about")); err != nil {
		return err
	}
	d.form.Fill()
	return respond.Private(w, r, view.ReportView(s.draftPage(sh, d, seal)))
}

// letterKind is the kind that is asked for, a correction where none is.
func letterKind(asked string) portal.LetterKind {
	if kind := portal.LetterKind(asked); slices.Contains(portal.LetterKinds, kind) {
		return kind
	}
	return portal.Correction
}

// send takes a letter in. Whatever stands in its way, the form comes back as it was typed.
func (s Site) send(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	seal, err := s.seal(r.Context())
	if err != nil {
		return err
	}
	post, err := s.receive(r, seal)
	if err != nil {
		return err
	}
	d := &draft{letter: portal.Letter{Lang: sh.lang, Kind: letterKind(post.values.Get("kind")), File: post.file}, stamp: post.stamp}
	if err := s.prepare(r, sh, d, post.values.Get("about")); err != nil {
		return err
	}
	wrong := d.read(post)
	if post.refused != "" {
		d.notice = sh.t("letter.refused." + post.refused)
	}
	if wrong || d.notice != "" {
		return respond.Page(w, r, http.StatusUnprocessableEntity, view.ReportView(s.draftPage(sh, d, seal)))
	}
	return s.take(w, r, sh, d, seal)
}

// take keeps the letter, unless too many come from where it was sent.
func (s Site) take(w http.ResponseWriter, r *http.Request, sh *sheet, d *draft, seal seal) error {
	ctx, subject := r.Context(), seal.subject(r)
	often, err := s.often(ctx, subject)
	if err != nil {
		return err
	}
	if often {
		w.Header().Set("Retry-After", strconv.Itoa(int(quiet.Seconds())))
		d.notice = sh.t("letter.refused.often")
		return respond.Page(w, r, http.StatusTooManyRequests, view.ReportView(s.draftPage(sh, d, seal)))
	}
	d.letter.Key, d.letter.ReceivedAt = d.stamp.key, s.Now()
	if err := s.Store.AddLetter(ctx, &d.letter, d.contact); err != nil {
		return err
	}
	if err := s.Store.NoteLetterPost(ctx, subject, s.Now()); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.ReportSent.In(i18n.From(ctx), d.letter.Code)+"?saved=sent")
}
