package server

import (
	"net/http"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// robots lets search engines read everything but pages of staff and searches, of which there is no end, and tells where all pages are
// listed.
func robots(w http.ResponseWriter, r *http.Request) {
	var said strings.Builder
	said.WriteString("User-agent: *\n")
	for _, l := range i18n.Langs {
		said.WriteString("Disallow: " + view.Desks.In(l) + "\nDisallow: " + view.SignIn.In(l) + "\nDisallow: " + view.Find.In(l) + "?\nDisallow: " + view.Suggest.In(l) + "\n")
		said.WriteString("Disallow: " + view.Report.In(l) + "?\nDisallow: " + view.Report.In(l) + "/\n")
	}
	said.WriteString("\nSitemap: " + view.AmbientFrom(r.Context()).BaseURL + view.Sitemap.In(i18n.ID) + "\n")
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "public, max-age=86400")
	_, _ = w.Write([]byte(said.String())) // a reader who is gone does not mind
}
