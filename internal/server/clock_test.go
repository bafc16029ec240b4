package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/server"
	"kotakembar/web/view"
)

// In Bandung it is already the next day while Greenwich has five hours of the old one to go.
func TestDayIsThatOfTheHomeCityOnEveryFace(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) {
		c.Now = func() time.Time { return time.Date(2026, time.December, 31, 19, 0, 0, 0, time.UTC) }
	})
	b := s.browser()
	for path, said := range map[string]string{
		"/api/v1/partners/suwon":                          `"computed_on":"2027-01-01"`,
		view.DataFile.In(i18n.ID, export.Name+".geojson"): `"status_on":"2027-01-01"`,
		"/mitra/suwon":                                    "1 Januari 2027",
		"/en/partners/suwon":                              "1 January 2027",
	} {
		if a := b.get(path); a.StatusCode != http.StatusOK || !strings.Contains(a.body, said) {
			t.Errorf("%s: status %d, does not say %s", path, a.StatusCode, said)
		}
	}
}
