package i18n

// opportunityWords are the words around opportunities: what residents can apply for.
var opportunityWords = map[string]Text{
	"kind.opportunity":        {"peluang", "opportunity"},
	"kinds.opportunity":       {"Peluang", "Opportunities"},
	"choice.kind.opportunity": {"Peluang", "Opportunity"},
	"section.opportunity":     {"Peluang", "Opportunity"},
	"section.applying":        {"Cara ikut", "How to apply"},
	"section.outcome_of":      {"Sesudahnya", "Afterwards"},

	"field.opportunity.url": {"Alamat untuk mendaftar", "Where to apply"},
	"field.who":             {"Siapa yang boleh ikut", "Who may apply"},
	"field.opens_on":        {"Pendaftaran dibuka", "Opens"},
	"field.deadline_on":     {"Tenggat", "Deadline"},
	"field.selection":       {"Cara memilih", "How it is decided"},
	"field.outcome":         {"Siapa yang terpilih", "Who was chosen"},
	"field.activity_id":     {"Kegiatan yang jadi hasilnya", "Activity that came of it"},
	"hint.deadline_on":      {"Hari terakhir untuk mendaftar. Bila hanya bulannya yang diketahui, peluang dianggap tutup sejak tanggal 1.", "The last day to apply. Where only the month is known it counts as closed from the 1st."},
	"hint.opportunity.cost": {"Yang dibayar peserta dan yang ditanggung, misalnya: gratis, tiket ditanggung kota mitra.", "What those chosen pay and what is paid for them, such as: free, travel paid by the partner city."},
	"hint.outcome":          {"Isi setelah ada keputusan. Kosong berarti belum dilaporkan.", "Fill in once it is decided. Empty means not reported."},

	"problem.deadline_before_opening": {"Tenggat harus setelah pendaftaran dibuka", "The deadline must come after the opening"},

	"choice.opportunity.kind.exchange":     {"Pertukaran", "Exchange"},
	"choice.opportunity.kind.scholarship":  {"Beasiswa", "Scholarship"},
	"choice.opportunity.kind.training":     {"Pelatihan", "Training"},
	"choice.opportunity.kind.residency":    {"Residensi seniman", "Artist's residency"},
	"choice.opportunity.kind.exhibition":   {"Pameran atau dagang", "Exhibition or trade"},
	"choice.opportunity.kind.competition":  {"Lomba", "Competition"},
	"choice.opportunity.kind.grant":        {"Hibah", "Grant"},
	"choice.opportunity.kind.volunteering": {"Sukarelawan", "Volunteering"},
	"choice.opportunity.kind.other":        {"Lainnya", "Other"},

	"opportunities.title":       {"Peluang", "Opportunities"},
	"opportunities.description": {"Yang bisa diikuti warga, sekolah, seniman, dan usaha Bandung lewat kota mitra: tenggat, biaya, dan cara memilihnya.", "What residents, schools, artists and firms of Bandung can apply for through partner cities: deadline, cost and how it is decided."},
	"opportunities.lead":        {"Yang bisa diikuti warga, sekolah, seniman, dan usaha lewat kota mitra. Setelah tenggatnya lewat, kami catat siapa yang terpilih.", "What residents, schools, artists and firms can apply for through partner cities. After the deadline we record who was chosen."},
	"opportunities.open":        {"Buka sekarang", "Open now"},
	"opportunities.open_none":   {"Saat ini tidak ada yang buka.", "Nothing is open at the moment."},
	"opportunities.coming":      {"Segera dibuka", "Opening soon"},
	"opportunities.past":        {"Sudah tutup", "Closed"},
	"opportunities.past_lead":   {"Yang terakhir lebih dulu, dengan siapa yang terpilih.", "The latest first, with who was chosen."},
	"opportunities.none":        {"Belum ada peluang yang tercatat", "No opportunity is on record yet"},
	"opportunities.none_why":    {"Sumber yang kami pegang tidak menyebut satu pun yang bisa Anda ikuti sekarang. Begitu kota atau mitranya membuka pendaftaran, tenggat, biaya, dan cara memilihnya muncul di sini.", "None of the sources we hold names anything that you can apply for now. Once the city or a partner opens one, its deadline, its cost and how it is decided will stand here."},
	"opportunities.programs":    {"Lihat program yang pernah ada", "See programs so far"},
	"opportunities.partners":    {"Lihat kota mitra", "See partner cities"},
	"footer.opportunities":      {"Peluang", "Opportunities"},
	"opportunity.became":        {"Jadi kegiatan", "Became an activity"},
}
