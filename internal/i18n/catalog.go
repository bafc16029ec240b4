package i18n

import "maps"

// Lookup returns the catalog's words for a key. Keys are dotted paths from the general to the special, such as
// field.signed_on; words may hold fmt verbs, the same ones in both languages.
func Lookup(key string) (Text, bool) {
	t, ok := catalog[key]
	return t, ok
}

// catalog is all fixed words of the site, put together once from the lists that stand by the rooms they serve.
var catalog = join(words, publicWords, adminWords, fieldWords, choiceWords)

func join(lists ...map[string]Text) map[string]Text {
	all := map[string]Text{}
	for _, list := range lists {
		maps.Copy(all, list)
	}
	return all
}

// words are what every page says: layout, navigation, errors, dates.
var words = map[string]Text{
	"site.name":  {"Kota Kembar Bandung", "Kota Kembar Bandung"},
	"site.owner": {"Pemerintah Kota Bandung", "City Government of Bandung"},
}
