package i18n

// statementWords are the statements on privacy and accessibility: for each part its heading and its numbered paragraphs.
var statementWords = map[string]Text{
	"footer.privacy":       {"Privasi", "Privacy"},
	"footer.accessibility": {"Aksesibilitas", "Accessibility"},

	"privacy.title":       {"Privasi", "Privacy"},
	"privacy.description": {"Apa yang disimpan situs ini tentang pembaca, pengirim surat, dan petugas, berapa lama, dan bagaimana meminta penghapusan.", "What this site keeps about readers, senders of letters and staff, for how long, and how to have it deleted."},
	"privacy.lead":        {"Membaca situs ini tidak perlu akun, dan kami tidak mengikuti Anda. Di sini tertulis apa yang memang disimpan.", "Reading this site needs no account, and we do not follow you. Here is what is kept after all."},

	"privacy.short":   {"Singkatnya", "In short"},
	"privacy.short.1": {"Tidak ada pelacak, iklan, statistik pengunjung, atau bagian dari situs lain. Semua huruf, gambar, dan gaya datang dari alamat ini.", "No trackers, no advertisements, no visitor statistics, nothing from other sites. All fonts, images and styles come from this address."},
	"privacy.short.2": {"Nama dan surel yang Anda tulis dalam surat disimpan terpisah, tidak pernah tampil, dan dihapus otomatis.", "The name and email that you write in a letter are kept apart, never shown, and deleted by themselves."},

	"privacy.browser":   {"Di peramban Anda", "In your browser"},
	"privacy.browser.1": {"Kuki “theme” hanya dipasang bila Anda memilih tampilan terang atau gelap. Isinya pilihan itu saja, untuk setahun. Pilihan “ikut perangkat” menghapusnya.", "The cookie “theme” is set only if you choose the light or dark appearance. It holds that choice alone, for a year. Choosing “follow device” deletes it."},
	"privacy.browser.2": {"Petugas yang masuk mendapat satu kuki sesi. Sesi berakhir paling lama 12 jam setelah masuk, atau setelah 8 jam tidak dipakai.", "Staff who sign in get one session cookie. A session ends 12 hours after signing in at the latest, or after 8 hours without use."},

	"privacy.server":   {"Di server kami", "On our server"},
	"privacy.server.1": {"Catatan harian program memuat untuk setiap permintaan: cara meminta, jenis halaman, hasil, ukuran, lama, dan nomor acak. Tidak ada alamat jaringan, peramban, kata yang dicari, atau halaman asal Anda.", "The program's log holds for each request: its method, the kind of page, the result, size, duration, and a random number. It holds no network address, no browser, no words searched for, and not where you came from."},
	"privacy.server.2": {"Supaya tidak ada yang membanjiri situs, alamat yang mencari atau mengirim terlalu sering dihitung dalam memori selama beberapa menit. Hitungan itu tidak ditulis.", "So that nobody floods the site, addresses that search or send too often are counted in memory for some minutes. That count is not written down."},
	"privacy.server.3": {"Percobaan masuk yang gagal dihitung per akun dan per alamat dalam bentuk sidik (hash), bukan alamatnya. Yang lebih tua dari 15 menit dihapus saat ada percobaan gagal berikutnya.", "Failed sign-ins are counted by account and by address as a fingerprint (hash), not the address itself. Those older than 15 minutes are deleted with the next failed try."},

	"privacy.letters":   {"Bila Anda berkirim surat", "If you write to us"},
	"privacy.letters.1": {"Kami menyimpan isi surat, berkasnya, dan jawaban kami. Petugas membacanya; di luar itu hanya yang memegang kode surat. Isi surat bisa menjadi perubahan catatan, tetapi surat itu sendiri tidak diterbitkan.", "We keep the words of a letter, its file, and our answer. Staff read them, and besides only whoever holds the code of the letter. What you write may become a change of a record, but the letter itself is not published."},
	"privacy.letters.2": {"Nama dan surel boleh kosong. Bila diisi, keduanya disimpan di tempat terpisah, hanya dilihat petugas, dan dihapus %d hari setelah surat selesai, paling lambat dua tahun setelah masuk. Di halaman kode Anda bisa menghapusnya kapan saja.", "Name and email may stay empty. If given, both are kept apart, seen by staff alone, and deleted %d days after the letter is closed, two years after it came in at the latest. On the page of your code you can delete them at any time."},
	"privacy.letters.3": {"Berkas dari surat yang tidak diambil dihapus segera, berkas dari surat yang tampak seperti spam setelah 30 hari. Berkas menjadi umum hanya bila dua petugas menyetujuinya sebagai dokumen.", "The file of a letter that is not taken up is deleted at once, that of a letter that looks like spam after 30 days. A file becomes public only when two members of staff have approved it as a document."},
	"privacy.letters.4": {"Untuk membatasi kiriman dari satu tempat, kami mengingat selama sehari bahwa sebuah alamat mengirim, sebagai sidik dengan kunci rahasia. Dari sidik itu alamatnya tidak terbaca.", "To limit letters from one place we remember for a day that an address has sent one, as a fingerprint made with a secret key. The address cannot be read from it."},

	"privacy.staff":   {"Tentang petugas", "About staff"},
	"privacy.staff.1": {"Kami menyimpan nama, surel dinas, peran, waktu terakhir masuk, dan sidik kata sandi. Siapa mengusulkan dan memutuskan sebuah perubahan tetap tersimpan, karena catatan ini harus bisa dipertanggungjawabkan.", "We keep name, work email, role, the time of the last sign-in, and a fingerprint of the password. Who proposed and who decided a change stays on record, because this register must be answerable."},

	"privacy.people":   {"Orang yang disebut dalam catatan", "People named in records"},
	"privacy.people.1": {"Catatan menyebut pejabat dan penanda tangan dengan jabatannya pada hari itu, dari sumber yang disebutkan. Bila nama Anda keliru atau tidak seharusnya ada, tulislah kepada kami. Potret bulanan dari sebelum koreksi tetap memuat yang umum pada hari itu.", "Records name officials and signatories with the office held that day, from sources that are given. If your name is wrong or should not stand there, write to us. Monthly snapshots from before a correction still hold what was public on that day."},

	"privacy.unknown":   {"Yang tidak bisa kami pastikan", "What we cannot vouch for"},
	"privacy.unknown.1": {"Halaman ini menjelaskan apa yang dilakukan program situs ini. Perangkat di depannya, misalnya milik penyedia jaringan, dapat punya catatan sendiri.", "This page says what the program of this site does. Equipment in front of it, such as a network provider's, may keep logs of its own."},

	"accessibility.title":       {"Aksesibilitas", "Accessibility"},
	"accessibility.description": {"Apa yang sudah diperiksa supaya situs ini bisa dipakai semua orang, apa yang belum diketahui, dan ke mana mengadu.", "What has been checked so that everybody can use this site, what is not known, and where to complain."},
	"accessibility.lead":        {"Situs ini harus bisa dipakai semua orang: dengan papan tombol, pembaca layar, huruf besar, ponsel murah, dan tanpa JavaScript. Ukuran kami WCAG 2.2 tingkat AA.", "Everybody must be able to use this site: by keyboard, with a screen reader, with large type, on a cheap phone, and without JavaScript. Our measure is WCAG 2.2, level AA."},

	"accessibility.tested":   {"Yang diperiksa", "What is checked"},
	"accessibility.tested.1": {"Setiap jenis halaman diperiksa otomatis dengan axe-core terhadap aturan WCAG 2.0 sampai 2.2, tingkat A dan AA, sebelum versi baru dipakai: terang dan gelap, di layar lebar dan di layar 320 piksel.", "Every kind of page is checked by axe-core against the rules of WCAG 2.0 to 2.2, levels A and AA, before a new version is used: light and dark, on a wide screen and on one of 320 pixels."},
	"accessibility.tested.2": {"Di layar 320 piksel tidak ada halaman yang harus digeser ke samping.", "On a screen of 320 pixels no page has to be moved sideways."},
	"accessibility.tested.3": {"Dengan papan tombol: lompatan ke isi, dan letak fokus yang terlihat di setiap perhentian sebuah formulir sampai tombolnya.", "By keyboard: the way past the header, and a focus that is seen at every stop of a form up to its button."},
	"accessibility.tested.4": {"Membaca halaman mitra, memilih tampilan, dan mengirim koreksi diuji tanpa JavaScript.", "Reading the page of a partner, choosing the appearance and sending a correction are tested without JavaScript."},
	"accessibility.tested.5": {"Kontras semua pasangan warna diukur: teks paling sedikit 4,5 banding 1, tombol dan gambar 3 banding 1. Setiap gambar data punya kembaran berupa daftar atau tabel.", "The contrast of all pairs of colours was measured: at least 4.5 to 1 for text, 3 to 1 for controls and drawings. Every drawing of data has a twin, a list or table."},

	"accessibility.unknown":   {"Yang belum diketahui", "What is not known"},
	"accessibility.unknown.1": {"Pemeriksaan otomatis hanya menemukan sebagian hambatan. Situs ini belum dinilai pemeriksa dari luar, dan belum dicoba bersama pengguna pembaca layar, perintah suara, atau alat bantu lain.", "Automatic checks find some barriers only. The site has not been judged by an outside auditor, and not been tried with people who use screen readers, voice control or other aids."},
	"accessibility.unknown.2": {"Dokumen yang diunggah, terutama hasil pindai, sering tidak bisa dibaca pembaca layar. Setiap dokumen punya keterangan isi; bila itu kurang, mintalah isinya kepada kami.", "Uploaded documents, scans above all, often cannot be read by a screen reader. Each has a description of what it holds; if that is not enough, ask us for its content."},
	"accessibility.unknown.3": {"Sumber berada di situs lain, yang tidak kami periksa.", "Sources stand on other sites, which we do not check."},

	"statement.complain":               {"Ada keluhan atau pertanyaan?", "A complaint or a question?"},
	"statement.complain_privacy":       {"Tulis kepada kami. Anda tidak perlu akun atau nama, dan jawabannya bisa Anda ikuti dengan kode.", "Write to us. You need no account and no name, and a code lets you follow the answer."},
	"statement.complain_accessibility": {"Tulis halaman mana dan apa yang menghalangi Anda. Tidak perlu akun atau nama, dan jawabannya bisa Anda ikuti dengan kode.", "Tell us which page it was and what stood in your way. You need no account and no name, and a code lets you follow the answer."},
	"statement.write":                  {"Tulis kepada kami", "Write to us"},
}
