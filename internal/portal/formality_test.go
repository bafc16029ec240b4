package portal_test

import (
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// ceremony is a step of signing with signatories given as office, side, office, side; the partner's side is PH.
func ceremony(id int64, of portal.Stage, offices ...string) part {
	var people []portal.Person
	for i := 0; i < len(offices); i += 2 {
		people = append(people, portal.Person{Name: "N.", Role: i18n.Text{ID: offices[i], EN: offices[i]}, Side: offices[i+1]})
	}
	return all(
		func(t *portal.Tie) { t.City.Country = "PH" },
		step(portal.Step{Meta: portal.Meta{ID: id}, AgreementID: 1, Stage: of, Signatories: people}, "signatories"),
	)
}

func budget(status portal.ProgramStatus, quality portal.Quality) part {
	return func(t *portal.Tie) {
		t.Programs = append(t.Programs, portal.Program{Meta: portal.Meta{ID: 400}, Kind: "budget", Status: status, Title: i18n.Text{ID: "Anggaran 2008", EN: "Budget 2008"}})
		cite(portal.KindProgram, 400, quality, "cost")(t)
	}
}

func TestThreeConditionsAreAnsweredAsFarAsIsKnown(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	one := func(t *portal.Tie) portal.Condition { return t.Indicators(day).Formality.Signed }
	two := func(t *portal.Tie) portal.Condition { return t.Indicators(day).Formality.Fields }
	three := func(t *portal.Tie) portal.Condition { return t.Indicators(day).Formality.Budget }
	for _, tt := range []struct {
		name string
		of   func(*portal.Tie) portal.Condition
		tie  portal.Tie
		want portal.Answer
		why  string
	}{
		{"nothing signed", one, tie(letter("2019")), portal.No, "belum ada perjanjian yang ditandatangani"},
		{"a claim nobody can check", one, tie(agreement(portal.Agreement{Instrument: portal.UnknownInstrument})), portal.NotKnown, "penanda tangan kedua pihak belum ditemukan"},
		{"signers not known", one, tie(signed), portal.NotKnown, "penanda tangan kedua pihak belum ditemukan"},
		{"one side known", one, tie(signed, ceremony(1, portal.Signed, "mayor of Bandung", "ID")), portal.NotKnown, "penanda tangan kedua pihak belum ditemukan"},
		{"both heads", one, tie(signed, ceremony(1, portal.Signed, "Pj. Wali Kota Bandung", "ID", "Lord Mayor of Davao", "PH")), portal.Yes, "oleh N. (Pj. Wali Kota Bandung) dan N. (Lord Mayor of Davao)"},
		{"both heads at two ceremonies", one, tie(signed, ceremony(1, portal.Signed, "ambassador", "ID", "mayor", "PH"), ceremony(2, portal.Signed, "acting mayor of Bandung", "ID", "envoy", "PH")), portal.Yes,
			"oleh N. (acting mayor of Bandung) dan N. (mayor)"},
		{"both heads at a renewal", one, tie(signed, ceremony(1, portal.Renewed, "mayor", "ID", "mayor", "PH")), portal.Yes, "oleh N. (mayor) dan N. (mayor)"},
		{"a vice mayor", one, tie(signed, ceremony(1, portal.Signed, "wali kota Bandung", "ID", "vice mayor of Cotabato", "PH")), portal.No, "di satu pihak bukan kepala kota: N. (vice mayor of Cotabato)"},
		{"a mayor pro tem, an envoy of the mayor", one, tie(signed, ceremony(1, portal.Signed, "mayor's envoy", "ID", "mayor pro tem", "PH")), portal.No, "di satu pihak bukan kepala kota: N. (mayor's envoy) dan N. (mayor pro tem)"},
		{"a head as witness", one, tie(signed, ceremony(1, portal.Signed, "wali kota Bandung", "ID", "mayor of Cotabato (witness)", "PH")), portal.NotKnown, "penanda tangan kedua pihak belum ditemukan"},
		{"heads of whom it is only known that they were there", one, tie(signed, ceremony(1, portal.Renewed, "wali kota Bandung (hadir; bahwa ia menandatangani hanya tersirat)", "ID", "mayor of Davao (present)", "PH")), portal.NotKnown,
			"penanda tangan kedua pihak belum ditemukan"},
		{"a letter of intent of both beside a paper of unknown hands", one, tie(signed, ceremony(1, portal.Intent, "mayor", "ID", "mayor", "PH")), portal.NotKnown, "penanda tangan kedua pihak belum ditemukan"},
		{"hands that no source names", one, tie(signed, ceremony(1, portal.Signed, "mayor", "ID", "mayor", "PH"), func(t *portal.Tie) { t.Evidence[len(t.Evidence)-1].Source.Quality = portal.Unverifiable }), portal.NotKnown,
			"penanda tangan kedua pihak belum ditemukan"},

		{"several fields", two, tie(signed, agreed("EDU", "CUL")), portal.Yes, "2 bidang disepakati"},
		{"one field", two, tie(signed, agreed("EDU")), portal.No, "hanya satu bidang disepakati"},
		{"the scope of an ended paper", two, tie(signed, agreed("EDU", "CUL"), stage(portal.Terminated, "2021")), portal.NotKnown, "bidang yang disepakati belum ditemukan"},
		{"no scope", two, tie(signed), portal.NotKnown, "bidang yang disepakati belum ditemukan"},
		{"nothing agreed", two, tie(), portal.NotKnown, "belum ada yang disepakati"},

		{"no budget", three, tie(signed), portal.NotKnown, "belum ditemukan anggaran untuk kemitraan ini"},
		{"a planned budget", three, tie(signed, budget(portal.ProgramPlanned, portal.Official)), portal.NotKnown, "belum ditemukan anggaran untuk kemitraan ini"},
		{"a reported budget", three, tie(signed, budget(portal.ProgramCompleted, portal.Secondary)), portal.NotKnown, "ada anggaran yang diberitakan, keputusan dewannya belum ditemukan"},
		{"a budget by an official source", three, tie(signed, budget(portal.ProgramCompleted, portal.Official)), portal.Yes, "Anggaran 2008"},
		{"a budget whose document is held", three, tie(signed, budget(portal.ProgramOngoing, portal.Secondary), document(portal.KindProgram, 400)), portal.Yes, "Anggaran 2008"},
	} {
		c := tt.of(&tt.tie)
		if got := c.Why.In(i18n.ID); c.Answer != tt.want || got != tt.why {
			t.Errorf("%s: %s because %q, want %s because %q", tt.name, c.Answer, got, tt.want, tt.why)
		}
		known := c.Answer != portal.NotKnown
		if !i18n.Has(c.Key()) || known && !i18n.Has("formality."+string(c.Answer)) {
			t.Errorf("%s: the catalog lacks words for %s or %s", tt.name, c.Key(), c.Answer)
		}
		if rests := len(c.Rows) > 0; rests != known {
			t.Errorf("%s: %s rests on %v", tt.name, c.Answer, c.Rows)
		}
	}
}

func TestCostOfATieIsKnownPartlyKnownOrUnknown(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	costly := func(t *portal.Tie) { t.Programs[len(t.Programs)-1].Cost = new(int64(3)) }
	for _, tt := range []struct {
		name string
		tie  portal.Tie
		want portal.CostState
		said string
	}{
		{"nothing happened", tie(signed), portal.CostUnknown, "belum ada kegiatan atau program yang biayanya diketahui"},
		{"nobody says", tie(signed, event(substantive, "2026")), portal.CostUnknown, "belum ada kegiatan atau program yang biayanya diketahui"},
		{"all, long ago", tie(signed, paid("1990", map[string]int64{"home_city": 1, "private": 0}), program("1991", "", nil), costly), portal.CostKnown, "biaya semua kegiatan dan program diketahui, 2 seluruhnya"},
		{"a program of several ties is not its own", tie(signed, program("2008", "", nil), costly, func(t *portal.Tie) { t.Programs[0].CityID = 0 }), portal.CostUnknown, "belum ada kegiatan atau program yang biayanya diketahui"},
		{"money for five ties together", tie(signed, program("2008", "", nil), costly, func(t *portal.Tie) { t.Programs[0].CityID, t.Programs[0].AgreementIDs = 0, []int64{1, 2, 3, 4, 5} }), portal.CostPartly,
			"yang diketahui baru anggaran bersama untuk 5 kota; biaya kegiatan kota ini sendiri belum"},
		{"a part of one", tie(signed, paid("2026", map[string]int64{"home_city": 1, "private": -1})), portal.CostPartly, "dari 1 kegiatan dan program, biaya satu pun belum diketahui seluruhnya"},
		{"one of two", tie(signed, paid("2026", map[string]int64{"home_city": 1}), program("1991", "", nil)), portal.CostPartly, "biaya diketahui untuk 1 dari 2 kegiatan dan program"},
	} {
		c := tt.tie.Indicators(day).Cost
		if got := c.Said().In(i18n.ID); c.State != tt.want || got != tt.said {
			t.Errorf("%s: %s, %q, want %s, %q", tt.name, c.State, got, tt.want, tt.said)
		}
	}
}
