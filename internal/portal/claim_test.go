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
		own   string
		want  []string // publishers of each claim, the register's own first
	}{
		"nobody speaks":                       {"signed_on", nil, "24 Mei 1957", []string{""}},
		"nobody speaks and nothing is known":  {"signed_on", nil, "", nil},
		"one source agrees":                   {"signed_on", []portal.Cited{said("signed_on", "A", "")}, "24 Mei 1957", []string{"A"}},
		"a lone remark is no dispute":         {"signed_on", []portal.Cited{said("signed_on", "A", "1960")}, "24 Mei 1957", []string{""}},
		"a lone remark where nothing is used": {"signed_on", []portal.Cited{said("signed_on", "A", "1960")}, "", []string{"A"}},
		"one agrees, one does not":            {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "1961")}, "24 Mei 1957", []string{"A", "B"}},
		"two say the same other thing":        {"signed_on", []portal.Cited{said("signed_on", "A", "1961"), said("signed_on", "B", "1961")}, "", []string{"AB"}},
		"two differ and nothing is used":      {"signed_on", []portal.Cited{said("signed_on", "A", "1960"), said("signed_on", "B", "1961")}, "", []string{"A", "B"}},
		"other fields do not matter":          {"signed_on", []portal.Cited{said("term", "A", "x"), said("signed_on", "B", "")}, "24 Mei 1957", []string{"B"}},
		"either side of a text is the text":   {"summary", []portal.Cited{said("summary_en", "A", "x"), said("summary_id", "B", "")}, "24 Mei 1957", []string{"B", "A"}},
		"a year alone is no dispute":          {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "1957 (hanya tahun)")}, "24 Mei 1957", []string{"A"}},
		"nor is a month, beside EDTF":         {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "Mei 1957")}, "1957-05-24", []string{"A"}},
		"another day is, and a year beside it is not": {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "1957"), said("signed_on", "C", "2 Juni 1957")},
			"24 Mei 1957", []string{"A", "C"}},
		"a day against a year of ours is": {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "24 Mei 1957")}, "1957", []string{"A", "B"}},
		"a year with a reservation is":    {"signed_on", []portal.Cited{said("signed_on", "A", ""), said("signed_on", "B", "1957 (atau 1958)")}, "24 Mei 1957", []string{"A", "B"}},
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
	known := func(field string) string {
		if field == "term" {
			return ""
		}
		return "1960"
	}
	if got, want := portal.Disputed(cited, known), []string{"title", "signed_on", "term"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDateIsReadOutOfTheWordsThatTellIt(t *testing.T) {
	for told, want := range map[string]portal.Date{
		"1960": "1960", "1960-06": "1960-06", "1960-06-02": "1960-06-02", "1960 (hanya tahun)": "1960", "April 1990 (month only)": "1990-04",
		"2 Juni 1960": "1960-06-02", "2 June 1960": "1960-06-02", "27 Agustus 1997": "1997-08-27",
		"": "", "2005~": "", "sekitar 2005": "", "2006 (bersama peringatan ke-50)": "", "31 Juni 1960": "", "2 1960": "", "13 Mei (hari perayaan)": "",
		"sudah ada pada Juni 2007": "",
	} {
		if got := portal.TheDate(told); got != want {
			t.Errorf("%q is %q, want %q", told, got, want)
		}
	}
}
