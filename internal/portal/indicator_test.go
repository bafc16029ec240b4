package portal_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// doing is a substantive activity of which more is known.
func doing(start portal.Date, edit func(*portal.Activity)) part {
	return func(t *portal.Tie) {
		activity(t, portal.Secondary, substantive, start, nil)
		edit(&t.Activities[len(t.Activities)-1])
	}
}

// at is an activity at a place, begun by somebody.
func at(place, initiator string) part {
	return doing("2026-02-01", func(a *portal.Activity) { a.Place, a.Initiator = place, initiator })
}

// by is an activity of organisations of the home side.
func by(start portal.Date, names ...string) part {
	return doing(start, func(a *portal.Activity) {
		for _, name := range names {
			a.Organisations = append(a.Organisations, portal.Organisation{Name: i18n.Text{ID: name, EN: name}, Side: portal.SideHome})
		}
	})
}

// paid is an activity with what each payer bore; a negative amount is unknown.
func paid(start portal.Date, amounts map[string]int64) part {
	return doing(start, func(a *portal.Activity) { a.Costs = costs(amounts) })
}

func costs(amounts map[string]int64) (list []portal.Cost) {
	for payer, n := range amounts {
		c := portal.Cost{Payer: payer}
		if n >= 0 {
			c.Amount, c.Currency = new(n), "IDR"
		}
		list = append(list, c)
	}
	return list
}

func trip(due, received portal.Date) part {
	return doing("2026-01-05", func(a *portal.Activity) {
		a.Costs, a.ReportDueOn, a.ReportReceivedOn = costs(map[string]int64{"private": 1}), due, received
	})
}

func fields(start portal.Date, codes ...string) part {
	return doing(start, func(a *portal.Activity) { a.Sectors = codes })
}

func agreed(codes ...string) part {
	return func(t *portal.Tie) {
		t.Agreements[0].Sectors = codes
		cite(portal.KindAgreement, 1, portal.Official, "sectors")(t)
	}
}

// told are the sentences of a figure, "-" before those of a silent one.
func told(f portal.Figure, l i18n.Lang) string {
	var parts []string
	for _, s := range f.Said {
		parts = append(parts, s.In(l))
	}
	text := strings.Join(parts, "; ")
	if f.Silent {
		return "-" + text
	}
	return text
}

