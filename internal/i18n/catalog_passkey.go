package i18n

// passkeyWords are the words around passkeys.
var passkeyWords = map[string]Text{
	"passkey.title":           {"Kunci sandi (passkey)", "Passkeys"},
	"passkey.text":            {"Kunci sandi disimpan perangkat Anda, misalnya ponsel, laptop, atau kunci keamanan, dan dibuka dengan sidik jari, wajah, atau PIN. Dengan itu Anda masuk tanpa kata sandi dan tanpa kode. Pasang dua, supaya Anda tetap bisa masuk bila satu perangkat hilang.", "A passkey is kept by your device, such as a phone, a laptop or a security key, and opened by fingerprint, face or PIN. With it you sign in without a password and without a code. Set up two, so that you can still sign in when one device is lost."},
	"passkey.device":          {"Perangkat", "Device"},
	"passkey.added":           {"Dipasang", "Added"},
	"passkey.used":            {"Terakhir dipakai", "Last used"},
	"passkey.never":           {"Belum pernah", "Never"},
	"passkey.remove":          {"Cabut", "Remove"},
	"passkey.add":             {"Tambah kunci sandi", "Add a passkey"},
	"passkey.use":             {"Masuk dengan kunci sandi", "Use a passkey"},
	"passkey.failed":          {"Kunci sandi tidak jadi dipakai. Coba lagi, atau pakai cara lain di halaman ini.", "No passkey was used. Try again, or use another way on this page."},
	"passkey.without":         {"Kunci sandi memerlukan JavaScript dan peramban yang mengenalnya. Tanpa itu, pakai aplikasi autentikator.", "Passkeys need JavaScript and a browser that knows them. Without these, use an authenticator app."},
	"passkey.without_code":    {"Kunci sandi memerlukan JavaScript. Tanpa itu, pakai kode dari aplikasi atau kode pemulihan.", "Passkeys need JavaScript. Without it, use a code from the app or a recovery code."},
	"passkey.without_sign_in": {"Punya kunci sandi? Itu memerlukan JavaScript. Tanpa itu, masuklah dengan kata sandi.", "Have a passkey? It needs JavaScript. Without it, sign in with your password."},
	"passkey.not_here":        {"Kunci sandi bekerja hanya lewat https dan nama situs, bukan lewat alamat angka.", "Passkeys work only over https and by the name of the site, not by a numeric address."},
	"field.device":            {"Nama perangkat", "Name of the device"},
	"hint.device":             {"Supaya Anda mengenalinya nanti, misalnya “Ponsel kantor”.", "So that you know it later, such as “Office phone”."},
	"problem.passkey_name":    {"Beri nama perangkat itu, paling banyak %d karakter", "Give the device a name of at most %d characters"},
	"problem.passkey":         {"Kunci sandi tidak bisa dipakai. Coba lagi, atau pakai cara lain", "The passkey could not be used. Try again, or use another way"},
	"saved.passkey":           {"Kunci sandi sudah ditambahkan.", "The passkey has been added."},
	"saved.passkey_removed":   {"Kunci sandi sudah dicabut.", "The passkey has been removed."},

	"security.remove_app": {"Cabut aplikasi autentikator", "Remove the authenticator app"},
	"security.start_more": {"Pasang juga aplikasi autentikator", "Set up an authenticator app as well"},
	"security.key_text":   {"Anda masuk dengan kunci sandi. Setelah kata sandi, kami meminta kunci sandi atau kode pemulihan. Sisa kode pemulihan Anda: %s.", "You sign in with a passkey. After your password we ask for a passkey or a recovery code. Recovery codes you have left: %s."},

	"trace.passkey_added":          {"menambahkan kunci sandi", "added a passkey"},
	"trace.passkey_removed":        {"mencabut kunci sandi", "removed a passkey"},
	"choice.trace.passkey_added":   {"Kunci sandi ditambahkan", "Passkeys added"},
	"choice.trace.passkey_removed": {"Kunci sandi dicabut", "Passkeys removed"},
}
