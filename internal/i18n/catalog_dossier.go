package i18n

// dossierWords are the words of the papers by which the council's commission decides whether an agreement is renewed.
var dossierWords = map[string]Text{
	"dossier.link":  {"Berkas perpanjangan", "Renewal dossier"},
	"dossier.title": {"Berkas perpanjangan: %s", "Renewal dossier: %s"},
	"dossier.lead":  {"Untuk komisi DPRD yang membahas perpanjangan. Angka tentang kemitraan dihitung dari catatan yang sudah terbit dan punya sumber, sama dengan halaman mitra.", "For the council commission that deals with the renewal. Figures on the partnership are counted from published records with a source, the same as on the partner's page."},
	"dossier.print": {"Untuk mencetak, pakai perintah cetak peramban. Menu dan tombol tidak ikut tercetak.", "To print, use the browser's print command. Menus and buttons are left out."},

	"dossier.paper":            {"Perjanjian", "The agreement"},
	"dossier.state":            {"Keadaan hukum", "Legal state"},
	"dossier.vitality":         {"Keadaan kemitraan", "State of the partnership"},
	"dossier.approvals":        {"Keputusan yang tercatat", "Decisions on record"},
	"dossier.approvals.none":   {"Keputusan DPRD tentang perjanjian ini belum ditemukan. Itu tidak berarti ditolak.", "No council decision on this agreement has been found. That does not mean that it was refused."},
	"dossier.number_not_found": {"Tidak ditemukan", "Not found"},
	"dossier.promises.none":    {"Belum ada janji dari perjanjian ini yang tercatat.", "No promise of this agreement is on record."},
	"dossier.promises.count":   {"Tercatat: %s. Ditepati: %s. Lewat batas waktu: %s.", "On record: %s. Delivered: %s. Overdue: %s."},
	"dossier.figures":          {"Yang dihasilkan kemitraan ini", "What the partnership brought"},
	"dossier.cost":             {"Biaya", "Cost"},
	"dossier.open":             {"Pertanyaan yang belum terjawab", "Open questions"},
	"dossier.open.none":        {"Tidak ada yang tercatat.", "None on record."},
	"dossier.disputed":         {"Sumber berbeda: %s.", "Sources differ: %s."},
	"dossier.disputed.why":     {"Uraiannya ada di halaman perjanjian.", "The agreement's page sets it out."},
	"dossier.edit":             {"Buka formulir perjanjian", "Open the agreement's form"},
	"dossier.public":           {"Lihat halaman perjanjian", "See the agreement's page"},
}