func TestFigureIsToldInWordsOrNotAtAll(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	five := all(by("2026-01-01", "ITB"), by("2026-01-02", "ITB", "PDAM"), by("2026-01-03", "UPI"), by("2026-01-04", "UPI"), by("2026-01-05", "PDAM"))
	for _, tt := range []struct {
		key  portal.IndicatorKey
		name string
		tie  portal.Tie
		want string
	}{
		{portal.KeyRecency, "nothing", tie(signed), "-belum ada kegiatan yang tercatat; 1 sumber tentang kota ini sudah dibaca; kapan sumbernya diperiksa lagi belum tercatat"},
		{portal.KeyRecency, "only hearsay", tie(signed, rumoured(substantive, "2026-01")), "-belum ada kegiatan yang tercatat; 1 sumber tentang kota ini sudah dibaca; kapan sumbernya diperiksa lagi belum tercatat"},
		{portal.KeyRecency, "protocol only", tie(signed, event(protocol, "2026-09-01")),
			"di luar seremoni belum ada kegiatan yang tercatat; kegiatan apa pun, termasuk seremoni: 2 bulan lalu, 1 September 2026"},
		{portal.KeyRecency, "protocol later", tie(signed, event(substantive, "2025-03"), event(protocol, "2026-11-01")),
			"kegiatan terakhir di luar seremoni 20 bulan lalu, Maret 2025; kegiatan apa pun, termasuk seremoni: kurang dari sebulan lalu, 1 November 2026"},
		{portal.KeyRecency, "years ago", tie(signed, event(substantive, "2016-11")), "kegiatan terakhir di luar seremoni 10 tahun lalu, November 2016"},
		{portal.KeyRecency, "years and months ago", tie(signed, event(substantive, "2024-10")), "kegiatan terakhir di luar seremoni 2 tahun 1 bulan lalu, Oktober 2024"},
		{portal.KeyRecency, "substance last, known to the year", tie(signed, event(protocol, "2014"), event(substantive, "2025")),
			"kegiatan terakhir di luar seremoni 22 bulan lalu, 2025"},

		{portal.KeyContinuity, "nothing signed", tie(letter("2010"), event(substantive, "2015")), "-belum ada perjanjian yang ditandatangani"},
		{portal.KeyContinuity, "signed on a day unknown", tie(agreement(portal.Agreement{Meta: portal.Meta{ID: 1}, Instrument: portal.UnknownInstrument}, "legal_type"), stage(portal.Exploration, "2019-05-09"), event(substantive, "2010"), event(substantive, "2020")),
			"1 dari 8 tahun sejak sekitar 2019; 2020 dan 2021, tahun pandemi, ikut dihitung"},
		{portal.KeyContinuity, "three years less a day", tie(memorandum("2023-11-24", "")), "-kemitraan ini belum berumur tiga tahun"},
		{portal.KeyContinuity, "three years to the day", tie(memorandum("2023-11-23", ""), event(substantive, "2025")), "1 dari 4 tahun sejak 2023"},
		{portal.KeyContinuity, "no beginning", tie(agreement(portal.Agreement{Instrument: portal.UnknownInstrument}, "legal_type")), "-belum diketahui sejak kapan kemitraan ini ada"},
		{portal.KeyContinuity, "ten years and whole life", tie(memorandum("1960-05-24", ""), event(substantive, "1959"), event(substantive, "1964"), event(substantive, "1964-02"), event(substantive, "2016"), event(substantive, "2017"), event(protocol, "2019")),
			"1 dari 10 tahun terakhir; 3 dari 67 tahun sejak 1960; 2020 dan 2021, tahun pandemi, ikut dihitung"},
		{portal.KeyContinuity, "until its end", tie(memorandum("1997-08-25", ""), stage(portal.Terminated, "2015-03"), event(substantive, "2015"), event(substantive, "2018")), "1 dari 10 tahun terakhir; 1 dari 19 tahun sejak 1997"},

		{portal.KeyBreadth, "no scope", tie(signed, fields("2026-01", "EDU")), "-bidang yang disepakati belum ditemukan"},
		{portal.KeyBreadth, "agreed and not", tie(signed, agreed("EDU", "CUL", "ECO"), fields("2026-01", "EDU", "SPO"), fields("2021-11-23", "CUL"), fields("2021-11-22", "ECO")),
			"2 dari 3 bidang yang disepakati; 1 bidang lain di luar yang disepakati"},

		{portal.KeyReciprocity, "three with a place", tie(signed, at("here", ""), at("there", ""), at("both", ""), at("online", "home"), at("", "home")),
			"-kurang dari empat kegiatan yang tempatnya diketahui dalam 60 bulan terakhir"},
		{portal.KeyReciprocity, "four with a place", tie(signed, at("here", ""), at("here", ""), at("there", ""), at("both", ""), at("online", "")),
			"3 di sini, 2 di sana; imbangan 0,67; 1 berarti sama banyak; siapa yang memulai belum tercatat; di luar itu 1 daring dan 0 tanpa tempat yang diketahui"},
		{portal.KeyReciprocity, "all on one side", tie(signed, at("here", "home"), at("here", "home"), at("here", "partner"), at("here", "both")),
			"4 di sini, 0 di sana; imbangan 0; 1 berarti sama banyak; yang memulai: kota ini 2, mitra 1, bersama 1, pihak lain 0, belum diketahui 0"},

		{portal.KeyReach, "nobody counted", tie(signed, event(substantive, "2026"), visited(protocol, "2026-05", 400)), "-tidak ada hitungan orang di luar pemerintahan dalam 24 bulan terakhir"},
		{portal.KeyReach, "counted long ago", tie(signed, visited(substantive, "2024-11-22", 400)), "-tidak ada hitungan orang di luar pemerintahan dalam 24 bulan terakhir"},
		{portal.KeyReach, "a lower bound", tie(signed, visited(substantive, "2024-11-23", 1400), event(substantive, "2026")), "paling sedikit 1.400 orang di luar pemerintahan dalam 24 bulan terakhir; 1 dari 2 kegiatan tanpa hitungan mereka"},
		{portal.KeyReach, "zero is a count", tie(signed, visited(substantive, "2026", 0)), "tidak ada orang di luar pemerintahan di antara peserta yang dihitung"},
		{portal.KeyReach, "four people", tie(signed, doing("2026", func(a *portal.Activity) {
			a.Participants = portal.Participants{Student: new(int64(3)), Elected: new(int64(1))}
		})),
			"paling sedikit 3 orang di luar pemerintahan dalam 24 bulan terakhir; bagian mereka di antara semua yang dihitung: 3 dari 4"},
		{portal.KeyReach, "five people", tie(signed, doing("2026", func(a *portal.Activity) {
			a.Participants = portal.Participants{Student: new(int64(3)), Official: new(int64(2))}
		})),
			"paling sedikit 3 orang di luar pemerintahan dalam 24 bulan terakhir; bagian mereka di antara semua yang dihitung: 60%"},

		{portal.KeyResults, "none due", tie(signed, program("2026-05-23", "2026-06", new(int64(1)))), "-belum ada program yang berakhir lebih dari enam bulan lalu, dan belum ada janji yang jatuh tempo"},
		{portal.KeyResults, "due", tie(signed, program("2026-05-22", "2026-06", new(int64(1))), program("2020", "", nil), promise("2026-11-22", portal.PromiseDelivered), promise("2026", portal.PromiseRunning), promise("2025", "")),
			"1 dari 2 program yang sudah berakhir punya hasil tertulis; 1 dari 2 janji yang jatuh tempo ditepati"},

		{portal.KeyMoney, "none with public money", tie(signed, paid("2026", map[string]int64{"private": 5})), "-tidak ada kegiatan dengan uang publik, atau yang pembayarnya tidak diketahui, dalam 60 bulan terakhir"},
		{portal.KeyMoney, "unknown payer, known cost, half known cost, long ago", tie(signed, event(substantive, "2026"), event(protocol, "2026-02"), paid("2026-03", map[string]int64{"home_city": 0, "private": -1}), paid("2026-04", map[string]int64{"home_city": 5, "agency": -1}), paid("2021-11-22", map[string]int64{"home_city": 5})),
			"biaya diketahui untuk 1 dari 4 kegiatan"},
		{portal.KeyMoney, "trips", tie(signed, trip("2026-03-06", "2026-03-06"), trip("2026-03-06", "2026-03-07"), trip("2026-03-06", "2026-03"), trip("2026-03-06", ""), trip("2026-11-23", "")),
			"laporan tepat waktu untuk 2 dari 4 perjalanan"},

		{portal.KeyEvidence, "nothing", tie(), "0 dari 6 fakta pokok bersumber; yang belum: jenis kerja sama, tanggal mulai, penanda tangan, masa berlaku, bidang, dan persetujuan DPRD; kapan sumbernya diperiksa lagi belum tercatat"},
		{portal.KeyEvidence, "official and other sources, hearsay beside them",
			tie(signed, scope(), cite(portal.KindAgreement, 1, portal.Official, "signed_on", "title_id", "title_en"), rumoured(substantive, "2026")),
			"3 dari 6 fakta pokok bersumber; yang belum: penanda tangan, masa berlaku, dan persetujuan DPRD; 3 dari 4 fakta punya sumber resmi; kapan sumbernya diperiksa lagi belum tercatat"},
		{portal.KeyEvidence, "read again", tie(signed, func(t *portal.Tie) {
			t.Evidence[0].Source.CheckedOn = "2026-09-30"
			t.Evidence[1].Source.CheckedOn = "2025"
		}),
			"2 dari 6 fakta pokok bersumber; yang belum: penanda tangan, masa berlaku, bidang, dan persetujuan DPRD; 0 dari 2 fakta punya sumber resmi; sumber terakhir diperiksa lagi 1 bulan lalu"},

		{portal.KeyRoots, "two that name one", tie(signed, by("2026-01-01", "ITB"), by("2026-01-02", "UPI"), event(substantive, "2026-02-01")), "-kurang dari tiga kegiatan yang menyebut lembaga setempat dalam 24 bulan terakhir"},
		{portal.KeyRoots, "few: no percentage", tie(signed, by("2026-01-01", "ITB"), by("2024-11-23", " itb ", "UPI"), by("2026-01-02", "UPI"), event(substantive, "2026-02-01"), by("2024-11-22", "PDAM")),
			"2 lembaga setempat dalam 24 bulan terakhir; yang terbanyak, ITB, ikut dalam 2 dari 3 kegiatan itu; 1 kegiatan tidak menyebut lembaga setempat"},
		{portal.KeyRoots, "five", tie(signed, five), "3 lembaga setempat dalam 24 bulan terakhir; yang terbanyak, ITB, ikut dalam 40% kegiatan itu"},
	} {
		t.Run(string(tt.key)+" "+tt.name, func(t *testing.T) {
			f := tt.tie.Indicators(day).Figure(tt.key)
			if got := told(f, i18n.ID); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
			if english := told(f, i18n.EN); english == tt.want || strings.Contains(english, "indicator.") || strings.Contains(english, "%!") {
				t.Errorf("in English: %s", english)
			}
		})
	}
}

