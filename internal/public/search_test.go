package public_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func TestSearchForSisterCitiesBeginsWithPartnersWhateverTheyAreCalled(t *testing.T) {
	s := open(t)
	total := ""
	for _, asked := range []string{"kota kembar", "sister city", "kota saudara", "twin towns"} {
		doc := s.find(t, i18n.ID, asked)
		all := words(doc.Find(".chip-count").First())
		if total == "" {
			total = all
		}
		if all != total {
			t.Errorf("%q finds %s, another word of the same meaning %s", asked, all, total)
		}
		var standings []string
		for _, hit := range doc.Find(".hits > li").EachIter() {
			standings = append(standings, words(hit.Find(".tag").First()))
		}
		partners, seen := s.count(t, "select count(*)::int from cities where standing = 'partner' and not is_home"), 0
		for seen < len(standings) && standings[seen] == "Kota mitra" {
			seen++
		}
		if seen != min(partners, len(standings)) || seen == 0 {
			t.Errorf("%q: %d partners come first, of %d: %q", asked, seen, partners, standings)
		}
	}
	if tag := words(s.find(t, i18n.EN, "cebu").Find(".hits .tag").First()); tag != "Unproven claim" {
		t.Errorf("Cebu stands there as %q", tag)
	}
}

// find is the page of a search.
func (s site) find(t testing.TB, l i18n.Lang, words string) *goquery.Document {
	t.Helper()
	return s.page(t, view.Find.In(l)+"?"+url.Values{"q": {words}}.Encode())
}

func TestMistypedSearchLeadsToLittleBandungInHongdae(t *testing.T) {
	s := open(t)
	doc := s.find(t, i18n.ID, "litle bandung hongdae")
	link := doc.Find(".hits a[href='" + view.Program.In(i18n.ID, "seo-hongdae") + "']")
	if link.Length() == 0 || link.Find("mark").First().Text() != "Little" {
		t.Errorf("hits: %s", words(doc.Find(".hits")))
	}
	if status := words(doc.Find("[role=status]")); !strings.Contains(status, "“little bandung hongdae”") {
		t.Errorf("the other spelling is not named: %q", status)
	}
}

func TestSearchNamesTheWordsOfTheSameMeaning(t *testing.T) {
	s := open(t)
	for l, want := range map[i18n.Lang]string{i18n.ID: "Juga dicari: ", i18n.EN: "Also looked for: "} {
		status := words(s.find(t, l, "sister city suwon").Find("[role=status]"))
		if !strings.Contains(status, want) || !strings.Contains(status, "kota kembar") || strings.Contains(status, "sister cities") {
			t.Errorf("in %s: %q", l, status)
		}
	}
}

func TestSearchIsFilteredByKindAndPaged(t *testing.T) {
	s := open(t)
	doc := s.find(t, i18n.EN, "bandung")
	all := words(doc.Find(".chip[aria-current] .chip-count"))
	next, ok := doc.Find("a[rel=next]").Attr("href")
	if doc.Find(".hits > li").Length() != 10 || !ok || !strings.Contains(words(doc.Find(".pager")), "1 to 10 of "+all) {
		t.Fatalf("the first page: %s", words(doc.Find("main")))
	}
	second := s.page(t, next)
	if words(second.Find(".hits > li").First()) == words(doc.Find(".hits > li").First()) {
		t.Error("the second page repeats the first")
	}
	sum := 0
	doc.Find(".chips li:not(:first-child) a").Each(func(_ int, chip *goquery.Selection) {
		href, _ := chip.Attr("href")
		only := s.page(t, href)
		kinds := map[string]bool{}
		only.Find(".hits > li > span").Each(func(_ int, kind *goquery.Selection) { kinds[kind.Text()] = true })
		if len(kinds) != 1 {
			t.Errorf("%s shows %v", href, kinds)
		}
		sum++
	})
	if sum < 4 {
		t.Errorf("%d kinds only", sum)
	}
}

