package public_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/portal"
)

func TestSourceTellsWhenItLastOpenedAndWhereACopyMayLie(t *testing.T) {
	s := openOwn(t)
	source, err := s.store.Sources.BySlug(t.Context(), "bsw-de")
	if err != nil {
		t.Fatal(err)
	}
	if facts := words(s.page(t, "/sumber/bsw-de").Find(".facts")); strings.Contains(facts, "Terakhir terbuka") {
		t.Errorf("nobody has asked for it yet: %s", facts)
	}
	link := portal.Link{SourceID: source.ID, URL: source.URL}.Answered(200, portal.LinkSound, today.AddDate(0, 0, -9))
	for day := range 3 {
		if err := s.store.KeepLinks(t.Context(), []portal.Link{link}); err != nil {
			t.Fatal(err)
		}
		if facts := words(s.page(t, "/sumber/bsw-de").Find(".facts")); !strings.Contains(facts, "11 November 2026") || strings.Contains(facts, "arsip web") {
			t.Errorf("after %d failures: %s", day, facts)
		}
		link = link.Answered(404, portal.LinkGone, today.AddDate(0, 0, day-3))
	}
	if err := s.store.KeepLinks(t.Context(), []portal.Link{link}); err != nil {
		t.Fatal(err)
	}
	page := s.page(t, "/en/sources/bsw-de")
	if facts := words(page.Find(".facts")); !strings.Contains(facts, "11 November 2026") || !strings.Contains(facts, "Has not opened since 17 November 2026.") {
		t.Errorf("what no longer answers: %s", facts)
	}
	if page.Find(`.facts a[href="https://web.archive.org/web/20261111/`+source.URL+`"]`).Length() != 1 {
		t.Error("no way to a copy")
	}
}

func TestPapersOfEveryKindOfRecordStandWhereTheRecordIsShown(t *testing.T) {
	s := openOwn(t)
	for _, of := range []struct{ kind, record, page string }{
		{"source", "select id, slug from sources where slug = 'bsw-de'", "/sumber/%s"},
		{"city", "select id, slug from cities where slug = 'braunschweig'", "/mitra/%s"},
		{"mirror", "select m.id, c.slug from mirrors m join cities c on c.id = m.city_id order by m.id limit 1", "/mitra/%s"},
		{"venue", "select v.id, c.slug from venues v join cities c on c.id = v.city_id where c.standing = 'partner' order by v.id limit 1", "/mitra/%s"},
		{"venue", "select id, '' from venues order by id limit 1", "/tempat%s"},
		{"promise", "select p.id, a.slug from promises p join agreements a on a.id = p.agreement_id order by p.id limit 1", "/perjanjian/%s"},
		{"outcome", "select o.id, p.slug from outcomes o join programs p on p.id = o.program_id order by o.id limit 1", "/program/%s"},
	} {
		var id int64
		var slug string
		if err := s.pool.QueryRow(t.Context(), of.record).Scan(&id, &slug); err != nil {
			t.Fatalf("%s: %v", of.kind, err)
		}
		hash := strings.Repeat("ab", 32)
		if _, err := s.pool.Exec(t.Context(),
			`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
			values ('Salinan arsip', 'Archived copy', $1, 'application/pdf', 2048, 'id', $2, $3, 'Isi', 'Content')`, hash, of.kind, id); err != nil {
			t.Fatal(err)
		}
		at := strings.Replace(of.page, "%s", slug, 1)
		if said := words(s.page(t, at).Find(".documents")); !strings.Contains(said, "Salinan arsip") {
			t.Errorf("%s: %s does not show it: %q", of.kind, at, said)
		}
		s.exec(t, "delete from documents")
	}
}

func TestPublisherIsInTheLanguageOfItsSource(t *testing.T) {
	doc := open(t).page(t, "/mitra/braunschweig")
	if n := doc.Find(`.sources [lang="de"]:not(cite)`).Length(); n == 0 {
		t.Error("no German publisher is marked as German")
	}
	doc.Find(".sources cite[lang]").Each(func(_ int, title *goquery.Selection) {
		if publisher := title.Prev(); title.AttrOr("lang", "") != publisher.AttrOr("lang", "") {
			t.Errorf("%q is in %s, its publisher %q is not", words(title), title.AttrOr("lang", ""), words(publisher))
		}
	})
}

func TestWhoSaysSoInADisputeIsNamedInItsLanguage(t *testing.T) {
	claim := open(t).page(t, "/mitra/braunschweig").Find(".dispute-claims li").First()
	if got := claim.Find(`[lang="de"]`).First().Text(); got != "Stadt Braunschweig" {
		t.Errorf("the publisher marked as German is %q", got)
	}
	if got := words(claim); !strings.Contains(got, "Stadt Braunschweig, Pemerintah Kota Bandung, dan Bandung Daily Photo") {
		t.Errorf("the claim reads %q", got)
	}
}

func TestOneIsNotCountedAsMany(t *testing.T) {
	s := open(t)
	many := regexp.MustCompile(`\b1 (activities|steps|programs|promises|trips)\b`)
	pages := []string{"/en/benefits"}
	for _, slug := range s.partners(t) {
		pages = append(pages, "/en/partners/"+slug)
	}
	for _, path := range pages {
		doc := s.page(t, path)
		labels := strings.Join(doc.Find("[aria-label]").Map(func(_ int, e *goquery.Selection) string { return e.AttrOr("aria-label", "") }), "; ")
		if said := many.FindString(words(doc.Find("main")) + " " + labels); said != "" {
			t.Errorf("%s says %q", path, said)
		}
	}
}

func TestProgramOfSeveralCitiesNamesThem(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{"/program/budget-2008": "Yingkou", "/program/lb-walls": "Tokyo"} {
		if text := words(s.page(t, path).Find(".facts").First()); !strings.Contains(text, want) {
			t.Errorf("%s does not name %s: %q", path, want, text)
		}
	}
	row := words(s.page(t, "/program").Find("tbody tr:has([href='/program/budget-2008'])"))
	for _, city := range []string{"Braunschweig", "Fort Worth", "Suwon", "Liuzhou", "Yingkou"} {
		if !strings.Contains(row, city) {
			t.Errorf("the list does not name %s: %q", city, row)
		}
	}
	for _, line := range s.file(t, "/program.csv?partner=yingkou") {
		if line["Kota"] != "Braunschweig; Fort Worth; Liuzhou; Suwon; Yingkou" {
			t.Errorf("the file names %q", line["Kota"])
		}
	}
	if text := words(s.page(t, "/program/budget-2008").Find("main")); strings.Contains(text, "2008 – 2008") {
		t.Error("one year is told as a stretch")
	}
}
