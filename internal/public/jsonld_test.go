package public_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// linkedData is what a page tells search engines.
func (s site) linkedData(t *testing.T, path string) map[string]any {
	t.Helper()
	var data map[string]any
	if err := json.Unmarshal([]byte(s.page(t, path).Find(`script[type="application/ld+json"]`).Text()), &data); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return data
}

func TestListsTellSearchEnginesWhatTheyHold(t *testing.T) {
	s := open(t)
	for path, least := range map[view.Path]int{view.Partners: 12, view.Agreements: 15, view.Programs: 12, view.Venues: 5, view.Activities: 12} {
		for _, l := range i18n.Langs {
			data := s.linkedData(t, path.In(l))
			list, _ := data["mainEntity"].(map[string]any)
			items, _ := list["itemListElement"].([]any)
			if data["@type"] != "CollectionPage" || data["url"] != baseURL+path.In(l) || len(items) < least || list["numberOfItems"] != float64(len(items)) {
				t.Errorf("%s: %v of %d items", path.In(l), data["@type"], len(items))
			}
			for i, one := range items {
				item := one.(map[string]any)
				to, _, _ := strings.Cut(strings.TrimPrefix(item["url"].(string), baseURL), "#")
				if item["position"] != float64(i+1) || item["name"] == "" || s.ask(http.MethodGet, to).Code != http.StatusOK {
					t.Errorf("%s: item %d is %v", path.In(l), i, item)
				}
			}
		}
	}
}

func TestCityAndPaperTellTheirAddress(t *testing.T) {
	s := open(t)
	for path, kind := range map[string]string{"/mitra/suwon": "City", "/en/agreements/melbourne": "CreativeWork"} {
		if data := s.linkedData(t, path); data["@type"] != kind || data["url"] != baseURL+path {
			t.Errorf("%s: %v", path, data)
		}
	}
}

func TestProgramWithADayIsAnEventAndAPlanIsAProject(t *testing.T) {
	s := open(t)
	shown := s.linkedData(t, "/en/programs/seo-wall")
	organisers, _ := shown["organizer"].([]any)
	if shown["@type"] != "Event" || shown["startDate"] != "2017-07-20" || shown["endDate"] != nil || len(organisers) != 3 {
		t.Errorf("what opened: %v", shown)
	}
	plan := s.linkedData(t, "/en/programs/seo-hongdae")
	if plan["@type"] != "Project" || plan["startDate"] != nil {
		t.Errorf("what was only planned: %v", plan)
	}
}
