package store_test

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

const contactDays = 180

// tidy tidies as of an instant and returns what was taken away, and the files that are gone.
func (d desk) tidy(now time.Time) (t store.Tidied, gone []string) {
	d.t.Helper()
	t, err := d.TidyLetters(d.t.Context(), now, contactDays, func(hash string) error {
		gone = append(gone, hash)
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return t, gone
}

func (d desk) reachable(l portal.Letter) bool {
	d.t.Helper()
	c, err := d.Contact(d.t.Context(), l.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return !c.Empty()
}

func TestContactIsForgottenWhenItsTimeHasCome(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	declined, open := d.letter(nil), d.letter(nil)
	if err := d.treat(declined, portal.LetterDecline, "Tidak ada sumbernya."); err != nil {
		t.Fatal(err)
	}
	closed := received.Add(time.Hour)
	for _, c := range []struct {
		now            time.Time
		declined, open bool
	}{
		{closed.AddDate(0, 0, contactDays).Add(-time.Second), true, true},
		{closed.AddDate(0, 0, contactDays), false, true},
		{received.AddDate(2, 0, 0).Add(-time.Second), false, true},
		{received.AddDate(2, 0, 0), false, false},
	} {
		d.tidy(c.now)
		if d.reachable(declined) != c.declined || d.reachable(open) != c.open {
			t.Errorf("on %s: %v and %v", c.now, d.reachable(declined), d.reachable(open))
		}
	}
	if l, err := d.Letter(t.Context(), open.ID); err != nil || l.Words == "" {
		t.Errorf("the letter itself: %+v, %v", l, err)
	}
}

func TestContactIsForgottenAtOnceWhenItsSenderAsks(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	l, other := d.letter(nil), d.letter(nil)
	for _, known := range []bool{true, false} {
		if was, err := d.ForgetContact(t.Context(), l.ID); err != nil || was != known {
			t.Errorf("%v, %v", was, err)
		}
	}
	if d.reachable(l) || !d.reachable(other) {
		t.Error("the wrong contact is gone")
	}
}

func TestOfManyNodesOneTidies(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	file := d.sent(1, received)
	l := d.letter(func(l *portal.Letter) { l.File = file })
	if err := d.treat(l, portal.LetterDecline, "Sudah ada."); err != nil {
		t.Fatal(err)
	}
	var once sync.WaitGroup
	inside, others := make(chan bool), make(chan bool)
	once.Go(func() {
		_, err := d.TidyLetters(t.Context(), received.AddDate(3, 0, 0), contactDays, func(string) error {
			close(inside)
			<-others
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-inside
	if tidied, gone := d.tidy(received.AddDate(3, 0, 0)); tidied != (store.Tidied{}) || len(gone) > 0 {
		t.Errorf("the other node took %+v and %v", tidied, gone)
	}
	close(others)
	once.Wait()
	if d.reachable(l) {
		t.Error("the contact is still there")
	}
}

func TestFileIsForgottenWhenNothingNeedsIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	with := func(f portal.LetterFile) portal.Letter { return d.letter(func(l *portal.Letter) { l.File = f }) }
	abandoned, waiting, declined, spam, shared, again := d.sent(1, received), d.sent(2, received), d.sent(3, received),
		d.sent(4, received), d.sent(5, received), d.sent(6, received)
	with(waiting)
	for _, l := range []portal.Letter{with(declined), with(shared), with(again)} {
		if err := d.treat(l, portal.LetterDecline, "Sudah ada."); err != nil {
			t.Fatal(err)
		}
	}
	with(shared)                           // another letter brought the same file
	d.sent(6, received.Add(2*time.Minute)) // somebody is sending the same bytes again
	if err := d.treat(with(spam), portal.LetterMarkSpam, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		after time.Duration
		gone  []string
	}{
		{3 * time.Minute, []string{declined.Hash}},
		{23 * time.Hour, nil},
		{25 * time.Hour, []string{abandoned.Hash, again.Hash}},
		{29 * 24 * time.Hour, nil},
		{31 * 24 * time.Hour, []string{spam.Hash}},
	} {
		_, gone := d.tidy(received.Add(time.Hour + c.after))
		slices.Sort(gone)
		if !slices.Equal(gone, c.gone) {
			t.Errorf("after %s: %v, want %v", c.after, gone, c.gone)
		}
	}
}

func TestFileOfARecordIsNotForgottenWithItsLetter(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	file := d.sent(1, received)
	l := d.letter(func(l *portal.Letter) { l.File = file })
	agreement, err := d.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	both := i18n.Text{ID: "Naskah", EN: "Paper"}
	after, err := d.Documents.Snapshot(portal.Document{
		Title: both, AltText: both, Hash: file.Hash, Size: file.Size, MediaType: file.MediaType, Language: "en",
		AboutKind: portal.KindAgreement, AboutID: agreement.ID,
	}, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: portal.KindDocument, Op: portal.OpSave, Title: "Naskah", After: after, Reason: "dari warga", State: portal.Submitted}
	c = d.save(d.editor, c)
	if err := d.treat(l, portal.LetterDecline, "Sudah kami catat sendiri."); err != nil {
		t.Fatal(err)
	}
	tidied := func(when string, want int) {
		t.Helper()
		if _, gone := d.tidy(received.AddDate(0, 1, 0)); len(gone) != want {
			t.Errorf("%s: %d files are gone, want %d", when, len(gone), want)
		}
	}
	tidied("while its change waits", 0)
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	tidied("while its document is public", 0)
	live, err := d.Documents.All(t.Context())
	if err != nil || len(live) != 1 {
		t.Fatal(live, err)
	}
	d.decide(d.boss, d.save(d.editor, portal.Change{
		Kind: portal.KindDocument, RecordID: live[0].ID, BaseVersion: 1, Op: portal.OpRetire, Title: "Naskah", Reason: "ganda", State: portal.Submitted,
	}), store.Verdict{State: portal.Applied})
	tidied("while history can bring its document back", 0)
}

func TestFileThatCannotBeRemovedIsTriedAgain(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.sent(1, received)
	broken := errors.New("disk away")
	_, err := d.TidyLetters(t.Context(), received.AddDate(0, 0, 2), contactDays, func(string) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if _, gone := d.tidy(received.AddDate(0, 0, 2)); len(gone) != 1 {
		t.Errorf("%d files are gone", len(gone))
	}
}

func TestHowOftenAnAddressWroteIsForgottenAfterADay(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if err := d.NoteLetterPost(t.Context(), "x", received); err != nil {
		t.Fatal(err)
	}
	for i, after := range []time.Duration{23 * time.Hour, 25 * time.Hour} {
		d.tidy(received.Add(after))
		if n, err := d.LetterPosts(t.Context(), "x", received.Add(-time.Hour)); err != nil || n != 1-i {
			t.Errorf("after %s: %d posts, %v", after, n, err)
		}
	}
}
