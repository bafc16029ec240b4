package store_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func suggested(t *testing.T, s *store.Store, typed string, l i18n.Lang) []store.Hit {
	t.Helper()
	hits, err := s.Suggest(t.Context(), l, typed)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	return hits
}

func TestNamesAreSuggestedByTheBeginningsOfTheirWords(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for typed, slug := range map[string]string{
		"br": "braunschweig", "BRAUN": "braunschweig", "brunsw": "braunschweig", "braunsve": "braunschweig", "jerm": "braunschweig",
		"germ": "braunschweig", "suw": "suwon", "수원": "suwon", "杭州": "hangzhou", "for wor": "fort-worth", "wroc": "wroclaw",
		"litt": "lb-walls", "litle": "lb-walls", "hongd": "seo-hongdae", "litle hongd": "seo-hongdae",
	} {
		for _, l := range i18n.Langs {
			hits := suggested(t, s, typed, l)
			if !slices.ContainsFunc(hits[:min(3, len(hits))], func(h store.Hit) bool { return h.Slug == slug }) {
				t.Errorf("%q in %s does not suggest %s but %s", typed, l, slug, listed(store.Found{Hits: hits}))
			}
		}
	}
}

func TestSuggestionsAreFewAndOfDifferentNames(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, typed := range []string{"ba", "li", "litt", "de", "sister", "kota", "dprd"} {
		for _, l := range i18n.Langs {
			hits, names := suggested(t, s, typed, l), map[string]bool{}
			for _, h := range hits {
				names[strings.ToLower(said(h.Title))] = true
			}
			if len(hits) == 0 || len(hits) > 8 || len(names) != len(hits) {
				t.Errorf("%q in %s: %s", typed, l, listed(store.Found{Hits: hits}))
			}
		}
	}
}

func TestNothingIsSuggestedByOneLetterOrByWhatNoNameHolds(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, typed := range []string{
		"", " ", "b", "망", "b.", "-braunschweig", "zzqx", "'", `\`, "':*", "!!", "&|", "\x00", "\xff\xfe", "👨‍👩‍👧‍👦", strings.Repeat("q", 3000),
	} {
		if hits := suggested(t, s, typed, i18n.ID); len(hits) > 0 {
			t.Errorf("%.40q suggests %s", typed, listed(store.Found{Hits: hits}))
		}
	}
	for _, typed := range []string{`a'b\`, `br\' & !x:*`, "asia-af", "a:*b", `"ba`, strings.Repeat("ba ", 1000), "br or su", "1960-"} {
		suggested(t, s, typed, i18n.EN) // whatever is typed, the database understands the question
	}
}

func TestDraftIsNotSuggestedUntilItIsPublished(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.save(d.editor, d.fresh(utrecht))
	if hits := suggested(t, d.Store, "utre", i18n.ID); len(hits) > 0 {
		t.Fatal("a change that waits for review is suggested")
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if hits := suggested(t, d.Store, "utre", i18n.ID); len(hits) != 1 || hits[0].Slug != "utrecht" {
		t.Errorf("a published record is not suggested: %s", listed(store.Found{Hits: hits}))
	}
}
