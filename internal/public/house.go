package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// House draws the partnership with a city and says how alive it is, for a page that is not of the public face.
func (s Site) House(r *http.Request, city int64) (b view.Building, v view.VitalityLabel, err error) {
	sh, err := s.begin(r)
	if err != nil {
		return b, v, err
	}
	one, err := s.Store.Cities.ByID(r.Context(), city)
	if err != nil {
		return b, v, err
	}
	ties, rulings, err := s.Store.Ties(r.Context(), []portal.City{one})
	if err != nil || len(ties) == 0 {
		return b, v, err
	}
	sh.learnTies(ties, rulings)
	return sh.building(ties[0]), sh.vitality(ties[0]), nil
}
