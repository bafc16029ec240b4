package i18n

// translationWords are the words about texts whose translation needs a person.
var translationWords = map[string]Text{
	"admin.translations":         {"Terjemahan", "Translations"},
	"translation.lead":           {"Teks yang terbit dalam dua bahasa dan perlu dilihat penerjemah. Bahasa Indonesia dihitung sebagai teks asli.", "Texts that are published in two languages and need a translator. Indonesian counts as the original."},
	"translation.states":         {"Keadaan terjemahan", "State of the translation"},
	"translation.all":            {"Semua", "All"},
	"translation.none":           {"Tidak ada terjemahan yang perlu dilihat.", "No translation needs a look."},
	"translation.text":           {"Teks", "Text"},
	"translation.state":          {"Keadaan", "State"},
	"translation.original":       {"Bahasa Indonesia", "Indonesian"},
	"translation.translation":    {"Bahasa Inggris", "English"},
	"translation.made_from":      {"Dibuat dari", "Made from"},
	"translation.version":        {"Versi %d (%s)", "Version %d (%s)"},
	"translation.leaves_behind":  {"Terjemahannya tertinggal", "Leaves its translation behind"},
	"translation.since":          {"Sejak", "Since"},
	"translation.from_the_start": {"Sejak awal", "From the start"},
	"translation.right":          {"Sudah tepat", "It is right"},
	"translation.behind":         {"Terjemahan lebih lama daripada teks aslinya", "The translation is older than the original"},
	"saved.translation":          {"Terjemahan dicatat sudah tepat.", "The translation is on record as right."},

	"choice.translation.missing": {"Belum diterjemahkan", "Not translated"},
	"choice.translation.stale":   {"Lebih lama daripada aslinya", "Older than the original"},
	"choice.translation.copied":  {"Sama persis dalam dua bahasa", "The same in both languages"},

	"trace.translation_right":        {"menyatakan terjemahan sudah tepat: %s", "found a translation right: %s"},
	"choice.trace.translation_right": {"Terjemahan dinyatakan tepat", "Translations found right"},
}
