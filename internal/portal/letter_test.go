package portal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
)

var (
	asep = portal.Actor{ID: 7, Name: "Asep", Role: portal.Editor}
	noon = time.Date(2026, time.May, 4, 5, 0, 0, 0, time.UTC)
)

func letterIn(state portal.LetterState) portal.Letter {
	l := portal.Letter{Kind: portal.Correction, Words: "x", State: state, ReceivedAt: noon}
	if state.Closed() {
		l.ClosedAt = noon
	}
	return l
}

func TestLetterIsTreatedAsItsStateAllows(t *testing.T) {
	const conflict = portal.LetterState("conflict")
	to := map[portal.LetterAct]map[portal.LetterState]portal.LetterState{
		portal.LetterTake: {
			portal.LetterReceived: portal.LetterReviewing, portal.LetterReviewing: portal.LetterReviewing, portal.LetterAccepted: conflict,
			portal.LetterPublished: conflict, portal.LetterDeclined: portal.LetterReviewing, portal.LetterSpam: conflict,
		},
		portal.LetterAnswer: {
			portal.LetterReceived: portal.LetterReviewing, portal.LetterReviewing: portal.LetterReviewing, portal.LetterAccepted: portal.LetterAccepted,
			portal.LetterPublished: portal.LetterPublished, portal.LetterDeclined: portal.LetterDeclined, portal.LetterSpam: conflict,
		},
		portal.LetterDecline: {
			portal.LetterReceived: portal.LetterDeclined, portal.LetterReviewing: portal.LetterDeclined, portal.LetterAccepted: conflict,
			portal.LetterPublished: conflict, portal.LetterDeclined: portal.LetterDeclined, portal.LetterSpam: conflict,
		},
		portal.LetterMarkSpam: {
			portal.LetterReceived: portal.LetterSpam, portal.LetterReviewing: portal.LetterSpam, portal.LetterAccepted: conflict,
			portal.LetterPublished: conflict, portal.LetterDeclined: portal.LetterSpam, portal.LetterSpam: portal.LetterSpam,
		},
		portal.LetterUnmarkSpam: {
			portal.LetterReceived: portal.LetterReceived, portal.LetterReviewing: portal.LetterReviewing, portal.LetterAccepted: conflict,
			portal.LetterPublished: conflict, portal.LetterDeclined: conflict, portal.LetterSpam: portal.LetterReceived,
		},
	}
	for act, ways := range to {
		for _, from := range portal.LetterStates {
			l := letterIn(from)
			err := l.Treat(act, asep, "Terima kasih.", noon.Add(time.Hour))
			switch want := ways[from]; {
			case want == conflict && !errors.Is(err, portal.ErrConflict):
				t.Errorf("%s of a letter that is %s: %v", act, from, err)
			case want != conflict && (err != nil || l.State != want):
				t.Errorf("%s of a letter that is %s: it is %s, want %s (%v)", act, from, l.State, want, err)
			case l.State.Closed() == l.ClosedAt.IsZero():
				t.Errorf("%s of a letter that is %s: it is %s and closed at %v", act, from, l.State, l.ClosedAt)
			}
		}
	}
}

func TestLetterIsNotDeclinedWithoutWords(t *testing.T) {
	for _, act := range []portal.LetterAct{portal.LetterAnswer, portal.LetterDecline} {
		for _, words := range []string{"", " \n", strings.Repeat("x", portal.LongestWords+1)} {
			l := letterIn(portal.LetterReceived)
			if err := l.Treat(act, asep, words, noon); portal.AsInvalid(err) == nil || l.State != portal.LetterReceived {
				t.Errorf("%s with %d characters: %v, it is %s", act, len(words), err, l.State)
			}
		}
	}
}

func TestLetterThatIsNoSpamGoesBackToItsKeeper(t *testing.T) {
	l := letterIn(portal.LetterReceived)
	for _, act := range []portal.LetterAct{portal.LetterTake, portal.LetterMarkSpam, portal.LetterUnmarkSpam} {
		if err := l.Treat(act, asep, "", noon); err != nil {
			t.Fatal(err)
		}
	}
	if l.State != portal.LetterReviewing || l.Keeper != "Asep" || !l.ClosedAt.IsZero() {
		t.Errorf("%+v", l)
	}
}

