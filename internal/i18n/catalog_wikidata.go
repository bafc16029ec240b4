package i18n

// wikidataWords are the words of what is proposed of Wikidata's statements.
var wikidataWords = map[string]Text{
	"wikidata.reason":      {"Perbedaan antara Wikidata dan register", "Differences between Wikidata and the register"},
	"wikidata.twinned":     {"Kota kembar", "A twinned city"},
	"wikidata.since":       {"sejak %s", "since %s"},
	"wikidata.until":       {"sampai %s", "until %s"},
	"wikidata.source_note": {"Pernyataan kota kembar (P190) di Wikidata. Siapa pun bisa menulis di sana, jadi tidak dipakai sebagai dasar; rujukannya ada di tiap kutipan.", "Statements on twinned cities (P190) in Wikidata. Anybody may write there, so that nothing rests on it; its references stand with each citation."},
}
