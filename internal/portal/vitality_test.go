package portal_test

import (
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Short names for the tables.
const (
	protocol    = portal.Protocol
	substantive = portal.Substantive
)

func TestLabelFollowsTheFirstRuleThatMatches(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	claim := agreement(portal.Agreement{Meta: portal.Meta{ID: 5}, Instrument: portal.UnknownInstrument})
	extended := agreement(portal.Agreement{Meta: portal.Meta{ID: 6}, ParentID: 1, Instrument: portal.Extension, SignedOn: "2024-01-01"}, "signed_on")
	for _, tt := range []struct {
		name  string
		tie   portal.Tie
		rule  int
		label portal.Label
	}{
		{"ended by document, however lively", tie(signed, stage(portal.Terminated, "2026-05"), event(substantive, "2026-09-01")), 1, portal.LabelEnded},
		{"ended on a day unknown", tie(signed, stage(portal.Terminated, "")), 1, portal.LabelEnded},
		{"an end to come", tie(signed, stage(portal.Terminated, "2026-11-24"), event(substantive, "2026-09-01")), 7, portal.LabelActiveNoResults},
		{"ended and signed again", tie(signed, stage(portal.Terminated, "2023-05"), extended, event(protocol, "2026-09-01")), 5, portal.LabelCeremonial},
		{"a lapse is not an end", tie(signed, scope(), stage(portal.Lapsed, "2023-05")), 4, portal.LabelDormant},
		{"an end whose document was searched for in vain", tie(signed, scope(), step(portal.Step{AgreementID: 1, Stage: portal.Terminated, NoDocument: true}, "stage")), 4, portal.LabelDormant},

		{"letter of intent only, however lively", tie(letter("2017-03-23"), visited(substantive, "2026-09-01", 9)), 2, portal.LabelExploratory},
		{"nothing at all", tie(), 2, portal.LabelExploratory},
		{"signature to come", tie(memorandum("2026-11-24", ""), event(substantive, "2026-09-01")), 2, portal.LabelExploratory},
		{"letter of intent and a claimed memorandum", tie(letter("2015"), claim), 2, portal.LabelExploratory},

		{"all unknown: only a claim that nobody can check", tie(claim), 3, portal.LabelNotAssessable},
		{"a partner without any record", tie(func(t *portal.Tie) { t.City.Standing = portal.Partner }), 3, portal.LabelNotAssessable},
		{"silent with 2 of 6 facts", tie(signed), 3, portal.LabelNotAssessable},
		{"silent, a third fact only by hearsay", tie(signed, cite(portal.KindAgreement, 1, portal.Unverifiable, "sectors"), func(t *portal.Tie) { t.Agreements[0].Sectors = []string{"EDU"} }), 3, portal.LabelNotAssessable},
		{"silent, council still to decide", tie(signed, council(portal.Pending, 1)), 3, portal.LabelNotAssessable},

		{"silent, a ministry has decided but no council", tie(signed, council(portal.Approved, 1), func(t *portal.Tie) { t.Approvals[0].Kind = portal.ByMinistry }), 3, portal.LabelNotAssessable},

		{"silent with 3 of 6 facts: scope", tie(signed, scope()), 4, portal.LabelDormant},
		{"silent with 3 of 6 facts: signers", tie(signed, signers()), 4, portal.LabelDormant},
		{"silent with 3 of 6 facts: council", tie(signed, council(portal.Refused, 1)), 4, portal.LabelDormant},
		{"silent, older than the law: no approval was needed", tie(memorandum("1990-04-02", "")), 4, portal.LabelDormant},
		{"last activity 60 months and a day ago", tie(signed, scope(), event(substantive, "2021-11-22")), 4, portal.LabelDormant},
		{"year only: counts as 1 January, outside 60 months", tie(signed, scope(), event(substantive, "2021")), 4, portal.LabelDormant},
		{"an activity to come is none", tie(signed, scope(), event(substantive, "2026-11-24")), 4, portal.LabelDormant},
		{"an activity without a date is in no window", tie(signed, scope(), event(substantive, "")), 4, portal.LabelDormant},
		{"hearsay is no activity", tie(signed, scope(), rumoured(substantive, "2026-09-01")), 4, portal.LabelDormant},

		{"protocol only", tie(signed, event(protocol, "2026-09-01"), event(protocol, "2025-09-01")), 5, portal.LabelCeremonial},
		{"protocol 60 months ago to the day", tie(signed, event(protocol, "2021-11-23")), 5, portal.LabelCeremonial},
		{"residents at protocol do not count", tie(signed, visited(protocol, "2026-09-01", 400)), 5, portal.LabelCeremonial},
		{"protocol now, substance long ago", tie(signed, event(protocol, "2026-09-01"), event(substantive, "2019")), 5, portal.LabelCeremonial},

		{"substance with residents", tie(signed, visited(substantive, "2026-09-01", 1)), 6, portal.LabelActive},
		{"substance 24 months ago to the day", tie(signed, visited(substantive, "2024-11-23", 1)), 6, portal.LabelActive},
		{"substance today", tie(signed, visited(substantive, "2026-11-23", 1)), 6, portal.LabelActive},
		{"substance with a result of a program", tie(signed, event(substantive, "2026-09-01"), program("2025", "2025-12", new(int64(9)))), 6, portal.LabelActive},
		{"expired but active", tie(memorandum("2015-01-01", "2020-01-01"), visited(substantive, "2026-09-01", 1)), 6, portal.LabelActive},

		{"substance, nobody counted", tie(signed, event(substantive, "2026-09-01")), 7, portal.LabelActiveNoResults},
		{"substance, no resident", tie(signed, visited(substantive, "2026-09-01", 0)), 7, portal.LabelActiveNoResults},
		{"substance, residents at protocol beside it", tie(signed, event(substantive, "2026-09-01"), visited(protocol, "2026-09-02", 400)), 7, portal.LabelActiveNoResults},
		{"substance, residents only long ago", tie(signed, event(substantive, "2026-09-01"), visited(substantive, "2024-11-22", 9)), 7, portal.LabelActiveNoResults},
		{"substance, result not reported", tie(signed, event(substantive, "2026-09-01"), program("2025", "2025-12", nil)), 7, portal.LabelActiveNoResults},
		{"substance, result more than 60 months old", tie(signed, event(substantive, "2026-09-01"), program("2020", "2021-11-22", new(int64(9)))), 7, portal.LabelActiveNoResults},
		{"substance, result without any date", tie(signed, event(substantive, "2026-09-01"), program("", "", new(int64(9)))), 7, portal.LabelActiveNoResults},
		{"month only: counts as the first of it", tie(signed, event(substantive, "2024-12")), 7, portal.LabelActiveNoResults},

		{"substance 24 months and a day ago", tie(signed, visited(substantive, "2024-11-22", 1)), 8, portal.LabelInfrequent},
		{"year only: counts as 1 January, outside 24 months", tie(signed, visited(substantive, "2024", 1)), 8, portal.LabelInfrequent},
		{"substance 60 months ago to the day", tie(signed, event(substantive, "2021-11-23")), 8, portal.LabelInfrequent},
		{"substance long ago, protocol now", tie(signed, event(substantive, "2023-03"), event(protocol, "2026-11-01")), 8, portal.LabelInfrequent},
	} {
		t.Run(tt.name, func(t *testing.T) { assertLabel(t, tt.tie.Vitality(day), tt.rule, tt.label) })
	}
}

func TestWindowsEndWithTheMonthOnLeapDays(t *testing.T) {
	leap := on(2028, time.February, 29)
	inside := tie(memorandum("2019", ""), event(substantive, "2026-02-28"))
	outside := tie(memorandum("2019", ""), event(substantive, "2026-02-27"))
	assertLabel(t, inside.Vitality(leap), 7, portal.LabelActiveNoResults)
	assertLabel(t, outside.Vitality(leap), 8, portal.LabelInfrequent)
}

func TestIndicatorsCountEachEventOnce(t *testing.T) {
	v := tie(memorandum("2019", ""),
		visited(substantive, "2026-09-01", 40), visited(substantive, "2025-09-01", 2), event(substantive, "2025-03"),
		event(substantive, "2022-03"), event(protocol, "2026-10-23"),
		program("2026-05-22", "2026-05-22", new(int64(9))), program("2026-05-23", "", nil), program("2025", "", nil),
	).Vitality(day)
	if v.Activity.In24 != 4 || v.Activity.In60 != 5 || v.Substance.In24 != 3 || v.Substance.In60 != 4 {
		t.Errorf("windows: %+v %+v", v.Activity, v.Substance)
	}
	if v.Activity.Last != "2026-10-23" || v.Activity.Months != 1 || v.Substance.Last != "2026-09-01" || v.Substance.Months != 2 {
		t.Errorf("recency: %+v %+v", v.Activity, v.Substance)
	}
	if v.Reach.Residents != 42 || v.Reach.Counted != 2 || v.Reach.Uncounted != 1 {
		t.Errorf("reach: %+v", v.Reach)
	}
	if v.Results.In60 != 1 || v.Results.Due != 2 || v.Results.WithResult != 1 {
		t.Errorf("results: %+v", v.Results)
	}
	if v.On != "2026-11-23" || v.RuleVersion != portal.RuleVersion {
		t.Errorf("computed on %q by rules %q", v.On, v.RuleVersion)
	}
}

func TestRowsOfOneEventCountOnce(t *testing.T) {
	for _, tt := range []struct {
		name   string
		start  portal.Date
		change func(first, second *portal.Activity)
		want   int
	}{
		{"same title, whatever its case and spaces", "2026", func(a, b *portal.Activity) { a.Title.EN, b.Title.EN = "Youth  camp", "youth camp" }, 1},
		{"same program on the same day", "2026-05-01", func(a, b *portal.Activity) { a.ProgramID, b.ProgramID = 3, 3 }, 1},
		{"same program in the same year", "2026", func(a, b *portal.Activity) { a.ProgramID, b.ProgramID = 3, 3 }, 2},
		{"no program on the same day", "2026-05-01", func(a, b *portal.Activity) {}, 2},
		{"same title, another kind", "2026", func(a, b *portal.Activity) { a.Title, b.Kind = b.Title, "exchange" }, 2},
		{"same title, another day", "2026-05-01", func(a, b *portal.Activity) { a.Title, b.StartOn = b.Title, "2026-05-02" }, 2},
		{"same title, another city", "2026", func(a, b *portal.Activity) { a.Title, b.CityID = b.Title, 8 }, 2},
		{"no title at all", "2026", func(a, b *portal.Activity) { a.Title, b.Title = i18n.Text{}, i18n.Text{} }, 2},
	} {
		two := tie(memorandum("2019", ""), event(substantive, tt.start), event(substantive, tt.start))
		tt.change(&two.Activities[0], &two.Activities[1])
		if got := two.Vitality(day).Activity.In24; got != tt.want {
			t.Errorf("%s: %d events, want %d", tt.name, got, tt.want)
		}
	}
}

func TestReasonIsASentenceInBothLanguages(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	for _, tt := range []struct {
		tie    portal.Tie
		id, en string
	}{
		{tie(signed, stage(portal.Terminated, "2021-05-03")), "diakhiri dengan dokumen, Mei 2021", "ended by document, May 2021"},
		{tie(letter("2019"), council(portal.Pending, 2)), "menunggu persetujuan DPRD", "awaiting council approval"},
		{tie(letter("2019"), council(portal.Approved, 2)), "baru Letter of Intent, belum ada perjanjian", "a letter of intent, no agreement yet"},
		{tie(), "belum ada yang ditandatangani", "nothing signed yet"},
		{
			tie(signed),
			"baru 2 dari 6 fakta pokok bersumber; yang belum: penanda tangan, masa berlaku, bidang, dan persetujuan DPRD",
			"only 2 of 6 core facts sourced; missing: signatories, term, fields, and council approval",
		},
		{tie(signed, scope(), event(substantive, "2014-05")), "belum ada kegiatan tercatat sejak 2014", "no recorded activity since 2014"},
		{tie(signed, scope()), "belum ada kegiatan yang tercatat", "no activity recorded so far"},
		{tie(signed, event(protocol, "2026")), "1 kegiatan dalam 60 bulan terakhir, berupa seremoni", "1 activity in the last 60 months, a ceremony"},
		{
			tie(signed, visited(substantive, "2026", 2), event(substantive, "2025-05"), event(protocol, "2025-05")),
			"2 kegiatan di luar seremoni dalam 24 bulan terakhir", "2 activities beyond ceremony in the last 24 months",
		},
		{tie(signed, event(substantive, "2023-03-30")), "kegiatan terakhir di luar seremoni: Maret 2023", "last activity beyond ceremony: March 2023"},
		{tie(signed, event(substantive, "2023-03-30~")), "kegiatan terakhir di luar seremoni: sekitar Maret 2023", "last activity beyond ceremony: about March 2023"},
	} {
		why := tt.tie.Vitality(day).Reason
		if id, en := why.In(i18n.ID), why.In(i18n.EN); id != tt.id || en != tt.en {
			t.Errorf("%s\n got %q, %q\nwant %q, %q", why.Key, id, en, tt.id, tt.en)
		}
	}
}

func TestCatalogKnowsEveryLabelFactAndMark(t *testing.T) {
	var keys []string
	for _, l := range portal.Labels {
		keys = append(keys, l.Key())
	}
	for _, f := range portal.CoreFacts {
		keys = append(keys, f.Key())
	}
	for _, m := range portal.LegalMarks {
		keys = append(keys, m.Key())
	}
	for _, key := range keys {
		if !i18n.Has(key) {
			t.Errorf("the catalog lacks %s", key)
		}
	}
}

func TestCoreFactsComeFromTheGoverningAgreementAndItsParents(t *testing.T) {
	extension := agreement(portal.Agreement{
		Meta: portal.Meta{ID: 6}, ParentID: 1, Instrument: portal.Extension, SignedOn: "2024-01-01", Term: i18n.Text{ID: "lima tahun", EN: "five years"},
	}, "term_id")
	facts := tie(memorandum("2019-06-26", "2024-06-25"), cite(portal.KindAgreement, 1, portal.Secondary, "in_force_until"), signers(), extension).Vitality(day).CoreFacts
	if len(facts.Sourced) != 4 || len(facts.Missing) != 2 {
		t.Errorf("facts %+v, want kind, start, signers and the extension's term", facts)
	}
	without := agreement(portal.Agreement{Meta: portal.Meta{ID: 6}, ParentID: 1, Instrument: portal.Extension, SignedOn: "2024-01-01"}, "signed_on")
	facts = tie(memorandum("2019-06-26", "2024-06-25"), cite(portal.KindAgreement, 1, portal.Secondary, "in_force_until"), without).Vitality(day).CoreFacts
	if len(facts.Sourced) != 2 {
		t.Errorf("facts %+v: the term of the extended paper is not the extension's", facts)
	}
}
