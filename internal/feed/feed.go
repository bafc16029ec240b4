// Package feed writes lists of news and of dates in the forms that other programs subscribe to: Atom 1.0 (RFC 4287), JSON Feed 1.1
// and iCalendar (RFC 5545). Values in, bytes out: equal values give equal bytes.
//
// Atom and JSON Feed are few elements, written with the encoders of the standard library, which know languages as the forms ask for
// them. What does not belong here: records, words in a language, HTTP, the clock.
package feed

import (
	"encoding/json"
	"encoding/xml"
	"time"
)

// Media types of the forms.
const (
	AtomType = "application/atom+xml"
	JSONType = "application/feed+json"
)

// Feed is a list of news, the latest first.
type Feed struct {
	ID      string // a URI that never changes
	Title   string
	Lang    string // BCP 47
	Home    string // the page that shows the same
	Atom    string // where the Atom form stands
	JSON    string // where the JSON form stands
	Author  string
	Licence string // address of it
	Updated time.Time
	Entries []Entry
}

// Entry is one piece of news.
type Entry struct {
	ID    string // a URI that never changes
	Title string
	URL   string
	Text  string // plain
	At    time.Time
	Tag   string // what kind of news it is; empty for several kinds
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomPerson  `xml:"author"`
	Rights  string      `xml:"rights"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID        string        `xml:"id"`
	Title     string        `xml:"title"`
	Published string        `xml:"published"`
	Updated   string        `xml:"updated"`
	Link      atomLink      `xml:"link"`
	Category  *atomCategory `xml:"category"`
	Summary   string        `xml:"summary"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// WriteAtom writes the feed as Atom 1.0.
func (f Feed) WriteAtom() ([]byte, error) {
	out := atomFeed{
		Lang: f.Lang, ID: f.ID, Title: f.Title, Updated: stamp(f.Updated), Author: atomPerson{f.Author}, Rights: f.Licence,
		Links: []atomLink{{"self", AtomType, f.Atom}, {"alternate", "text/html", f.Home}, {"license", "", f.Licence}},
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: e.ID, Title: e.Title, Published: stamp(e.At), Updated: stamp(e.At), Link: atomLink{"alternate", "text/html", e.URL},
			Summary: e.Text,
		}
		if e.Tag != "" {
			entry.Category = &atomCategory{e.Tag}
		}
		out.Entries = append(out.Entries, entry)
	}
	body, err := xml.MarshalIndent(out, "", " ")
	return append([]byte(xml.Header), body...), err
}

type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	Home     string       `json:"home_page_url"`
	Self     string       `json:"feed_url"`
	Language string       `json:"language"`
	Authors  []jsonAuthor `json:"authors"`
	Items    []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Tags      []string `json:"tags,omitempty"`
}

// WriteJSON writes the feed as JSON Feed 1.1.
func (f Feed) WriteJSON() ([]byte, error) {
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, Home: f.Home, Self: f.JSON, Language: f.Lang,
		Authors: []jsonAuthor{{f.Author}}, Items: []jsonItem{},
	}
	for _, e := range f.Entries {
		item := jsonItem{ID: e.ID, URL: e.URL, Title: e.Title, Text: e.Text, Published: stamp(e.At)}
		if e.Tag != "" {
			item.Tags = []string{e.Tag}
		}
		out.Items = append(out.Items, item)
	}
	return json.MarshalIndent(out, "", " ")
}

func stamp(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
