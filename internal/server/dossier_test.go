package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// squeezed is the text of a part of a page without its line breaks.
func squeezed(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func TestDossierOfAnAgreementTellsTheFiguresOfThePartnersPage(t *testing.T) {
	t.Parallel()
	s := closed(t, nil)
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	for _, slug := range []string{"melbourne", "braunschweig", "suwon"} {
		var id int64
		var city string
		var promises, delivered, council int
		if err := pool.QueryRow(t.Context(), `select a.id, c.slug, count(p.id), count(p.id) filter (where p.state = 'delivered'),
				(select count(*) from approvals d where d.agreement_id = a.id and d.kind = 'dprd' and d.decision <> 'pending')
			from agreements a join cities c on c.id = a.city_id left join promises p on p.agreement_id = a.id
			where c.slug = $1 group by a.id, c.slug order by a.signed_on desc nulls last limit 1`, slug).
			Scan(&id, &city, &promises, &delivered, &council); err != nil {
			t.Fatal(err)
		}
		for _, l := range i18n.Langs {
			paper := b.get(view.Admin(l, "dossiers", fmt.Sprint(id))).is(http.StatusOK)
			dossier := paper.text("main")
			partner := b.get(view.Partner.In(l, city)).is(http.StatusOK)
			page, err := goquery.NewDocumentFromReader(strings.NewReader(partner.body))
			if err != nil {
				t.Fatal(err)
			}
			for _, key := range []portal.IndicatorKey{portal.KeyRecency, portal.KeyReach, portal.KeyResults, portal.KeyMoney} {
				want := squeezed(page.Find("#" + view.IndicatorID(string(key)) + " .indicator-figure"))
				if want == "" || !strings.Contains(dossier, want) {
					t.Errorf("%s, %s: the partner's page says %q of %s, the dossier %q", slug, l, want, key, dossier)
				}
			}
			if want := l.T("dossier.promises.count", l.Number(int64(promises)), l.Number(int64(delivered)), ""); promises > 0 &&
				!strings.Contains(dossier, strings.TrimRight(want, ". ")) {
				t.Errorf("%s: the dossier lacks %q", slug, want)
			}
			if none := strings.Contains(dossier, l.T("dossier.approvals.none")); none != (council == 0) {
				t.Errorf("%s: %d decisions of the council, none told: %t", slug, council, none)
			}
		}
	}
	b.get(view.Admin(i18n.ID, "dossiers", "999999")).is(http.StatusNotFound)
	b.get(view.Admin(i18n.ID, "dossiers", "x")).is(http.StatusNotFound)
}
