package api

import (
	"context"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// InFields narrows a list by fields of cooperation. Which there are stands in the register, so that no schema can list them.
type InFields struct {
	Sector []string `query:"sector" example:"EDU"`
}

func (n *InFields) fields() []string { return n.Sector }

// InCountries narrows a list by countries.
type InCountries struct {
	Country []string `query:"country" example:"KR,JP"`
}

func (n *InCountries) countries() []string { return n.Country }

// known tells which fields and countries of a question there are not: an empty list would hide a slip of the pen.
func (f Face) known(ctx context.Context, in any) error {
	var problems portal.Problems
	if n, ok := in.(interface{ countries() []string }); ok {
		for _, code := range n.countries() {
			problems.Must(code == strings.ToUpper(code) && i18n.ContinentOf(code) != "", "country", "trouble.country", code)
		}
	}
	n, ok := in.(interface{ fields() []string })
	if !ok || len(n.fields()) == 0 {
		return problems.Err()
	}
	all, err := f.Store.Sectors.All(ctx)
	if err != nil {
		return err
	}
	var codes []string
	for _, s := range all {
		codes = append(codes, s.Code)
	}
	for _, code := range n.fields() {
		problems.Must(slices.Contains(codes, code), "sector", "trouble.choice", strings.Join(codes, ", "))
	}
	return problems.Err()
}
