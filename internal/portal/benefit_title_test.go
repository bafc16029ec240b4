package portal_test

import (
	"fmt"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// several are so many activities of substance, each changed in the same way.
func several(n int, change func(*portal.Activity), fields ...string) part {
	return func(t *portal.Tie) {
		for i := range n {
			done(fmt.Sprintf("activity %d of %d", len(t.Activities), i), substantive, "2024", change, fields...)(t)
		}
	}
}

func in(place string) func(*portal.Activity) {
	return func(a *portal.Activity) { a.Place = place }
}

func startedBy(who string) func(*portal.Activity) {
	return func(a *portal.Activity) { a.Initiator = who }
}

func studied(n int64) func(*portal.Activity) {
	return func(a *portal.Activity) { a.Participants.Student = &n }
}

func costing(amounts ...*int64) func(*portal.Activity) {
	return func(a *portal.Activity) {
		for _, amount := range amounts {
			a.Costs = append(a.Costs, portal.Cost{Payer: "agency", Amount: amount, Currency: "JPY"})
		}
	}
}

func coded(codes ...string) func(*portal.Activity) {
	return func(a *portal.Activity) { a.Sectors = codes }
}

var codes = []portal.Sector{
	{Code: "EDU", Name: i18n.Text{ID: "Pendidikan", EN: "Education"}, SDGs: []int64{4}},
	{Code: "WAT", Name: i18n.Text{ID: "Air bersih", EN: "Water"}, SDGs: []int64{6}},
	{Code: "HEA", Name: i18n.Text{ID: "Kesehatan", EN: "Health"}, SDGs: []int64{3}},
}

func TestTitlesAreReadFromTheData(t *testing.T) {
	years, people, costs := portal.Benefits.YearsTitle, portal.Benefits.PeopleTitle, portal.Benefits.CostsTitle
	fields := func(b portal.Benefits) portal.Reason { return portal.FieldsTitle(b.Fields(codes)) }
	goals := func(b portal.Benefits) portal.Reason { return portal.GoalsTitle(b.Goals(codes)) }
	places, initiators := portal.Benefits.PlacesTitle, portal.Benefits.InitiatorsTitle
	for _, tt := range []struct {
		title  func(portal.Benefits) portal.Reason
		parts  []part
		id, en string
	}{
		{years, nil, "Belum ada kegiatan yang tercatat sejak 2010", "No activity on record since 2010"},
		{years, []part{several(4, nil)}, "Kegiatan menurut tahun mulainya", "Activities by the year in which they began"},
		{years, []part{several(5, nil)}, "Belum satu kegiatan pun punya hasil tertulis", "Not one activity has a written result"},
		{years, []part{several(5, withResult, "result")}, "Semua kegiatan punya hasil tertulis", "Every activity has a written result"},
		{years, []part{several(4, nil), several(5, withResult, "result")}, "Hampir separuh kegiatan belum punya hasil tertulis", "Almost half of the activities have no written result"},
		{years, []part{several(9, nil), several(1, withResult, "result")}, "Hampir semua kegiatan belum punya hasil tertulis", "Almost all of the activities have no written result"},

		{people, nil, "Belum ada kegiatan yang pesertanya bisa dihitung", "No activity yet whose participants could be counted"},
		{people, []part{done("p", protocol, "2024", studied(9), "student")}, "Belum ada kegiatan yang pesertanya bisa dihitung", "No activity yet whose participants could be counted"},
		{people, []part{several(1, studied(9))}, "Belum tercatat berapa orang di luar pemerintahan yang ikut", "How many people outside government took part is not on record yet"},
		{people, []part{several(1, studied(0), "student")}, "Siapa yang ikut", "Who took part"},
		{people, []part{several(3, studied(1234), "student")}, "Paling sedikit 3.702 orang di luar pemerintahan ikut, dari kedua kota", "At least 3,702 people outside government took part, from either city"},

		{costs, nil, "Berapa biayanya", "What it cost"},
		{costs, []part{several(2, nil)}, "Belum satu kegiatan pun menyebut biayanya", "Not one activity says what it cost"},
		{costs, []part{several(2, costing(nil), "costs")}, "Belum satu kegiatan pun menyebut biayanya", "Not one activity says what it cost"},
		{costs, []part{several(2, costing(new(int64(5))), "costs")}, "Semua kegiatan melaporkan biayanya", "Every activity reports its cost"},
		{costs, []part{several(2, costing(new(int64(5)), nil), "costs")}, "Biaya baru diketahui sebagian", "The cost is known in part only"},
		{costs, []part{several(1, costing(new(int64(5))), "costs"), several(2, nil)}, "Baru 1 dari 3 kegiatan melaporkan seluruh biayanya", "So far 1 of 3 activities reports its whole cost"},

		{fields, nil, "Belum ada bidang yang tercatat", "No field on record yet"},
		{fields, []part{several(1, coded("EDU"))}, "Menurut bidang", "By field"},
		{fields, []part{several(2, coded("EDU")), several(1, coded("WAT"))}, "Paling sering: Pendidikan", "Most often: Education"},
		{fields, []part{several(2, coded("EDU", "WAT"))}, "Paling sering: Pendidikan; Air bersih", "Most often: Education; Water"},
		{fields, []part{several(2, coded("EDU", "WAT", "HEA"))}, "Menurut bidang", "By field"},

		{goals, nil, "Belum ada Tujuan Pembangunan Berkelanjutan yang tersentuh", "No Sustainable Development Goal touched yet"},
		{goals, []part{several(2, coded("WAT")), several(1, coded("HEA"))}, "Paling sering menyentuh tujuan 6", "Goal 6 is touched most often"},
		{goals, []part{several(1, coded("HEA"))}, "Tujuan Pembangunan Berkelanjutan", "Sustainable Development Goals"},

		{places, []part{several(3, in("there"))}, "Siapa ke mana", "Who travels to whom"},
		{places, []part{several(4, in("there"))}, "Lebih sering di kota mitra daripada di Bandung", "More often with the partner than in Bandung"},
		{places, []part{several(3, in("here")), several(2, in("both"))}, "Lebih sering di Bandung daripada di kota mitra", "More often in Bandung than with the partner"},
		{places, []part{several(4, in("both"))}, "Sama sering di Bandung dan di kota mitra", "As often in Bandung as with the partner"},
		{places, []part{several(9, in("online"))}, "Siapa ke mana", "Who travels to whom"},

		{initiators, nil, "Siapa yang memulai", "Who started it"},
		{initiators, []part{several(1, nil)}, "Belum tercatat siapa yang memulai", "Who started it is not on record"},
		{initiators, []part{several(3, startedBy("home"))}, "Siapa yang memulai", "Who started it"},
		{initiators, []part{several(4, startedBy("home"))}, "Lebih sering dimulai Bandung", "More often started by Bandung"},
		{initiators, []part{several(3, startedBy("partner")), several(1, startedBy("other"))}, "Lebih sering dimulai kota mitra", "More often started by the partner"},
		{initiators, []part{several(2, startedBy("partner")), several(2, startedBy("home"))}, "Siapa yang memulai", "Who started it"},
	} {
		title := tt.title(benefits(partner(tt.parts...)))
		if id, en := title.In(i18n.ID), title.In(i18n.EN); id != tt.id || en != tt.en {
			t.Errorf("%s\n got %q, %q\nwant %q, %q", title.Key, id, en, tt.id, tt.en)
		}
	}
}

func TestEveryPartHasWords(t *testing.T) {
	for n := range 101 {
		if p := (portal.Share{Part: n, Of: 100}).Said(); !i18n.Has("part." + string(p)) {
			t.Errorf("no words for %q", p)
		}
	}
}

func TestWhatCannotBeAnsweredIsReadFromWhatIsMissing(t *testing.T) {
	keys := func(b portal.Benefits) (list []string) {
		for _, r := range b.Unanswered() {
			list = append(list, r.Key)
		}
		return list
	}
	whole := func(a *portal.Activity) {
		withResult(a)
		studied(3)(a)
		costing(new(int64(5)))(a)
		in("here")(a)
		startedBy("home")(a)
		coded("EDU")(a)
	}
	fields := []string{"result", "student", "costs"}
	if got := keys(benefits(partner(several(3, whole, fields...), program("2025", "2025", new(int64(1)))))); got != nil {
		t.Errorf("of what is complete: %q", got)
	}
	if got := keys(benefits(partner())); got != nil {
		t.Errorf("of nothing: %q", got)
	}
	b := benefits(partner(
		several(2, whole, fields...), several(1, nil), done("ceremony", protocol, "2024", nil), done("undated", substantive, "", nil),
		rumoured(substantive, "2024"), program("2025", "", nil),
	))
	want := []string{
		"benefits.unknown.result", "benefits.unknown.people", "benefits.unknown.cost", "benefits.unknown.programs", "benefits.unknown.measure",
		"benefits.unknown.place", "benefits.unknown.initiator", "benefits.unknown.field", "benefits.unknown.date.one", "benefits.unknown.source.one",
	}
	if got := keys(b); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for i, want := range map[int]string{
		0: "What came of it: 2 of 4 activities have no written result.", 1: "How many people outside government took part: 1 of 3 activities beyond protocol do not count them.",
		8: "When: 1 activity has no date and is left out.",
	} {
		if got := b.Unanswered()[i].In(i18n.EN); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
