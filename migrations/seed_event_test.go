package migrations_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// stages says which events of the dossier are steps; the others are activities or, where only claimed, citations.
var stages = map[string]portal.Stage{
	"contact": portal.Initiative, "proposal": portal.Initiative, "exploration": portal.Exploration, "loi_signed": portal.Intent,
	"dprd_approval": portal.CouncilStage, "foreign_council_approval": portal.PartnerConsent, "renewal_drafting": portal.Drafting,
	"charter_signed": portal.Signed, "charter_completed": portal.Signed, "mou_signed": portal.Signed, "established": portal.Signed,
	"mou_renewed": portal.Renewed,
}

func TestEveryEventIsAStepOrAnActivity(t *testing.T) {
	t.Parallel()
	r, steps := readRegister(t), 0
	for _, a := range readDossier(t).Agreements {
		agreement := r.agreements[a.slug()]
		for _, event := range a.Events {
			what := a.ID + " " + event.Type + " " + string(event.Date.on())
			stage, isStep := stages[event.Type]
			switch {
			case isStep:
				steps++
				compareStep(t, r, what, agreement, stage, event)
			case event.Type == "claimed":
				record := store.Named{Kind: portal.KindAgreement, ID: agreement.ID}
				same(t, what+" is kept as a claim", r.says(record, "signed_on", event.Sources[0], string(event.Date.on())), true)
				same(t, what+" is not a date of ours", agreement.SignedOn, "")
			default:
				compareActivity(t, r, what, agreement, event)
			}
		}
	}
	same(t, "number of steps", len(r.steps), steps)
}

func compareStep(t *testing.T, r register, what string, agreement portal.Agreement, stage portal.Stage, want eventFacts) {
	t.Helper()
	i := slices.IndexFunc(r.steps, func(s portal.Step) bool {
		return (s.AgreementID == agreement.ID || r.extends(s.AgreementID, agreement.ID)) && s.Stage == stage && s.HappenedOn.Plain() == want.Date.on()
	})
	if i < 0 {
		t.Errorf("%s: no such step", what)
		return
	}
	got := r.steps[i]
	same(t, what+" has a place", !got.Place.Empty(), want.Place != "")
	same(t, what+" signatories", len(got.Signatories), len(want.Signatories))
	for j, person := range want.Signatories[:min(len(want.Signatories), len(got.Signatories))] {
		same(t, what+" signatory", got.Signatories[j].Name+", "+got.Signatories[j].Side, person.Name+", "+person.Side)
	}
	for _, source := range want.Sources {
		same(t, what+" is sourced by "+source, r.supports(store.Named{Kind: portal.KindStep, ID: got.ID}, "happened_on", source), true)
	}
}

func compareActivity(t *testing.T, r register, what string, agreement portal.Agreement, want eventFacts) {
	t.Helper()
	i := slices.IndexFunc(r.activities, func(a portal.Activity) bool {
		return a.AgreementID == agreement.ID && a.StartOn.Plain() == want.Date.on()
	})
	if i < 0 {
		t.Errorf("%s: no such activity", what)
		return
	}
	got := r.activities[i]
	same(t, what+" nature", got.Nature, portal.Protocol)
	same(t, what+" has a place", !got.PlaceName.Empty() || got.Place == want.Place, want.Place != "")
	for _, person := range want.Signatories {
		same(t, what+" names "+person.Name, strings.Contains(got.Title.ID+got.Result.ID, person.Name), true)
	}
	r.mustCite(t, what, want.Sources, store.Named{Kind: portal.KindActivity, ID: got.ID})
}
