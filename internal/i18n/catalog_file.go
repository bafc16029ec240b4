package i18n

// fileWords are the words of the look at kept files.
var fileWords = map[string]Text{
	"admin.files":     {"Pemeriksaan berkas", "File check"},
	"files.lead":      {"Setiap malam semua berkas tersimpan dibandingkan dengan sidik jarinya (SHA-256). Berkas yang utuh: %s.", "Every night all kept files are compared with their fingerprints (SHA-256). Sound files: %s."},
	"files.ran":       {"Terakhir selesai %s.", "Last finished on %s."},
	"files.faults":    {"Yang salah pada berkas", "What is wrong with the files"},
	"files.all":       {"Semua", "All"},
	"files.none":      {"Tidak ada berkas yang bermasalah.", "Nothing is wrong with any file."},
	"files.what":      {"Berkas", "File"},
	"files.fault":     {"Keadaan", "State"},
	"files.checked":   {"Terakhir diperiksa", "Last checked"},
	"files.forget":    {"Hapus berkas", "Delete the file"},
	"files.unnamed":   {"Tanpa catatan (%s)", "No record (%s)"},
	"files.in_letter": {"Lampiran surat warga (%s)", "Attachment of a citizen's letter (%s)"},

	"choice.file_fault.missing": {"Hilang", "Missing"},
	"choice.file_fault.changed": {"Isinya berubah", "Its content changed"},
	"choice.file_fault.orphan":  {"Tidak dipakai", "Not used"},

	"tasks.kind.file":   {"Berkas rusak", "Damaged files"},
	"files.why.missing": {"Berkasnya tidak ada lagi di penyimpanan. Pulihkan dari cadangan, atau unggah lagi.", "Its file is no longer in the store. Bring it back from the backup, or upload it again."},
	"files.why.changed": {"Isi berkasnya tidak sama lagi dengan yang disimpan. Pulihkan dari cadangan, atau unggah lagi.", "Its file is no longer what was kept. Bring it back from the backup, or upload it again."},

	"saved.file_forgotten":        {"Berkas dihapus.", "The file has been deleted."},
	"choice.trace.file_forgotten": {"Berkas dihapus", "Files deleted"},
	"trace.file_forgotten":        {"menghapus berkas %s yang tidak dipakai", "deleted the unused file %s"},
	"list.settings":               {"Atur daftar ini", "Arrange this list"},
	"list.columns":                {"Kolom yang ditampilkan", "Columns shown"},
	"list.size":                   {"Catatan per halaman", "Records on a page"},
	"list.keep":                   {"Simpan pengaturan", "Keep these settings"},
	"list.every":                  {"Semua", "All"},
	"saved.list":                  {"Pengaturan daftar disimpan untuk Anda.", "The settings of the list are kept for you."},

	"upload.drop":    {"Berkas juga bisa diseret ke sini.", "You can also drag a file here."},
	"upload.sending": {"Mengirim", "Sending"},
	"upload.kept":    {"Terkirim", "Sent"},
	"upload.failed":  {"Berkas belum terkirim. Pilih lagi, atau kirim bersama formulirnya.", "The file was not sent. Choose it again, or send it with the form."},
	"upload.large":   {"Berkas ini terlalu besar.", "This file is too large."},

	"job.read_files":    {"Membaca teks dokumen untuk pencarian", "Reading the text of documents for the search"},
	"search.in_file":    {"Teks yang ditemukan di dalam dokumen:", "Text found in the document:"},
	"job.narrow_images": {"Menyiapkan gambar dalam beberapa ukuran", "Making images ready in several sizes"},
	"job.check_files":   {"Memeriksa berkas tersimpan", "Checking kept files"},
}
