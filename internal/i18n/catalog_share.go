package i18n

// shareWords are the words of what leaves the site: share cards, copies, drawings on other sites.
var shareWords = map[string]Text{
	"card.alt": {"Kartu bagikan Kota Kembar Bandung", "Share card of Kota Kembar Bandung"},

	"share.copy_link": {"Salin tautan", "Copy link"},
	"share.copy_code": {"Salin kode", "Copy code"},
	"share.copied":    {"Tersalin", "Copied"},

	"embed.title":   {"Denyut Bandung dan %s", "Pulse of Bandung and %s"},
	"embed.source":  {"Sumber: %s.", "Source: %s."},
	"embed.summary": {"Pasang di situs lain", "Show on another site"},
	"embed.lead":    {"Denyut dan keadaannya boleh dipasang di situs lain dengan menyebut sumber (CC BY 4.0). Gambarnya ikut berubah bila catatannya berubah.", "The pulse and its label may be shown on other sites if the source is named (CC BY 4.0). They change when the record changes."},
	"embed.image":   {"Gambar SVG", "SVG image"},
	"embed.frame":   {"Bingkai (iframe) dengan sumbernya", "Frame (iframe) with its source"},
}
