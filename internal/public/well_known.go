package public

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// textKept is how long the files for machines need not be asked for again.
const textKept = time.Hour

// securityYears is how long what a build says of security holds, at most as RFC 9116 advises.
const securityYears = 1

// security tells whoever has found a weakness where to say so (RFC 9116).
func (d Downloads) security(w http.ResponseWriter, r *http.Request) error {
	base := view.AmbientFrom(r.Context()).BaseURL
	lines := []string{
		"Contact: " + base + view.Report.In(i18n.ID),
		"Contact: " + base + view.Report.In(i18n.EN),
		"Expires: " + d.Built.AddDate(securityYears, 0, 0).UTC().Format(time.RFC3339),
		"Preferred-Languages: id, en",
		"Canonical: " + base + view.Security.In(i18n.ID),
	}
	return shareText(w, r, strings.Join(lines, "\n")+"\n")
}

// forModels tells language models in Markdown what there is and where (llmstxt.org), in both languages.
func (d Downloads) forModels(w http.ResponseWriter, r *http.Request) error {
	base := view.AmbientFrom(r.Context()).BaseURL
	var said strings.Builder
	said.WriteString("# " + i18n.EN.T("site.name") + "\n\n> " + i18n.EN.T("export.description") + " " + i18n.ID.T("export.description") + "\n\n")
	said.WriteString(i18n.EN.T("models.how") + "\n")
	for _, l := range []i18n.Lang{i18n.EN, i18n.ID} {
		said.WriteString("\n## " + l.Name() + "\n\n")
		for _, p := range sitePages {
			if p.key != "" && i18n.Has(p.key+".description") && routed(r, p.path) {
				said.WriteString("- [" + l.T(p.key+".title") + "](" + base + p.path.In(l) + "): " + l.T(p.key+".description") + "\n")
			}
		}
	}
	said.WriteString("\n## " + i18n.EN.T("data.title") + "\n\n")
	for _, link := range fileLinks(r, i18n.EN) {
		said.WriteString("- [" + link.Label + "](" + base + link.URL + ")\n")
	}
	return shareText(w, r, said.String())
}

// fileLinks are the files and lists that programs begin with, and the API where there is one.
func fileLinks(r *http.Request, l i18n.Lang) (links []view.Link) {
	for _, one := range []struct {
		key  string
		path view.Path
	}{{"data.index", view.APIIndex}, {"data.openapi", view.OpenAPI}} {
		if routed(r, one.path) {
			links = append(links, view.Link{Label: l.T(one.key), URL: one.path.In(l)})
		}
	}
	links = append(links,
		view.Link{Label: l.T("data.dcat") + ". " + l.T("data.dcat_text"), URL: view.Catalogue.In(l)},
		view.Link{Label: l.T("data.sitemap"), URL: view.Sitemap.In(l)})
	links = append(links, followLinks(l)...)
	for _, f := range append(slices.Clone(export.Formats), export.Wikidata) {
		links = append(links, view.Link{Label: f.FileName, URL: view.DataFile.In(l, f.FileName)})
	}
	return links
}

// followLinks are the addresses to which programs subscribe for news and for dates.
func followLinks(l i18n.Lang) []view.Link {
	return []view.Link{
		{Label: l.T("data.atom"), URL: view.Recent.Atom().In(l)}, {Label: l.T("data.jsonfeed"), URL: view.Recent.JSONFeed().In(l)},
		{Label: l.T("data.calendar"), URL: view.Calendar.ICS().In(l)}, {Label: l.T("data.opportunities"), URL: view.Opportunities.ICS().In(l)},
	}
}

func shareText(w http.ResponseWriter, r *http.Request, text string) error {
	return respond.Share(w, r, respond.Shared{Type: "text/plain; charset=utf-8", Body: []byte(text), Keep: textKept})
}
