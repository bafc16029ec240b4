package i18n

// mapWords are what the map of the world says.
var mapWords = map[string]Text{
	"map.label":      {"Peta dunia: %s dan %s kota lain.", "Map of the world: %s and %s other cities."},
	"map.label_none": {"Peta dunia dengan %s; belum ada kota lain yang tercatat.", "Map of the world with %s; no other city on record yet."},
	"map.twin":       {"Daftar di bawah peta memuat kota dan keadaan yang sama.", "The list below the map holds the same cities and states."},

	"map.light.active":     {"Aktif", "Active"},
	"map.light.unreported": {"Aktif, hasil belum tercatat", "Active, results not yet recorded"},
	"map.light.rare":       {"Jarang", "Infrequent"},
	"map.light.ceremonial": {"Seremonial", "Ceremonial"},
	"map.light.off":        {"Tidur", "Dormant"},
	"map.light.unknown":    {"Belum dapat dinilai", "Not yet assessable"},
	"map.light.new":        {"Penjajakan", "Exploratory"},
	"map.light.ended":      {"Berakhir", "Ended"},

	"map.note.rare":       {"terakhir dua sampai lima tahun lalu", "last two to five years ago"},
	"map.note.ceremonial": {"hanya seremoni dalam lima tahun", "nothing but ceremony in five years"},
	"map.note.off":        {"lima tahun atau lebih tanpa catatan", "five years or more without a record"},
	"map.note.unknown":    {"buktinya masih kurang", "too little evidence"},
}