func TestLetterFollowsTheChangeThatWasMadeFromIt(t *testing.T) {
	for _, c := range []struct {
		from   portal.LetterState
		change portal.State
		to     portal.LetterState
	}{
		{portal.LetterReceived, portal.Draft, portal.LetterReviewing},
		{portal.LetterReceived, portal.Submitted, portal.LetterAccepted},
		{portal.LetterReviewing, portal.Submitted, portal.LetterAccepted},
		{portal.LetterAccepted, portal.Returned, portal.LetterAccepted},
		{portal.LetterAccepted, portal.Rejected, portal.LetterReviewing},
		{portal.LetterAccepted, portal.Withdrawn, portal.LetterReviewing},
		{portal.LetterAccepted, portal.Applied, portal.LetterPublished},
		{portal.LetterPublished, portal.Rejected, portal.LetterPublished},
		{portal.LetterPublished, portal.Submitted, portal.LetterPublished},
		{portal.LetterReviewing, portal.Withdrawn, portal.LetterReviewing},
		{portal.LetterDeclined, portal.Submitted, portal.LetterDeclined},
	} {
		l := letterIn(c.from)
		if moved := l.Follow(c.change, noon); l.State != c.to || moved != (c.from != c.to) {
			t.Errorf("%s, change %s: it is %s, want %s; moved %v", c.from, c.change, l.State, c.to, moved)
		}
	}
}

func TestContactIsForgottenSomeDaysAfterTheLastWordAndAfterTwoYearsAtTheLatest(t *testing.T) {
	for name, c := range map[string]struct {
		closed, want time.Time
		days         int
	}{
		"never answered":     {time.Time{}, noon.AddDate(2, 0, 0), 180},
		"answered next day":  {noon.AddDate(0, 0, 1), noon.AddDate(0, 0, 181), 180},
		"answered very late": {noon.AddDate(1, 11, 0), noon.AddDate(2, 0, 0), 180},
		"no days":            {noon.AddDate(0, 0, 1), noon.AddDate(0, 0, 1), 0},
	} {
		l := letterIn(portal.LetterReceived)
		l.ClosedAt = c.closed
		if got := l.ForgetContactAt(c.days); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestLetterSaysWhatItsKindNeeds(t *testing.T) {
	least := portal.Letter{Kind: portal.Correction, Words: "Tahunnya 1961."}
	if err := least.Check(); err != nil {
		t.Error(err)
	}
	for field, spoil := range map[string]func(*portal.Letter){
		"words": func(l *portal.Letter) { l.Words = " \n" },
		"title": func(l *portal.Letter) { l.Kind = portal.Idea },
		"kind":  func(l *portal.Letter) { l.Kind = "complaint" },
		"proof": func(l *portal.Letter) { l.Proof = strings.Repeat("x", 301) },
	} {
		l := least
		spoil(&l)
		if invalid := portal.AsInvalid(l.Check()); invalid == nil || len(invalid.Of(field)) == 0 {
			t.Errorf("%s: %v", field, l.Check())
		}
	}
	for address, ok := range map[string]bool{
		"": true, "siti@contoh.example": true, "siti": false, "Siti <siti@contoh.example>": false, "a@b@c": false,
	} {
		if err := (portal.Contact{Email: address}).Check(); (err == nil) != ok {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestCodeIsReadHoweverItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"KMXT-4WQF-9RBH": "KMXT-4WQF-9RBH", " kmxt 4wqf 9rbh ": "KMXT-4WQF-9RBH", "kmxt4wqf9rbh": "KMXT-4WQF-9RBH",
		"KMXT-4WQF-9RB": "", "KMXT-4WQF-9RBHH": "", "KMXT-4WQF-9RB0": "", "KMXT/4WQF/9RBH": "", "": "",
	} {
		if code, ok := portal.LetterCode(typed); code != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", typed, code, ok)
		}
	}
}
