package store_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

var received = time.Date(2026, time.May, 4, 5, 0, 0, 0, time.UTC)

// letter takes a letter in.
func (d desk) letter(edit func(*portal.Letter)) portal.Letter {
	d.t.Helper()
	l := portal.Letter{Key: rand.Text(), Lang: i18n.ID, Kind: portal.Correction, Words: "Tahunnya 1961.", ReceivedAt: received}
	if edit != nil {
		edit(&l)
	}
	if err := d.AddLetter(d.t.Context(), &l, portal.Contact{Name: "Siti", Email: "siti@contoh.example"}); err != nil {
		d.t.Fatal(err)
	}
	return l
}

// sent keeps a file for a letter.
func (d desk) sent(content byte, at time.Time) portal.LetterFile {
	d.t.Helper()
	f := portal.LetterFile{Hash: strings.Repeat(fmt.Sprintf("%02x", content), 32), MediaType: "application/pdf", Size: 9, Name: "naskah.pdf"}
	if err := d.NoteLetterFile(d.t.Context(), portal.File{Hash: f.Hash, MediaType: f.MediaType, Size: f.Size}, at); err != nil {
		d.t.Fatal(err)
	}
	return f
}

func (d desk) stateOf(l portal.Letter) portal.LetterState {
	d.t.Helper()
	now, err := d.Letter(d.t.Context(), l.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return now.State
}

// treat does something with a letter as it is now.
func (d desk) treat(l portal.Letter, act portal.LetterAct, words string) error {
	d.t.Helper()
	now, err := d.Letter(d.t.Context(), l.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	_, err = d.TreatLetter(d.t.Context(), d.editor, l.ID, store.Treatment{Act: act, Words: words, Revision: now.Revision, At: received.Add(time.Hour)})
	return err
}

// from is an unsaved change of a city that is made from a letter.
func (d desk) from(l portal.Letter, state portal.State) portal.Change {
	d.t.Helper()
	c := d.begin("braunschweig")
	set(&c, "region", "Region "+rand.Text())
	c.LetterID, c.State = l.ID, state
	return c
}

func TestLetterIsKeptAsItCameAndFollowedByItsCode(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	file := d.sent(1, received)
	sent := d.letter(func(l *portal.Letter) {
		l.Kind, l.AboutKind, l.AboutID, l.Field, l.Proof, l.File = portal.FoundDocument, portal.KindAgreement, 1, "signed_on", "arsip", file
	})
	got, err := d.LetterByCode(t.Context(), sent.Code)
	if err != nil || got.File != file || got.AboutID != 1 || got.Words != sent.Words || !got.ReceivedAt.Equal(received) {
		t.Errorf("%+v, %v", got, err)
	}
	if code, ok := portal.LetterCode(sent.Code); !ok || code != sent.Code {
		t.Errorf("code %q", sent.Code)
	}
	if c, err := d.Contact(t.Context(), sent.ID); err != nil || c.Email != "siti@contoh.example" {
		t.Errorf("%+v, %v", c, err)
	}
	if events, err := d.LetterEvents(t.Context(), sent.ID); err != nil || len(events) != 1 || events[0].State != portal.LetterReceived {
		t.Errorf("%+v, %v", events, err)
	}
	if _, err := d.LetterByCode(t.Context(), "2222-2222-2222"); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("a code that nobody has: %v", err)
	}
}

func TestOneFormIsOneLetterHoweverOftenItIsSent(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	letters := make([]portal.Letter, 4)
	var sends sync.WaitGroup
	for i := range letters {
		letters[i] = portal.Letter{Key: "form", Lang: i18n.ID, Kind: portal.Correction, Words: "Tahunnya 1961.", ReceivedAt: received}
		sends.Go(func() {
			if err := d.AddLetter(t.Context(), &letters[i], portal.Contact{Email: "siti@contoh.example"}); err != nil {
				t.Error(err)
			}
		})
	}
	sends.Wait()
	for _, l := range letters {
		if l.ID != letters[0].ID || l.Code != letters[0].Code {
			t.Errorf("letters %d and %d, codes %s and %s", l.ID, letters[0].ID, l.Code, letters[0].Code)
		}
	}
	other := portal.Letter{Key: "form", Lang: i18n.ID, Kind: portal.Correction, Words: "Tahunnya 1962.", ReceivedAt: received}
	if err := d.AddLetter(t.Context(), &other, portal.Contact{}); err != nil || other.ID == letters[0].ID || other.Code == letters[0].Code {
		t.Errorf("other words under the same form: %+v, %v", other, err)
	}
}

func TestLetterIsPublishedWhenTheChangeFromItIsApplied(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	l := d.letter(nil)
	c := d.save(d.editor, d.from(l, portal.Draft))
	if s := d.stateOf(l); s != portal.LetterReviewing {
		t.Errorf("with a draft it is %s", s)
	}
	c.State = portal.Submitted
	c = d.save(d.editor, c)
	if s := d.stateOf(l); s != portal.LetterAccepted {
		t.Errorf("with a change handed in it is %s", s)
	}
	for _, act := range []portal.LetterAct{portal.LetterDecline, portal.LetterMarkSpam, portal.LetterTake} {
		if err := d.treat(l, act, "x"); !errors.Is(err, portal.ErrConflict) {
			t.Errorf("%s while a change is under way: %v", act, err)
		}
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if s := d.stateOf(l); s != portal.LetterPublished {
		t.Errorf("with the change applied it is %s", s)
	}
	events, err := d.LetterEvents(t.Context(), l.ID)
	var states []portal.LetterState
	for _, e := range events {
		states = append(states, e.State)
	}
	want := []portal.LetterState{portal.LetterReceived, portal.LetterReviewing, portal.LetterAccepted, portal.LetterPublished}
	if err != nil || !slices.Equal(states, want) {
		t.Errorf("its way: %v, %v", states, err)
	}
}

func TestLetterGoesBackToReviewWhenTheChangeFromItIsNotTaken(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for name, end := range map[string]func(portal.Change) error{
		"rejected": func(c portal.Change) error {
			_, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Rejected, Note: "tanpa sumber"})
			return err
		},
		"withdrawn": func(c portal.Change) error { return d.Withdraw(t.Context(), d.editor, c.ID) },
	} {
		l := d.letter(nil)
		first, second := d.save(d.editor, d.from(l, portal.Submitted)), d.save(d.editor, d.from(l, portal.Submitted))
		if err := end(first); err != nil {
			t.Fatal(err)
		}
		if s := d.stateOf(l); s != portal.LetterAccepted {
			t.Errorf("%s while another change waits: it is %s", name, s)
		}
		if err := end(second); err != nil {
			t.Fatal(err)
		}
		if s := d.stateOf(l); s != portal.LetterReviewing {
			t.Errorf("%s: it is %s", name, s)
		}
	}
}

