package export_test

import (
	"slices"
	"strings"
	"testing"
)

// statements are the lines of the file for Wikidata, each cut at its tabs.
func (r register) statements() (list [][]string) {
	r.t.Helper()
	for line := range strings.Lines(string(r.file("wikidata-p190.txt"))) {
		list = append(list, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return list
}

// numbered gives cities numbers in Wikidata, which need not be the real ones, and takes them from all others.
func (r register) numbered(slugs map[string]string) {
	r.t.Helper()
	r.run("update cities set wikidata_id = null")
	for slug, q := range slugs {
		r.run("update cities set wikidata_id = $2 where slug = $1", slug, q)
	}
}

// between is the statement from one city to another, if there is one.
func between(list [][]string, from, to string) []string {
	for _, s := range list {
		if s[0] == from && s[2] == to {
			return s
		}
	}
	return nil
}

func TestWikidataIsToldOfTheTwinsOfTheSeededRegister(t *testing.T) {
	list := open(t).statements()
	for twin, q := range map[string]string{"braunschweig": "Q2773", "fort-worth": "Q16558", "suwon": "Q20714", "hamamatsu": "Q185125"} {
		if between(list, "Q10389", q) == nil || between(list, q, "Q10389") == nil {
			t.Errorf("%s is not told of from both sides: %q", twin, list)
		}
	}
}

func TestWikidataIsToldOfNoBlogWhereThereIsABetterSource(t *testing.T) {
	better := 0
	for _, s := range open(t).statements() {
		blogs, others := 0, 0
		for i, part := range s {
			switch {
			case i == 0 || !strings.HasSuffix(s[i-1], "S854"):
			case strings.Contains(part, "kompasiana.com"):
				blogs++
			default:
				others++
			}
		}
		if blogs > 0 && others > 0 {
			t.Errorf("a blog stands beside better sources: %q", s)
		}
		better += others
	}
	if better == 0 {
		t.Error("no statement names a source")
	}
}

func TestWikidataIsToldOfTwinsWithWhatSourcesAgreeOn(t *testing.T) {
	r := openOwn(t)
	r.numbered(map[string]string{"bandung": "Q1", "braunschweig": "Q2", "suwon": "Q3"})
	r.run("update sources set checked_on = '2026-10-05' where slug = 'bsw-de'")
	list := r.statements()
	if len(list) != 4 {
		t.Fatalf("%d statements for two pairs: %q", len(list), list)
	}
	there, back := between(list, "Q1", "Q2"), between(list, "Q2", "Q1")
	if !slices.Equal(there[3:], back[3:]) {
		t.Errorf("the two sides are told differently: %q and %q", there, back)
	}
	if there[1] != "P190" || there[3] != "P580" || there[4] != "+1960-05-24T00:00:00Z/11" {
		t.Errorf("the statement is %q", there)
	}
	var bsw, hearsay string
	for slug, to := range map[string]*string{"bsw-de": &bsw, "aleut-2013": &hearsay} {
		if err := r.pool.QueryRow(t.Context(), "select url from sources where slug = $1", slug).Scan(to); err != nil {
			t.Fatal(err)
		}
	}
	at := slices.Index(there, `"`+bsw+`"`)
	if at < 0 || there[at-1] != "S854" || there[at+1] != "S813" || there[at+2] != "+2026-10-05T00:00:00Z/11" {
		t.Errorf("the official source is not the first reference with its day: %q", there)
	}
	if slices.Contains(there, `"`+hearsay+`"`) {
		t.Errorf("a source that names another day is a reference: %q", there)
	}
	for _, part := range there[at+3:] {
		if strings.HasPrefix(part, "S") || strings.HasPrefix(part, "!") {
			if part != "!S854" && part != "S813" {
				t.Errorf("a further source is no reference of its own: %q", there)
			}
		}
	}
}

func TestWikidataIsNotToldWhatNobodyCanCheck(t *testing.T) {
	r := openOwn(t)
	r.numbered(map[string]string{"bandung": "Q1", "braunschweig": "Q2", "toyota": "Q3", "kawasaki": "Q4", "yingkou": "Q5", "fort-worth": "Q6"})
	told := func() [][]string { t.Helper(); return r.statements() }
	if list := told(); between(list, "Q1", "Q3") != nil || between(list, "Q1", "Q4") != nil {
		t.Errorf("a letter of intent or another cooperation is told: %q", list)
	}
	if s := between(told(), "Q1", "Q5"); s == nil || slices.Contains(s, "P580") {
		t.Errorf("an uncertain date is told: %q", s)
	}
	r.run("update agreements set signed_on = '1990~' where slug = 'fort-worth'")
	if s := between(told(), "Q1", "Q6"); s[4] != "+1990-00-00T00:00:00Z/9" || s[5] != "P1480" || s[6] != "Q5727902" {
		t.Errorf("an approximate date is told as %q", s)
	}
	r.run("update sources set quality = 'unverifiable' where id in (select source_id from citations where kind = 'agreement' and field = 'legal_type')")
	if list := told(); len(list) > 0 {
		t.Errorf("what only hearsay supports is told: %q", list)
	}
	r.run("update sources set quality = 'secondary'")
	if len(told()) == 0 {
		t.Error("nothing is told at all")
	}
	r.run("update cities set wikidata_id = null where is_home")
	if list := told(); len(list) > 0 {
		t.Errorf("told of a city without a number: %q", list)
	}
}
