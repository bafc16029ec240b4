package server_test

import (
	"encoding/json"
	"image/png"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

func TestManifestNamesIconsThatAreThereAndAsLargeAsItSays(t *testing.T) {
	t.Parallel()
	b := closed(t, nil).browser()
	for _, l := range i18n.Langs {
		a := b.get(view.Manifest.In(l)).is(http.StatusOK)
		var said struct {
			Lang     i18n.Lang
			StartURL string `json:"start_url"`
			Icons    []struct{ Src, Sizes, Type, Purpose string }
		}
		if err := json.Unmarshal([]byte(a.body), &said); err != nil {
			t.Fatal(err)
		}
		if said.Lang != l || said.StartURL != view.Home.In(l) || a.Header.Get("Content-Type") != "application/manifest+json" {
			t.Errorf("in %s: %s", l, a.body)
		}
		seen := map[string]bool{}
		for _, icon := range said.Icons {
			file := b.get(icon.Src).is(http.StatusOK)
			seen[icon.Sizes+" "+icon.Purpose] = true
			if icon.Type != "image/png" {
				continue
			}
			size, err := png.DecodeConfig(strings.NewReader(file.body))
			if side := strconv.Itoa(size.Width); err != nil || icon.Sizes != side+"x"+side || size.Width != size.Height {
				t.Errorf("%s is %dx%d: %v", icon.Src, size.Width, size.Height, err)
			}
		}
		if !seen["192x192 any"] || !seen["512x512 any"] || !seen["512x512 maskable"] {
			t.Errorf("in %s there are %v", l, seen)
		}
	}
}

func TestBarOfTheBrowserFollowsTheTheme(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	for theme, want := range map[string]int{"device": 2, "light": 1, "dark": 1} {
		b.post("/tampilan", url.Values{"theme": {theme}}).is(http.StatusSeeOther)
		a := b.get("/tentang").is(http.StatusOK)
		if n := strings.Count(a.body, `name="theme-color"`); n != want {
			t.Errorf("%s: %d colours", theme, n)
		}
	}
}
