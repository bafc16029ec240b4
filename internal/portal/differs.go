package portal

import (
	"slices"
	"strings"
)

// Differs tells whether sources differ on a main fact of the tie: one of its city or of one of its papers. What only counts or measures
// the city is none.
func (t Tie) Differs() bool {
	cited := map[Row][]Cited{}
	for _, c := range t.Evidence {
		of := Row{c.Kind, c.RecordID}
		cited[of] = append(cited[of], c)
	}
	differs := func(of Row, own func(field string) string) bool {
		return slices.ContainsFunc(Disputed(cited[of], own), func(field string) bool { return !Measures(field) })
	}
	return differs(Row{KindCity, t.City.ID}, t.City.told) || slices.ContainsFunc(t.Agreements, func(a Agreement) bool {
		return differs(Row{KindAgreement, a.ID}, a.told)
	})
}

// Measures tells whether a field counts or measures a city. Sources differ on such by day and method, and that is no dispute.
func Measures(field string) bool { return field == "population" || field == "area_km2" }

// told is the register's own value of a field that sources may differ on, as Claims takes it.
func (c City) told(field string) string {
	switch field {
	case "name":
		return c.Name.ID
	case "standing":
		return string(c.Standing)
	}
	return ""
}

// told is the register's own value of a field that sources may differ on, as Claims takes it.
func (a Agreement) told(field string) string {
	return map[string]string{
		"signed_on": string(a.SignedOn), "in_force_from": string(a.InForceFrom), "in_force_until": string(a.InForceUntil),
		"term": a.Term.ID, "legal_type": string(a.LegalType), "instrument": string(a.Instrument), "regime": string(a.Regime),
		"sectors": strings.Join(a.Sectors, ", "), "reported": string(a.Reported), "summary": a.Summary.ID,
	}[field]
}
