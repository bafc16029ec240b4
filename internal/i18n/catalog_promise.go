package i18n

// promiseWords are the words around promises: what an agreement undertakes.
var promiseWords = map[string]Text{
	"kind.promise":        {"janji", "promise"},
	"kinds.promise":       {"Janji", "Promises"},
	"choice.kind.promise": {"Janji", "Promise"},
	"section.promise":     {"Janji", "Promise"},
	"section.kept":        {"Batas waktu dan keadaannya", "Due date and state"},

	"field.article":      {"Pasal", "Article"},
	"field.words":        {"Yang dijanjikan", "What was promised"},
	"field.quoted":       {"Kata-kata ini dikutip dari naskahnya", "These words are quoted from the document"},
	"field.target":       {"Sasaran", "Target"},
	"field.due_on":       {"Batas waktu", "Due"},
	"field.state":        {"Keadaan", "State"},
	"hint.article":       {"Seperti di naskah, misalnya Pasal 3. Kosongkan bila naskahnya tidak dipegang.", "As in the document, such as Pasal 3. Leave empty where the document is not held."},
	"hint.words":         {"Kutip naskahnya bila dipegang; bila tidak, seperti disebut sumber.", "Quote the document where it is held; else as the source puts it."},
	"hint.target":        {"Yang bisa diukur, misalnya 200 peserta setahun.", "What can be measured, such as 200 trainees a year."},
	"hint.due_on":        {"Kosongkan bila tidak disebut.", "Leave empty where none is named."},
	"hint.promise.state": {"Menurut sumber terakhir. Belum diketahui bila tidak ada yang mengabarkan.", "As the latest source has it. Not known where nobody tells."},

	"choice.promise.state.not_started": {"Belum mulai", "Not started"},
	"choice.promise.state.running":     {"Berjalan", "Running"},
	"choice.promise.state.delivered":   {"Ditepati", "Delivered"},
	"choice.promise.state.dropped":     {"Dibatalkan", "Dropped"},

	"promises.title":       {"Apa yang dijanjikan", "What was promised"},
	"promises.description": {"Semua janji dalam perjanjian Bandung dengan kota lain: isinya, sasarannya, batas waktunya, dan apakah ditepati.", "Every promise in Bandung's agreements with other cities: what it says, its target, when it is due, and whether it was kept."},
	"promises.lead":        {"Janji yang tercatat: %s. Lewat batas waktu tanpa kabar ditepati: %s. Naskah perjanjian yang kami pegang belum banyak, jadi daftar ini jauh dari lengkap.", "Promises on record: %s. Past due with no word that they were kept: %s. We hold few of the papers, so this list is far from complete."},
	"promises.list":        {"Daftar janji", "List of promises"},
	"promises.paper":       {"Perjanjian", "Agreement"},
	"promises.state":       {"Keadaan", "State"},
	"filter.by":            {"Saring: %s", "Filter: %s"},
	"promises.overdue":     {"Lewat batas waktu", "Overdue"},

	"footer.promises":  {"Apa yang dijanjikan", "What was promised"},
	"promise.heading":  {"Apa yang dijanjikan", "What was promised"},
	"promise.reported": {"Menurut pemberitaan, bukan kutipan naskah", "As reported, not quoted from the document"},
	"promise.target":   {"Sasaran: %s", "Target: %s"},
	"promise.due":      {"Batas %s", "Due %s"},
	"promise.no_due":   {"Batas waktu: belum ada data", "Due date: no data yet"},
	"promise.as_of":    {"Keadaan per %s", "State as of %s"},
	"promise.unknown":  {"Belum diketahui", "Not known"},
}
