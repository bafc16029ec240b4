package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var limits = table[portal.Limit]{
	kind:   portal.KindLimit,
	name:   "limits",
	label:  func(i18n.Lang) string { return "stage" },
	search: "(stage || ' ' || note_id || ' ' || note_en)",
	order:  "id",
	meta:   func(l *portal.Limit) *portal.Meta { return &l.Meta },
	check:  portal.Limit.Check,
	columns: func(l *portal.Limit) []column {
		return columns(
			column{"stage", &l.Stage},
			column{"working_days", &l.WorkingDays},
			both("note", &l.Note),
		)
	},
}
