package i18n

// reviewWords are the words of the queue of reviews, of a change's page, and of comparing versions.
var reviewWords = map[string]Text{
	"diff.earlier": {"Lebih dulu", "Earlier"},
	"diff.later":   {"Kemudian", "Later"},
	"diff.same":    {"%d kolom tetap", "Fields that stay: %d"},

	"history.version":        {"Versi %d", "Version %d"},
	"history.version_of":     {"Versi %d, %s", "Version %d, %s"},
	"history.from":           {"Dari versi", "From version"},
	"history.to":             {"Sampai versi", "To version"},
	"history.compare":        {"Bandingkan", "Compare"},
	"history.compare_before": {"Bandingkan dengan versi sebelumnya", "Compare with the version before"},
	"history.compared":       {"Versi %d dibandingkan dengan versi %d", "Version %d compared with version %d"},
	"history.no_difference":  {"Kedua versi ini sama.", "These two versions are the same."},

	"review.needs_source": {"Perlu sumber", "Needs a source"},
	"review.hold":         {"Tanpa sumber: %s. Tahan dulu sampai ada sumber.", "Without a source: %s. Hold back until there is one."},
}
