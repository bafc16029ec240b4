package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestEveryLegalStageSaysHowItsRuleWasRead(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/jalur-hukum")
	stages := doc.Find(".stages > li")
	if stages.Length() != 13 {
		t.Errorf("%d stages", stages.Length())
	}
	stages.Each(func(_ int, stage *goquery.Selection) {
		name, read := words(stage.Find("h3")), words(stage.Find(".tag"))
		if read != "Belum dibaca" && stage.Find(".refs a").Length() == 0 {
			t.Errorf("%s was read (%s), and it is not said where", name, read)
		}
		if href := stage.Find(".meta a").AttrOr("href", ""); !strings.HasPrefix(href, view.Glossary.ID+"#") {
			t.Errorf("%s: its term leads to %q", name, href)
		}
	})
	monitoring := doc.Find("#tahap-" + string(portal.Monitoring))
	if text := words(monitoring); !strings.Contains(text, "Belum dibaca") || !strings.Contains(text, "Siapa Belum ada data") && !strings.Contains(text, "SiapaBelum ada data") {
		t.Errorf("a rule that nobody has read is told: %q", text)
	}
	for _, act := range doc.Find("#" + view.LegalActs + " .facts > div").EachIter() {
		if !isSupported(i18n.ID, act) {
			t.Errorf("an act without a reference: %q", words(act))
		}
	}
	if n := doc.Find("#" + view.LegalActs + " .refs a").Length(); n < 8 {
		t.Errorf("acts have %d sources", n)
	}
}

func TestWhoDecidesIsToldWithTheActsThemselves(t *testing.T) {
	s := open(t)
	for path, c := range map[string]struct {
		text string
		acts []string
	}{
		"/":                 {".decides p", []string{"uu-24-2000", "pp-28-2018"}},
		"/persetujuan-dprd": {".page-head .lead", []string{"pp-28-2018"}},
	} {
		doc, read := s.page(t, path), map[string]bool{}
		for _, ref := range doc.Find(c.text).First().Find(".refs a").EachIter() {
			for _, link := range doc.Find(ref.AttrOr("href", "#")).Find("a").EachIter() {
				read[strings.TrimPrefix(link.AttrOr("href", ""), "/sumber/")] = true
			}
		}
		for _, act := range c.acts {
			if !read[act] {
				t.Errorf("%s: the text does not rest on %s: %v", path, act, read)
			}
		}
		if read["tfr-mel-2023"] {
			t.Errorf("%s rests on news of a single decision", path)
		}
	}
}

func TestTimeLimitStandsOnlyWhereSomebodyCitesOne(t *testing.T) {
	s := openOwn(t)
	none := i18n.EN.T("law.no_limits")
	if text := words(s.page(t, "/en/legal-path").Find("main")); !strings.Contains(text, none) || strings.Contains(text, "working days") {
		t.Error("a time limit is told that nobody has read")
	}
	for _, sql := range []string{
		"update limits set working_days = 45 where stage = 'dprd'",
		`insert into citations (kind, record_id, position, field, source_id)
		select 'limit', l.id, 1, 'working_days', s.id from limits l, sources s where l.stage = 'dprd' and s.slug = 'pp-28-2018'`,
	} {
		if _, err := s.pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	doc := s.page(t, "/en/legal-path")
	fact := doc.Find("#tahap-dprd .facts > div").Last()
	if !strings.Contains(words(fact), "45 working days") || fact.Find(".refs a").Length() != 1 {
		t.Errorf("the limit is told as %q", words(fact))
	}
	if strings.Contains(words(doc.Find("main")), none) {
		t.Error("it is still said that no limit is known")
	}
}

func TestGlossaryHasEveryTermInBothLanguages(t *testing.T) {
	s := open(t)
	id, en := s.page(t, view.Glossary.ID), s.page(t, view.Glossary.EN)
	terms := id.Find("dfn")
	if terms.Length() < 50 {
		t.Errorf("%d terms", terms.Length())
	}
	id.Find("dl > div").Each(func(_ int, term *goquery.Selection) {
		anchor := term.AttrOr("id", "")
		other := en.Find("#" + anchor)
		if got := words(other.Find(`[lang="id"]`)); got == "" || got != words(term.Find("dfn")) {
			t.Errorf("%s is %q in Indonesian here and %q there", anchor, words(term.Find("dfn")), got)
		}
		if got := words(term.Find(`[lang="en"]`)); got == "" || got != words(other.Find("dfn")) {
			t.Errorf("%s is %q in English here and %q there", anchor, got, words(other.Find("dfn")))
		}
		if a, b := words(term.Find("dd")), words(other.Find("dd")); a == "" || b == "" || a == b || strings.HasPrefix(a, "term.") {
			t.Errorf("%s means %q and %q", anchor, a, b)
		}
	})
}

func TestWhatMovedFromTheAboutPageIsReachedByItsOldAnchors(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		doc := s.page(t, view.About.In(l))
		for anchor, path := range map[string]view.Path{"keadaan-hidup": view.Method, "dasar-hukum": view.LegalPath} {
			if got := doc.Find("#"+anchor+" a").AttrOr("href", ""); got != path.In(l) {
				t.Errorf("in %s #%s leads to %q", l, anchor, got)
			}
		}
		if doc.Find("#membaca").Length() != 1 {
			t.Errorf("in %s the drawings are not explained", l)
		}
		for _, path := range []view.Path{view.Method, view.LegalPath, view.Glossary} {
			if doc.Find(`.footer a[href="`+path.In(l)+`"]`).Length() != 1 {
				t.Errorf("in %s the footer does not lead to %s", l, path.In(l))
			}
		}
	}
}
