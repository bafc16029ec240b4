package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestSiteForgetsByItselfWhatIsKeptForATimeOnly(t *testing.T) {
	t.Parallel()
	database := storetest.URL(t)
	settings := at(t, database, settled{"KOTAKEMBAR_CONTACT_DAYS": "30"})
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	st := store.New(pool)
	dir := filepath.Join(settings["KOTAKEMBAR_DATA"], "files")
	hash := abandoned(t, st, dir)
	old, recent := answered(t, st, 31), answered(t, st, 29)
	p := start(t, settings).ready()
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) { // it comes after the first readers
		c, err := st.Contact(t.Context(), old.ID)
		if err == nil && c.Empty() {
			break
		}
		if err != nil || time.Since(begun) > time.Minute {
			t.Fatalf("a contact is never forgotten: %+v, %v", c, err)
		}
	}
	for l, want := range map[portal.Letter]bool{old: false, recent: true} {
		if c, err := st.Contact(t.Context(), l.ID); err != nil || c.Empty() == want {
			t.Errorf("answered %s: contact %+v, %v", l.ClosedAt, c, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, hash[:2], hash[2:])); !os.IsNotExist(err) {
		t.Errorf("an abandoned file is still there: %v", err)
	}
	if code := p.ends(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
}

// answered is a letter that was declined some days ago.
func answered(t *testing.T, st *store.Store, days int) portal.Letter {
	t.Helper()
	then := time.Now().AddDate(0, 0, -days)
	l := portal.Letter{Key: then.String(), Lang: i18n.ID, Kind: portal.Correction, Words: "x", ReceivedAt: then}
	if err := st.AddLetter(t.Context(), &l, portal.Contact{Email: "siti@contoh.example"}); err != nil {
		t.Fatal(err)
	}
	var person portal.Actor
	var err error
	person.ID, err = st.AddStaff(t.Context(), portal.Staff{
		Email: then.Format("20060102150405") + "@contoh.example", Name: "Asep", Role: portal.Editor, PasswordHash: "-",
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err = st.TreatLetter(t.Context(), person, l.ID, store.Treatment{Act: portal.LetterDecline, Words: "Sudah benar.", Revision: 1, At: then})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// abandoned is a file whose letter was never sent.
func abandoned(t *testing.T, st *store.Store, dir string) string {
	t.Helper()
	files, err := media.Open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	kept, err := files.KeepNoted(t.Context(), strings.NewReader("%PDF-1.4\n"), func(f portal.File) error {
		return st.NoteLetterFile(t.Context(), f, time.Now().AddDate(0, 0, -2))
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept.Hash
}