func TestEveryHitOfASearchLeadsSomewhere(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		for _, kind := range store.Findable() {
			doc := s.page(t, view.Find.In(l)+"?"+url.Values{"q": {"bandung or braunschweig or masker or melbourne"}, "kind": {string(kind)}}.Encode())
			if text := words(doc.Find("main")); strings.Contains(text, "search.kind.") || strings.Contains(text, "choice.kind.") {
				t.Errorf("no word for kind %s", kind)
			}
			doc.Find(".hits h3").Each(func(_ int, title *goquery.Selection) {
				href, ok := title.Find("a").Attr("href")
				path, id, _ := strings.Cut(href, "#")
				if !ok {
					t.Errorf("%s %q leads nowhere", kind, words(title))
					return
				}
				if page := s.page(t, path); id != "" && page.Find("#"+id).Length() != 1 {
					t.Errorf("%s %q: %s has no such part", kind, words(title), href)
				}
			})
		}
	}
}

func TestSearchThatFindsNothingSaysSoAndLeadsOn(t *testing.T) {
	s := open(t)
	for l, want := range map[i18n.Lang]string{i18n.ID: "Tidak ada yang cocok dengan “zzqx”", i18n.EN: "Nothing matches “zzqx”"} {
		doc := s.find(t, l, "zzqx")
		if got := words(doc.Find(".empty h2")); got != want {
			t.Errorf("in %s: %q", l, got)
		}
		if doc.Find(".empty a").Length() < 2 || doc.Find(".chips, .pager").Length() != 0 {
			t.Errorf("in %s: %s", l, words(doc.Find("main")))
		}
		if value, _ := doc.Find("#q").Attr("value"); value != "zzqx" {
			t.Errorf("what was typed is lost: %q", value)
		}
	}
	other := s.page(t, "/cari?q=hongdae&kind=city")
	if got := words(other.Find(".empty h2, .empty a")); other.Find(".hits > li").Length() == 0 && !strings.Contains(got, "Lihat semua jenis") {
		t.Errorf("a kind without hits: %q", got)
	}
}

func TestSearchWithoutWordsShowsHowToSearch(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		doc := s.page(t, view.Find.In(l))
		examples := doc.Find("main li a")
		if doc.Find("form[role=search] input[name=q]").Length() != 1 || examples.Length() != 5 {
			t.Fatalf("in %s: %s", l, words(doc.Find("main")))
		}
		examples.Each(func(_ int, a *goquery.Selection) {
			href, _ := a.Attr("href")
			if s.page(t, href).Find(".hits > li").Length() == 0 {
				t.Errorf("the example %q finds nothing", a.Text())
			}
		})
		if doc.Find("meta[name=robots]").Length() != 0 {
			t.Error("the page of the search itself may be indexed")
		}
	}
}

func TestSearchKeepsTheWordsWhereTheLanguageChanges(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/cari?q=magang&kind=program")
	if href, _ := doc.Find(".langs a[lang=en]").Attr("href"); href != "/en/search?kind=program&q=magang" {
		t.Errorf("the other language is at %q", href)
	}
	if robots, _ := doc.Find("meta[name=robots]").Attr("content"); robots != "noindex" {
		t.Errorf("results may be indexed: %q", robots)
	}
}

func TestSearchShowsWhatWasTypedAsText(t *testing.T) {
	s := open(t)
	for _, typed := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `braunschweig<b>x</b>`, "<mark>bandung", `{{.}} %s %!d`,
	} {
		doc := s.find(t, i18n.ID, typed)
		if doc.Find("main script, main img, main b, h1 mark, [role=status] mark").Length() != 0 {
			t.Errorf("%q became markup", typed)
		}
		if value, _ := doc.Find("#q").Attr("value"); value != typed {
			t.Errorf("typed %q, shown %q", typed, value)
		}
	}
}

