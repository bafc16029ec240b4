package i18n

// staffWords are the words around accounts of staff: sign-in, password, the list of staff, and what else can be answered to
// a request that comes in wrongly.
var staffWords = map[string]Text{
	"error.signed_out.title":  {"Anda perlu masuk lagi", "You need to sign in again"},
	"error.signed_out.text":   {"Sesi Anda sudah berakhir. Masuklah di tab baru, lalu kembali ke halaman sebelumnya dan kirim lagi; isian Anda masih ada di sana.", "Your session has ended. Sign in on a new tab, then go back to the previous page and send it again; what you typed is still there."},
	"error.invalid.title":     {"Ada yang perlu diperbaiki", "Something needs mending"},
	"error.invalid.text":      {"Kembali ke halaman sebelumnya dan periksa isiannya.", "Go back to the previous page and check the form."},
	"error.misdirected.title": {"Situs ini tidak memakai alamat itu", "This site does not use that address"},
	"error.misdirected.text":  {"Buka situs lewat alamat resminya. Pengelola: tambahkan nama ini ke KOTAKEMBAR_HOSTS bila memang benar.", "Open the site at its official address. Operators: add this name to KOTAKEMBAR_HOSTS if it is right."},

	"sign_in.title":       {"Masuk petugas", "Staff sign in"},
	"sign_in.lead":        {"Untuk pegawai Pemerintah Kota Bandung. Warga tidak perlu masuk.", "For staff of the City Government of Bandung. Residents do not need to sign in."},
	"sign_in.headline":    {"Satu catatan, satu sumber.", "One record, one source."},
	"sign_in.email":       {"Alamat surel dinas", "Work email address"},
	"sign_in.submit":      {"Masuk", "Sign in"},
	"sign_in.forgotten":   {"Lupa kata sandi? Administrator bisa mengirim tautan untuk yang baru.", "Forgotten your password? An administrator can send you a link for a new one."},
	"sign_in.signed_out":  {"Anda sudah keluar.", "You have signed out."},
	"sign_in.plain.title": {"Masuk hanya bisa lewat sambungan aman", "Signing in needs a secure connection"},
	"sign_in.plain.text":  {"Halaman ini dibuka tanpa https, sehingga kata sandi bisa dibaca orang lain di jaringan. Buka alamat yang diawali https, atau buka langsung di komputer yang menjalankan situs ini.", "This page was opened without https, so others on the network could read your password. Open the address that starts with https, or open it on the computer that runs this site."},
	"sign_in.plain.setup": {"Untuk pengelola: pasang TLS di depan program ini, lalu isi KOTAKEMBAR_BASE_URL dengan alamat https-nya dan KOTAKEMBAR_TRUSTED_PROXIES dengan jaringan proksinya.", "For operators: put TLS in front of this program, then set KOTAKEMBAR_BASE_URL to its https address and KOTAKEMBAR_TRUSTED_PROXIES to the network of the proxy."},

	"problem.sign_in":     {"Surel atau kata sandi tidak cocok. Sisa %d percobaan sebelum akun dikunci %d menit", "Email or password does not match. %d tries left before the account is locked for %d minutes"},
	"problem.sign_in_one": {"Surel atau kata sandi tidak cocok. Sisa satu percobaan sebelum akun dikunci %d menit", "Email or password does not match. One try left before the account is locked for %d minutes"},
	"problem.locked":      {"Terlalu banyak percobaan yang gagal. Tunggu %d menit, lalu coba lagi", "Too many failed tries. Wait %d minutes, then try again"},
	"problem.current":     {"Kata sandi sekarang tidak cocok", "The current password does not match"},
	"problem.repeat":      {"Kedua kata sandi baru harus sama", "Both new passwords must be the same"},
	"problem.same":        {"Pilih kata sandi yang lain dari yang sekarang", "Choose a password other than the current one"},

	"password.title":  {"Ganti kata sandi", "Change password"},
	"password.forced": {"Kata sandi Anda diberikan orang lain. Gantilah dengan yang hanya Anda tahu sebelum melanjutkan.", "Your password was given to you by someone else. Choose one that only you know before you go on."},
	"password.lead":   {"Sesi Anda di perangkat lain akan ditutup.", "Your sessions on other devices will be closed."},
	"password.submit": {"Simpan kata sandi", "Save password"},
	"field.current":   {"Kata sandi sekarang", "Current password"},
	"field.new":       {"Kata sandi baru", "New password"},
	"field.repeat":    {"Ulangi kata sandi baru", "Repeat the new password"},
	"password.aged":   {"Kata sandi Anda sudah dipakai lebih dari %d hari. Aturan kantor meminta yang baru sebelum Anda melanjutkan.", "Your password is older than %d days. The rules of the office ask for a new one before you go on."},
	"hint.new":        {"Paling sedikit %d karakter. Empat kata acak mudah diingat dan sulit ditebak. Jangan pakai nama Anda, alamat surel, atau nama situs ini.", "At least %d characters. Four random words are easy to remember and hard to guess. Leave out your name, your email address and the name of this site."},
	"hint.new_mixed":  {"Paling sedikit %d karakter, dengan huruf kecil, huruf besar, angka, dan tanda lain. Empat kata acak adalah awal yang baik. Jangan pakai nama Anda, alamat surel, atau nama situs ini.", "At least %d characters, with small letters, capitals, digits and other signs. Four random words are a good start. Leave out your name, your email address and the name of this site."},
	"field.disabled":  {"Tidak boleh masuk", "May not sign in"},

	"staff.title":      {"Petugas", "Staff"},
	"staff.lead":       {"Siapa yang menjaga catatan ini, dan apa yang boleh mereka lakukan.", "Who keeps this register, and what they may do."},
	"staff.new":        {"Undang petugas", "Invite a person"},
	"staff.access":     {"Akses", "Access"},
	"staff.seen":       {"Terakhir terlihat", "Last seen"},
	"staff.never":      {"Belum pernah", "Never"},
	"staff.active":     {"Aktif", "Active"},
	"staff.waiting":    {"Belum ganti kata sandi", "Password not changed yet"},
	"staff.disabled":   {"Tidak boleh masuk", "May not sign in"},
	"staff.save":       {"Simpan", "Save"},
	"staff.own":        {"Ini akun Anda sendiri. Akses Anda hanya bisa diubah administrator lain; kata sandi Anda ganti di halaman Kata sandi.", "This is your own account. Only another administrator can change your access; change your password on the Password page."},
	"staff.given.back": {"Sudah saya catat, kembali ke daftar", "I have noted it, back to the list"},

	"saved.access":   {"Akses sudah disimpan.", "The access has been saved."},
	"saved.password": {"Kata sandi sudah diganti.", "Your password has been changed."},
}
