// Package internal_test holds what is true of the house as a whole.
package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "kotakembar/"

// levels are the floors of the house, from the ground up. A room imports only rooms on lower floors.
var levels = map[string]int{
	"internal/i18n":       1,
	"internal/cache":      1,
	"internal/caller":     1,
	"internal/card":       1,
	"internal/feed":       1,
	"internal/geo":        1,
	"internal/guess":      1,
	"internal/identity":   1,
	"internal/link":       1,
	"internal/localpg":    1,
	"internal/mail":       1,
	"internal/passkey":    1,
	"internal/sqlitefile": 1,
	"internal/tabular":    1,
	"internal/watch":      1,
	"migrations":          1, "web": 1,
	"internal/portal": 2,
	"internal/store":  3, "internal/form": 3, "internal/media": 3,
	"internal/auth": 4, "internal/backup": 4, "internal/export": 4, "internal/globe": 4, "internal/wikidata": 4, "web/view": 4,
	"internal/respond": 5, "internal/jobs": 5,
	"internal/admin": 6, "internal/api": 6, "internal/public": 6,
	"internal/server": 7,
	"cmd/kotakembar":  8,
}

// guests are imports from outside that only some rooms may have.
var guests = map[string][]string{
	"github.com/jackc/pgx/":               {"internal/jobs", "internal/store", "internal/store/storetest", "cmd/kotakembar"},
	"github.com/riverqueue/river":         {"internal/jobs", "internal/store"},
	"github.com/maypok86/otter":           {"internal/cache"},
	"github.com/VictoriaMetrics/metrics":  {"internal/watch"},
	"go.opentelemetry.io/":                {"internal/watch"},
	"github.com/coreos/go-oidc":           {"internal/identity"},
	"github.com/go-webauthn/":             {"internal/passkey"},
	"golang.org/x/oauth2":                 {"internal/identity"},
	"github.com/temoto/robotstxt":         {"internal/link"},
	"github.com/wneessen/go-mail":         {"internal/mail"},
	"github.com/ledongthuc/pdf":           {"internal/media"},
	"github.com/minio/minio-go/":          {"internal/media"},
	"github.com/a-h/templ":                {"internal/respond", "web/view"},
	"github.com/go-chi/chi":               {"internal/admin", "internal/api", "internal/public", "internal/server"},
	"github.com/go-chi/chi/v5/middleware": {}, // it comes with profiles of the program, under addresses of their own
	"github.com/danielgtaylor/huma":       {"internal/api"},
	"github.com/arran4/golang-ical":       {"internal/feed"},
	"database/sql":                        {"internal/store"},
	"modernc.org/sqlite":                  {},
	"golang.org/x/text/language/display":  {},               // the names of everything in every language
	"reflect":                             {"internal/api"}, // to say to huma of which types answers are
	"testing":                             {"internal/store/storetest"},
	module + "internal/store/storetest":   {},
}

// barred are imports that a room may not have, whatever their floor.
var barred = map[string][]string{
	"internal/portal": {"net/http", "database/sql"},
	"web/view":        {"net/http"},
	"internal/store":  {"net/http"},
}

type room struct {
	ImportPath string
	GoFiles    []string // without tests
	Imports    []string
}

func TestArrowsOnlyGoDown(t *testing.T) {
	for _, r := range rooms(t) {
		name := strings.TrimPrefix(r.ImportPath, module)
		if name == "internal/store/storetest" {
			continue // no floor: it is reached by tests alone, as the guests say
		}
		level, known := levels[name]
		if !known {
			t.Errorf("%s has no floor; say in this test where it stands", name)
		}
		for _, imported := range r.Imports {
			below, ours := strings.CutPrefix(imported, module)
			if ours && levels[below] >= level {
				t.Errorf("%s (floor %d) imports %s (floor %d)", name, level, below, levels[below])
			}
		}
	}
}

func TestGuestsStayInTheirRooms(t *testing.T) {
	for _, r := range rooms(t) {
		name := strings.TrimPrefix(r.ImportPath, module)
		for _, imported := range r.Imports {
			for prefix, allowed := range guests {
				if fits(imported, prefix) && !slices.Contains(allowed, name) {
					t.Errorf("%s imports %s", name, imported)
				}
			}
			if slices.Contains(barred[name], imported) {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
}

// fits tells whether an import is the guest or a part of it.
func fits(imported, guest string) bool {
	guest = strings.TrimSuffix(guest, "/")
	return imported == guest || strings.HasPrefix(imported, guest+"/")
}

func TestVocabularyStandsOnTheLanguageAlone(t *testing.T) {
	for _, r := range rooms(t) {
		if r.ImportPath != module+"internal/portal" {
			continue
		}
		for _, imported := range r.Imports {
			ours, foreign := strings.HasPrefix(imported, module), strings.Contains(imported, ".")
			if imported != module+"internal/i18n" && (ours || foreign) {
				t.Errorf("portal imports %s", imported)
			}
		}
	}
}

// rooms are all packages of the module as they are built; tests are no part of them.
func rooms(t *testing.T) (all []room) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,GoFiles,Imports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	stream := json.NewDecoder(bytes.NewReader(out))
	for {
		var r room
		err := stream.Decode(&r)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(r.GoFiles) > 0 { // folders of tests alone stand beside the house
			all = append(all, r)
		}
	}
}
