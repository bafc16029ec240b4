package migrations_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

// dossier is testdata/bandung.json: the facts as they were gathered, with their sources.
type dossier struct {
	Sources    []sourceFacts
	Cities     []cityFacts
	Agreements []agreementFacts
	Approvals  []approvalFacts
	Programs   []programFacts
}

type dateFact struct{ Value string }

// on is the date as the register writes it, without a mark of doubt; empty where it is unknown.
func (d *dateFact) on() portal.Date {
	if d == nil {
		return ""
	}
	return portal.Date(d.Value)
}

type sourceFacts struct {
	ID, Title, Publisher, URL, Language, Note string
	Date                                      *dateFact
}

// slug is the source's name in the register.
func slug(id string) string { return notInSlug.ReplaceAllString(strings.ToLower(id), "-") }

var notInSlug = regexp.MustCompile(`[^a-z0-9-]`)

type figure struct {
	Value   float64
	Sources []string
}

type cityFacts struct {
	ID                   string
	Names                struct{ ID, EN, Native string }
	Aliases              []string
	Country, AdminRegion string
	Lat, Lon             float64
	Population           []figure
	AreaKm2              *figure
	Sources              []string
}

type alternative struct {
	Field     string
	Preferred string
	Values    []struct {
		Value   string
		Sources []string
	}
}

type eventFacts struct {
	Type        string
	Date        *dateFact
	Place       string
	Signatories []struct{ Name, Side string }
	Sources     []string
}

type agreementFacts struct {
	ID, Instrument string
	Cities         []string
	InSeed         bool
	Expiry         *struct {
		Date    *dateFact
		Sources []string
	}
	Status struct {
		Value, AsOf string
		Sources     []string
	}
	Sectors, Sources []string
	Events           []eventFacts
	Alternatives     []alternative
}

// slug is the agreement's name in the register.
func (a agreementFacts) slug() string { return strings.TrimPrefix(a.ID, "bdg-") }

type approvalFacts struct {
	ID, Agreement, Body, Kind, Result string
	DecisionNumber                    string
	Date                              *dateFact
	Sources                           []string
}

type programFacts struct {
	ID, Kind, Status, Place string
	Agreements, Sectors     []string
	Start, End              *dateFact
	Counterparts, Sources   []string
	Outcomes                []outcomeFacts
	Alternatives            []alternative
}

type outcomeFacts struct {
	Metric, Unit string
	Value        int64
}

func readDossier(t *testing.T) dossier {
	t.Helper()
	raw, err := os.ReadFile("testdata/bandung.json")
	if err != nil {
		t.Fatal(err)
	}
	var d dossier
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	return d
}
