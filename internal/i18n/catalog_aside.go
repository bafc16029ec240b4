package i18n

// asideWords are the words beside the form of a record, and those of its list about sources and stages.
var asideWords = map[string]Text{
	"aside.label":     {"Tentang catatan ini", "About this record"},
	"aside.complete":  {"Kelengkapan", "Completeness"},
	"aside.sources":   {"Sumber: %s dari %s fakta", "Sources: %s of %s facts"},
	"aside.documents": {"Dokumen: %s terlampir", "Documents: %s attached"},
	"aside.stages":    {"Tahapan: %s dari %s", "Steps: %s of %s"},
	"aside.site":      {"Tampilan di situs", "On the public site"},
	"aside.partner":   {"Halaman publik %s", "Public page of %s"},
	"aside.changed":   {"Diubah %s, %s.", "Changed by %s, %s."},
	"aside.seeded":    {"Fakta awal, %s.", "First facts, %s."},
	"aside.full":      {"Jejak lengkap", "Full history"},

	"list.sources":     {"Sumber", "Sources"},
	"list.sourced.yes": {"Bersumber", "With a source"},
	"list.sourced.no":  {"Tanpa sumber", "Without a source"},
	"list.stage":       {"Tahap", "Stage"},
	"list.over":        {"Lewat masa", "Term over"},
}
