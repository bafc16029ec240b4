package i18n

// assignWords are the words of giving tasks, sets of changes and what waits of records to a person.
var assignWords = map[string]Text{
	"tasks.give":         {"Berikan yang dicentang kepada", "Give what is ticked to"},
	"tasks.give_me":      {"Saya sendiri", "Myself"},
	"tasks.give_nobody":  {"Tidak kepada siapa pun", "Nobody"},
	"tasks.give_send":    {"Berikan", "Give"},
	"tasks.kept":         {"Diberikan kepada %s.", "Given to %s."},
	"tasks.given_to_you": {"Tugas register yang diberikan kepada Anda", "Tasks of the register that were given to you"},

	"bulk.assign":       {"Serahkan", "Assign"},
	"bulk.assign_title": {"Serahkan yang menunggu pada %d catatan", "Assign what waits of records: %d"},
	"bulk.assign_lead":  {"Tugas register tentang catatan ini diberikan kepada satu orang. Peninjau juga menyerahkan usulan yang menunggu tinjauan, kepada orang yang boleh memutuskannya.", "Tasks of the register about these records are given to one person. Reviewers also assign the changes that wait for a review, to somebody who may decide on them."},

	"trace.nobody":               {"belum ada", "nobody"},
	"problem.task_keeper":        {"Tugas tidak bisa diberikan kepada orang ini", "Tasks cannot be given to this person"},
	"saved.tasks_given":          {"Tugas yang dicentang sudah diberikan.", "The ticked tasks have been given."},
	"saved.tasks_some_given":     {"Sebagian diberikan. Yang lain sudah selesai, sudah di tangan orang itu, atau dipegang orang lain.", "Some were given. The others are done, are with that person already, or are kept by somebody else."},
	"saved.tasks_not_given":      {"Tidak ada yang diberikan: centang tugas register dan pilih orangnya. Tugas yang dipegang orang lain hanya bisa dipindahkan peninjau.", "Nothing was given: tick tasks of the register and choose a person. Only reviewers can move what somebody else keeps."},
	"saved.records_assigned":     {"Yang menunggu pada catatan itu sudah diserahkan.", "What waits of these records has been assigned."},
	"saved.records_not_assigned": {"Tidak ada yang diserahkan: catatan itu tidak punya tugas atau usulan yang bisa diserahkan kepada orang itu.", "Nothing was assigned: these records have no tasks or changes that could be given to that person."},
}
