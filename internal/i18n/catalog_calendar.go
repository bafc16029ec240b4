package i18n

// calendarWords are the words of coming dates.
var calendarWords = map[string]Text{
	"calendar.title":       {"Kalender", "Calendar"},
	"calendar.description": {"Tanggal yang akan datang dalam kerja sama Bandung dengan kota lain: ulang tahun, akhir masa berlaku, program, tenggat, dan laporan.", "Coming dates in Bandung's ties with other cities: anniversaries, ends of terms, programs, deadlines and reports."},
	"calendar.lead":        {"Yang akan datang menurut catatan kami. Bila hanya bulan atau tahunnya yang diketahui, itu yang kami tulis; kemitraan yang tahun mulainya tidak pasti tidak punya ulang tahun di sini.", "What is coming, as our records have it. Where only the month or year is known, that is what we write; partnerships whose first year is uncertain have no anniversary here."},
	"calendar.subscribe":   {"Langganan kalender (iCalendar)", "Subscribe to the calendar (iCalendar)"},
	"calendar.none":        {"Tidak ada tanggal yang tercatat untuk waktu mendatang", "No coming date is on record"},
	"calendar.year":        {"Sepanjang %s, harinya tidak diketahui", "In %s, day not known"},
	"calendar.file_note":   {"Dalam berkas langganan, yang hanya diketahui bulannya meliputi sebulan, dan yang hanya diketahui tahunnya tidak ikut.", "In the file to subscribe to, what is known to the month covers the month, and what is known to the year alone is left out."},
	"calendar.round":       {"Angka bulat", "Round number"},
	"footer.calendar":      {"Kalender", "Calendar"},

	"due.kind.anniversary":   {"Ulang tahun", "Anniversary"},
	"due.kind.expiry":        {"Masa berlaku habis", "End of term"},
	"due.kind.expiry_mark":   {"Menjelang masa berlaku habis", "End of term ahead"},
	"due.kind.program_start": {"Program mulai", "Program begins"},
	"due.kind.program_end":   {"Program selesai", "Program ends"},
	"due.kind.report":        {"Laporan", "Report"},
	"due.kind.promise":       {"Janji", "Promise"},
	"due.kind.opening":       {"Pendaftaran", "Opening"},
	"due.kind.deadline":      {"Tenggat", "Deadline"},

	"due.anniversary":           {"Ulang tahun ke-%d kemitraan dengan %s", "Partnership with %[2]s turns %[1]d"},
	"due.expiry":                {"Masa berlaku habis: %s", "Term ends: %s"},
	"due.expiry_mark":           {"%d bulan sebelum masa berlaku habis: %s", "%d months before the term ends: %s"},
	"due.program_start":         {"Program mulai: %s", "Program begins: %s"},
	"due.program_end":           {"Program selesai: %s", "Program ends: %s"},
	"due.report":                {"Laporan jatuh tempo: %s", "Report due: %s"},
	"due.promise":               {"Janji jatuh tempo: %s", "Promise due: %s"},
	"due.opening":               {"Pendaftaran dibuka: %s", "Opens: %s"},
	"due.deadline":              {"Tenggat: %s", "Deadline: %s"},
	"calendar.beginning_absent": {"Harinya tidak diketahui: tentang awalnya hanya tercatat %s.", "The day is not known: of the beginning only %s is on record."},
	"calendar.day_absent":       {"Harinya tidak diketahui: yang tercatat hanya %s.", "The day is not known: only %s is on record."},
}
