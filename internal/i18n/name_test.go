package i18n_test

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"kotakembar/internal/i18n"
)

func TestEveryCountryThatHasANameLiesOnAContinent(t *testing.T) {
	known := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil || i18n.ID.Country(code) == "" || !region.IsCountry() || code == "UN" || code == "EZ" {
				continue // no code of ISO 3166-1 for a country; those two are unions
			}
			known++
			if i18n.ContinentOf(code) == "" {
				t.Errorf("%s, %s, lies nowhere", code, i18n.EN.Country(code))
			}
		}
	}
	if known < 249 { // that many ISO 3166-1 has
		t.Errorf("only %d countries are known", known)
	}
}

func TestCountriesLieWhereTheUnitedNationsPutThem(t *testing.T) {
	for country, want := range map[string]i18n.Continent{
		"ID": i18n.Asia, "DE": i18n.Europe, "US": i18n.NorthAmerica, "EC": i18n.SouthAmerica, "AU": i18n.Oceania, "EG": i18n.Africa,
		"MX": i18n.NorthAmerica, "CU": i18n.NorthAmerica, "TR": i18n.Asia, "RU": i18n.Europe, "CY": i18n.Asia, "PS": i18n.Asia,
		"TW": i18n.Asia, "XK": i18n.Europe, "AQ": i18n.Antarctica, "CX": i18n.Oceania, "BU": i18n.Asia, "ZR": i18n.Africa,
		"": "", "de": i18n.Europe, "Jerman": "", "002": "", "UN": "", "ZZ": "",
	} {
		if got := i18n.ContinentOf(country); got != want {
			t.Errorf("%q lies in %q, want %q", country, got, want)
		}
	}
}

// TestNamesAreThoseOfUnicode holds our names against those of a library, in one of our languages where that has none in the other.
func TestNamesAreThoseOfUnicode(t *testing.T) {
	t.Parallel()
	for _, l := range i18n.Langs {
		in := map[i18n.Lang]language.Tag{i18n.ID: language.Indonesian, i18n.EN: language.English}[l]
		for _, region := range display.Values.Regions() {
			if want := display.Regions(in).Name(region); want != "" && l.Country(region.String()) != want {
				t.Errorf("%s is %q, want %q", region, l.Country(region.String()), want)
			}
		}
		for _, code := range []string{"de", "UK", "BU", "DD", "276", "DEU", "QO", "ZZ", "AA", "", "Jerman"} {
			want := code
			if region, err := language.ParseRegion(code); err == nil {
				want = display.Regions(in).Name(region)
			}
			if got := l.Country(code); got != want {
				t.Errorf("%q is %q, want %q", code, got, want)
			}
		}
		tags := display.Values.Tags()
		for _, written := range []string{"iw", "zh-TW", "zh-Hant-TW", "zh-Hans-SG", "ko-KR", "de-DE-1996", "sr-Latn-RS", "pt-PT", "nl-BE", "es-MX", "ja-Latn", "no", "tl", "sh", "cmn", "x-ours", "und"} {
			tags = append(tags, language.MustParse(written))
		}
		for _, tag := range tags {
			if want := display.Languages(in).Name(tag); want != "" && l.Language(tag.String()) != want {
				t.Errorf("%s is %q, want %q", tag, l.Language(tag.String()), want)
			}
		}
		if got := l.Language("???"); got != "???" {
			t.Errorf("what is no tag is %q", got)
		}
	}
}

func TestEveryContinentHasAName(t *testing.T) {
	names := map[string]bool{}
	for _, c := range i18n.Continents {
		for _, l := range i18n.Langs {
			names[string(l)+l.Continent(c)] = true
		}
	}
	if len(names) != 2*len(i18n.Continents) || !names["idAmerika Selatan"] || !names["enAsia"] {
		t.Errorf("names of continents: %v", names)
	}
}

func TestLanguagesAreWrittenInTheirDirection(t *testing.T) {
	for tag, want := range map[string]string{
		"ar": "rtl", "he": "rtl", "fa-IR": "rtl", "ur": "rtl", "dv": "rtl", "ms-Arab": "rtl", "ckb": "rtl",
		"id": "ltr", "ko": "ltr", "zh-Hant": "ltr", "uz-Latn": "ltr", "": "ltr", "???": "ltr",
	} {
		if got := i18n.Direction(tag); got != want {
			t.Errorf("%s is written %s, want %s", tag, got, want)
		}
	}
}

func TestScriptTellsTheLanguageOfANameWhereItCan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, native, lang, want string }{
		{"수원", "수원시", "ko", "ko"},
		{"水原", "수원시", "ko", "ko"},
		{"杭州", "杭州市", "zh", "zh"},
		{"臺北", "臺北市", "zh-TW", "zh-TW"},
		{"バンドン", "Kota Bandung", "id", "ja"},
		{"반둥", "Kota Bandung", "id", "ko"},
		{"万隆", "Kota Bandung", "id", ""}, // Chinese or Japanese
		{"ಬೆಂಗಳೂರು", "ಬೆಂಗಳೂರು", "kn", "kn"},
		{"Вроцлав", "Wrocław", "pl", ""},
		{"Breslau", "Wrocław", "pl", ""},
		{"1960", "수원시", "ko", ""},
		{"", "", "", ""},
	} {
		if got := i18n.Written(tt.name, tt.native, tt.lang); got != tt.want {
			t.Errorf("%q beside %q in %q is in %q, not %q", tt.name, tt.native, tt.lang, got, tt.want)
		}
	}
}

func TestNameInLatinLettersOfAnOwnerWhoWritesOtherwiseIsEnglish(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, lang, want string }{
		{"Ajou University", "ko", "en"}, {"수원시정연구원", "ko", "ko"}, {"Bandung visit report", "ja", "en"}, {"Hamamatsu-shi", "ja-Latn", "ja-Latn"},
		{"Rat der Stadt Braunschweig", "de", "de"}, {"DPRD Kota Bandung", "id", "id"}, {"Sangguniang Panlungsod", "tl", "tl"}, {"1960", "ko", "ko"},
		{"x", "", ""}, {"x", "???", "???"},
	} {
		if got := i18n.Spoken(tt.name, tt.lang); got != tt.want {
			t.Errorf("%q of %q is in %q, not %q", tt.name, tt.lang, got, tt.want)
		}
	}
}
