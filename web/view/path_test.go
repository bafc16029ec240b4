package view

import (
	"testing"

	"kotakembar/internal/i18n"
)

func TestAddressesFillTheirPlaceholdersEscaped(t *testing.T) {
	tests := []struct{ got, want string }{
		{Home.In(i18n.ID), "/"},
		{Home.In(i18n.EN), "/en/"},
		{Partner.In(i18n.ID, "fort-worth"), "/mitra/fort-worth"},
		{Partner.In(i18n.EN, "a/b c"), "/en/partners/a%2Fb%20c"},
		{Partners.In(i18n.EN, "ignored"), "/en/partners"},
		{Admin(i18n.ID), "/admin"},
		{Admin(i18n.EN, "agreements", "7"), "/en/admin/agreements/7"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %s, want %s", tt.got, tt.want)
		}
	}
}
