package i18n

// linkWords are the words about whether the addresses of sources still answer.
var linkWords = map[string]Text{
	"admin.links":        {"Tautan sumber", "Links of sources"},
	"link.lead":          {"Setiap alamat sumber dibuka program ini sekali dalam dua minggu, dengan sopan. Yang tiga kali tidak menjawab masuk daftar tugas.", "The program opens the address of each source once in two weeks, politely. What does not answer three times comes up among the tasks."},
	"link.off":           {"Tautan tidak diperiksa, karena alamat situs ini (KOTAKEMBAR_BASE_URL) belum diatur: situs lain harus tahu siapa yang bertanya.", "Links are not checked, because the address of this site (KOTAKEMBAR_BASE_URL) is not set: other sites must know who asks."},
	"link.states":        {"Keadaan tautan", "State of the link"},
	"link.all":           {"Semua", "All"},
	"link.none":          {"Tidak ada tautan yang cocok.", "No link matches."},
	"link.state":         {"Keadaan tautan", "State of the link"},
	"link.answer":        {"Jawaban terakhir", "Last answer"},
	"link.status":        {"(kode %d)", "(code %d)"},
	"link.checked_at":    {"Terakhir diperiksa", "Last checked"},
	"link.good_at":       {"Terakhir terbuka", "Last opened"},
	"link.never":         {"Belum pernah", "Never"},
	"link.failing_since": {"Tidak menjawab sejak", "No answer since"},
	"link.failures":      {"Gagal berturut-turut", "Failures in a row"},
	"link.check":         {"Periksa sekarang", "Check now"},
	"link.edit":          {"Buka formulir sumber", "Open the source’s form"},
	"saved.link":         {"Alamat itu segera dibuka. Muat ulang halaman ini sebentar lagi.", "The address is opened soon. Load this page again in a moment."},

	"link.archive":           {"Salinan arsip", "Archived copy"},
	"link.archive.kept":      {"Sumber ini sudah menyebut salinan.", "This source names a copy already."},
	"link.archive.suggested": {"Belum ada salinan yang tercatat. Alamat ini menuju salinan yang paling dekat dengan tanggal sumber terakhir diketahui baik. Kami belum melihat apakah salinannya ada: buka dulu.", "No copy is on record. This address leads to the copy nearest to the day when the source was last known to be good. Nobody has looked whether there is one: open it first."},
	"link.archive.propose":   {"Usulkan salinan ini", "Propose this copy"},
	"link.archive.reason":    {"Salinan arsip untuk alamat yang tidak menjawab lagi", "Archived copy for an address that no longer answers"},

	"link.fault.none":        {"Terbuka", "Opened"},
	"link.fault.gone":        {"Halaman tidak ada lagi", "The page is gone"},
	"link.fault.broken":      {"Situsnya rusak", "The site is out of order"},
	"link.fault.unreachable": {"Tidak ada jawaban", "No answer"},
	"link.fault.refused":     {"Situsnya menolak program", "The site turns programs away"},
	"link.fault.robots":      {"Situsnya meminta program tidak membuka (robots.txt)", "The site asks programs to stay away (robots.txt)"},
	"link.fault.private":     {"Alamat ini tidak menuju jaringan publik", "The address leads into no public network"},

	"choice.link.dead":      {"Tidak menjawab lagi", "No longer answers"},
	"choice.link.failing":   {"Terakhir tidak menjawab", "Did not answer last time"},
	"choice.link.closed":    {"Tidak bisa diperiksa program", "Cannot be checked by a program"},
	"choice.link.answers":   {"Terbuka", "Opens"},
	"choice.link.unchecked": {"Belum diperiksa", "Not checked yet"},

	"source.link.dead":    {"Tidak terbuka lagi sejak %s.", "Has not opened since %s."},
	"source.link.archive": {"Cari salinan halaman ini di arsip web", "Look for a copy of this page in a web archive"},

	"tasks.kind.link": {"Tautan sumber yang mati", "Dead links of sources"},
	"tasks.lead.link": {"Tiga kali tidak menjawab, dan belum ada salinan arsip yang tercatat.", "Did not answer three times, and no archived copy is on record."},
	"tasks.why.link":  {"Tidak terbuka lagi sejak %s.", "Has not opened since %s."},
	"tasks.do.link":   {"Lihat", "See"},

	"job.check_links": {"Memeriksa tautan sumber", "Checking links of sources"},
	"job.check_link":  {"Memeriksa satu tautan sumber", "Checking the link of one source"},
}
