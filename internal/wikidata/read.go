// Package wikidata sets what Wikidata says of the home city's partners beside the register, and makes proposals of the differences.
//
// Here belong the two forms of its exports, and what is to be proposed. What does not belong here: how proposals are decided on, and
// writing for Wikidata, which the exports of the register do.
package wikidata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Twin is a city that Wikidata calls a partner of another one (P190).
type Twin struct {
	ID         string    // Q1234
	Name       i18n.Text // empty where the file does not say it
	Country    string    // ISO 3166-1 alpha-2, empty where the file does not say it
	Lat, Lon   float64
	Start, End portal.Date // P580 and P582, empty where they are not stated
	References []string    // addresses (P854)
}

// Evidenced tells whether Wikidata says more than that the city is a partner: since or until when, or where that is written.
func (t Twin) Evidenced() bool { return t.Start != "" || t.End != "" || len(t.References) > 0 }

// ErrForm is the error of a file in neither of the two forms.
var ErrForm = errors.New("the file is neither an export of an entity (JSON) nor a table with a column for the partner (CSV)")

// Read reads the partners of a city from an export: the JSON of its entity (Special:EntityData), or a table of the query service.
func Read(file []byte, city string) ([]Twin, error) {
	if trimmed := bytes.TrimSpace(file); len(trimmed) > 0 && trimmed[0] == '{' {
		return readEntity(trimmed, city)
	}
	return readTable(bytes.NewReader(bytes.TrimPrefix(file, []byte("\uFEFF"))))
}

type entity struct {
	Labels map[string]struct{ Value string }
	Claims map[string][]statement
}

type statement struct {
	Rank       string
	Mainsnak   snak
	Qualifiers map[string][]snak
	References []struct{ Snaks map[string][]snak }
}

type snak struct {
	Snaktype  string
	Datavalue struct{ Value json.RawMessage }
}

func readEntity(file []byte, city string) (twins []Twin, err error) {
	var export struct{ Entities map[string]entity }
	if err := json.Unmarshal(file, &export); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	of, ok := export.Entities[city]
	if !ok {
		return nil, fmt.Errorf("%w: it does not hold %s", ErrForm, city)
	}
	for _, s := range of.Claims["P190"] {
		var item struct{ ID string }
		if s.Rank == "deprecated" || json.Unmarshal(s.Mainsnak.Datavalue.Value, &item) != nil || !itemForm.MatchString(item.ID) {
			continue // withdrawn, or a partner that nobody knows
		}
		t := Twin{ID: item.ID, Start: firstDate(s.Qualifiers["P580"]), End: firstDate(s.Qualifiers["P582"])}
		for _, r := range s.References {
			for _, at := range r.Snaks["P854"] {
				var address string
				if json.Unmarshal(at.Datavalue.Value, &address) == nil {
					t.References = append(t.References, address)
				}
			}
		}
		labels := export.Entities[item.ID].Labels
		t.Name = named(labels["id"].Value, labels["en"].Value, labels["mul"].Value)
		twins = append(twins, t)
	}
	return merged(twins), nil
}

// named is a name in both languages, from whichever there are.
func named(id, en, any string) i18n.Text {
	for _, s := range []*string{&id, &en} {
		for _, other := range []string{en, any, id} {
			if *s == "" {
				*s = other
			}
		}
	}
	return i18n.Text{ID: id, EN: en}
}

// firstDate is the first date of some qualifiers, with the precision that is stated: 11 a day, 10 a month, 9 a year. Coarser ones, and
// those before our era, are left out.
func firstDate(snaks []snak) portal.Date {
	for _, s := range snaks {
		var at struct {
			Time      string
			Precision int
		}
		if json.Unmarshal(s.Datavalue.Value, &at) != nil || !strings.HasPrefix(at.Time, "+") {
			continue
		}
		if d := dateOf(at.Time[1:], at.Precision-8); d != "" {
			return d
		}
	}
	return ""
}

// dateOf is the first parts of a day: 1 the year, 2 the month as well, 3 the day.
func dateOf(day string, parts int) portal.Date {
	lengths := []int{0, len("2006"), len("2006-01"), len("2006-01-02")}
	if parts < 1 || parts >= len(lengths) || len(day) < lengths[parts] {
		return ""
	}
	d, err := portal.ParseDate(day[:lengths[parts]])
	if err != nil {
		return ""
	}
	return d
}

// columns are the names under which tables of the query service hold what is wanted, in lower case.
var columns = map[string][]string{
	"id": {"partner", "twin", "item", "city"}, "label": {"partnerlabel", "twinlabel", "itemlabel", "citylabel", "label"},
	"label_id": {"label_id"}, "label_en": {"label_en"}, "country": {"country", "countrycode"}, "place": {"coord", "coordinates", "place"},
	"start": {"start", "starttime", "p580"}, "end": {"end", "endtime", "p582"}, "reference": {"reference", "ref", "url", "p854"},
}

var (
	itemForm    = regexp.MustCompile(`^Q[1-9][0-9]*$`)
	placeForm   = regexp.MustCompile(`(?i)^Point\((-?[0-9.]+) (-?[0-9.]+)\)$`)
	countryForm = regexp.MustCompile(`^[A-Z]{2}$`)
)

func readTable(file io.Reader) (twins []Twin, err error) {
	in := csv.NewReader(file)
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	at := map[string]int{}
	for name, known := range columns {
		at[name] = slices.IndexFunc(header, func(h string) bool { return slices.Contains(known, strings.ToLower(strings.TrimSpace(h))) })
	}
	if at["id"] < 0 {
		return nil, ErrForm
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return merged(twins), nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrForm, err)
		}
		cell := func(name string) string {
			if i := at[name]; i >= 0 && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		if t, ok := rowTwin(cell); ok {
			twins = append(twins, t)
		}
	}
}

func rowTwin(cell func(string) string) (t Twin, ok bool) {
	id := cell("id")
	t.ID = id[strings.LastIndex(id, "/")+1:]
	if !itemForm.MatchString(t.ID) {
		return t, false
	}
	t.Name = named(cell("label_id"), cell("label_en"), cell("label"))
	if country := strings.ToUpper(cell("country")); countryForm.MatchString(country) {
		t.Country = country
	}
	if m := placeForm.FindStringSubmatch(cell("place")); m != nil {
		t.Lon, _ = strconv.ParseFloat(m[1], 64) // the form lets numbers alone through
		t.Lat, _ = strconv.ParseFloat(m[2], 64)
	}
	t.Start, t.End = tableDate(cell("start")), tableDate(cell("end"))
	if ref := cell("reference"); ref != "" {
		t.References = []string{ref}
	}
	return t, true
}

// tableDate reads a date of the query service, which writes a year as its first of January: that day is taken for the year.
func tableDate(s string) portal.Date {
	day, _, _ := strings.Cut(strings.TrimPrefix(s, "+"), "T")
	if year, ok := strings.CutSuffix(day, "-01-01"); ok {
		day = year
	}
	return dateOf(day, strings.Count(day, "-")+1)
}

// merged brings together what a file says of one city in several rows or statements.
func merged(twins []Twin) (list []Twin) {
	for _, t := range twins {
		i := slices.IndexFunc(list, func(known Twin) bool { return known.ID == t.ID })
		if i < 0 {
			list = append(list, t)
			continue
		}
		known := &list[i]
		if known.Start == "" {
			known.Start = t.Start
		}
		if known.End == "" {
			known.End = t.End
		}
		for _, r := range t.References {
			if !slices.Contains(known.References, r) {
				known.References = append(known.References, r)
			}
		}
	}
	return list
}
