package i18n

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country is the name of a country by its ISO 3166-1 code, the code itself where it is not known.
func (l Lang) Country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.Regions(l.tag()).Name(region)
}

// Language is the name of a language by its BCP 47 tag, the tag itself where it is not known.
func (l Lang) Language(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	return display.Languages(l.tag()).Name(parsed)
}

func (l Lang) tag() language.Tag {
	if l == EN {
		return language.English
	}
	return language.Indonesian
}
