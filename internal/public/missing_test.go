package public_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

func TestWhatIsNotFoundYetIsCountedFromTheRecords(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/belum-ditemukan")
	for about, sql := range map[string]string{
		"step": `select count(*) from steps s join agreements a on a.id = s.agreement_id join cities c on c.id = a.city_id
			where s.no_document and c.standing in ('partner', 'ended', 'prospect')`,
		"approval": `select count(*) from approvals p join agreements a on a.id = p.agreement_id join cities c on c.id = a.city_id
			where p.number_not_found and p.decision <> 'pending' and c.standing in ('partner', 'ended', 'prospect')`,
	} {
		var want int
		if err := s.pool.QueryRow(t.Context(), sql).Scan(&want); err != nil {
			t.Fatal(err)
		}
		if got := doc.Find(`.missing a[href*="about=` + about + `%2F"]`).Length(); got != want || want == 0 {
			t.Errorf("%d of kind %s are listed, the records hold %d", got, about, want)
		}
	}
	var terms int
	err := s.pool.QueryRow(t.Context(), `select count(*) from agreements a join cities c on c.id = a.city_id
		where a.in_force_until is null and a.term_id = '' and a.instrument not in ('none', 'letter_of_intent')
			and c.standing in ('partner', 'ended', 'prospect')`).Scan(&terms)
	if got := doc.Find(`.missing a[href*="field=in_force_until"]`).Length(); err != nil || got != terms || terms == 0 {
		t.Errorf("%d terms are looked for, the records lack %d, %v", got, terms, err)
	}
}

func TestMissingCopiesOfSourcesAreTold(t *testing.T) {
	s := open(t)
	without, all := s.count(t, "select count(*) from sources where url > '' and archive_url is null"), s.count(t, "select count(*) from sources where url > ''")
	for path, want := range map[string]string{
		"/belum-ditemukan":  fmt.Sprintf("%d dari %d sumber yang punya alamat web belum punya salinan arsip", without, all),
		"/en/not-found-yet": fmt.Sprintf("%d of %d sources with a web address have no archived copy yet", without, all),
		"/sumber/bsw-de":    "Belum ada salinan arsip",
	} {
		if text := words(s.page(t, path).Find("main")); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
}

func TestEachMissingThingIsSentOrAskedForWithAFormAboutIt(t *testing.T) {
	s := open(t)
	asked := 0
	for _, l := range i18n.Langs {
		s.page(t, view.Missing.In(l)).Find(".missing").Each(func(_ int, item *goquery.Selection) {
			send, _ := item.Find(`a[href^="` + view.Report.In(l) + `"]`).Attr("href")
			if form := s.page(t, send); form.Find(".letter-about dd a").Length() != 1 || form.Find(`input[name="kind"]`).AttrOr("value", "") != "document" {
				t.Errorf("%s is a form about %q", send, words(form.Find(".letter-about")))
			}
			ask, ok := item.Find(`a[href^="` + view.Missing.In(l) + `/"]`).Attr("href")
			if !ok {
				return
			}
			asked++
			letter := s.page(t, ask).Find(".letter-sheet")
			said := words(letter)
			for _, part := range []string{"PPID) Kota Bandung", "Undang-Undang Nomor 14 Tahun 2008", baseURL + "/", "[nama lengkap]"} {
				if !strings.Contains(said, part) {
					t.Errorf("%s does not say %q", ask, part)
				}
			}
			if lang, _ := letter.Attr("lang"); lang != "id" || strings.Contains(said, "%!") {
				t.Errorf("%s, in %q: %s", ask, lang, said)
			}
		})
	}
	if asked < 20 {
		t.Errorf("only %d letters were read", asked)
	}
}

func TestLetterOfRequestIsThereOnlyForWhatIsMissing(t *testing.T) {
	s := open(t)
	for _, name := range []string{"step-999999-document", "city-1-term", "x", "agreement-1-burn"} {
		if w := s.ask(http.MethodGet, view.Request.In(i18n.ID, name)); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

func TestWhatHasBeenFoundLeavesTheList(t *testing.T) {
	s := openOwn(t)
	const at = "/belum-ditemukan/agreement-1-term"
	s.page(t, at)
	if _, err := s.pool.Exec(t.Context(), "update agreements set term_id = 'Lima tahun', term_en = 'Five years' where id = 1"); err != nil {
		t.Fatal(err)
	}
	if w := s.ask(http.MethodGet, at); w.Code != http.StatusNotFound {
		t.Errorf("it is still asked for: %d", w.Code)
	}
}

func TestNothingIsLookedForOfAMereClaim(t *testing.T) {
	s := open(t)
	text := words(s.page(t, "/belum-ditemukan").Find("main"))
	for _, name := range claimed {
		if strings.Contains(text, name) {
			t.Errorf("the list names the claim %s", name)
		}
	}
}

func TestLettersOfRequestAreToldApart(t *testing.T) {
	s := open(t)
	titles := map[string]string{}
	for _, link := range s.page(t, "/en/not-found-yet").Find(`main a[href^="/en/not-found-yet/"]`).EachIter() {
		path := link.AttrOr("href", "")
		title := words(s.page(t, path).Find("title"))
		if other := titles[title]; other != "" && other != path {
			t.Errorf("%s and %s are both called %q", path, other, title)
		}
		titles[title] = path
	}
	if len(titles) < 10 {
		t.Errorf("only %d letters", len(titles))
	}
}
