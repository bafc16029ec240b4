package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var promises = table[portal.Promise]{
	kind:   portal.KindPromise,
	name:   "promises",
	label:  func(l i18n.Lang) string { return "left(words_" + string(l) + ", 80)" },
	search: "(words_id || ' ' || words_en || ' ' || target_id || ' ' || target_en || ' ' || article)",
	order:  "due_on nulls last, id",
	meta:   func(u *portal.Promise) *portal.Meta { return &u.Meta },
	check:  portal.Promise.Check,
	found: func(u portal.Promise) findable {
		return findable{Above: Named{portal.KindAgreement, u.AgreementID}, Title: u.Words, Body: together(u.Target, u.Note),
			On: u.DueOn, Near: []string{u.Article}}
	},
	columns: func(u *portal.Promise) []column {
		return columns(
			ref("agreement_id", &u.AgreementID),
			column{"article", &u.Article},
			both("words", &u.Words),
			column{"quoted", &u.Quoted},
			list("sectors", &u.Sectors),
			both("target", &u.Target),
			on("due_on", &u.DueOn),
			known("state", (*string)(&u.State)),
			on("as_of", &u.AsOf),
			both("note", &u.Note),
		)
	},
}
