package i18n

// problemWords say what is wrong with an answer and what to do about it: problem.NAME.
var problemWords = map[string]Text{
	"problem.required": {"Pilih atau isi kolom ini", "Choose or fill in this field"},
	"problem.text_id":  {"Isi teks bahasa Indonesia", "Write the Indonesian text"},
	"problem.text_en":  {"Isi teks bahasa Inggris", "Write the English text"},
	"problem.long":     {"Persingkat menjadi paling banyak %d huruf", "Shorten this to at most %d characters"},
	"problem.choice":   {"Pilih salah satu dari daftar", "Choose one from the list"},
	"problem.slug":     {"Alamat hanya boleh memuat huruf kecil, angka, dan tanda hubung", "The address may hold only small letters, digits and hyphens"},
	"problem.taken":    {"Sudah dipakai catatan lain; pilih yang lain", "Another record has this already; choose another"},

	"problem.number":    {"Tulis angka saja, misalnya 1250", "Write digits only, such as 1250"},
	"problem.negative":  {"Tulis angka nol atau lebih", "Write zero or more"},
	"problem.latitude":  {"Lintang harus antara -90 dan 90", "Latitude must lie between -90 and 90"},
	"problem.longitude": {"Bujur harus antara -180 dan 180", "Longitude must lie between -180 and 180"},
	"problem.sdg":       {"Pilih angka 1 sampai 17", "Choose numbers from 1 to 17"},
	"problem.currency":  {"Isi mata uang dengan tiga huruf kapital, misalnya IDR", "Give the currency as three capitals, such as IDR"},

	"problem.date":           {"Tulis tanggal, bulan, atau tahun yang ada di kalender", "Write a date, month or year that the calendar has"},
	"problem.date_digits":    {"Tulis hari, bulan, dan tahun dengan angka", "Write day, month and year as digits"},
	"problem.date_year":      {"Isi tahunnya, atau kosongkan semua bila tidak diketahui", "Give the year, or leave all empty where it is not known"},
	"problem.date_year_four": {"Tulis tahun dengan empat angka, misalnya 1960", "Write the year with four digits, such as 1960"},
	"problem.date_month":     {"Isi bulannya, atau kosongkan juga harinya", "Give the month, or leave the day empty too"},
	"problem.date_calendar":  {"Tanggal itu tidak ada di kalender; periksa hari dan bulannya", "The calendar has no such date; check day and month"},

	"problem.until_before_signed":     {"Tanggal berakhir harus setelah tanggal ditandatangani", "The end must come after the signing"},
	"problem.until_before_from":       {"Tanggal berakhir harus setelah tanggal mulai berlaku", "The end must come after the beginning"},
	"problem.end_before_start":        {"Tanggal selesai harus setelah tanggal mulai", "The end must come after the start"},
	"problem.decided_before_proposed": {"Tanggal keputusan harus setelah tanggal pengajuan", "The decision must come after the proposal"},

	"problem.own_parent":           {"Naskah tidak bisa menjadi induknya sendiri", "A paper cannot be its own parent"},
	"problem.number_or_not_found":  {"Isi nomor keputusan, atau nyatakan belum ditemukan", "Give the number of the decision, or state that it was not found"},
	"problem.number_and_not_found": {"Nomor sudah diisi; hapus centang belum ditemukan", "A number is given; untick not found"},
	"problem.planned_or_achieved":  {"Isi rencana, hasil, atau keduanya", "Give the plan, the result, or both"},
	"problem.signatory_name":       {"Isi nama setiap penanda tangan", "Name every signatory"},
	"problem.organisation_name":    {"Isi nama lembaga dalam kedua bahasa", "Name the organisation in both languages"},
	"problem.country":              {"Tulis kode negara dua huruf kapital, misalnya DE", "Write the country code as two capitals, such as DE"},
	"problem.wikidata":             {"Tulis nomor Wikidata, misalnya Q10389", "Write the Wikidata number, such as Q10389"},
	"problem.sector_code":          {"Tulis kode tiga huruf kapital, misalnya EDU", "Write the code as three capitals, such as EDU"},
	"problem.url":                  {"Tulis alamat lengkap yang diawali https:// atau http://", "Write the full address, starting with https:// or http://"},
	"problem.file":                 {"Unggah berkasnya", "Upload the file"},

	"problem.source_missing": {"Pilih sumbernya, atau kosongkan seluruh baris", "Choose the source, or clear the whole row"},
	"problem.source_unknown": {"Sumber “%s” tidak dikenal; pilih dari daftar atau catat dulu di Sumber", "There is no source “%s”; choose from the list or record it under Sources first"},
	"problem.says_both":      {"Isi kata sumber dalam kedua bahasa", "Give what the source says in both languages"},
	"problem.why_both":       {"Isi alasan dalam kedua bahasa", "Give the reason in both languages"},

	"problem.reason":          {"Tulis alasan perubahan", "Say why you make this change"},
	"problem.nothing_changed": {"Belum ada yang diubah", "Nothing has been changed yet"},
	"problem.verdict_note":    {"Tulis catatan untuk pengusul", "Write a note to the author"},
	"problem.verdict_fields":  {"Pilih paling sedikit satu kolom yang disetujui", "Choose at least one field to approve"},
	"problem.form_broken":     {"Formulir ini tidak utuh; buka lagi halamannya", "This form is not whole; open the page again"},
	"problem.not_allowed":     {"Nilai ini tidak diterima; periksa lagi", "This value is not accepted; check it again"},
	"problem.unknown_record":  {"Catatan yang dirujuk sudah tidak ada; pilih yang lain", "The record named here is gone; choose another"},
	"problem.in_use":          {"Catatan lain masih merujuk ke sini; ubah yang itu dulu", "Other records still name this one; change those first"},

	"problem.email":              {"Tulis alamat surel, misalnya nama@bandung.go.id", "Write an e-mail address, such as name@bandung.go.id"},
	"problem.name":               {"Isi nama, paling banyak 120 huruf", "Give a name of at most 120 characters"},
	"problem.password_short":     {"Kata sandi paling sedikit %d huruf", "A password needs at least %d characters"},
	"problem.password_long":      {"Kata sandi paling banyak %d huruf", "A password has at most %d characters"},
	"problem.last_administrator": {"Harus tetap ada paling sedikit satu administrator", "At least one administrator must remain"},
}