func TestSearchTakesAnythingThatIsTyped(t *testing.T) {
	s := open(t)
	for _, typed := range []string{
		" ", `"`, `""`, `"""`, "-", "--", "- -", "or", "or or", "atau", "!", "!!", "&", "|", "a & b | !c", "(", ")", "<->", "a:*", ":*", "*", "%", "_", `\`,
		`\'`, "'", "''", "';drop table cities;--", "😀", "😀 bandung", "👨‍👩‍👧‍👦", "\u0301", "\u202e bandung", "﷽", "a\u0000b", "\xff\xfe", "\x02bandung\x03",
		"-bandung", `-"kota bandung"`, `"kota bandung`, "or bandung", "bandung or", "1960-1970", "-1960", "1e400", "0x", "http://a.b/c?d=e&f#g",
		"a@b.c", "/etc/passwd", "../..", "$1", "@kind", strings.Repeat("a", 3000), strings.Repeat("a ", 1500), strings.Repeat(`"a" `, 700),
		strings.Repeat("kota kembar ", 300), strings.Repeat("收", 900), strings.Repeat("😀", 700), strings.Repeat("or ", 900), strings.Repeat("-x ", 900),
	} {
		for _, extra := range []string{"", "&kind=city", "&kind=staff", "&page=2", "&page=-1", "&page=99999999999999999999", "&page=100"} {
			path := "/cari?" + url.Values{"q": {typed}}.Encode() + extra
			if w := s.ask(http.MethodGet, path); w.Code != http.StatusOK {
				t.Errorf("%.60q%s: %d", typed, extra, w.Code)
			}
		}
	}
}

func TestSearchAsksAFixedNumberOfQuestions(t *testing.T) {
	s := openOwn(t)
	for typed, most := range map[string]int64{
		"":                                1, // when the register last changed
		"bandung":                         4, // and words of the same meaning, counts, hits
		"sister city suwon -waste":        4,
		"litle bandung":                   7, // and the spelling, words and counts of the better one
		"zzqx":                            4, // and the spelling; there are no hits to read
		"litle zzqx bandung hongdae xqzz": 8, // and the counts of some words
	} {
		path := "/cari?" + url.Values{"q": {typed}}.Encode()
		s.page(t, path)
		before := s.queries.Load()
		s.page(t, path)
		if n := s.queries.Load() - before; n > most {
			t.Errorf("%q asks %d questions, at most %d expected", typed, n, most)
		}
	}
}

func TestLostReaderMaySearch(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		w := s.ask(http.MethodGet, view.Partner.In(l, "atlantis"))
		doc, err := goquery.NewDocumentFromReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		if action, _ := doc.Find("main form[role=search]").Attr("action"); w.Code != http.StatusNotFound || action != view.Find.In(l) {
			t.Errorf("in %s: %d, the search leads to %q", l, w.Code, action)
		}
	}
}

func TestHitSaysByWhichOtherNameItWasFoundAndInWhichLanguageThatIs(t *testing.T) {
	s := open(t)
	for typed, want := range map[string]struct{ said, lang string }{
		"수원": {"Matches: 수원시", "ko"}, "水原": {"Matches: 水原", "ko"}, "杭州": {"Matches: 杭州市", "zh"}, "浜松": {"Matches: 浜松市", "ja"},
		"ಬೆಂಗಳೂರು": {"Matches: ಬೆಂಗಳೂರು", "kn"}, "Lizhuo": {"Matches: Lizhuo", ""}, "germany": {"Matches: Germany", ""},
	} {
		doc := s.find(t, i18n.EN, typed)
		other := doc.Find(".hits > li").First().Find("p").First()
		if got := words(other); got != want.said || other.Find("mark").Length() == 0 {
			t.Errorf("%q: %q", typed, got)
		}
		if lang := other.Find("[lang]").AttrOr("lang", ""); lang != want.lang {
			t.Errorf("%q: the name is marked %q, not %q", typed, lang, want.lang)
		}
	}
}

func TestSearchThatFindsVeryManySaysSoOfTheirNumber(t *testing.T) {
	s := openOwn(t)
	s.exec(t, `insert into search_documents (kind, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near)
		select 'program', 900000 + n, 'tungku-' || n, '', 0, 'Tungku ' || n, 'Kiln ' || n, '', '', '', '', '' from generate_series(1, 600) as n`)
	if text := words(s.page(t, "/cari?q=tungku").Find("main")); !strings.Contains(text, "Sedikitnya 500 hasil") {
		t.Errorf("of 600 hits the page says: %.300s", text)
	}
}
