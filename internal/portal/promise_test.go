package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func leastPromise() portal.Promise { return portal.Promise{AgreementID: 1, Words: both} }

func TestPromiseIsOverdueOnlyAfterTheLastDayItsDateCanMean(t *testing.T) {
	for _, tt := range []struct {
		due     portal.Date
		state   portal.PromiseState
		due1    bool
		overdue bool
	}{
		{"2026-11-22", "", true, true},
		{"2026-11-23", "", false, false},
		{"2026-11", "", false, false},
		{"2026-10", portal.PromiseNotStarted, true, true},
		{"2026", portal.PromiseRunning, false, false},
		{"2025~", portal.PromiseRunning, true, true},
		{"2018-02", portal.PromiseDelivered, true, false},
		{"2018-02", portal.PromiseDropped, true, false},
		{"", portal.PromiseNotStarted, false, false},
	} {
		u := portal.Promise{DueOn: tt.due, State: tt.state}
		if due, overdue := u.Due(day), u.Overdue(day); due != tt.due1 || overdue != tt.overdue {
			t.Errorf("%q %q: due %t, overdue %t", tt.due, tt.state, due, overdue)
		}
	}
}

func TestPromisesThatAreDueCountAsResultsOfTheTie(t *testing.T) {
	promise := func(id int64, due portal.Date, state portal.PromiseState, quality portal.Quality) part {
		return func(t *portal.Tie) {
			t.Promises = append(t.Promises, portal.Promise{Meta: portal.Meta{ID: id}, DueOn: due, State: state})
			cite(portal.KindPromise, id, quality, "words")(t)
		}
	}
	got := tie(
		promise(1, "2018", portal.PromiseDelivered, portal.Secondary),
		promise(2, "2018", portal.PromiseDropped, portal.Secondary),
		promise(3, "2018", "", portal.Official),
		promise(4, "2030", portal.PromiseDelivered, portal.Secondary),
		promise(5, "2018", portal.PromiseDelivered, portal.Unverifiable),
	).Vitality(day).Results
	if got.Promised != 3 || got.Delivered != 1 {
		t.Errorf("%d of %d promises delivered, want 1 of 3", got.Delivered, got.Promised)
	}
}
