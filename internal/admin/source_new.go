package admin

import (
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// Within the form of a record stands a small one for a source that the register does not have yet.
const (
	offerSource   = "new_source" // the word by which a form asks to have it
	sourceAddress = "new_source."
)

// offering is a small form within the form of a record, for something that the register does not have yet.
type offering struct {
	form form.Form
	open bool   // worth showing unasked
	said string // what has become of the one before, may be empty
}

// refused tells whether what was asked for could not be handed in.
func (o *offering) refused() bool { return o.form.Err() != nil }

// newSource is the small form for a new source.
type newSource struct {
	offering
	source portal.Source
}

// newOffering asks what is needed to find and judge a source; the rest can be added at its own desk.
func newOffering() *newSource {
	o := &newSource{source: portal.Source{Quality: portal.Secondary, Language: string(i18n.ID)}}
	s := &o.source
	o.form = form.Form{
		form.Text("title", &s.Title).With("hint.source.title"),
		form.Text("slug", &s.Slug).As("cite.source").With("hint.source.slug"),
		form.Text("publisher", &s.Publisher),
		form.Text("url", &s.URL),
		form.Date("published_on", &s.PublishedOn),
		form.Text("language", &s.Language),
		form.Choice("quality", &s.Quality, portal.Qualities),
	}.At(sourceAddress).Fill()
	return o
}

// cites tells whether records of the desk are supported by sources.
func (d counter) cites() bool {
	return slices.ContainsFunc(d.blank(), func(q *form.Field) bool { return !q.Ours })
}

// begun tells whether a post says anything of a new source; language and quality are filled in beforehand.
func begun(post url.Values) bool {
	for _, name := range []string{"title", "slug", "publisher", "url"} {
		if post.Get(sourceAddress+name) != "" {
			return true
		}
	}
	return false
}

// offered is the small form after a post to the desk. A source that the post brings along is handed in before the rest is read, which
// may cite it; what is wrong with it is told in its own questions. While the form is only shown again, it keeps what was typed.
func (d counter) offered(r *http.Request) (*newSource, error) {
	asked := newOffering()
	do := r.PostForm.Get("do")
	switch {
	case !d.cites() || do != offerSource && !begun(r.PostForm):
		return asked, nil
	case onlyShown(r):
		_ = asked.form.Read(r.PostForm) // it is judged when it is handed in
		asked.open = true
		return asked, nil
	}
	return d.office.offerFrom(r, asked, d.kind())
}

// onlyShown tells whether a post asks to be kept or shown again as it is, so that nothing in it is handed in yet.
func onlyShown(r *http.Request) bool {
	return slices.Contains([]string{autosave, reopen, preview}, r.PostForm.Get("do")) || r.PostForm.Get(form.More) != ""
}

// offerFrom proposes the new source of a post, and returns the form for the next one, or the same with what is wrong.
func (o Office) offerFrom(r *http.Request, asked *newSource, cited portal.Kind) (*newSource, error) {
	ctx := r.Context()
	l := i18n.From(ctx)
	asked.open = true
	wrong := asked.form.Read(r.PostForm)
	if wrong == nil {
		wrong = inForm(sourceAddress, o.Store.Sources.Check(asked.source))
	}
	if wrong == nil {
		after, err := o.Store.Sources.Snapshot(asked.source, portal.Evidence{})
		if err != nil {
			return nil, err
		}
		wrong = inForm(sourceAddress, o.Store.OfferSource(ctx, actor(ctx), &portal.Change{
			Title: asked.source.Title, After: after, Reason: l.T("source.offer_reason", l.T("kind."+string(cited))),
			Key: r.PostForm.Get("key") + sourceAddress + asked.source.Slug,
		}))
	}
	switch {
	case portal.AsInvalid(wrong) != nil:
		asked.form.Blame(wrong)
		return asked, nil
	case wrong != nil:
		return nil, wrong
	}
	next := newOffering()
	next.open, next.said = true, l.T("source.offer_done", asked.source.Title, asked.source.Slug)
	return next, nil
}

// inForm gives the problems of something new the names that its questions have within the form of a record.
func inForm(address string, err error) error {
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return err
	}
	var p portal.Problems
	for _, problem := range invalid.Problems {
		p.Add(address+problem.Field, problem.Key, problem.Args...)
	}
	return p.Err()
}

// shown is the small form as the page has it.
func (o *newSource) shown(l i18n.Lang) view.OfferAside {
	return view.OfferAside{
		Title: l.T("source.offer"), Hint: l.T("source.offer_hint"), Form: o.form, Said: o.said, Open: o.open,
		Send: view.Choice{Label: l.T("source.offer_send"), Name: "do", Value: offerSource},
	}
}
