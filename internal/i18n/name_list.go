package i18n

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// The names of countries and languages in our languages, of Unicode's CLDR (© Unicode, Inc., Unicode License V3): a code, the Indonesian
// name, the English one. A test holds them against golang.org/x/text/language/display, which comes with the names in every language,
// more than 2 MB of them.
var (
	//go:embed countries.txt
	countryLines string
	//go:embed languages.txt
	languageLines string

	countryNames  = sync.OnceValue(func() map[string]Text { return namesIn(countryLines) })
	languageNames = sync.OnceValue(func() map[string]Text { return namesIn(languageLines) })
)

func namesIn(lines string) map[string]Text {
	names := map[string]Text{}
	for line := range strings.Lines(lines) {
		code, both, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		id, en, _ := strings.Cut(both, "\t")
		names[code] = Text{id, en}
	}
	return names
}

// Country is the name of a country by its ISO 3166-1 code, the code itself where it is none.
func (l Lang) Country(code string) string {
	parsed, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	today, _ := language.DeprecatedRegion.Compose(parsed)
	_, _, region := today.Raw()
	return countryNames()[region.String()].In(l)
}

// Language is the name of a language by its BCP 47 tag, the tag itself where it is none. What has no name of its own has that of what it
// belongs to.
func (l Lang) Language(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	parsed, _ = language.All.Canonicalize(parsed)
	for {
		base, script, region := parsed.Raw()
		for _, code := range []string{base.String() + "-" + script.String(), base.String() + "-" + region.String(), base.String()} {
			if name, ok := languageNames()[code]; ok {
				return name.In(l)
			}
		}
		if parsed = parsed.Parent(); parsed == language.Und {
			return ""
		}
	}
}
