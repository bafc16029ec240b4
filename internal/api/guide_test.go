package api_test

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/api"
	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

func TestExamplesOfTheGuideAreAnswered(t *testing.T) {
	f := open(t)
	for _, e := range api.Examples {
		if a := f.get(t, e.Path).is(http.StatusOK); !i18n.Has(e.Key) || a.Body.Len() < 50 {
			t.Errorf("%s: %s", e.Path, a.Body)
		}
	}
}

func TestExamplesOfTheGuideCanBeCopiedWhole(t *testing.T) {
	f := open(t)
	for _, l := range i18n.Langs {
		for _, path := range []string{view.APIDocs.In(l), view.APIDoc.In(l, "partners")} {
			page := f.page(t, path)
			requests := page.Find("a.guide-request")
			for i := range requests.Length() {
				shown := requests.Eq(i)
				code := shown.Find("code")
				button := page.Find(`button[hidden][type="button"][data-copy="` + code.AttrOr("id", "-") + `"]`)
				address, ours := strings.CutPrefix(code.Text(), baseURL)
				if button.Length() != 1 || !ours || address != shown.AttrOr("href", "") {
					t.Errorf("%s: %d buttons copy %q, which leads to %s", path, button.Length(), code.Text(), shown.AttrOr("href", ""))
				}
			}
			if requests.Length() == 0 {
				t.Errorf("%s has no examples", path)
			}
		}
	}
}

// TestGuideTellsEveryParameterAndFieldInBothLanguages holds the pages against the description.
func TestGuideTellsEveryParameterAndFieldInBothLanguages(t *testing.T) {
	f := open(t)
	s := specOf(t, f)
	for _, l := range i18n.Langs {
		overview := f.page(t, view.APIDocs.In(l))
		if overview.Find("script:not([src^='/static/']), style, iframe, [src^='http']").Length() > 0 {
			t.Error("the guide takes something from elsewhere")
		}
		for name := range tables {
			path := view.APIDoc.In(l, name)
			if overview.Find(`a[href="`+path+`"]`).Length() != 1 {
				t.Errorf("the guide does not lead to %s", path)
			}
			a := f.get(t, path).is(http.StatusOK)
			page := f.page(t, path)
			told := map[string]bool{}
			for _, code := range page.Find("main th code").EachIter() {
				told[code.Text()] = true
			}
			for _, field := range s.values(t, "/api/v1/"+name, "fields") {
				if !told[field] {
					t.Errorf("%s does not tell of field %s", path, field)
				}
			}
			parameters, _ := s.at("paths", "/api/v1/"+name, "get", "parameters").([]any)
			for i := range parameters {
				if parameter, _ := s.at("paths", "/api/v1/"+name, "get", "parameters", i, "name").(string); !told[parameter] {
					t.Errorf("%s does not tell of parameter %s", path, parameter)
				}
			}
			for _, key := range []string{"meaning.", "api.", "guide.", "trouble.", "dictionary."} {
				if strings.Contains(" "+words(page.Find("main")), " "+key) {
					t.Errorf("%s shows a key of the catalog that begins with %s", path, key)
				}
			}
			for _, link := range page.Find("main a[href^='#']").EachIter() {
				if to, _ := link.Attr("href"); page.Find(to).Length() == 0 {
					t.Errorf("%s: %s leads nowhere", path, to)
				}
			}
			if n := packedSize(t, a.Body.Bytes()); n > 14<<10 {
				t.Errorf("%s weighs %d bytes packed", path, n)
			}
		}
		kind, _ := f.get(t, "/api/v1/nothing", "Accept-Language", string(l)).object().at("type").(string)
		_, anchor, _ := strings.Cut(kind, "#")
		if !strings.HasPrefix(kind, baseURL+view.APIDocs.In(l)) || overview.Find("#"+anchor).Length() != 1 {
			t.Errorf("problems of type %q are not told of", kind)
		}
	}
	f.get(t, "/api/v1/docs/nothing").is(http.StatusNotFound)
	f.get(t, "/en/api/v1/docs/index").is(http.StatusNotFound)
}

func packedSize(t *testing.T, body []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
