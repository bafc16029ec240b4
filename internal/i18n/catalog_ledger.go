package i18n

// ledgerWords are the columns of the lists of the workroom that leave it as files, where no page has a word for them.
var ledgerWords = map[string]Text{
	"ledger.number":        {"Nomor", "Number"},
	"ledger.about":         {"Tentang", "About"},
	"ledger.state":         {"Keadaan", "State"},
	"ledger.reason":        {"Alasan", "Reason"},
	"ledger.begun_at":      {"Dimulai (WIB)", "Begun (WIB)"},
	"ledger.submitted_at":  {"Diajukan (WIB)", "Submitted (WIB)"},
	"ledger.reviewer":      {"Peninjau", "Reviewer"},
	"ledger.decided_at":    {"Diputuskan (WIB)", "Decided (WIB)"},
	"ledger.note":          {"Catatan peninjau", "Reviewer’s note"},
	"ledger.batch":         {"Nomor kumpulan", "Number of the set"},
	"ledger.size":          {"Jumlah perubahan", "Number of changes"},
	"ledger.received_at":   {"Masuk (WIB)", "Received (WIB)"},
	"ledger.keeper":        {"Diperiksa oleh", "With"},
	"ledger.answered_at":   {"Dijawab (WIB)", "Answered (WIB)"},
	"ledger.closed_at":     {"Selesai (WIB)", "Closed (WIB)"},
	"ledger.task":          {"Jenis tugas", "Kind of task"},
	"ledger.why":           {"Mengapa", "Why"},
	"ledger.address":       {"Alamat", "Address"},
	"ledger.checked_at":    {"Terakhir diperiksa (WIB)", "Last checked (WIB)"},
	"ledger.good_at":       {"Terakhir terbuka (WIB)", "Last opened (WIB)"},
	"ledger.failing_since": {"Tidak menjawab sejak (WIB)", "No answer since (WIB)"},
	"ledger.field":         {"Isian", "Field"},
	"ledger.since":         {"Sejak (WIB)", "Since (WIB)"},
}
