package portal_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Each property is tried on this many ties made up from fixed seeds.
const tries = 3000

func eachTie(t *testing.T, try func(r *rand.Rand, base portal.Tie) string) {
	t.Helper()
	seen := map[portal.Label]int{}
	for seed := range uint64(tries) {
		r := rand.New(rand.NewPCG(seed, 24060))
		base := madeUp(r)
		seen[base.Vitality(day).Label]++
		if broken := try(r, base); broken != "" {
			t.Fatalf("seed %d: %s", seed, broken)
		}
	}
	if len(seen) != len(portal.Labels) {
		t.Errorf("the made-up ties reach only the labels %v", seen)
	}
}

func TestProtocolMakesOnlySleepingOrUnknownTiesCeremonial(t *testing.T) {
	eachTie(t, func(r *rand.Rand, base portal.Tie) string {
		more := with(base, func(t *portal.Tie) { madeUpActivity(t, r, protocol, portal.Secondary) })
		before, after := base.Vitality(day), more.Vitality(day)
		raised := after.Label == portal.LabelCeremonial &&
			(before.Label == portal.LabelDormant || before.Label == portal.LabelNotAssessable)
		if before.Label != after.Label && !raised {
			return fmt.Sprintf("protocol made %q of %q", after.Label, before.Label)
		}
		if before, after := base.LegalState(day), more.LegalState(day); !reflect.DeepEqual(before, after) {
			return fmt.Sprintf("protocol made %+v of %+v", after, before)
		}
		return ""
	})
}

func TestProtocolRaisesNothingButActivityMoneyAndEvidence(t *testing.T) {
	eachTie(t, func(r *rand.Rand, base portal.Tie) string {
		more := with(base, func(t *portal.Tie) { madeUpActivity(t, r, protocol, portal.Secondary) })
		before, after := base.Indicators(day), more.Indicators(day)
		after.Activity, after.Money, after.Sourcing, after.Cost = before.Activity, before.Money, before.Sourcing, before.Cost
		after.Mirror.Year = before.Mirror.Year // where nothing is signed, the first record of any kind is the beginning
		if !reflect.DeepEqual(before, after) {
			return fmt.Sprintf("protocol made\n%+v of\n%+v", after, before)
		}
		return ""
	})
}

func TestUnsourcedActivityChangesNothing(t *testing.T) {
	eachTie(t, func(r *rand.Rand, base portal.Tie) string {
		more := with(base, func(t *portal.Tie) { madeUpActivity(t, r, substantive, portal.Unverifiable) })
		if r.IntN(2) == 0 {
			more.Evidence = base.Evidence // not even hearsay
			return sameAnswers(base, more)
		}
		return sameVerdict(base, more)
	})
}

func TestOrderOfRowsChangesNothing(t *testing.T) {
	eachTie(t, func(r *rand.Rand, base portal.Tie) string {
		mixed := with(base)
		shuffle(r, mixed.Agreements)
		shuffle(r, mixed.Steps)
		shuffle(r, mixed.Approvals)
		shuffle(r, mixed.Programs)
		shuffle(r, mixed.Outcomes)
		shuffle(r, mixed.Promises)
		shuffle(r, mixed.Mirrors)
		shuffle(r, mixed.Activities)
		shuffle(r, mixed.Evidence)
		return sameAnswers(base, mixed)
	})
}

func TestMergingDuplicatesChangesNothing(t *testing.T) {
	eachTie(t, func(r *rand.Rand, base portal.Tie) string {
		if len(base.Activities) == 0 {
			return ""
		}
		twice := with(base, func(t *portal.Tie) { duplicate(t, r) })
		return sameAnswers(base, twice)
	})
}

// duplicate splits an activity into two rows that tell parts of it, each with the same sources.
func duplicate(t *portal.Tie, r *rand.Rand) {
	i := r.IntN(len(t.Activities))
	whole := t.Activities[i]
	copied := whole
	copied.ID = 5000
	for _, c := range t.Evidence {
		if c.Kind == portal.KindActivity && c.RecordID == whole.ID {
			cite(portal.KindActivity, copied.ID, c.Source.Quality, c.Field)(t)
		}
	}
	switch r.IntN(5) {
	case 0: // one of them knows nothing of who took part
		copied.Participants = portal.Participants{}
	case 1: // each knows one group
		t.Activities[i].Participants.Student, copied.Participants.Resident = nil, nil
	case 2: // one of them was taken for protocol
		copied.Nature = protocol
	case 3: // one of them has another title, in one language
		copied.Title.EN = "  ACTIVITY of another name"
	case 4: // one of them knows only what it was called
		copied.Sectors, copied.Place, copied.Initiator, copied.Organisations, copied.Costs = nil, "", "", nil, nil
		copied.ReportDueOn, copied.ReportReceivedOn = "", ""
	}
	t.Activities = append(t.Activities, copied)
}

func sameVerdict(a, b portal.Tie) string {
	if a, b := a.Vitality(day), b.Vitality(day); !reflect.DeepEqual(a, b) {
		return fmt.Sprintf("vitality\n%+v\n%+v", a, b)
	}
	if a, b := a.LegalState(day), b.LegalState(day); !reflect.DeepEqual(a, b) {
		return fmt.Sprintf("legal state\n%+v\n%+v", a, b)
	}
	return ""
}

