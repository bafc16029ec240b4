package i18n

// keptWords are the words about a form that came after its sender's session had ended.
var keptWords = map[string]Text{
	"error.kept.title":   {"Sesi Anda berakhir, tulisan Anda aman", "Your session has ended, and your text is safe"},
	"error.kept.text":    {"Yang Anda kirim disimpan selama satu jam. Masuk lagi di peramban ini, lalu buka kembali formulirnya.", "What you sent is kept for an hour. Sign in again in this browser, then open the form again."},
	"trouble.kept.title": {"Session ended", "Session ended"},
	"trouble.kept.text":  {"Sesi sudah berakhir.", "The session has ended."},
	"kept.title":         {"Tulisan Anda yang belum terkirim", "Your text that was not sent yet"},
	"kept.lead":          {"Formulir ini tertahan karena Anda harus membuktikan diri dulu. Belum ada yang tersimpan di register.", "This form was held back because you had to prove who you are first. Nothing has been saved in the register yet."},
	"kept.of":            {"Formulir dari halaman %s.", "A form of the page %s."},
	"kept.file":          {"Berkas yang Anda pilih tidak ikut tersimpan; pilih lagi setelah formulirnya terbuka.", "The file that you chose is not kept with it; choose it again once the form is open."},
	"kept.none":          {"Tidak ada tulisan yang disimpan untuk Anda di peramban ini. Tulisan hanya disimpan selama satu jam.", "Nothing is kept for you in this browser. Text is kept for an hour only."},
	"kept.open":          {"Buka formulir dengan tulisan saya", "Open the form with my text"},
	"kept.send":          {"Kirim sekarang", "Send it now"},
	"kept.words":         {"Tulisan Anda", "Your text"},
	"kept.leave":         {"Tidak perlu", "Not needed"},
}
