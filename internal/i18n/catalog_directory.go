package i18n

// directoryWords are the words around one partner and around several beside each other.
var directoryWords = map[string]Text{
	"clock.label":       {"Waktu setempat", "Local time"},
	"clock.note":        {"Dihitung dari zona waktu %s", "Calculated from the time zone %s"},
	"clock.same":        {"Jamnya sama dengan %s", "The same time as in %s"},
	"clock.same_short":  {"sama", "the same"},
	"clock.ahead":       {"%s lebih cepat dari %s", "%s ahead of %s"},
	"clock.behind":      {"%s lebih lambat dari %s", "%s behind %s"},
	"clock.summer":      {"%s, %s pada musim panas", "%s, %s in summer"},
	"clock.hours":       {"%s jam", "%s hours"},
	"clock.hours.one":   {"%s jam", "%s hour"},
	"clock.minutes":     {"%s menit", "%s minutes"},
	"clock.minutes.one": {"%s menit", "%s minute"},

	"place.label": {"%s (titik) dan %s (lingkaran) di peta dunia. Garis di antaranya jarak terpendek, %s.", "%s (dot) and %s (ring) on a map of the world. The line between them is the shortest way, %s."},

	"people.heading": {"Orang dan lembaga", "People and organisations"},
	"people.side":    {"Pihak %s", "From %s"},
	"people.other":   {"Pihak lain", "Others"},

	"print.button": {"Cetak halaman", "Print this page"},
	"print.hint":   {"Untuk mencetak halaman ini, pakai menu Cetak di peramban Anda.", "To print this page, use your browser's Print menu."},

	"native_text.label": {"Sapaan dalam bahasa setempat: %s", "In the local language, %s"},
}
