package i18n

// historyWords are the words of the whole history.
var historyWords = map[string]Text{
	"nav.history":         {"Sejarah", "History"},
	"history.page_title":  {"%s tahun, dari %s ke %s", "%s years, from %s to %s"},
	"history.title":       {"Sejarah", "History"},
	"history.page_lead":   {"Sejarah yang dijaga adalah sejarah yang bisa diperiksa: setiap peristiwa menunjuk ke sumbernya. Gambar gedung menunjukkan keadaan pada akhir tahun itu; tahun berwarna berarti ada kemitraan yang mulai atau berakhir.", "A history that is kept is one that can be checked: every event points to its source. The buildings show how things stood at the end of that year; a coloured year means that a partnership began or ended."},
	"history.description": {"Seluruh sejarah hubungan Bandung dengan kota lain, tahun demi tahun: perjanjian, persetujuan, kegiatan, program, dan tahun-tahun tanpa catatan.", "The whole history of Bandung's ties with other cities, year by year: agreements, approvals, activities, programs, and years without a record."},
	"history.decades":     {"Langsung ke dasawarsa", "Go to a decade"},
	"history.decade":      {"%d-an", "%ds"},
	"history.nature":      {"Jenis", "Kind"},
	"history.period":      {"Dasawarsa", "Decade"},
	"history.paper":       {"Perjanjian", "Agreements"},
	"history.activity":    {"Kegiatan", "Activities"},
	"history.program":     {"Program", "Programs"},
	"history.skyline":     {"Akhir %s: gedung %d, jendela menyala %d.", "End of %s: buildings %d, lit windows %d."},
	"history.lasting":     {"%d sampai %d: tidak ada peristiwa baru; kegiatan yang masih berlangsung: %s", "%d to %d: nothing new; activities still going on: %s"},
	"history.lasting.one": {"%d: tidak ada peristiwa baru; kegiatan yang masih berlangsung: %s", "%d: nothing new; activities still going on: %s"},
	"history.empty":       {"%d sampai %d: tidak ada yang tercatat", "%d to %d: nothing on record"},
	"history.empty.one":   {"%d: tidak ada yang tercatat", "%d: nothing on record"},
	"history.more":        {"Dan %s catatan lagi", "And %s more records"},
	"history.claimed":     {"Menurut sumber lain: %s. Daftar ini memakai %s.", "As another source has it: %s. The register uses %s."},
	"history.opened":      {"Program dimulai", "Program began"},
	"history.planned":     {"Program direncanakan", "Program planned"},
	"history.closed":      {"Program selesai", "Program ended"},
	"history.signed":      {"Ditandatangani", "Signed"},
}
