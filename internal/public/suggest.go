package public

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// suggestedKept is how long suggestions may be a little old.
const suggestedKept = time.Minute

// suggestions is what a script shows below a search while somebody types. All of it is plain text.
type suggestions struct {
	Said        string       `json:"said"` // how many there are, in words; empty where there are none
	Suggestions []suggestion `json:"suggestions"`
}

// suggestion is one record by its name.
type suggestion struct {
	Title string `json:"title"`
	Lang  string `json:"lang,omitempty"` // of the title where it is not the reader's, BCP 47
	Notes []note `json:"notes"`          // what kind of record it is, by which other names it was found, and where it belongs
	URL   string `json:"url"`
}

// note is a word on a suggestion.
type note struct {
	Text string `json:"text"`
	Lang string `json:"lang,omitempty"` // where it is not the reader's, BCP 47
}

// mountSuggestions puts the suggestions of the search on the router. They are counted apart, so that who types much may still search.
func (s Site) mountSuggestions(r chi.Router) {
	r = r.With(forPrograms, seldom(s.Searches))
	for _, l := range i18n.Langs {
		page(r, l, view.Suggest, s.suggest)
	}
}

// forPrograms answers errors as problems, since no person reads them.
func forPrograms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(respond.ForPrograms(r.Context())))
	})
}

func (s Site) suggest(w http.ResponseWriter, r *http.Request) error {
	sh := &sheet{notes: notes{lang: i18n.From(r.Context())}}
	hits, err := s.Store.Suggest(r.Context(), sh.lang, r.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	body, err := json.Marshal(sh.suggestions(hits))
	if err != nil {
		return err
	}
	return respond.Share(w, r, respond.Shared{Type: "application/json", Body: body, Keep: suggestedKept})
}

func (sh *sheet) suggestions(hits []store.Hit) suggestions {
	said := suggestions{Suggestions: []suggestion{}}
	for _, h := range hits {
		url := sh.hitPath(h)
		if url == "" {
			continue
		}
		one := suggestion{Title: store.Plain(h.Title), Notes: []note{{Text: sh.t("choice.kind." + string(h.Kind))}}, URL: url}
		if h.Lang != string(sh.lang) {
			one.Lang = h.Lang
		}
		for _, name := range append(h.Also, store.Name{Pieces: []store.Piece{{Text: h.Above.Title}}}) {
			if text := name.String(); text != "" && !strings.Contains(one.Title, text) {
				one.Notes = append(one.Notes, note{text, name.Lang})
			}
		}
		said.Suggestions = append(said.Suggestions, one)
	}
	if n := len(said.Suggestions); n > 0 {
		said.Said = sh.plural("search.suggested", n)
	}
	return said
}