func promise(due portal.Date, state portal.PromiseState) part {
	return func(t *portal.Tie) {
		id := int64(500 + len(t.Promises))
		t.Promises = append(t.Promises, portal.Promise{Meta: portal.Meta{ID: id}, AgreementID: 1, DueOn: due, State: state})
		cite(portal.KindPromise, id, portal.Secondary, "words")(t)
	}
}

func TestIndicatorsPutTiesInOrderOnlyWhereTheySaySomething(t *testing.T) {
	signed := memorandum("2019-06-26", "")
	for _, tt := range []struct {
		key        portal.IndicatorKey
		less, more portal.Tie
		none       portal.Tie
	}{
		{portal.KeyRecency, tie(signed, event(substantive, "2019")), tie(signed, event(substantive, "2026")), tie(signed, event(protocol, "2026"))},
		{portal.KeyContinuity, tie(signed), tie(signed, event(substantive, "2019")), tie(memorandum("2026", ""))},
		{portal.KeyBreadth, tie(signed, agreed("EDU")), tie(signed, agreed("EDU"), fields("2026", "EDU")), tie(signed)},
		{portal.KeyReciprocity, tie(signed, at("here", ""), at("here", ""), at("here", ""), at("there", "")), tie(signed, at("both", ""), at("both", ""), at("both", ""), at("there", "")), tie(signed)},
		{portal.KeyReach, tie(signed, visited(substantive, "2026", 0)), tie(signed, visited(substantive, "2026", 1)), tie(signed, event(substantive, "2026"))},
		{portal.KeyResults, tie(signed, program("2020", "", nil)), tie(signed, program("2020", "2021", new(int64(1)))), tie(signed)},
		{portal.KeyPath, tie(signed, inRegime(portal.Regime2018)), tie(signed, inRegime(portal.Regime2018), stage(portal.Intent, "2017")), tie(memorandum("1960", ""))},
		{portal.KeyMoney, tie(signed, event(substantive, "2026")), tie(signed, paid("2026", map[string]int64{"home_city": 3})), tie(signed)},
		{portal.KeyRoots, tie(signed, by("2026", "A"), by("2026-02", "A"), by("2026-03", "A")), tie(signed, by("2026", "A"), by("2026-02", "A"), by("2026-03", "B")), tie(signed)},
	} {
		less, saysLess := tt.less.Indicators(day).Value(tt.key)
		more, saysMore := tt.more.Indicators(day).Value(tt.key)
		if !saysLess || !saysMore || less >= more {
			t.Errorf("%s: %v (%t) is not less than %v (%t)", tt.key, less, saysLess, more, saysMore)
		}
		if v, ok := tt.none.Indicators(day).Value(tt.key); ok {
			t.Errorf("%s: a tie of which nothing is said has the value %v", tt.key, v)
		}
	}
	less, _ := tie().Indicators(day).Value(portal.KeyEvidence)
	if more, _ := tie(signed).Indicators(day).Value(portal.KeyEvidence); less >= more {
		t.Errorf("evidence: %v is not less than %v", less, more)
	}
	if _, ok := tie(signed).Indicators(day).Value("total"); ok {
		t.Error("there is a value that is none of the ten")
	}
}

