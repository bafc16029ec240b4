package i18n

// readerWords are the words of who may see a change, and of the two marks of a record: what the public sees and what is under way.
var readerWords = map[string]Text{
	"marks.public":     {"Situs publik:", "Public site:"},
	"marks.change":     {"Perubahan:", "Change:"},
	"marks.state":      {"Di situs", "On the site"},
	"marks.is_public":  {"Tampil", "Shown"},
	"marks.not_public": {"Belum tampil", "Not shown yet"},
	"marks.retired":    {"Sudah ditarik", "Taken out"},
	"marks.approved":   {"Disetujui", "Approved"},
	"marks.limited":    {"Terbatas", "Limited"},
	"marks.fresh":      {"Belum tampil di situs publik", "Not on the public site yet"},

	"draft.other":     {"Anda sudah punya draf untuk catatan ini. Yang Anda simpan di bawah menjadi draf kedua.", "You have a draft of this record already. What you save below becomes a second one."},
	"draft.go_on":     {"Lanjutkan draf itu", "Go on with that draft"},
	"autosave.second": {"Belum tersimpan: Anda sudah punya draf untuk catatan ini. Tulisan Anda tetap di halaman ini. Tekan “Simpan draf” untuk memilih.", "Not saved yet: you have a draft of this record already. Your text stays on this page. Press “Save draft” to choose."},

	"pick.count": {"%s pilihan cocok. Panah bawah untuk memilih.", "%s choices fit. Arrow down to choose."},
	"pick.none":  {"Tidak ada pilihan yang cocok.", "No choice fits."},

	"readers.title":       {"Siapa yang boleh melihat sampai terbit", "Who may see this until it is published"},
	"readers.limited":     {"Batasi: hanya saya dan orang yang saya pilih", "Limit: only me and the people I choose"},
	"readers.hint":        {"Administrator melihat bahwa ada usulan terbatas, bukan isinya. Setelah terbit, semua petugas melihatnya.", "Administrators see that there is a limited change, not what it says. Once published, all staff see it."},
	"readers.people":      {"Orang yang boleh melihat", "People who may see it"},
	"readers.alone":       {"Belum ada peninjau di antara mereka, jadi belum ada yang bisa memutuskan.", "There is no reviewer among them, so nobody can decide yet."},
	"readers.send":        {"Simpan pilihan", "Save the choice"},
	"readers.hidden":      {"Usulan terbatas", "Limited changes"},
	"readers.hidden_why":  {"Hanya pengusul dan orang yang mereka pilih bisa membukanya sampai terbit.", "Only their authors and the people they chose can open them until they are published."},
	"readers.hidden_line": {"%s, oleh %s, dimulai %s: %s", "%s, by %s, begun on %s: %s"},
	"readers.hidden_name": {"sebuah usulan terbatas", "a limited change"},
	"saved.limited":       {"Sekarang hanya Anda dan orang yang Anda pilih bisa melihat usulan ini.", "Only you and the people you chose can see this change now."},
	"saved.unlimited":     {"Batasan dicabut.", "The limit is taken off."},

	"saved.assigned_many": {"Semua yang dicentang diserahkan.", "All that was ticked is assigned."},
	"saved.assigned_some": {"Sebagian diserahkan. Yang lain sudah diputuskan, atau tidak bisa diserahkan kepada orang itu.", "Some were assigned. The others have been decided on, or cannot be given to that person."},
	"saved.assigned_none": {"Tidak ada yang diserahkan: centang usulan yang menunggu dan pilih orang yang bisa memutuskannya.", "Nothing was assigned: tick changes that wait, and choose somebody who can decide on them."},

	"trace.change_limited":          {"membatasi siapa yang boleh melihat %s", "limited who may see %s"},
	"trace.change_unlimited":        {"mencabut batasan %s", "took the limit off %s"},
	"choice.trace.change_limited":   {"Usulan dibatasi", "Changes limited"},
	"choice.trace.change_unlimited": {"Batasan dicabut", "Limits taken off"},
}
