package i18n

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Written is the language of a name as its script tells it, as a BCP 47 tag. Beside the name stand that of the same place in its own
// language, and this language. It is empty where the script is Latin, or belongs to several languages and none of them is that one.
func Written(name, native, lang string) string {
	script := scriptOf(name)
	switch {
	case script == "" || script == "Latin":
		return ""
	case script == scriptOf(native), script == "Han" && slices.Contains(writtenInHan, base(lang)):
		return lang
	}
	return alone[script]
}

// alone are the languages that alone are written so where they are official, by the names of their scripts in Unicode.
var alone = map[string]string{"Hangul": "ko", "Hiragana": "ja", "Katakana": "ja", "Thai": "th", "Georgian": "ka", "Armenian": "hy", "Greek": "el"}

// writtenInHan are languages whose names may be written in Han characters alone.
var writtenInHan = []string{"zh", "ja", "ko", "yue"}

// scriptOf is the script of the first letter, by its name in Unicode; empty where there is no letter.
func scriptOf(s string) string {
	for _, c := range s {
		if !unicode.IsLetter(c) {
			continue
		}
		for name, table := range unicode.Scripts {
			if unicode.Is(table, c) {
				return name
			}
		}
	}
	return ""
}

// Spoken is the language of a name of which it is known whose it is, as a BCP 47 tag: the language of its owner, unless that is
// written in another script and the name in Latin letters. Such a name is as its owner gives it to foreigners, in English; one that
// is only transcribed has a tag that says so, such as ja-Latn.
func Spoken(name, lang string) string {
	parsed, err := language.Parse(lang)
	if err != nil {
		return lang
	}
	if script, _ := parsed.Script(); script.String() != "Latn" && scriptOf(name) == "Latin" {
		return string(EN)
	}
	return lang
}

// base is a language without its script and region.
func base(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}

// Direction is the way in which a language is written, by its BCP 47 tag, as the attribute dir has it: rtl, or ltr also where
// the language is not known.
func Direction(tag string) string {
	if parsed, err := language.Parse(tag); err == nil {
		if script, _ := parsed.Script(); slices.Contains(leftward, script.String()) {
			return "rtl"
		}
	}
	return "ltr"
}

// leftward are the scripts of ISO 15924 in use that run from right to left.
var leftward = []string{"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}

// Continent is a part of the world by the regions of the United Nations (M49), America in two; its value is a word of addresses.
type Continent string

// The continents.
const (
	Africa       Continent = "africa"
	Asia         Continent = "asia"
	Europe       Continent = "europe"
	NorthAmerica Continent = "north-america"
	SouthAmerica Continent = "south-america"
	Oceania      Continent = "oceania"
	Antarctica   Continent = "antarctica"
)

// Continents lists the continents.
var Continents = []Continent{Africa, Asia, Europe, NorthAmerica, SouthAmerica, Oceania, Antarctica}

// regions are the codes by which the continents are known to M49; that of Antarctica is a country to ISO 3166.
var regions = map[Continent]string{
	Africa: "002", Asia: "142", Europe: "150", NorthAmerica: "003", SouthAmerica: "005", Oceania: "009", Antarctica: "AQ",
}

// ContinentOf is where a country lies, by its ISO 3166-1 code; empty where the code is not known.
func ContinentOf(country string) Continent {
	code, err := language.ParseRegion(country)
	if err != nil || !code.IsCountry() {
		return ""
	}
	code = code.Canonicalize()
	if code.String() == regions[Antarctica] {
		return Antarctica
	}
	for _, c := range Continents {
		if language.MustParseRegion(regions[c]).Contains(code) {
			return c
		}
	}
	return ""
}

// Continent is the name of a continent.
func (l Lang) Continent(c Continent) string { return l.Country(regions[c]) }
