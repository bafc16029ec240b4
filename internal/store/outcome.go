package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var outcomes = table[portal.Outcome]{
	kind:   portal.KindOutcome,
	name:   "outcomes",
	label:  func(l i18n.Lang) string { return "indicator_" + string(l) },
	search: "(indicator_id || ' ' || indicator_en)",
	order:  "program_id, id",
	meta:   func(o *portal.Outcome) *portal.Meta { return &o.Meta },
	check:  portal.Outcome.Check,
	found: func(o portal.Outcome) findable {
		return findable{Above: Named{portal.KindProgram, o.ProgramID}, Title: o.Indicator, Body: o.Note, On: o.AsOf}
	},
	columns: func(o *portal.Outcome) []column {
		return columns(
			ref("program_id", &o.ProgramID),
			both("indicator", &o.Indicator),
			both("unit", &o.Unit),
			column{"planned", &o.Planned},
			column{"achieved", &o.Achieved},
			on("as_of", &o.AsOf),
			both("note", &o.Note),
		)
	},
}
