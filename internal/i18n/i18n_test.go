package i18n_test

import (
	"testing"

	"kotakembar/internal/i18n"
)

func TestNumbersOfHeadingsAreSpelled(t *testing.T) {
	for n, want := range map[int]i18n.Text{
		0: {ID: "nol", EN: "zero"}, 12: {ID: "dua belas", EN: "twelve"}, 13: {ID: "tiga belas", EN: "thirteen"}, 19: {ID: "sembilan belas", EN: "nineteen"},
		20: {ID: "dua puluh", EN: "twenty"}, 21: {ID: "dua puluh satu", EN: "twenty-one"}, 76: {ID: "tujuh puluh enam", EN: "seventy-six"},
		99: {ID: "sembilan puluh sembilan", EN: "ninety-nine"}, 100: {ID: "100", EN: "100"}, 1200: {ID: "1.200", EN: "1,200"},
	} {
		if got := (i18n.Text{ID: i18n.ID.Spelled(n), EN: i18n.EN.Spelled(n)}); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
