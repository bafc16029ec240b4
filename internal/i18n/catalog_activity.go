package i18n

// activityWords are the words of the list of activities, and of lists as files.
var activityWords = map[string]Text{
	"activities.title":       {"Kegiatan", "Activities"},
	"activities.description": {"Semua kegiatan Bandung dengan kota lain yang tercatat: kapan, di mana, siapa yang ikut, apa hasilnya, dan dari mana kami tahu.", "Every activity of Bandung with other cities on record: when, where, who took part, what came of it, and how we know."},
	"activities.lead":        {"Kegiatan yang tercatat: %s. Yang hasilnya tertulis: %s.", "Activities on record: %s. With a written result: %s."},
	"activities.list":        {"Daftar kegiatan", "List of activities"},
	"activities.found":       {"%s kegiatan", "%s activities"},
	"activities.found.one":   {"%s kegiatan", "%s activity"},
	"activities.year":        {"Tahun", "Year"},
	"activities.file":        {"kegiatan.csv", "activities.csv"},
	"activities.address":     {"Tautan", "Link"},
	"footer.activities":      {"Semua kegiatan", "All activities"},
	"home.activities":        {"Semua kegiatan", "All activities"},
	"csv.list":               {"Unduh daftar ini (CSV)", "Download this list (CSV)"},
}