func inRegime(regime portal.Regime) part {
	return func(t *portal.Tie) { t.Agreements[0].Regime = regime }
}

func TestFigureRestsOnTheRowsThatItCounts(t *testing.T) {
	v := tie(memorandum("2019", ""), agreed("EDU"),
		visited(substantive, "2026-09-01", 40), event(protocol, "2026-10-01"), event(substantive, "2023"), program("2020", "", nil), promise("2025", ""),
	).Indicators(day)
	for key, want := range map[portal.IndicatorKey][]portal.Row{
		portal.KeyRecency:    {{Kind: portal.KindActivity, ID: 1000}, {Kind: portal.KindActivity, ID: 1001}},
		portal.KeyContinuity: {{Kind: portal.KindActivity, ID: 1002}, {Kind: portal.KindActivity, ID: 1000}},
		portal.KeyBreadth:    {{Kind: portal.KindActivity, ID: 1002}, {Kind: portal.KindActivity, ID: 1000}},
		portal.KeyReach:      {{Kind: portal.KindActivity, ID: 1000}},
		portal.KeyResults:    {{Kind: portal.KindProgram, ID: 300}, {Kind: portal.KindPromise, ID: 500}},
		portal.KeyMoney:      {{Kind: portal.KindActivity, ID: 1002}, {Kind: portal.KindActivity, ID: 1000}, {Kind: portal.KindActivity, ID: 1001}},
		portal.KeyEvidence:   {{Kind: portal.KindAgreement, ID: 1}},
	} {
		if got := v.Figure(key).Rows; !slices.Equal(got, want) {
			t.Errorf("%s rests on %v, want %v", key, got, want)
		}
	}
}

