package i18n

// Lookup returns the catalog's words for a key. Keys are dotted paths from the general to the special, such as
// field.signed_on; words may hold fmt verbs, the same ones in both languages.
func Lookup(key string) (Text, bool) {
	t, ok := catalog[key]
	return t, ok
}

// catalog is all fixed words of the site, put together once from the lists that stand by the rooms they serve.
var catalog = join(
	activityWords,
	alertWords,
	adminWords,
	apiFieldWords,
	apiWords,
	auditWords,
	batchWords, errandWords,
	fileWords,
	benefitWords,
	bulkWords, assignWords,
	calendarWords,
	choiceWords,
	dictionaryWords, dataWords,
	directoryWords,
	dossierWords,
	documentWords,
	drawingWords,
	editingWords,
	fieldWords,
	guideWords,
	handOverWords, asideWords,
	historyWords,
	indicatorWords,
	intakeWords,
	jobWords,
	keptWords,
	lawWords,
	letterDeskWords,
	linkWords,
	letterWords,
	mailWords,
	mapWords,
	methodWords,
	mirrorWords,
	missingWords,
	opportunityWords,
	periodicWords,
	problemWords,
	promiseWords,
	publicWords,
	publicationWords,
	questionnaireWords,
	readerWords,
	recallWords,
	reviewWords,
	searchWords,
	invitationWords,
	passkeyWords,
	securityWords,
	shareWords,
	staffWords,
	statementWords,
	taskWords,
	termWords,
	translationWords,
	troubleWords,
	urgentWords,
	venueWords,
	visitWords,
	vitalityWords,
	wikidataWords,
	words,
)

// join panics on a key that stands in two lists: one of the two would be said to nobody.
func join(lists ...map[string]Text) map[string]Text {
	all := map[string]Text{}
	for _, list := range lists {
		for key, text := range list {
			if _, twice := all[key]; twice {
				panic("i18n: two lists have words for " + key)
			}
			all[key] = text
		}
	}
	return all
}

