package i18n

// jobWords are the words about what the program does in the background.
var jobWords = map[string]Text{
	"admin.jobs":   {"Pekerjaan latar", "Background work"},
	"jobs.lead":    {"Yang dikerjakan program ini sendiri. Yang gagal dicoba lagi dengan jeda yang makin panjang; yang menyerah bisa Anda jalankan lagi.", "What this program does by itself. What fails is tried again after longer and longer pauses; what was given up you can run again."},
	"jobs.states":  {"Keadaan pekerjaan", "State of the work"},
	"jobs.all":     {"Semua", "All"},
	"jobs.none":    {"Tidak ada pekerjaan yang cocok.", "No work matches."},
	"jobs.what":    {"Pekerjaan", "Work"},
	"jobs.state":   {"Keadaan", "State"},
	"jobs.when":    {"Waktu", "Time"},
	"jobs.any":     {"Semua pekerjaan", "All work"},
	"jobs.last":    {"Terakhir selesai %s, seluruhnya %s kali", "Last ended %s, times in all: %s"},
	"jobs.tries":   {"Percobaan", "Tries"},
	"jobs.tried":   {"%d dari %d", "%d of %d"},
	"jobs.error":   {"Yang salah", "What went wrong"},
	"jobs.due":     {"Menunggu sampai %s", "Waits until %s"},
	"jobs.began":   {"Mulai %s", "Began %s"},
	"jobs.ended":   {"Selesai %s", "Ended %s"},
	"jobs.again":   {"Jalankan lagi", "Run again"},
	"saved.job":    {"Pekerjaan itu masuk antrean lagi.", "The work is in the queue again."},
	"jobs.unknown": {"Pekerjaan lain (%s)", "Other work (%s)"},

	"jobs.not_found": {"Yang dimaksud sudah tidak ada.", "What it was about is no longer there."},

	"choice.job_state.waiting": {"Menunggu", "Waiting"},
	"choice.job_state.running": {"Sedang berjalan", "Under way"},
	"choice.job_state.failing": {"Gagal, akan dicoba lagi", "Failed, tried again"},
	"choice.job_state.done":    {"Selesai", "Done"},
	"choice.job_state.dead":    {"Menyerah", "Given up"},

	"job.tidy": {"Menghapus yang habis masa simpannya", "Deleting what was kept long enough"},
}