func TestPartialApprovalPublishesTheLetterAndTheRestStillNamesIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	l := d.letter(nil)
	c := d.from(l, portal.Submitted)
	set(&c, "name_en", "Brunswick")
	c = d.save(d.editor, c)
	d.decide(d.boss, c, store.Verdict{State: portal.Applied, Fields: []string{"name_en"}, Note: "wilayahnya nanti"})
	changes, err := d.ChangesFrom(t.Context(), l.ID)
	if err != nil || len(changes) != 2 || changes[1].State != portal.Returned {
		t.Fatalf("%+v, %v", changes, err)
	}
	rest := changes[1]
	rest.State = portal.Submitted
	rest = d.save(d.editor, rest)
	d.decide(d.boss, rest, store.Verdict{State: portal.Rejected, Note: "tanpa sumber"})
	if s := d.stateOf(l); s != portal.LetterPublished {
		t.Errorf("it is %s", s)
	}
}

func TestLetterFromWhichAChangeIsUnderWayIsNotDeclined(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	l := d.letter(nil)
	draft := d.save(d.editor, d.from(l, portal.Draft))
	for _, act := range []portal.LetterAct{portal.LetterDecline, portal.LetterMarkSpam} {
		if err := d.treat(l, act, "Tidak ada sumbernya."); portal.AsInvalid(err) == nil {
			t.Errorf("%s beside a draft: %v", act, err)
		}
	}
	if err := d.Withdraw(t.Context(), d.editor, draft.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.treat(l, portal.LetterDecline, "Tidak ada sumbernya."); err != nil {
		t.Fatal(err)
	}
	late := d.from(l, portal.Submitted)
	if err := d.SaveChange(t.Context(), d.editor, &late); portal.AsInvalid(err) == nil {
		t.Errorf("a change from a letter that was declined: %v", err)
	}
	if n, err := d.ChangesFrom(t.Context(), l.ID); err != nil || len(n) != 1 {
		t.Errorf("%d changes, %v", len(n), err)
	}
}

func TestDecliningAndHandingInAtOnceNeverBothHappen(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for range 8 {
		l := d.letter(nil)
		changes := []portal.Change{d.from(l, portal.Submitted), d.from(l, portal.Submitted)}
		saved, declined := make([]error, len(changes)), error(nil)
		var both sync.WaitGroup
		for i := range changes {
			both.Go(func() { saved[i] = d.SaveChange(t.Context(), d.editor, &changes[i]) })
		}
		both.Go(func() { declined = d.treat(l, portal.LetterDecline, "Tidak ada sumbernya.") })
		both.Wait()
		if anySaved := saved[0] == nil || saved[1] == nil; anySaved == (declined == nil) {
			t.Fatalf("saved: %v, declined: %v; the letter is %s", saved, declined, d.stateOf(l))
		}
	}
}

func TestTreatmentOfALetterThatMovedOnIsAConflictAndASecondClickIsNone(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	l := d.letter(nil)
	first := store.Treatment{Act: portal.LetterDecline, Words: "Sumbernya tidak ada.", Revision: l.Revision, At: received}
	for range 2 {
		if _, err := d.TreatLetter(t.Context(), d.editor, l.ID, first); err != nil {
			t.Fatal(err)
		}
	}
	if events, err := d.LetterEvents(t.Context(), l.ID); err != nil || len(events) != 2 {
		t.Errorf("%+v, %v", events, err)
	}
	other := store.Treatment{Act: portal.LetterAnswer, Words: "Sudah kami periksa.", Revision: l.Revision, At: received}
	if _, err := d.TreatLetter(t.Context(), d.peer, l.ID, other); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("an answer to the letter as it was: %v", err)
	}
}