// words are what every page says: layout, navigation, errors, and what components say by themselves.
var words = map[string]Text{
	"site.name":  {"Kota Kembar Bandung", "Kota Kembar Bandung"},
	"site.short": {"Kota Kembar", "Kota Kembar"},
	"site.owner": {"Pemerintah Kota Bandung", "City Government of Bandung"},

	"nav.skip":       {"Langsung ke isi", "Skip to content"},
	"nav.label":      {"Bagian situs", "Sections of the site"},
	"nav.languages":  {"Bahasa", "Language"},
	"nav.menu":       {"Menu", "Menu"},
	"nav.partners":   {"Mitra", "Partners"},
	"nav.agreements": {"Perjanjian", "Agreements"},
	"nav.approvals":  {"Persetujuan DPRD", "Council approvals"},
	"nav.programs":   {"Program", "Programs"},
	"nav.sources":    {"Sumber", "Sources"},
	"crumbs.label":   {"Letak halaman", "Where this page stands"},

	"footer.word":       {"Dicatat supaya bisa ditagih.", "Recorded, so it can be held to account."},
	"footer.keeper":     {"Dikelola Bagian Kerja Sama, Sekretariat Daerah Kota Bandung.", "Kept by the Cooperation Division, Regional Secretariat of Bandung City."},
	"footer.browse":     {"Telusuri", "Browse"},
	"footer.understand": {"Pahami", "Understand"},
	"footer.site":       {"Situs", "Site"},
	"footer.partners":   {"Semua mitra", "All partners"},
	"footer.agreements": {"Daftar perjanjian", "List of agreements"},
	"footer.reading":    {"Cara membaca denyut", "How to read the pulse"},
	"footer.method":     {"Cara kami menilai", "How we assess"},
	"footer.law":        {"Dasar hukum", "Legal basis"},
	"footer.terms":      {"Istilah", "Glossary"},
	"footer.sources":    {"Daftar sumber", "List of sources"},
	"footer.about":      {"Tentang situs", "About this site"},
	"footer.sign_in":    {"Masuk petugas", "Staff sign in"},
	"footer.content":    {"Isi:", "Content:"},
	"footer.updated":    {"Diperbarui %s", "Updated %s"},

	"theme.label":  {"Tampilan:", "Appearance:"},
	"theme.device": {"ikut perangkat", "follow device"},
	"theme.light":  {"terang", "light"},
	"theme.dark":   {"gelap", "dark"},

	"print.on":       {"Dicetak %s", "Printed %s"},
	"unknown":        {"Belum ada data", "No data yet"},
	"or":             {"atau", "or"},
	"pager.label":    {"Halaman daftar", "Pages of the list"},
	"pager.title":    {"%s, halaman %d", "%s, page %d"},
	"pager.previous": {"Sebelumnya", "Previous"},
	"pager.next":     {"Berikutnya", "Next"},

	"source.number":    {"Sumber %d", "Source %d"},
	"source.archive":   {"Salinan arsip", "Archived copy"},
	"dispute.used":     {"Sumber berbeda; yang kami pakai sementara", "Sources differ; what we use meanwhile"},
	"dispute.open":     {"Sumber berbeda, belum diputuskan", "Sources differ, not yet settled"},
	"document.missing": {"Tanpa dokumen", "No document found"},

	"step.done":     {"Selesai", "Done"},
	"step.unproven": {"Selesai, tanpa dokumen", "Done, no document found"},
	"step.current":  {"Sedang berjalan", "Under way"},
	"step.idle":     {"Berlaku, belum ada kegiatan", "In force, no activity yet"},
	"step.todo":     {"Belum", "Not yet"},
	"step.none":     {"Belum ada catatan", "Nothing on record"},
	"step.unknown":  {"Tidak diketahui", "Not known"},

	"pulse.label":           {"Denyut Bandung dan %s, %d sampai %d. Kegiatan bertanggal: %s. Tahun dengan kegiatan: %d.", "Pulse of Bandung and %s, %d to %d. Dated activities: %s. Years with activity: %d."},
	"pulse.label_none":      {"Denyut Bandung dan %s: belum ada kegiatan yang tercatat dengan sumber.", "Pulse of Bandung and %s: no activity recorded with a source yet."},
	"pulse.as_table":        {"Lihat sebagai tabel", "See as a table"},
	"pulse.year":            {"Tahun", "Year"},
	"pulse.solid":           {"Kegiatan dengan sumber", "Activities with a source"},
	"pulse.unproven":        {"Belum bisa diperiksa", "Cannot be checked yet"},
	"pulse.legend_lit":      {"Satu bata, satu kegiatan bersumber pada tahun itu; yang berlangsung lama menyala di setiap tahunnya", "One brick, one activity with a source in that year; what lasts lights each of its years"},
	"pulse.legend_unlit":    {"Tahun tanpa catatan", "Year without a record"},
	"pulse.legend_clear":    {"Perjanjian berlaku", "Agreement in force"},
	"pulse.legend_unclear":  {"Masa berlaku tidak jelas atau sudah lewat", "Term unclear or expired"},
	"pulse.legend_unproven": {"Kegiatan yang belum bisa diperiksa", "Activity that cannot be checked yet"},

	"building.decade": {"%d-an", "%ds"},
	"building.label":  {"Gedung %s: kemitraan sejak %s, ada kegiatan di %d dari %d tahun.", "Building of %s: partnership since %s, with activity in %d of %d years."},

	"span.intent":      {"Letter of Intent", "Letter of intent"},
	"span.approved":    {"Persetujuan DPRD", "Approval by the DPRD (city council)"},
	"span.signed":      {"Naskah ditandatangani", "Agreement signed"},
	"span.intent_none": {"Letter of Intent tidak tercatat", "No letter of intent on record"},
	"span.signed_none": {"penandatanganan naskah tidak tercatat", "no signing on record"},
	"span.open":        {"Masih menunggu", "Still waiting"},

	"form.failed_title": {"Galat: %s", "Error: %s"},

	"admin.place":        {"Ruang kerja", "Workroom"},
	"admin.sections":     {"Bagian ruang kerja", "Sections of the workroom"},
	"admin.rail.work":    {"Pekerjaan", "Work"},
	"admin.rail.records": {"Catatan", "Records"},
	"admin.rail.watch":   {"Pemantauan", "Watching over"},
	"admin.rail.system":  {"Sistem", "System"},
	"admin.rail.own":     {"Akun saya", "My account"},
	"admin.public_site":  {"Lihat situs publik", "View public site"},
	"admin.sign_out":     {"Keluar", "Sign out"},

	"error.request":            {"Nomor permintaan: %s", "Request number: %s"},
	"error.home":               {"Ke beranda", "To the home page"},
	"error.bad_request.title":  {"Permintaan ini tidak terbaca", "This request cannot be read"},
	"error.bad_request.text":   {"Ada bagian alamat atau isian yang tidak bisa kami baca. Kembali ke halaman sebelumnya, lalu coba lagi.", "Part of the address or the form cannot be read. Go back to the previous page and try again."},
	"error.forbidden.title":    {"Halaman ini bukan untuk peran Anda", "This page is not for your role"},
	"error.forbidden.text":     {"Anda sudah masuk, tetapi peran Anda tidak mencakup tindakan ini. Mintalah bantuan administrator bila seharusnya bisa.", "You are signed in, but your role does not cover this. Ask an administrator if it should."},
	"error.cross_origin.title": {"Kiriman ini datang dari situs lain", "This came from another site"},
	"error.cross_origin.text":  {"Demi keamanan, isian hanya diterima dari halaman kami sendiri. Buka kembali halamannya di sini, lalu kirim lagi.", "For safety we accept forms only from our own pages. Open the page here again and send it once more."},
	"error.not_found.title":    {"Lampunya padam di sini", "The lights are out here"},
	"error.not_found.text":     {"Halaman ini tidak ada atau alamatnya sudah berubah. Catatan kami tidak dihapus, jadi mungkin hanya pindah.", "This page does not exist or its address has changed. We do not delete records, so it may only have moved."},
	"error.broken_link":        {"Laporkan tautan rusak", "Report a broken link"},
	"error.gone.title":         {"Catatan ini sudah ditarik", "This record has been taken out"},
	"error.gone.text":          {"Petugas menariknya dari daftar, jadi isinya tidak diperlihatkan lagi. Siapa yang memutuskan, kapan, dan mengapa tetap bisa dibaca di riwayatnya.", "Staff took it out of the register, so what it said is no longer shown. Who decided, when and why can still be read in its history."},
	"error.method.title":       {"Halaman ini tidak menerima cara itu", "This page does not accept that method"},
	"error.method.text":        {"Buka halaman ini lewat tautan atau isian di situs.", "Open this page by a link or form on the site."},
	"error.conflict.title":     {"Catatan ini sudah berubah", "This record has changed"},
	"error.conflict.text":      {"Orang lain menyimpan perubahan lebih dulu. Buka lagi catatannya untuk melihat isinya sekarang.", "Someone else saved a change first. Open the record again to see what it says now."},
	"error.too_large.title":    {"Kiriman terlalu besar", "Too large to accept"},
	"error.too_large.file":     {"Sebuah berkas paling besar %s MB. Tidak ada yang disimpan. Tombol kembali di peramban mengembalikan isian formulir Anda.", "A file may have at most %s MB. Nothing was kept. The back button of the browser brings back what you had filled in."},
	"error.too_large.back":     {"Kembali ke formulir", "Back to the form"},
	"error.too_large.text":     {"Kecilkan berkasnya, lalu coba lagi.", "Make the file smaller and try again."},
	"error.too_many.title":     {"Terlalu sering", "Too many requests"},
	"error.too_many.text":      {"Tunggu sebentar, lalu coba lagi.", "Wait a moment and try again."},
	"error.internal.title":     {"Ada yang rusak di pihak kami", "Something broke on our side"},
	"error.internal.text":      {"Kesalahan ini sudah tercatat. Coba lagi nanti. Bila tetap terjadi, sebutkan nomor permintaan di bawah.", "The fault has been logged. Try again later. If it stays, tell us the request number below."},
	"error.full.title":         {"Tidak ada tempat lagi untuk berkas", "There is no more room for files"},
	"error.full.text":          {"Berkas Anda belum tersimpan, dan tidak ada yang berubah. Beri tahu pengelola portal ini, lalu kirim lagi nanti.", "Your file is not kept, and nothing has changed. Tell those who run this portal, and send it again later."},
	"error.unavailable.title":  {"Catatan sedang tidak bisa dibuka", "The records cannot be opened right now"},
	"error.unavailable.text":   {"Pangkalan data kami sedang tidak menjawab. Catatannya aman. Coba lagi sebentar lagi.", "Our database does not answer at the moment. The records are safe. Try again shortly."},
}
