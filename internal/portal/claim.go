package portal

import (
	"slices"

	"kotakembar/internal/i18n"
)

// Claim is one value that is told of a field of a record, and who tells it.
type Claim struct {
	Says i18n.Text // in the words of those who tell it; empty for the register's own value
	By   []Cited
}

// Own tells whether the claim is the register's own value.
func (c Claim) Own() bool { return c.Says.Empty() }

// Claims are the different values that are told of a field of one record, the register's own first where it has one; own is that value
// as text, a date as EDTF or in words, empty where there is none. Two or more are a dispute. What one source says stands beside the
// register's value, and not against it, where nobody else speaks of the field: then it tells how the value came about. Nor does a date
// that is only less precise than another one, such as 1960 beside 2 June 1960.
func Claims(cited []Cited, field, own string) []Claim {
	var mine Claim
	var others []Claim
	for _, c := range cited {
		switch {
		case !c.Cites(field):
		case c.Says.Empty():
			mine.By = append(mine.By, c)
		default:
			others = joinClaims(others, c)
		}
	}
	others = withoutVaguer(others, own)
	switch {
	case own == "":
		return others
	case len(mine.By) == 0 && len(others) == 1:
		return []Claim{mine}
	}
	return append([]Claim{mine}, others...)
}

// withoutVaguer leaves out the claims that another one, or the register's own value, only tells more precisely.
func withoutVaguer(claims []Claim, own string) []Claim {
	dates := []Date{TheDate(own)}
	for _, c := range claims {
		dates = append(dates, TheDate(c.Says.In(i18n.ID)))
	}
	return slices.DeleteFunc(claims, func(c Claim) bool {
		vague := TheDate(c.Says.In(i18n.ID))
		return slices.ContainsFunc(dates, func(d Date) bool { return d.Within(vague) })
	})
}

// joinClaims adds what a citation says, or the citation to the claim that a reader of either language takes for the same.
func joinClaims(claims []Claim, c Cited) []Claim {
	for i := range claims {
		if claims[i].Says.In(i18n.ID) == c.Says.In(i18n.ID) || claims[i].Says.In(i18n.EN) == c.Says.In(i18n.EN) {
			claims[i].By = append(claims[i].By, c)
			return claims
		}
	}
	return append(claims, Claim{Says: c.Says, By: []Cited{c}})
}

// Disputed lists the fields of one record of which different values are told, in the order of their citations; own tells the
// register's value of a field as Claims takes it.
func Disputed(cited []Cited, own func(field string) string) []string {
	var disputed []string
	for _, c := range cited {
		field := FieldName(c.Field)
		if !slices.Contains(disputed, field) && len(Claims(cited, field, own(field))) > 1 {
			disputed = append(disputed, field)
		}
	}
	return disputed
}

// Cites tells whether the citation is for a field; either side of a text is the text.
func (c Citation) Cites(field string) bool { return FieldName(c.Field) == FieldName(field) }
