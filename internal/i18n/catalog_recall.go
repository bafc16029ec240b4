package i18n

// recallWords are about changes that their authors take back, and begin again.
var recallWords = map[string]Text{
	"recall.do":      {"Tarik kembali menjadi draf", "Take back as a draft"},
	"recall.restart": {"Mulai lagi dari usulan ini", "Begin again from this change"},
	"recall.sure":    {"Usulan ini akan ditutup dan tidak bisa disunting lagi. Isinya tetap bisa dibaca, dan dipakai untuk memulai usulan baru.", "This change will be closed and can no longer be edited. It can still be read, and used to begin a new one."},

	"change.of_another":     {"Ini usulan %s; hanya ia yang mengubahnya", "This is the change of %s; only they edit it"},
	"change.of_another_why": {"Mengubah isinya, menarik, dan menjadikannya draf lagi hanya bisa dilakukan pengusulnya. Anda bisa membacanya dan menulis di percakapannya.", "To edit, withdraw or take it back as a draft is for its author alone. You can read it, and write in its comments."},
	"change.of_nobody":      {"penyusun data awal", "those who compiled the first data"},
	"change.look":           {"Buka usulan ini", "Open the change"},

	"trace.change_recalled":        {"menarik kembali menjadi draf: %s", "took back as a draft: %s"},
	"choice.trace.change_recalled": {"Usulan kembali menjadi draf", "Changes taken back as drafts"},
}
