package i18n

// shareWords are the words of what leaves the site: share cards and drawings on other sites.
var shareWords = map[string]Text{
	"card.alt": {"Kartu bagikan Kota Kembar Bandung", "Share card of Kota Kembar Bandung"},
}
