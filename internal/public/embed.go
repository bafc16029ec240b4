package public

import (
	"bytes"
	"net/http"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// embedKept is how long other sites may show a drawing before they ask again.
const embedKept = time.Hour

// embed is the pulse and the label of a tie for other sites.
func (sh *sheet) embed(t portal.Tie) view.Embed {
	e := view.Embed{Slug: t.City.Slug, Pulse: sh.pulse(t), Vitality: sh.vitality(t)}
	e.Vitality.Reason = capital(e.Vitality.Reason)
	if !sh.updated.IsZero() {
		e.Updated = portal.On(sh.updated).In(sh.lang)
	}
	return e
}

// pulseImage is the drawing that other sites show as a picture.
func (s Site) pulseImage(w http.ResponseWriter, r *http.Request) error {
	sh, _, t, err := s.beginWithTie(r)
	if err != nil {
		return err
	}
	var drawing bytes.Buffer
	if err := view.EmbedImage(sh.embed(t)).Render(r.Context(), &drawing); err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", view.EmbedPolicy())
	return respond.Share(w, r, respond.Shared{Type: "image/svg+xml", Body: drawing.Bytes(), Keep: embedKept})
}

// pulseFrame is the page that other sites show in a frame.
func (s Site) pulseFrame(w http.ResponseWriter, r *http.Request) error {
	sh, _, t, err := s.beginWithTie(r)
	if err != nil {
		return err
	}
	return respond.Frame(w, r, view.EmbedView(sh.embed(t)))
}
