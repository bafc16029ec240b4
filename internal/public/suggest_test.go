package public_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

type suggestions struct {
	Said        string
	Suggestions []struct {
		Title, Lang, URL string
		Notes            []struct{ Text, Lang string }
	}
}

func (s site) suggestions(t *testing.T, l i18n.Lang, typed string) (found suggestions) {
	t.Helper()
	w := s.ask(http.MethodGet, view.Suggest.In(l)+"?"+url.Values{"q": {typed}}.Encode())
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != "public, max-age=60" {
		t.Fatalf("%q: %d, %v", typed, w.Code, w.Header())
	}
	if strings.ContainsAny(w.Body.String(), "<>") {
		t.Errorf("%q: markup in %s", typed, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &found); err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	return found
}

func TestSuggestionsLeadToPagesInTheReadersLanguage(t *testing.T) {
	s := open(t)
	for l, want := range map[i18n.Lang]suggestions{
		i18n.ID: {Said: "1 saran. Tombol panah memilih."}, i18n.EN: {Said: "1 suggestion. Arrow keys choose."},
	} {
		found := s.suggestions(t, l, "수원")
		if found.Said != want.Said || len(found.Suggestions) != 1 {
			t.Fatalf("in %s: %+v", l, found)
		}
		if one := found.Suggestions[0]; one.Title != "Suwon" || one.URL != view.Partner.In(l, "suwon") || len(one.Notes) != 2 || one.Notes[1].Text != "수원시" || one.Notes[1].Lang != "ko" {
			t.Errorf("in %s: %+v", l, one)
		}
		for _, typed := range []string{"ba", "litle", "suw", "dprd", "br"} {
			for _, one := range s.suggestions(t, l, typed).Suggestions {
				path, id, _ := strings.Cut(one.URL, "#")
				if page := s.page(t, path); one.Title == "" || len(one.Notes) == 0 || strings.Contains(one.Notes[0].Text, "choice.") || id != "" && page.Find("#"+id).Length() != 1 {
					t.Errorf("%q in %s: %+v", typed, l, one)
				}
			}
		}
	}
}

func TestNothingIsSuggestedBeforeTheSecondLetter(t *testing.T) {
	s := open(t)
	for _, typed := range []string{"", "b", "<script>", "zzqx"} {
		if found := s.suggestions(t, i18n.ID, typed); found.Said != "" || found.Suggestions == nil || len(found.Suggestions) != 0 {
			t.Errorf("%q: %+v", typed, found)
		}
	}
}

func TestSuggestionsAskThreeQuestionsAtMost(t *testing.T) {
	s := openOwn(t)
	for typed, most := range map[string]int64{"b": 0, "br": 1, "litle": 3, "zzqx": 2, strings.Repeat("litle ", 400): 3} {
		path := view.Suggest.In(i18n.ID) + "?" + url.Values{"q": {typed}}.Encode()
		s.ask(http.MethodGet, path)
		before := s.queries.Load()
		s.ask(http.MethodGet, path)
		if n := s.queries.Load() - before; n > most {
			t.Errorf("%.20q asks %d questions, at most %d expected", typed, n, most)
		}
	}
}
