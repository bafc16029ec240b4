package portal

import (
	"net/url"

	"kotakembar/internal/i18n"
)

// Quality is how far a source can be relied on.
type Quality string

// Official: a city, ministry or council speaks of its own acts; secondary: press, studies, databases; unverifiable: hearsay
// that nobody can check.
const (
	Official     Quality = "official"
	Secondary    Quality = "secondary"
	Unverifiable Quality = "unverifiable"
)

// Qualities lists the choices, the best first.
var Qualities = []Quality{Official, Secondary, Unverifiable}

// Verifiable tells whether a fact may rest on a source of the quality.
func (q Quality) Verifiable() bool { return q == Official || q == Secondary }

// better is the first of two qualities in the order of Qualities.
func better(a, b Quality) Quality {
	for _, q := range Qualities {
		if a == q || b == q {
			return q
		}
	}
	return Unverifiable
}

// Source is where a fact comes from.
type Source struct {
	Meta
	Slug        string
	Title       string // as printed, or in English where nobody could print it
	Publisher   string
	URL         string
	ArchiveURL  string
	PublishedOn Date
	Language    string // BCP 47
	Quality     Quality
	CheckedOn   Date // when somebody last read it
	Note        i18n.Text
}

// TitleLang is the language in which title and publisher stand here, BCP 47.
func (s Source) TitleLang() string { return i18n.Spoken(s.Title, s.Language) }

// Verifiable tells whether a fact may rest on the source.
func (s Source) Verifiable() bool { return s.Quality.Verifiable() }

// Check tells what is wrong with the source.
func (s Source) Check() error {
	var p Problems
	p.slug(s.Slug, "slug")
	p.Must(s.Title != "", "title", "problem.required")
	p.Must(s.Publisher != "", "publisher", "problem.required")
	p.Must(s.Language != "", "language", "problem.required")
	p.webAddress(s.URL, "url")
	p.webAddress(s.ArchiveURL, "archive_url")
	oneOf(&p, s.Quality, Qualities, "quality")
	p.date(s.PublishedOn, "published_on")
	p.date(s.CheckedOn, "checked_on")
	p.notHalf(s.Note, "note")
	return p.Err()
}

// webAddress asks for an http or https address with a host, or none: nothing else may become a link.
func (p *Problems) webAddress(s, field string) {
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	p.Must(err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "", field, "problem.url")
}
