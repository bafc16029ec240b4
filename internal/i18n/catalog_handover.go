package i18n

// handOverWords are about the open work of somebody who leaves.
var handOverWords = map[string]Text{
	"handover.title":       {"Usulan yang belum selesai: %s", "Unfinished changes: %s"},
	"handover.active":      {"Jika akses orang ini ditutup, Anda bisa menyerahkan usulannya kepada orang lain di halaman ini.", "Once this person's access is closed, you can hand their changes over to somebody else on this page."},
	"handover.closed":      {"Orang ini tidak bisa masuk lagi. Sampai usulannya diserahkan, tidak ada yang bisa melanjutkan atau menariknya.", "This person can no longer sign in. Until their changes are handed over, nobody can go on with them or withdraw them."},
	"handover.line":        {"%s, dimulai %s: %s", "%s, begun on %s: %s"},
	"handover.more":        {"dan %s lagi", "and %s more"},
	"handover.to":          {"Serahkan kepada", "Hand over to"},
	"handover.me":          {"Saya sendiri", "Myself"},
	"handover.send":        {"Serahkan semua", "Hand over all"},
	"handover.send_ticked": {"Serahkan yang dicentang", "Hand over what is ticked"},
	"problem.heir_none":    {"Centang usulan yang akan diserahkan", "Tick the changes that are to be handed over"},
	"handover.from":        {"Diserahkan dari %s.", "Handed over from %s."},
	"handover.task":        {"%s usulan menunggu diserahkan", "%s changes wait to be handed over"},
	"handover.why":         {"%s tidak bisa masuk lagi.", "%s can no longer sign in."},
	"handover.left":        {"Akses ditutup", "Access closed"},

	"saved.access_open": {"Akses ditutup. Orang ini masih punya usulan yang belum selesai: serahkan di bawah.", "Access closed. This person has unfinished changes: hand them over below."},
	"saved.handed_over": {"Usulannya diserahkan.", "The changes are handed over."},

	"problem.heir":          {"Pilih orang yang bisa masuk", "Choose somebody who can sign in"},
	"problem.heir_approved": {"Orang ini sudah menyetujui salah satu usulan yang menunggu terbit. Pilih orang lain", "This person has approved one of the changes that wait for their time. Choose somebody else"},

	"trace.change_handed_over":        {"menyerahkan usulan %s", "handed over a change to %s"},
	"choice.trace.change_handed_over": {"Usulan diserahkan", "Changes handed over"},
}
