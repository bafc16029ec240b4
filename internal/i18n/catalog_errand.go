package i18n

// errandWords are the words of work on many records that goes on in the background.
var errandWords = map[string]Text{
	"errand.title.hand_in": {"Mengajukan baris berkas", "Submitting the rows of a file"},
	"errand.title.decide":  {"Menjalankan keputusan", "Carrying the decision out"},
	"errand.title.undo":    {"Menyiapkan pembatalan", "Preparing the undoing"},
	"errand.lead":          {"Ini banyak catatan, jadi perlu waktu. Halaman ini memuat ulang sendiri; Anda juga boleh meninggalkannya, pekerjaan tetap berjalan.", "These are many records, so it takes a while. This page reloads by itself; you may also leave it, and the work goes on."},
	"errand.done":          {"Sudah dikerjakan: %s dari %s", "Done: %s of %s"},
	"errand.deciding":      {"Keputusan untuk kumpulan ini sedang dijalankan.", "A decision on this set is being carried out."},

	"saved.errand_moved":     {"Tidak ada yang dikerjakan: keadaannya sudah berubah sejak Anda memintanya.", "Nothing was done: things have changed since you asked for it."},
	"saved.errand_forbidden": {"Tidak ada yang dikerjakan: Anda tidak lagi berhak melakukannya.", "Nothing was done: you may no longer do this."},
	"job.run_errand":         {"Mengerjakan kumpulan besar", "Working on a large set"},
}
