package portal_test

import (
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func said(field, publisher, words string) portal.Cited {
	c := portal.Cited{Source: portal.Source{Publisher: publisher}}
	c.Field = field
	if words != "" {
		c.Says = i18n.Text{ID: words, EN: words + " (en)"}
	}
	return c
}

func TestClaimsOfAFieldAreToldApartByTheirWords(t *testing.T) {
	for name, c := range map[string]struct {
		field string
		cited []portal.Cited
		own   bool
		want  []string // publishers of each claim, the register's own first
	}{
		"nobody speaks":                       {"signed_on", nil, true, []string{""}},
		"nobody speaks and nothing is known":  {"signed_on", nil, false, nil},
		"one source agrees":                   {"signed_on", []portal.Cited{said("signed_on", "A", "")}, true, []string{"A"}},
		"a lone remark is no dispute":         {"signed_on", []portal.Cited{said("signed_on", "A", "1960")}, true, []string{""}},
		"a lone remark where nothing is used": {"signed_on", []portal.Cited{said("signed_on", "A", "1960")}, false, []string{"A"}},
		"one agrees, one does not":            {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "1961")}, true, []string{"A", "B"}},
		"two say the same other thing":        {"signed_on", []portal.Cited{said("signed_on", "A", "1961"), said("signed_on", "B", "1961")}, false, []string{"AB"}},
		"two differ and nothing is used":      {"signed_on", []portal.Cited{said("signed_on", "A", "1960"), said("signed_on", "B", "1961")}, false, []string{"A", "B"}},
		"other fields do not matter":          {"signed_on", []portal.Cited{said("term", "A", "x"), said("signed_on", "B", "")}, true, []string{"B"}},
		"either side of a text is the text":   {"summary", []portal.Cited{said("summary_en", "A", "x"), said("summary_id", "B", "")}, true, []string{"B", "A"}},
	} {
		var got []string
		for _, claim := range portal.Claims(c.cited, c.field, c.own) {
			by := ""
			for _, one := range claim.By {
				by += one.Source.Publisher
			}
			got = append(got, by)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestDisputedFieldsAreThoseWithSeveralClaims(t *testing.T) {
	cited := []portal.Cited{
		said("title_en", "A", "x"), said("signed_on", "A", ""), said("signed_on", "B", "1961"), said("title_id", "B", ""),
		said("term", "A", "four years"), said("term", "B", "five years"), said("regime", "A", "else"),
	}
	known := func(field string) bool { return field != "term" }
	if got, want := portal.Disputed(cited, known), []string{"title", "signed_on", "term"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
