package i18n

// drawingWords are what the drawings of a program say: its measures unit by unit, and the building that was planned.
var drawingWords = map[string]Text{
	"units.text":       {"Satu kotak satu %s. Terisi berarti tercatat.", "One box is one %s. Filled means on record."},
	"units.of":         {"%s dari %s", "%s of %s"},
	"units.planned":    {"%s direncanakan", "%s planned"},
	"units.no_plan":    {"Rencananya tidak disebut sumber.", "No source names a plan."},
	"units.no_outcome": {"Yang tercapai: belum ada data.", "Achieved: no data yet."},
	"units.reached":    {"Rencana tercapai.", "The plan was reached."},
	"units.short":      {"Kurang %s dari rencana.", "%s short of the plan."},

	"house.floors":   {"Isi lantai menurut pemberitaan: %s.", "What the floors were to hold, as reported: %s."},
	"house.order":    {"Isi lantai menurut pemberitaan; urutannya tidak disebut.", "What the floors hold is as reported; their order is not told."},
	"house.label":    {"%s: gedung yang direncanakan %d lantai, belum ada bukti dibuka. Etalase yang tercatat buka di kota itu: %d.", "%s: a building of %d floors was planned, with no proof that it opened. Displays on record as opened in that city: %d."},
	"house.text":     {"Kotak putus-putus: rencana, belum ada bukti dibuka. Kotak menyala: tercatat buka, %s etalase.", "Dashed boxes: planned, with no proof of opening. Lit boxes: on record as opened, %s displays."},
	"house.text.one": {"Kotak putus-putus: rencana, belum ada bukti dibuka. Kotak menyala: tercatat buka, %s etalase.", "Dashed boxes: planned, with no proof of opening. Lit box: on record as opened, %s display."},
}