func TestShareOfFewThingsIsNoPercentage(t *testing.T) {
	for _, tt := range []struct {
		share portal.Share
		want  string
	}{
		{portal.Share{Part: 2, Of: 3}, "2 dari 3"}, {portal.Share{Part: 0, Of: 4}, "0 dari 4"}, {portal.Share{Part: 2, Of: 5}, "40%"},
		{portal.Share{Part: 999, Of: 1000}, "99%"}, {portal.Share{Part: 1, Of: 1000}, "1%"}, {portal.Share{Of: 9}, "0%"}, {portal.Share{Part: 9, Of: 9}, "100%"},
	} {
		if got := tt.share.In(i18n.ID); got != tt.want {
			t.Errorf("%+v is written %q, want %q", tt.share, got, tt.want)
		}
	}
}

func TestCatalogKnowsEveryIndicator(t *testing.T) {
	var keys []string
	for _, k := range portal.IndicatorKeys {
		keys = append(keys, k.Key())
	}
	for _, c := range portal.RuleChanges {
		keys = append(keys, c.Key())
	}
	for _, s := range portal.CostStates {
		keys = append(keys, "indicator.cost."+string(s))
	}
	for _, key := range keys {
		if !i18n.Has(key) {
			t.Errorf("the catalog lacks %s", key)
		}
	}
}
