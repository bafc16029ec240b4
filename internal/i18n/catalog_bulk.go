package i18n

// bulkWords are the words of one change to several records of a list.
var bulkWords = map[string]Text{
	"bulk.bar":           {"Yang dicentang:", "What is ticked:"},
	"bulk.picked":        {"%s dipilih", "%s selected"},
	"bulk.clear":         {"Batalkan pilihan", "Clear the selection"},
	"bulk.pick":          {"Pilih %s", "Select %s"},
	"bulk.change":        {"Ubah satu kolom", "Change one field"},
	"bulk.retire":        {"Tarik dari situs", "Take out of publication"},
	"bulk.title":         {"Ubah satu kolom pada %d catatan", "Change one field of records: %d"},
	"bulk.retire_title":  {"Tarik %d catatan dari situs", "Take records out of publication: %d"},
	"bulk.lead":          {"Setiap catatan mendapat usulannya sendiri. Semuanya ditinjau dan bisa dibatalkan bersama.", "Each record gets a change of its own. All are reviewed together, and can be undone together."},
	"bulk.pick_field":    {"Pilih kolom …", "Choose a field …"},
	"bulk.field":         {"Kolom yang diubah", "Field to change"},
	"bulk.next":          {"Lanjut", "Go on"},
	"bulk.preview":       {"Lihat dulu hasilnya", "See what would change"},
	"bulk.preview_title": {"Yang akan berubah: %d catatan", "Records that would change: %d"},
	"bulk.record":        {"Catatan", "Record"},
	"bulk.stays":         {"Tetap: %s", "Stays: %s"},
	"bulk.public":        {"Terbit", "Published"},
	"bulk.retired":       {"Ditarik dari situs", "Taken out of publication"},
	"bulk.submit":        {"Ajukan untuk ditinjau", "Submit for review"},
	"bulk.nothing":       {"Tidak ada catatan yang akan berubah.", "No record would change."},
	"saved.none_picked":  {"Centang dulu paling sedikit satu catatan.", "Tick at least one record first."},
}
