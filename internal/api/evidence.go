package api

import (
	"encoding/json"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Citation ties a source to one field of the document.
type Citation struct {
	Field   string      `json:"field"`
	Says    opt[Text]   `json:"says"`
	Locator *string     `json:"locator"`
	Source  CitedSource `json:"source"`
}

// CitedSource is a source as far as a reader needs it to judge and find it.
type CitedSource struct {
	Slug        string  `json:"slug"`
	Title       string  `json:"title"`
	Publisher   string  `json:"publisher"`
	PublishedOn *EDTF   `json:"published_on"`
	Language    string  `json:"language"`
	Quality     string  `json:"quality"`
	URL         *string `json:"url"`
	ArchiveURL  *string `json:"archive_url"`
	Href        string  `json:"href"`
}

// Dispute is a field of which sources tell different values: all of them, and what the register says of it.
type Dispute struct {
	Field    string    `json:"field"`
	Why      opt[Text] `json:"why"`
	Versions []Version `json:"versions"`
}

// Version is one value that is told of a disputed field. The register's own is a value in the form of the field; what others
// say stands in their words.
type Version struct {
	Used      bool       `json:"used"`
	Value     any        `json:"value"`
	Says      opt[Text]  `json:"says"`
	Citations []Citation `json:"citations"`
}

// outside are the names of fields that are called otherwise inside.
var outside = map[string]string{
	"city": "partner", "agreement_ids": "agreements", "is_home": "home", "lat": "latitude", "lon": "longitude",
	"native_lang": "native_language", "wikidata": "wikidata", "field_group": "group",
	"elected": "participants.elected", "official": "participants.official", "student": "participants.student",
	"resident": "participants.resident", "artist": "participants.artist", "business": "participants.business",
	"currency": "cost.currency", "about_kind": "about.kind",
}

// field is what a column is called in documents; both sides of a text are the text.
func field(column string) string {
	name := portal.FieldName(column)
	if other, ok := outside[name]; ok {
		return other
	}
	return name
}

// evidence is what stands behind a record, given its own values by column.
func (t *teller) evidence(id int64, own portal.Snapshot) (citations []Citation, disputed []Dispute) {
	cited := t.cited[id]
	citations, disputed = []Citation{}, []Dispute{}
	for _, c := range cited {
		citations = append(citations, t.citation(c))
	}
	value := func(name string) json.RawMessage { return ownValue(own, name) }
	text := func(name string) string { return strings.Trim(string(value(name)), `"`) }
	for _, name := range portal.Disputed(cited, text) {
		d := Dispute{Field: field(name), Why: maybeText(why(t.rulings[id], name))}
		for _, claim := range portal.Claims(cited, name, text(name)) {
			v := Version{Used: claim.Own(), Says: maybeText(claim.Says), Citations: []Citation{}}
			if v.Used {
				v.Value = value(name)
			}
			for _, c := range claim.By {
				v.Citations = append(v.Citations, t.citation(c))
			}
			d.Versions = append(d.Versions, v)
		}
		disputed = append(disputed, d)
	}
	return citations, disputed
}

func (t *teller) citation(c portal.Cited) Citation {
	s := c.Source
	return Citation{
		Field: field(c.Field), Says: maybeText(c.Says), Locator: known(c.Locator),
		Source: CitedSource{
			Slug: s.Slug, Title: s.Title, Publisher: s.Publisher, PublishedOn: date(s.PublishedOn), Language: s.Language,
			Quality: string(s.Quality), URL: known(s.URL), ArchiveURL: known(s.ArchiveURL), Href: t.href("sources", s.Slug),
		},
	}
}

// why is what the register says of the differing sources of a field.
func why(rulings []portal.Ruling, name string) i18n.Text {
	for _, r := range rulings {
		if portal.FieldName(r.Field) == name {
			return r.Why
		}
	}
	return i18n.Text{}
}

// ownValue is the register's own value of a field as documents have it, nil where it has none.
func ownValue(own portal.Snapshot, name string) json.RawMessage {
	if one := filled(own.Fields[name]); one != nil {
		return one
	}
	if one := filled(own.Fields[name+"_id"]); one != nil && len(own.Fields[name+"_en"]) == 0 { // a reference
		return one
	}
	id, en := filled(own.Fields[name+"_id"]), filled(own.Fields[name+"_en"])
	if id == nil && en == nil {
		return nil
	}
	both, err := json.Marshal(map[string]json.RawMessage{"id": orNull(id), "en": orNull(en)})
	if err != nil {
		return nil
	}
	return both
}

func filled(raw json.RawMessage) json.RawMessage {
	switch string(raw) {
	case "", "null", `""`, "[]":
		return nil
	}
	return raw
}

func orNull(raw json.RawMessage) json.RawMessage {
	if raw == nil {
		return json.RawMessage("null")
	}
	return raw
}
