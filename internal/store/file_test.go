package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestDocumentIsFoundByTheWordsInItsFile(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	hash := strings.Repeat("c", 64)
	if _, err := s.File(t.Context(), hash); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("a file that was never kept: %v", err)
	}
	f := portal.File{Hash: hash, MediaType: "application/pdf", Size: 9, Words: "Pasal tujuh: penanggulangan kelangkaan xylofon\x00 bersama"}
	if err := s.NoteFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	author := portal.Staff{Email: "rina@example.test", Name: "Rina", Role: portal.Reviewer}
	id, err := s.AddStaff(t.Context(), author)
	if err != nil {
		t.Fatal(err)
	}
	agreements, err := s.Agreements.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	after, err := s.Documents.Snapshot(portal.Document{
		Title: i18n.Text{ID: "Naskah", EN: "Paper"}, AltText: i18n.Text{ID: "Isi", EN: "Content"}, Hash: hash, MediaType: f.MediaType, Size: f.Size,
		Language: "id", AboutKind: portal.KindAgreement, AboutID: agreements[0].ID,
	}, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	person := portal.Actor{ID: id, Role: portal.Reviewer, Solo: true}
	c := portal.Change{Kind: portal.KindDocument, Op: portal.OpSave, After: after, Title: "Naskah", Reason: "diterima", State: portal.Submitted, Key: "k"}
	if err := s.SaveChange(t.Context(), person, &c); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Decide(t.Context(), person, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
		t.Fatal(err)
	}
	for _, l := range i18n.Langs {
		found := look(t, s, "kelangkaan xylofon", l)
		if len(found.Hits) == 0 || found.Hits[0].Kind != portal.KindDocument || found.Hits[0].Slug != hash {
			t.Errorf("in %s: %s", l, listed(found))
		}
	}
	if hash, _, err := s.FileToRead(t.Context()); err != nil || hash != f.Hash {
		t.Fatalf("the file to read is %q, %v", hash, err)
	}
	listening, err := pool.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer listening.Release()
	if _, err := listening.Exec(t.Context(), "listen published"); err != nil {
		t.Fatal(err)
	}
	if err := s.NoteWords(t.Context(), f.Hash, "Pasal delapan: zirkonium dan kelangkaan", time.Now()); err != nil {
		t.Fatal(err)
	}
	soon, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	if _, err := listening.Conn().WaitForNotification(soon); err != nil {
		t.Errorf("pages that are kept ready hear nothing of it: %v", err)
	}
	if _, _, err := s.FileToRead(t.Context()); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("it would be read again: %v", err)
	}
	for words, inFile := range map[string]bool{"zirkonium": true, "naskah isi": false} {
		found := look(t, s, words, i18n.ID)
		if len(found.Hits) == 0 || found.Hits[0].Slug != hash || found.Hits[0].InFile != inFile {
			t.Errorf("%s: %s", words, listed(found))
		}
	}
	if err := s.NoteFile(t.Context(), portal.File{Hash: hash, MediaType: f.MediaType, Size: f.Size}); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.File(t.Context(), hash); err != nil || !strings.Contains(kept.Words, "zirkonium") {
		t.Errorf("kept once more, its words are %q, %v", kept.Words, err)
	}
}
