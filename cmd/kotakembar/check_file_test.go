package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

const plainPDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

func TestCheckFindsFilesThatAreMissingChangedOrNamedByNothing(t *testing.T) {
	t.Parallel()
	s := at(t, storetest.URL(t), nil)
	pool, err := store.Open(s["DATABASE_URL"])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	st := store.New(pool)
	if _, err := st.AddStaff(t.Context(), portal.Staff{Email: "rina@example.test", Name: "Rina", Role: portal.Administrator}); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(s["KOTAKEMBAR_DATA"], "files")
	files, err := media.Open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, more := range []string{"", "%1\n", "%2\n"} {
		kept, err := files.KeepNoted(t.Context(), strings.NewReader(plainPDF+more), func(f portal.File) error { return st.NoteFile(t.Context(), f) })
		if err != nil {
			t.Fatal(err)
		}
		places = append(places, filepath.Join(dir, kept.Hash[:2], kept.Hash[2:]))
	}
	if code, out, complaint := said(t, s, "", "check", "--files"); code != exitOK || !strings.Contains(out, "files: fine") {
		t.Errorf("three files that were just kept: %d %q %q", code, out, complaint)
	}
	for _, err := range []error{
		os.Remove(places[0]), os.WriteFile(places[1], []byte("another"), 0o600),
		os.WriteFile(filepath.Join(dir, "aa-not-a-hash"), nil, 0o600),
		os.MkdirAll(filepath.Join(dir, "ab"), 0o700), os.WriteFile(filepath.Join(dir, "ab", strings.Repeat("c", 62)), []byte("stray"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := pool.Exec(t.Context(), "update files set kept_at = now() - interval '8 days'"); err != nil {
		t.Fatal(err)
	}
	code, out, complaint := said(t, s, "", "check", "--files")
	if code != exitFailed || !strings.Contains(complaint, "4 files are missing, changed or named by nothing") {
		t.Errorf("%d %q %q", code, out, complaint)
	}
	for word, n := range map[string]int{"missing  ": 1, "changed  ": 1, "orphan  ": 2, "orphan  abcccc": 1} {
		if strings.Count(out, word) != n {
			t.Errorf("%q stands there %d times, want %d:\n%s", word, strings.Count(out, word), n, out)
		}
	}
}
