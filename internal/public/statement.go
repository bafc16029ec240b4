package public

import (
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// statement is a page of fixed words: the parts of its keys, in the order in which they stand.
type statement struct {
	path  view.Path
	key   string
	parts []string
}

var (
	privacyStatement       = statement{view.Privacy, "privacy", []string{"short", "browser", "server", "letters", "alerts", "answers", "staff", "people", "unknown"}}
	accessibilityStatement = statement{view.Accessibility, "accessibility", []string{"tested", "unknown"}}
)

func (s Site) privacy(w http.ResponseWriter, r *http.Request) error {
	return s.state(w, r, privacyStatement)
}

func (s Site) accessibility(w http.ResponseWriter, r *http.Request) error {
	return s.state(w, r, accessibilityStatement)
}

func (s Site) state(w http.ResponseWriter, r *http.Request, said statement) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	title := sh.t(said.key + ".title")
	p := view.StatementPage{
		Page:     sh.page(said.path, view.Path{}, title, sh.t(said.key+".description")),
		Head:     view.PageHead{Title: title, Lead: view.Cited{Text: sh.t(said.key + ".lead")}},
		Complain: sh.t("statement.complain_" + said.key),
		Write:    view.Link{Label: sh.t("statement.write"), URL: view.ReportAbout(sh.lang, said.path.In(sh.lang))},
	}
	for _, part := range said.parts {
		key := said.key + "." + part
		p.Parts = append(p.Parts, view.StatementPart{Title: sh.t(key), Text: s.paragraphs(sh, key)})
	}
	return respond.Page(w, r, http.StatusOK, view.StatementView(p))
}

// paragraphs are the numbered words below a key. One of them says for how many days contacts are kept.
func (s Site) paragraphs(sh *sheet, key string) (list []string) {
	for n := 1; i18n.Has(key + "." + strconv.Itoa(n)); n++ {
		words := key + "." + strconv.Itoa(n)
		if words == "privacy.letters.2" {
			list = append(list, sh.t(words, s.ContactDays))
			continue
		}
		list = append(list, sh.t(words))
	}
	return list
}
