package i18n

// mirrorWords are the words around mirrors: what the partner's own pages say of a tie.
var mirrorWords = map[string]Text{
	"kind.mirror":        {"kata mitra", "partner's word"},
	"kinds.mirror":       {"Kata mitra", "Partners' words"},
	"choice.kind.mirror": {"Kata mitra", "Partner's word"},
	"section.mirror":     {"Halaman mitra", "The partner's page"},

	"field.listed":           {"Mencantumkan Bandung sebagai mitra", "Lists Bandung as a partner"},
	"field.type":             {"Sebutan untuk ikatannya", "What it calls the tie"},
	"field.since_on":         {"Sejak", "Since"},
	"field.mirror.url":       {"Halaman mitra", "The partner's page"},
	"hint.listed":            {"Ya atau tidak hanya bila halaman itu memang daftar mitranya.", "Yes or no only where the page is its list of partners."},
	"hint.type":              {"Dengan kata mitra sendiri, lalu terjemahannya.", "In the partner's own words, then translated."},
	"hint.since_on":          {"Tanggal yang disebut halaman itu; kosongkan bila tidak ada.", "The date that the page gives; leave empty where it gives none."},
	"hint.mirror.checked_on": {"Hari ketika halamannya terakhir dibuka sendiri.", "The day on which one of us last opened the page."},

	"choice.listed.yes": {"Ya", "Yes"},
	"choice.listed.no":  {"Tidak", "No"},

	"mirror.heading":        {"Kata kedua pihak", "Both sides' claims"},
	"mirror.ours":           {"Daftar ini", "This register"},
	"mirror.theirs":         {"Pihak mitra", "The partner's side"},
	"mirror.row_standing":   {"Kedudukan", "Standing"},
	"mirror.row_type":       {"Sebutan", "Called"},
	"mirror.row_since":      {"Sejak", "Since"},
	"mirror.says.yes":       {"Mencantumkan Bandung sebagai mitra", "Lists Bandung as a partner"},
	"mirror.says.no":        {"Tidak mencantumkan Bandung", "Does not list Bandung"},
	"mirror.not_found":      {"Halaman mitra tentang Bandung belum kami temukan.", "We have not found a page of the partner about Bandung."},
	"mirror.listed.yes":     {"Halaman mitra mencantumkan Bandung.", "The partner's page lists Bandung."},
	"mirror.listed.no":      {"Halaman mitra tidak mencantumkan Bandung.", "The partner's page does not list Bandung."},
	"mirror.listed.unknown": {"Ada halaman dari pihak mitra, tetapi bukan daftar mitranya.", "There is a page of the partner's side, but not its list of partners."},
	"mirror.year.same":      {"Tahun mulainya sama.", "Both give the same first year."},
	"mirror.year.differs":   {"Tahun mulainya berbeda.", "They give different first years."},
	"mirror.checked":        {"Terakhir kami periksa %s.", "Last checked on %s."},
	"mirror.unchecked":      {"Menurut salinan tersimpan; halamannya belum kami buka sendiri.", "From a stored copy; we have not opened the page ourselves."},
	"mirror.open":           {"Buka halaman mitra", "Open the partner's page"},
}
