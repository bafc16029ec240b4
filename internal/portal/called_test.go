package portal_test

import (
	"encoding/json"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestRecordsAreCalledByTheirNamesInTheReadersLanguage(t *testing.T) {
	for _, tt := range []struct {
		kind   portal.Kind
		fields map[string]any
		id, en string
	}{
		{portal.KindCity, map[string]any{"name_id": "Prancis", "name_en": "France"}, "Prancis", "France"},
		{portal.KindActivity, map[string]any{"title_id": "Kunjungan", "title_en": "Visit"}, "Kunjungan", "Visit"},
		{portal.KindActivity, map[string]any{"title_id": "Kunjungan", "title_en": ""}, "Kunjungan", "Kunjungan"},
		{portal.KindPromise, map[string]any{"words_id": "Kedua kota", "words_en": "Both cities"}, "Kedua kota", "Both cities"},
		{portal.KindApproval, map[string]any{"body": "DPRD Kota Bandung", "decided_on": "2015-03-30"}, "DPRD Kota Bandung, 30 Maret 2015", "DPRD Kota Bandung, 30 March 2015"},
		{portal.KindApproval, map[string]any{"body": "DPRD", "decided_on": nil}, "DPRD", "DPRD"},
		{portal.KindStep, map[string]any{"stage": "signed", "happened_on": "2015-03"}, i18n.ID.T("choice.stage.signed") + ", Maret 2015", i18n.EN.T("choice.stage.signed") + ", March 2015"},
		{portal.KindSource, map[string]any{"title": "Kabar"}, "Kabar", "Kabar"},
		{portal.KindMirror, map[string]any{"url": "https://x.example", "type_id": "Kota", "type_en": "City"}, "https://x.example, Kota", "https://x.example, City"},
	} {
		s := portal.Snapshot{Fields: map[string]json.RawMessage{}}
		for name, value := range tt.fields {
			s.Fields[name], _ = json.Marshal(value)
		}
		if id, en := s.Called(tt.kind, i18n.ID), s.Called(tt.kind, i18n.EN); id != tt.id || en != tt.en {
			t.Errorf("%s: %q and %q, want %q and %q", tt.kind, id, en, tt.id, tt.en)
		}
		if gone := (portal.Change{Kind: tt.kind, Op: portal.OpRetire, Before: s, Title: "lama"}); gone.Called(i18n.EN) != tt.en {
			t.Errorf("%s that is taken out: %q", tt.kind, gone.Called(i18n.EN))
		}
	}
	if old := (portal.Change{Kind: portal.KindCity, Title: "Lama"}); old.Called(i18n.EN) != "Lama" {
		t.Errorf("without a name: %q", old.Called(i18n.EN))
	}
}
