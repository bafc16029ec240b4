package portal_test

import (
	"iter"
	"reflect"
	"slices"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func delegation(place string, start, end portal.Date) portal.Activity {
	return portal.Activity{CityID: 7, Kind: "delegation", Nature: protocol, Title: both, Place: place, StartOn: start, EndOn: end}
}

func TestTripIsAVisitOrACeremonyToWhichOfficialsTravelled(t *testing.T) {
	for _, tt := range []struct {
		kind, place       string
		elected, official *int64
		want              bool
	}{
		{"cultural_event", "there", nil, new(int64(9)), false},
		{"delegation", "there", nil, nil, true},
		{"delegation", "here", nil, nil, true},
		{"delegation", "", nil, nil, true},
		{"courtesy_call", "both", nil, nil, true},
		{"courtesy_call", "online", nil, new(int64(2)), false},
		{"signing", "there", new(int64(1)), nil, true},
		{"anniversary", "both", nil, new(int64(1)), true},
		{"anniversary", "there", nil, nil, false},
		{"anniversary", "there", new(int64(0)), new(int64(0)), false},
		{"signing", "here", new(int64(1)), nil, false},
		{"signing", "", new(int64(1)), nil, false},
		{"training", "there", nil, new(int64(9)), false},
	} {
		a := portal.Activity{Kind: tt.kind, Place: tt.place, Participants: portal.Participants{Elected: tt.elected, Official: tt.official}}
		if got := a.Trip(); got != tt.want {
			t.Errorf("%s %q: %v", tt.kind, tt.place, got)
		}
	}
}

func TestTripWithinAnotherActivityIsOneWhereItIsOnRecordAsSuch(t *testing.T) {
	night := delegation("there", "2024-05-01", "2024-05-03")
	night.Kind, night.Nature = "cultural_event", substantive
	same := night
	night.AlsoTrip = true
	visits := portal.Visits([]portal.Tie{tie(recorded(same, portal.Secondary, "start_on"), recorded(night, portal.Secondary, "start_on"))}, day)
	if len(visits) != 1 || len(visits[0].Rows) != 2 || visits[0].Report != portal.ReportOverdue {
		t.Fatalf("told by two rows, one of which says that it is a trip: %+v", visits)
	}
	if err := night.Check(); err != nil {
		t.Error(err)
	}
	night.Place = "online"
	if err := night.Check(); err == nil {
		t.Error("somebody travelled to what was held online")
	}
}

func TestReportIsDueSixtyDaysAfterTheEndWhereNothingElseIsOnRecord(t *testing.T) {
	fixed := delegation("there", "2024-05-01", "2024-05-03")
	fixed.ReportDueOn = "2024-05-10"
	visitor := delegation("here", "2024-05-01", "")
	visitor.ReportDueOn = "2024-06"
	for _, tt := range []struct {
		name string
		a    portal.Activity
		due  portal.Date
		rule bool
	}{
		{"out", delegation("there", "2024-05-01", "2024-05-03"), "2024-07-02", true},
		{"across the end of a year", delegation("there", "2023-12-01", "2023-12-02"), "2024-01-31", true},
		{"across a leap day", delegation("both", "2024-01-30", ""), "2024-03-30", true},
		{"end not known: the start", delegation("there", "2023-01-30", ""), "2023-03-31", true},
		{"end known to the month: its last day", delegation("there", "2023-04-28", "2023-05"), "2023-07-30", true},
		{"known to the year: its last day", delegation("there", "2019", ""), "2020-02-29", true},
		{"about a year: no day follows from it", delegation("there", "2019~", ""), "", false},
		{"no date", delegation("there", "", ""), "", false},
		{"visitors owe us none", delegation("here", "2024-05-01", ""), "", false},
		{"nobody knows who travelled", delegation("", "2024-05-01", ""), "", false},
		{"on record", fixed, "2024-05-10", false},
		{"on record for visitors", visitor, "2024-06", false},
		{"no trip", portal.Activity{Kind: "training", Place: "there", StartOn: "2024-05-01"}, "", false},
	} {
		if due, rule := tt.a.ReportDue(); due != tt.due || rule != tt.rule {
			t.Errorf("%s: due %q by rule %v, want %q, %v", tt.name, due, rule, tt.due, tt.rule)
		}
	}
}

func TestReportIsOverdueFromTheDayAfterItIsDue(t *testing.T) {
	out := delegation("there", "2024-05-01", "2024-05-03") // due on 2 July 2024
	for _, tt := range []struct {
		name     string
		due      portal.Date
		received portal.Date
		on       time.Time
		want     portal.ReportState
	}{
		{"on the day", "", "", on(2024, time.July, 2), portal.ReportOpen},
		{"late on the day", "", "", time.Date(2024, time.July, 2, 23, 59, 0, 0, time.UTC), portal.ReportOpen},
		{"the day after", "", "", on(2024, time.July, 3), portal.ReportOverdue},
		{"due in a month, on its last day", "2024-06", "", on(2024, time.June, 30), portal.ReportOpen},
		{"due in a month, after it", "2024-06", "", on(2024, time.July, 1), portal.ReportOverdue},
		{"received on the day", "", "2024-07-02", on(2024, time.August, 1), portal.ReportReceived},
		{"received a day late", "", "2024-07-03", on(2024, time.August, 1), portal.ReportLate},
		{"received in the month, perhaps in time", "", "2024-07", on(2024, time.August, 1), portal.ReportReceived},
		{"received in the month after", "", "2024-08", on(2024, time.September, 1), portal.ReportLate},
	} {
		a := out
		a.ReportDueOn, a.ReportReceivedOn = tt.due, tt.received
		if got := a.Report(tt.on); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	for place, want := range map[string]portal.ReportState{"there": portal.ReportUndated, "here": portal.ReportNotDue, "": portal.ReportNotDue} {
		if got := delegation(place, "", "").Report(day); got != want {
			t.Errorf("an undated trip to %q: %s, want %s", place, got, want)
		}
	}
	sent := delegation("here", "2024", "")
	if sent.ReportReceivedOn = "2025"; sent.Report(day) != portal.ReportReceived {
		t.Error("a report that nobody asked for is not received")
	}
}

func TestReportThatWillNeverComeIsNoTaskAndStillCountsAsMissing(t *testing.T) {
	day := on(2026, time.November, 20)
	trip := delegation("there", "2024-05-01", "2024-05-03")
	tie := portal.Tie{City: portal.City{Meta: portal.Meta{ID: 1}}, Activities: []portal.Activity{trip}}
	reports := func() (n int) {
		for _, task := range portal.Tasks(portal.Holdings{Ties: []portal.Tie{tie}}, day) {
			if task.Kind == portal.TaskReport {
				n++
			}
		}
		return n
	}
	if reports() != 1 {
		t.Fatal("a report that is overdue is no task")
	}
	tie.Activities[0].ReportAbsent = i18n.Text{ID: "Arsipnya musnah.", EN: "The archive burnt."}
	if state := tie.Activities[0].Report(day); state != portal.ReportAbsent || reports() != 0 {
		t.Errorf("settled, it is %s and %d tasks", state, reports())
	}
	tie.Activities[0].ReportAbsent = i18n.Text{}
	if here := delegation("here", "2024-05-01", ""); here.Report(day) != portal.ReportNotDue {
		t.Error("a trip of the partner's owes a report")
	}
}

func TestApprovalAfterTheTripBeganIsTold(t *testing.T) {
	for _, tt := range []struct {
		approved, start portal.Date
		want            bool
	}{
		{"2024-05-01", "2024-05-02", false}, {"2024-05-02", "2024-05-02", false}, {"2024-05-03", "2024-05-02", true},
		{"2024-05", "2024-05-02", false}, {"2024-06", "2024-05-02", true}, {"2024-06-01", "2024-05", true}, {"", "2024", false}, {"2024", "", false},
	} {
		if got := (portal.Activity{ApprovedOn: tt.approved, StartOn: tt.start}).ApprovedAfter(); got != tt.want {
			t.Errorf("approved %q, begun %q: %v", tt.approved, tt.start, got)
		}
	}
}

// recorded adds a trip with a verifiable source behind some fields.
func recorded(a portal.Activity, q portal.Quality, fields ...string) part {
	return func(t *portal.Tie) {
		a.ID = int64(1000 + len(t.Activities))
		t.Activities = append(t.Activities, a)
		cite(portal.KindActivity, a.ID, q, fields...)(t)
	}
}

func TestVisitIsToldOnceHoweverManyRowsTellOfIt(t *testing.T) {
	one, two := delegation("there", "2024-05-01", ""), delegation("", "2024-05-01", "2024-05-04")
	one.Participants.Official, two.Participants.Official, two.Participants.Elected = new(int64(3)), new(int64(5)), new(int64(1))
	one.Costs = []portal.Cost{{Payer: "home_city", Currency: "IDR"}, {Payer: "private", Amount: new(int64(7)), Currency: "EUR"}}
	two.Costs = []portal.Cost{{Payer: "home_city", Amount: new(int64(90)), Currency: "IDR"}, {Payer: "private", Amount: new(int64(5)), Currency: "EUR"}}
	two.Purpose, two.ApprovedBy, two.ApprovedOn = both, both, "2024-04-01"
	one.ApprovalSoughtOn, two.ReportReceivedOn = "2025", "2024-06-01"
	visits := portal.Visits([]portal.Tie{tie(recorded(one, portal.Secondary, "official", "costs"), recorded(two, portal.Official, "official", "elected", "costs"))}, day)
	if len(visits) != 1 || !slices.Equal(visits[0].Rows, []int64{1000, 1001}) {
		t.Fatalf("visits: %+v", visits)
	}
	v := visits[0].Activity
	if *v.Participants.Official != 5 || *v.Participants.Elected != 1 || v.EndOn != "2024-05-04" || v.Place != "there" {
		t.Errorf("who and when: %+v", v)
	}
	if v.Purpose != both || v.ApprovedOn != "2024-04-01" || v.ApprovalSoughtOn != "" || visits[0].Report != portal.ReportReceived {
		t.Errorf("approval and report: %+v %s", v, visits[0].Report)
	}
	want := []portal.VisitYear{{
		Year: 2024, Visits: 1, Out: 1, People: 6, Counted: 1, Approved: 1, Priced: 1, Due: 1, Received: 1,
		Costs: []portal.Sum{{"EUR", 7}, {"IDR", 90}},
	}}
	if got := portal.VisitYears(lines(visits)); !reflect.DeepEqual(got, want) {
		t.Errorf("sums\n got %+v\nwant %+v", got, want)
	}
}

func lines(visits []portal.Visit) iter.Seq2[int, *portal.VisitLine] {
	return func(yield func(int, *portal.VisitLine) bool) {
		for _, v := range visits {
			if line := v.Line(); !yield(line.On.Year(), &line) {
				return
			}
		}
	}
}

func TestOnlyVisitsThatASourceSupportsAndThatHaveComeEnterASum(t *testing.T) {
	counted := delegation("both", "2024-05-01", "")
	counted.Participants.Official = new(int64(4))
	counted.Costs = []portal.Cost{{Payer: "agency", Currency: "JPY"}, {Payer: "private", Amount: new(int64(7)), Currency: "JPY"}}
	titled := func(name string, place string, start portal.Date) portal.Activity {
		a := delegation(place, start, "")
		a.Title = i18n.Text{ID: name, EN: name}
		return a
	}
	ties := []portal.Tie{
		tie(
			recorded(counted, portal.Secondary, "start_on"), // the figures have no source of their own
			recorded(titled("rumour", "there", "2024-05-02"), portal.Unverifiable, "start_on"),
			recorded(titled("to come", "there", "2026-11-24"), portal.Secondary, "start_on"),
			recorded(titled("undated", "there", ""), portal.Secondary, "title"),
			recorded(titled("unsourced", "there", "2023"), portal.Secondary),
			event(substantive, "2024-05-05"),
		),
		tie(recorded(titled("elsewhere", "here", "2026-11-23"), portal.Secondary, "start_on"), recorded(titled("way unknown", "", "2024"), portal.Official, "title")),
	}
	visits := portal.Visits(ties, day)
	if len(visits) != 7 || visits[0].Activity.Title.ID != "to come" || visits[6].Activity.Title.ID != "undated" {
		t.Fatalf("%d visits, from %q to %q", len(visits), visits[0].Activity.Title.ID, visits[len(visits)-1].Activity.Title.ID)
	}
	want := []portal.VisitYear{
		{Year: 2026, Visits: 1, In: 1},
		{Year: 2024, Visits: 2, Out: 1, In: 1, Due: 1},
	}
	if got := portal.VisitYears(lines(visits)); !reflect.DeepEqual(got, want) {
		t.Errorf("sums\n got %+v\nwant %+v", got, want)
	}
	slices.Reverse(ties[0].Activities)
	if again := portal.VisitYears(lines(portal.Visits(ties, day))); !reflect.DeepEqual(again, want) {
		t.Errorf("in another order: %+v", again)
	}
}

func TestSourcedWordOfAVisitIsTakenBeforeARumour(t *testing.T) {
	rumour, known := delegation("there", "2024-05-01", ""), delegation("here", "2024-05-01", "")
	rumour.Result = both
	v := portal.Visits([]portal.Tie{tie(recorded(rumour, portal.Unverifiable, "title"), recorded(known, portal.Official, "title"))}, day)
	if len(v) != 1 || v[0].Activity.Way() != portal.TripIn || !v[0].Activity.Result.Empty() || !slices.Equal(v[0].Rows, []int64{1001}) {
		t.Errorf("told as %+v", v)
	}
}