func sameAnswers(a, b portal.Tie) string {
	if a.Start(day) != b.Start(day) || !slices.Equal(a.Years(day), b.Years(day)) || !slices.Equal(a.Spans(day), b.Spans(day)) {
		return fmt.Sprintf("drawing\n%v %v %v\n%v %v %v", a.Start(day), a.Years(day), a.Spans(day), b.Start(day), b.Years(day), b.Spans(day))
	}
	return sameVerdict(a, b)
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// madeUp is a tie of random rows, few enough that every label comes up.
func madeUp(r *rand.Rand) portal.Tie {
	t := tie()
	for range r.IntN(3) {
		id := int64(len(t.Agreements) + 1)
		agreement(portal.Agreement{
			Meta: portal.Meta{ID: id}, ParentID: pick(r, 0, id-1), Sectors: []string{"EDU"},
			Instrument:   pick(r, portal.Memorandum, portal.Memorandum, portal.LetterOfIntent, portal.UnknownInstrument, portal.Extension),
			SignedOn:     pick[portal.Date](r, "1960-05-24", "1997", "2019-06-26", "2005~", "", "2027"),
			InForceUntil: pick[portal.Date](r, "", "2026-11-22", "2027-03", "2030"),
		})(&t)
		fields := []string{"signed_on", "legal_type", "sectors", "in_force_until"}
		cite(portal.KindAgreement, id, pick(r, portal.Official, portal.Secondary, portal.Unverifiable), fields[:r.IntN(5)]...)(&t)
		if r.IntN(4) == 0 {
			ending := portal.Step{Meta: portal.Meta{ID: id}, AgreementID: id, HappenedOn: pick[portal.Date](r, "2021", "2026-11-23", "")}
			ending.Stage = pick(r, portal.Terminated, portal.Lapsed, portal.Renewed, portal.Signed)
			step(ending, "stage", "happened_on")(&t)
		}
	}
	if r.IntN(3) == 0 {
		program(pick[portal.Date](r, "2019", "2025", ""), pick[portal.Date](r, "", "2026-01"), pick(r, nil, new(int64(5))))(&t)
	}
	if r.IntN(3) == 0 {
		promise(pick[portal.Date](r, "2025", "2026-11-23", ""), pick(r, portal.PromiseStates...))(&t)
		promise("2024", pick(r, portal.PromiseStates...))(&t)
		mirror(portal.Mirror{Listed: pick(r, portal.ListedAnswers...), SinceOn: pick[portal.Date](r, "1997", "2019", "")}, portal.Official)(&t)
		mirror(portal.Mirror{Listed: pick(r, portal.ListedAnswers...)}, portal.Secondary)(&t)
	}
	for range r.IntN(4) {
		quality := pick(r, portal.Official, portal.Secondary, portal.Unverifiable)
		madeUpActivity(&t, r, pick(r, protocol, substantive), quality)
	}
	return t
}

var (
	madeUpOrganisations = []portal.Organisation{
		{Name: i18n.Text{ID: "ITB", EN: "ITB"}, Side: "home"}, {Name: i18n.Text{ID: "UPI", EN: "UPI"}, Side: "home"}, {Name: i18n.Text{ID: "TU"}, Side: "partner"},
	}
	madeUpCosts = []portal.Cost{{Payer: "home_city", Amount: new(int64(7)), Currency: "IDR"}, {Payer: "private"}}
)

// madeUpActivity now and then tells of an event that another row tells of.
func madeUpActivity(t *portal.Tie, r *rand.Rand, nature portal.Nature, q portal.Quality) {
	id := int64(1000 + len(t.Activities))
	title := fmt.Sprint("activity ", r.IntN(4))
	var student, resident *int64
	if r.IntN(2) == 0 {
		student, resident = new(r.Int64N(3)), new(r.Int64N(3))
	}
	t.Activities = append(t.Activities, portal.Activity{
		Meta: portal.Meta{ID: id}, CityID: 7, Title: i18n.Text{ID: title, EN: title}, Nature: nature,
		ProgramID: pick[int64](r, 0, 300, 301), Kind: pick(r, "training", "delegation"),
		Sectors: pick(r, nil, []string{"EDU"}, []string{"CUL", "EDU"}), Place: pick(r, portal.Places...), Initiator: pick(r, portal.Initiators...),
		Organisations: pick(r, nil, madeUpOrganisations[:1], madeUpOrganisations), Costs: pick(r, nil, madeUpCosts[:1], madeUpCosts),
		ReportDueOn: pick[portal.Date](r, "", "2026", "2026-05-01"), ReportReceivedOn: pick[portal.Date](r, "", "2026-05", "2026-06"),
		StartOn:      pick[portal.Date](r, "", "2014", "2021-11-22", "2021-11-23", "2023", "2024-11-22", "2024-11-23", "2026-02", "2026-11-23", "2026-11-24"),
		Participants: portal.Participants{Official: new(int64(4)), Student: student, Resident: resident},
	})
	cite(portal.KindActivity, id, q, "title")(t)
}
