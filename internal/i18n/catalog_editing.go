package i18n

// editingWords are the words about editing itself: drafts that are kept while they are written, and what stands in their way.
var editingWords = map[string]Text{
	"conflict.both":        {"Yang diubah di dua tempat", "What was changed in two places"},
	"conflict.which":       {"%s: mana yang dipakai?", "%s: which one is to be used?"},
	"conflict.take_mine":   {"Isian saya, yang masih bisa diubah di formulir di bawah", "My answer, which can still be changed in the form below"},
	"conflict.take_theirs": {"Yang tersimpan sekarang; isian saya untuk kolom ini ditinggalkan", "What is saved now; my answer to this question is left out"},

	"form.preview":   {"Lihat pratinjau", "Preview"},
	"review.preview": {"Pratinjau halaman publik", "Preview of the public page"},
	"preview.title":  {"Pratinjau, belum terbit.", "Preview, not published."},
	"preview.text":   {"Begini halaman ini bila perubahan itu disetujui. Hanya petugas yang melihatnya, dan tidak ada yang tersimpan.", "This is the page as it would be if the change were approved. Only staff see it, and nothing has been saved."},

	"desk.copy": {"Buat salinan sebagai draf baru", "Copy as a new draft"},

	"autosave.kept":       {"Tersimpan sebagai draf %s.", "Saved as a draft at %s."},
	"autosave.kept_but":   {"Tersimpan sebagai draf %s, kecuali isian yang belum bisa dibaca: %s.", "Saved as a draft at %s, except for an answer that cannot be read yet: %s."},
	"autosave.unread":     {"Belum tersimpan: ada isian yang belum bisa dibaca. Tulisan Anda tetap di halaman ini.", "Not saved yet: some answers cannot be read yet. Your text stays on this page."},
	"autosave.refused":    {"Belum tersimpan: ada isian yang ditolak. Tekan “Simpan draf” untuk melihat sebabnya. Tulisan Anda tetap di halaman ini.", "Not saved yet: some answers are refused. Press “Save draft” to see why. Your text stays on this page."},
	"autosave.conflict":   {"Isi yang sama sudah disimpan di tempat lain. Tulisan Anda tetap di halaman ini. Tekan “Simpan draf” untuk membandingkan keduanya.", "The same text was saved elsewhere. Yours stays on this page. Press “Save draft” to compare the two."},
	"autosave.away":       {"Belum tersimpan: tidak ada sambungan. Tulisan Anda tetap di halaman ini dan disimpan begitu tersambung lagi.", "Not saved yet: there is no connection. Your text stays on this page and is saved once the connection is back."},
	"autosave.failed":     {"Belum tersimpan. Tulisan Anda tetap di halaman ini. Tekan “Simpan draf” untuk mencoba lagi.", "Not saved yet. Your text stays on this page. Press “Save draft” to try again."},
	"autosave.signed_out": {"Belum tersimpan: sesi Anda berakhir. Tulisan Anda tetap di halaman ini.", "Not saved yet: your session has ended. Your text stays on this page."},
	"autosave.sign_in":    {"Masuk lagi di tab baru, lalu kembali ke sini.", "Sign in again in a new tab, then come back here."},
}
