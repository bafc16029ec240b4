package public

import (
	"net/http"

	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (s Site) about(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.AboutView(sh.aboutPage()))
}

func (sh *sheet) aboutPage() view.AboutPage {
	title := sh.t("about.title")
	return view.AboutPage{
		Page: sh.page(view.About, view.About, title, sh.t("about.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("about.lead")}},
		What: []string{sh.t("about.what_1"), sh.t("about.what_2"), sh.t("about.what_3")},
		Parts: []view.AboutPart{
			{ID: view.MethodLabels, Text: sh.t("about.more.method"), More: sh.linkTo(view.Method, "method.title")},
			{ID: view.LegalActs, Text: sh.t("about.more.law"), More: sh.linkTo(view.LegalPath, "law.title")},
			{Text: sh.t("about.more.terms"), More: sh.linkTo(view.Glossary, "terms.title")},
			{Text: sh.t("about.more.sources"), More: sh.linkTo(view.Sources, "sources.title")},
		},
	}
}

// linkTo leads to a page under its title.
func (sh *sheet) linkTo(path view.Path, title string) view.Link {
	return view.Link{Label: sh.t(title), URL: path.In(sh.lang)}
}
