package public

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// BenchmarkDirectory makes the directory anew, and beside it the same page of what was asked for once: what the database costs.
func BenchmarkDirectory(b *testing.B) {
	now := time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)
	s := Site{Store: storetest.New(b), Now: func() time.Time { return now }, indexes: new(making[tieIndex])}
	r := httptest.NewRequest(http.MethodGet, view.Partners.In(i18n.ID), nil)
	begun, d, err := s.directory(r)
	if err != nil {
		b.Fatal(err)
	}
	part := partOf(d)
	ties, rulings, err := s.tiesOf(b.Context(), slices.Concat(part.lines, part.other))
	if err != nil {
		b.Fatal(err)
	}
	begun.learnTies(ties, rulings)
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			if err := s.partners(httptest.NewRecorder(), r); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shown", func(b *testing.B) {
		for b.Loop() {
			sh := *begun
			page := view.PartnersView(sh.partnersPage(sh.directory(d.index, r.URL.Query()), part, sh.listedCities(ties)))
			if err := page.Render(r.Context(), httptest.NewRecorder()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
