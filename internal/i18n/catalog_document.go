package i18n

// documentWords are about uploaded files: the form, what is refused and how it can be mended, and how files are looked after.
var documentWords = map[string]Text{
	"document.add":            {"Tambah dokumen", "Add a document"},
	"document.about_other":    {"Catatan yang belum atau tidak lagi terbit", "A record that is not published yet, or no longer"},
	"document.offer":          {"Tambahkan berkas ke catatan ini", "Add a file to this record"},
	"document.offer_hint":     {"Berkasnya menjadi dokumen catatan ini dan ditinjau lebih dulu, tersendiri. Yang Anda ketik di formulir ini tetap ada.", "The file becomes a document of this record and is reviewed first, by itself. What you typed into this form stays."},
	"document.offer_hint_new": {"Berkasnya menjadi dokumen catatan baru ini, ditinjau tersendiri, dan terbit setelah catatannya. Yang Anda ketik di formulir ini tetap ada.", "The file becomes a document of this new record, is reviewed by itself and published after it. What you typed into this form stays."},
	"document.offer_send":     {"Tambahkan berkas", "Add file"},
	"document.offer_done":     {"Berkas “%s” diserahkan untuk ditinjau.", "The file “%s” was handed in for review."},
	"document.offer_had":      {"Sudah ditambahkan dari formulir ini:", "Already added from this form:"},
	"document.offer_reason":   {"Berkas baru, ditambahkan di formulir: %s", "New file, added in the form of: %s"},
	"document.open":           {"Buka berkas", "Open the file"},
	"document.open_now":       {"Buka berkas yang sekarang", "Open the present file"},
	"document.open_new":       {"Buka berkas yang diusulkan", "Open the proposed file"},
	"document.small":          {"Gambar kecil berkas ini.", "A small image of this file."},

	"problem.file_kind":        {"Hanya PDF, JPEG, PNG, dan WebP yang diterima", "Only PDF, JPEG, PNG and WebP are accepted"},
	"problem.file_kind_office": {"Hanya PDF, JPEG, PNG, WebP, DOCX, XLSX, dan ODT yang diterima", "Only PDF, JPEG, PNG, WebP, DOCX, XLSX and ODT are accepted"},
	"problem.file_large":       {"Berkas paling besar %d MB", "A file may have at most %d MB"},
	"problem.file_empty":       {"Berkas ini kosong", "This file is empty"},
	"problem.file_broken":      {"Berkas ini rusak atau terpotong. Buka di komputer Anda, simpan lagi, lalu unggah yang baru", "This file is damaged or cut off. Open it on your computer, save it again and upload the new one"},
	"problem.file_active":      {"PDF ini memuat program, formulir aktif, atau lampiran. Buka berkasnya, pilih Cetak lalu Simpan sebagai PDF, dan unggah hasilnya", "This PDF holds programs, active forms or attachments. Open it, choose Print and then Save as PDF, and upload the result"},
	"problem.file_locked":      {"Berkas ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi", "This file is locked with a password. Save it without one and upload it again"},
	"problem.file_hidden":      {"Sebagian PDF ini dipadatkan dengan cara yang tidak bisa diperiksa. Buka berkasnya, pilih Cetak lalu Simpan sebagai PDF, dan unggah hasilnya", "A part of this PDF is packed in a way that cannot be checked. Open it, choose Print and then Save as PDF, and upload the result"},
	"problem.file_path":        {"Nama di dalam berkas ini menunjuk ke tempat lain di komputer. Buka berkasnya, pilih Simpan sebagai, dan unggah yang baru", "A name inside this file points to another place on the computer. Open it, choose Save as, and upload the new one"},
	"problem.file_packed":      {"Berkas ini mengembang menjadi jauh lebih besar daripada wajarnya. Simpan lagi dari program asalnya, lalu unggah yang baru", "This file unpacks to far more than it should. Save it again from the program that made it and upload the new one"},
	"problem.file_twofold":     {"Di dalam berkas ini tersembunyi berkas jenis lain. Buka berkasnya, pilih Cetak lalu Simpan sebagai PDF, dan unggah hasilnya", "A file of another kind is hidden in this one. Open it, choose Print and then Save as PDF, and upload the result"},
	"problem.file_macro":       {"Berkas kantor ini memuat makro atau berkas lain, atau mengambil isi dari tempat lain. Simpan sebagai dokumen tanpa makro atau sebagai PDF, lalu unggah lagi", "This office file holds macros or other files, or fetches content from elsewhere. Save it as a document without macros or as a PDF and upload it again"},
	"problem.file_pixels":      {"Gambar ini %d × %d piksel; paling banyak %d juta piksel. Perkecil, lalu unggah lagi", "This image has %d × %d pixels; at most %d million are accepted. Make it smaller and upload it again"},
}
