package server

import (
	"encoding/json"
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/web"
	"kotakembar/web/view"
)

// icon is a picture of the mark in a manifest.
type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// manifest tells a device that keeps the site on its home screen what it is called and how it looks there.
func manifest(l i18n.Lang) http.HandlerFunc {
	said, _ := json.Marshal(map[string]any{ // strings can always be written
		"name": l.T("site.name"), "short_name": l.T("site.short"), "description": l.T("home.description"), "lang": l, "dir": "ltr",
		"id": view.Home.In(l), "start_url": view.Home.In(l), "scope": "/", "display": "minimal-ui",
		"theme_color": web.StageLight, "background_color": web.StageLight,
		"icons": []icon{
			{web.URL("img/icon-192.png"), "192x192", "image/png", "any"},
			{web.URL("img/icon-512.png"), "512x512", "image/png", "any"},
			{web.URL("img/icon-maskable.png"), "512x512", "image/png", "maskable"},
			{web.URL("img/favicon.svg"), "any", "image/svg+xml", "any"},
		},
	})
	return func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "application/manifest+json")
		h.Set("Cache-Control", "public, max-age=86400")
		_, _ = w.Write(said) // a reader who is gone does not mind
	}
}
