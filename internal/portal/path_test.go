package portal_test

import (
	"fmt"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// checklist writes the steps of a path as "loi 2019 held", a missing one as "plan -", one out of order with a mark of exclamation.
func checklist(p portal.Path) string {
	var steps []string
	for _, s := range p.Steps {
		switch {
		case !s.Recorded:
			steps = append(steps, string(s.Stage)+" -")
		case s.Late:
			steps = append(steps, fmt.Sprintf("%s %s! %s", s.Stage, s.On, s.Document))
		default:
			steps = append(steps, fmt.Sprintf("%s %s %s", s.Stage, s.On, s.Document))
		}
	}
	return strings.Join(steps, ", ")
}

func document(kind portal.Kind, id int64) part {
	return func(t *portal.Tie) {
		t.Documents = append(t.Documents, portal.Document{AboutKind: kind, AboutID: id})
	}
}

func TestChecklistAsksWhatTheRulesOfThePapersTimeAsk(t *testing.T) {
	current := all(memorandum("2024-04-22", ""), inRegime(portal.Regime2018))
	intent := func(regime portal.Regime) part {
		return all(letter("2017-03-23"), inRegime(regime))
	}
	for _, tt := range []struct {
		name string
		tie  portal.Tie
		want string
	}{
		{"nothing", tie(), ""},
		{"nothing signed", tie(agreement(portal.Agreement{Meta: portal.Meta{ID: 1}, Instrument: portal.NoInstrument, Regime: portal.Regime2018}, "sectors")), ""},
		{"the day before the law", tie(memorandum("2000-10-22", "")), ""},
		{"the day of the law", tie(memorandum("2000-10-23", ""), inRegime(portal.Regime1993)), "verification -, signed 2000-10-23 unknown"},
		{"old, and renewed under the law", tie(memorandum("1990", ""), inRegime(portal.Regime1993), stage(portal.Renewed, "2015")), "verification -, signed 1990 unknown"},
		{"of an unknown day, perhaps older than the law", tie(agreement(portal.Agreement{Meta: portal.Meta{ID: 1}, Instrument: portal.Memorandum, Regime: portal.Regime1993}, "legal_type")), ""},
		{"letter of intent before 2018", tie(intent(portal.Regime2006)), "loi 2017-03-23 unknown"},
		{"letter of intent today", tie(intent(portal.Regime2018)), "exploration -, loi 2017-03-23 unknown"},
		{"today's path, bare", tie(current), "exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a pending decision is none", tie(current, council(portal.Pending, 1)), "exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a decision about something else is none", tie(current, council(portal.Discussed, 1)), "exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a decision against is one", tie(current, council(portal.Refused, 1)), "exploration -, loi -, plan -, dprd 2020-01-02 unknown, verification -, signed 2024-04-22 unknown"},
		{"the partner's council is of another law", tie(current, council(portal.Approved, 1), func(t *portal.Tie) { t.Approvals[0].Kind = portal.ByForeignCouncil }),
			"exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a ministry's approval", tie(current, council(portal.Approved, 1), func(t *portal.Tie) { t.Approvals[0].Kind = portal.ByMinistry }),
			"exploration -, loi -, plan -, dprd -, verification 2020-01-02 unknown, signed 2024-04-22 unknown"},
		{"the partner's consent neither", tie(current, stage(portal.PartnerConsent, "2023-12")),
			"exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a draft of what may follow", tie(current, stage(portal.Drafting, "2024-04-23")), "exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"a draft of the paper", tie(current, stage(portal.Drafting, "2024-04")), "exploration -, loi -, plan -, dprd -, verification 2024-04 unknown, signed 2024-04-22 unknown"},
		{"out of order, as far as dates tell", tie(current, stage(portal.Intent, "2019-05"), stage(portal.Plan, "2019"), stage(portal.FullPowers, "2025"), stage(portal.Initiative, "2019-05-31")),
			"exploration 2019-05-31 unknown, loi 2019-05 unknown, plan 2019 unknown, dprd -, verification 2025 unknown, signed 2024-04-22! unknown"},
		{"an unsourced step is none", tie(current, step(portal.Step{AgreementID: 1, Stage: portal.Plan})), "exploration -, loi -, plan -, dprd -, verification -, signed 2024-04-22 unknown"},
		{"documents", tie(current, document(portal.KindAgreement, 1), council(portal.Approved, 1), document(portal.KindApproval, 201), stage(portal.Plan, ""), func(t *portal.Tie) { t.Steps[0].NoDocument, t.Approvals[0].NumberNotFound = true, true }),
			"exploration -, loi -, plan  missing, dprd 2020-01-02 held, verification -, signed 2024-04-22 held"},
	} {
		p := tt.tie.Indicators(day).Path
		if got := checklist(p); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if older := strings.HasPrefix(tt.name, "the day before"); p.Older != older {
			t.Errorf("%s: older is %t", tt.name, p.Older)
		}
	}
}

func TestExtensionStandsOnThePathOfWhatItExtends(t *testing.T) {
	extension := agreement(portal.Agreement{Meta: portal.Meta{ID: 6}, ParentID: 1, Instrument: portal.Extension, SignedOn: "2025-08-11", Regime: portal.Regime2018}, "signed_on")
	p := tie(memorandum("2019-06-26", ""), council(portal.Approved, 1), extension).Indicators(day).Path
	if got, want := checklist(p), "exploration -, loi -, plan -, dprd 2020-01-02 unknown, verification -, signed 2019-06-26! unknown"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPathIsToldInStepsAndTerm(t *testing.T) {
	for _, tt := range []struct {
		tie  portal.Tie
		want string
	}{
		{tie(memorandum("2024-04-22", "2030"), inRegime(portal.Regime2018), document(portal.KindAgreement, 1), stage(portal.Intent, "2025")),
			"berlaku sampai 2030; 2 dari 6 langkah tercatat; dokumennya kami pegang untuk 1 dari 6 langkah; urutan tanggalnya tidak sesuai: penandatanganan"},
		{tie(memorandum("1960", "")), "-lebih tua dari UU 24/2000; langkah yang sekarang diminta belum ada waktu itu; masa berlakunya belum ditemukan"},
		{tie(memorandum("1960", "2030")), "-lebih tua dari UU 24/2000; langkah yang sekarang diminta belum ada waktu itu; berlaku sampai 2030"},
		{tie(agreement(portal.Agreement{Meta: portal.Meta{ID: 1}, Instrument: portal.Memorandum, Regime: portal.Regime1993}, "legal_type")),
			"-langkah apa yang diminta belum bisa dikatakan; sudah ditandatangani, masa berlakunya belum ditemukan"},
		{tie(), "-belum ada yang ditandatangani"},
	} {
		if got := told(tt.tie.Indicators(day).Figure(portal.KeyPath), i18n.ID); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}
