package portal_test

import (
	"fmt"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// day is the day of computation of the tests.
var day = time.Date(2026, time.November, 23, 15, 4, 5, 0, time.UTC)

func on(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// part adds something to a tie under test; parts are put together in any order.
type part func(*portal.Tie)

func tie(parts ...part) portal.Tie {
	var t portal.Tie
	t.City.ID = 7
	for _, p := range parts {
		p(&t)
	}
	return t
}

func with(base portal.Tie, parts ...part) portal.Tie {
	base.Agreements = append([]portal.Agreement(nil), base.Agreements...)
	base.Steps = append([]portal.Step(nil), base.Steps...)
	base.Approvals = append([]portal.Approval(nil), base.Approvals...)
	base.Promises = append([]portal.Promise(nil), base.Promises...)
	base.Mirrors = append([]portal.Mirror(nil), base.Mirrors...)
	base.Programs = append([]portal.Program(nil), base.Programs...)
	base.Outcomes = append([]portal.Outcome(nil), base.Outcomes...)
	base.Activities = append([]portal.Activity(nil), base.Activities...)
	base.Evidence = append([]portal.Cited(nil), base.Evidence...)
	for _, p := range parts {
		p(&base)
	}
	return base
}

func all(parts ...part) part {
	return func(t *portal.Tie) {
		for _, p := range parts {
			p(t)
		}
	}
}

// cite puts sources of a quality behind fields of a record.
func cite(kind portal.Kind, id int64, quality portal.Quality, fields ...string) part {
	return func(t *portal.Tie) {
		for _, field := range fields {
			t.Evidence = append(t.Evidence, portal.Cited{
				Kind: kind, RecordID: id,
				Citation: portal.Citation{Field: field, SourceID: 1},
				Source:   portal.Source{Quality: quality},
			})
		}
	}
}

// agreement is one whose sources support the named fields; with none it is unsourced.
func agreement(a portal.Agreement, fields ...string) part {
	a.CityID = 7
	return all(
		func(t *portal.Tie) { t.Agreements = append(t.Agreements, a) },
		cite(portal.KindAgreement, a.ID, portal.Secondary, fields...),
	)
}

// memorandum is signed, of the current regime, with the kind and start sourced.
func memorandum(signed, until portal.Date) part {
	return agreement(portal.Agreement{
		Meta: portal.Meta{ID: 1}, LegalType: portal.SisterCity, Instrument: portal.Memorandum, SignedOn: signed, InForceUntil: until,
	}, "legal_type", "signed_on")
}

func letter(signed portal.Date) part {
	return agreement(portal.Agreement{Meta: portal.Meta{ID: 2}, Instrument: portal.LetterOfIntent, SignedOn: signed}, "signed_on")
}

func step(s portal.Step, fields ...string) part {
	s.ID = 100 + s.ID
	return all(
		func(t *portal.Tie) { t.Steps = append(t.Steps, s) },
		cite(portal.KindStep, s.ID, portal.Secondary, fields...),
	)
}

func stage(stage portal.Stage, happened portal.Date) part {
	return step(portal.Step{Meta: portal.Meta{ID: int64(len(stage)) + 10}, AgreementID: 1, Stage: stage, HappenedOn: happened}, "stage")
}

func council(decision portal.Decision, agreement int64) part {
	id := 200 + agreement
	a := portal.Approval{Meta: portal.Meta{ID: id}, AgreementID: agreement, Kind: portal.ByCouncil, Decision: decision, DecidedOn: "2020-01-02"}
	return all(
		func(t *portal.Tie) { t.Approvals = append(t.Approvals, a) },
		cite(portal.KindApproval, id, portal.Secondary, "decision"),
	)
}

// signers, scope and term make three more core facts of agreement 1 sourced.
func signers() part {
	people := []portal.Person{{Name: "A", Side: "ID"}}
	return step(portal.Step{Meta: portal.Meta{ID: 1}, AgreementID: 1, Stage: portal.Signed, HappenedOn: "2019-06-26", Signatories: people}, "signatories")
}

func scope() part {
	return func(t *portal.Tie) {
		t.Agreements[0].Sectors = []string{"EDU"}
		cite(portal.KindAgreement, 1, portal.Official, "sectors")(t)
	}
}

// event is an activity of one day with a title of its own and a verifiable source.
func event(nature portal.Nature, start portal.Date) part {
	return func(t *portal.Tie) { activity(t, portal.Secondary, nature, start, nil) }
}

func visited(nature portal.Nature, start portal.Date, residents int64) part {
	return func(t *portal.Tie) { activity(t, portal.Secondary, nature, start, &residents) }
}

func rumoured(nature portal.Nature, start portal.Date) part {
	return func(t *portal.Tie) { activity(t, portal.Unverifiable, nature, start, nil) }
}

func activity(t *portal.Tie, q portal.Quality, nature portal.Nature, start portal.Date, residents *int64) {
	id := int64(1000 + len(t.Activities))
	title := fmt.Sprintf("activity %d", id)
	kind := "training"
	if nature == portal.Protocol {
		kind = "courtesy_call"
	}
	t.Activities = append(t.Activities, portal.Activity{
		Meta: portal.Meta{ID: id}, CityID: 7, Title: i18n.Text{ID: title, EN: title}, Nature: nature, Kind: kind, StartOn: start,
		Participants: portal.Participants{Resident: residents},
	})
	cite(portal.KindActivity, id, q, "title")(t)
}

// program is sourced; an achieved measure of it is sourced as well.
func program(end, asOf portal.Date, achieved *int64) part {
	return func(t *portal.Tie) {
		id := int64(300 + len(t.Programs))
		t.Programs = append(t.Programs, portal.Program{Meta: portal.Meta{ID: id}, CityID: 7, EndOn: end})
		cite(portal.KindProgram, id, portal.Secondary, "title")(t)
		t.Outcomes = append(t.Outcomes, portal.Outcome{Meta: portal.Meta{ID: id}, ProgramID: id, Planned: new(int64(9)), Achieved: achieved, AsOf: asOf})
		cite(portal.KindOutcome, id, portal.Secondary, "achieved")(t)
	}
}

func assertLabel(t *testing.T, got portal.Vitality, rule int, label portal.Label) {
	t.Helper()
	if got.Label != label || got.Rule != rule {
		t.Errorf("label %q by rule %d, want %q by rule %d: %+v", got.Label, got.Rule, label, rule, got.Indicators)
	}
}
