package portal_test

import (
	"slices"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// tasksOf are the tasks of one kind that a tie has on the day of the tests.
func tasksOf(kind portal.TaskKind, parts ...part) []portal.Task {
	t := tie(parts...)
	t.City.Standing = portal.Partner
	return slices.DeleteFunc(portal.Tasks(portal.Holdings{Ties: []portal.Tie{t}}, day), func(t portal.Task) bool { return t.Kind != kind })
}

func TestAgreementPressesMoreTheNearerItsEnd(t *testing.T) {
	for until, want := range map[portal.Date]portal.Urgency{
		"2028-05-23": -1, "2028-05-22": portal.Open, "2027-11-23": portal.Open, "2027-11-22": portal.Soon, "2027-05-23": portal.Soon,
		"2027-05-22": portal.Overdue, "2026-11-23": portal.Overdue, "2026-11-22": portal.Overdue, "2020": portal.Overdue, "": -1,
	} {
		tasks := tasksOf(portal.TaskExpiry, memorandum("2015-11-27", until))
		switch {
		case want < 0 && len(tasks) > 0:
			t.Errorf("until %s: %+v", until, tasks)
		case want >= 0 && (len(tasks) != 1 || tasks[0].Urgency != want || tasks[0].Since != until):
			t.Errorf("until %s: %+v, want urgency %d", until, tasks, want)
		}
	}
	left := tasksOf(portal.TaskExpiry, memorandum("2024-04-24", "2028-04-24"))[0]
	if left.Tag.In(i18n.ID) != "518 hari lagi" {
		t.Errorf("says %q", left.Tag.In(i18n.ID))
	}
	if over := tasksOf(portal.TaskExpiry, memorandum("2015-11-27", "2020-11"))[0]; over.Tag.In(i18n.ID) != "Lewat 5 tahun" {
		t.Errorf("says %q", over.Tag.In(i18n.ID))
	}
}

func TestPartnerIsSilentAfterTwentyFourMonthsAndForLongAfterSixty(t *testing.T) {
	paper := memorandum("2015-11-27", "")
	for _, tt := range []struct {
		last portal.Date
		want portal.Urgency
	}{
		{"2024-11-23", -1}, {"2024-11-22", portal.Open}, {"2021-11-23", portal.Open}, {"2021-11-22", portal.Soon}, {"2021", portal.Soon},
	} {
		tasks := tasksOf(portal.TaskSilence, paper, event(portal.Protocol, tt.last))
		if tt.want < 0 && len(tasks) > 0 || tt.want >= 0 && (len(tasks) != 1 || tasks[0].Urgency != tt.want) {
			t.Errorf("last on %s: %+v", tt.last, tasks)
		}
	}
	if tasks := tasksOf(portal.TaskSilence, paper, rumoured(portal.Protocol, "2026-01-01")); len(tasks) != 1 || tasks[0].Since != "" {
		t.Errorf("hearsay breaks no silence: %+v", tasks)
	}
	if tasks := tasksOf(portal.TaskSilence, letter("2015")); len(tasks) != 0 {
		t.Errorf("a tie in which nothing was signed may be silent: %+v", tasks)
	}
}

func TestStageIsLateOnlyWhereALimitIsOnRecord(t *testing.T) {
	path := tie(memorandum("", ""), stage(portal.Intent, "2026-11-02"), stage(portal.Plan, "2026-11-09"))
	limit := portal.Limit{Stage: portal.CouncilStage}
	for _, tt := range []struct {
		days *int64
		late bool
	}{
		{nil, false}, {new(int64(10)), false}, {new(int64(9)), true},
	} {
		limit.WorkingDays = tt.days
		tasks := slices.DeleteFunc(portal.Tasks(portal.Holdings{Ties: []portal.Tie{path}, Limits: []portal.Limit{limit}}, day), func(t portal.Task) bool {
			return t.Kind != portal.TaskStage
		})
		if (len(tasks) == 1) != tt.late {
			t.Errorf("limit %v: %+v", tt.days, tasks)
		}
		if tt.late && (tasks[0].Since != "2026-11-20" || tasks[0].Why.In(i18n.EN) != "City council approval: the limit is 9 working days and passed on 20 November 2026.") {
			t.Errorf("late since %s: %s", tasks[0].Since, tasks[0].Why.In(i18n.EN))
		}
	}
}

func TestOpportunityWaitsForItsOutcomeAfterItsDeadline(t *testing.T) {
	past := portal.Opportunity{Title: both, DeadlineOn: "2026-11-22"}
	told, led, open := past, past, past
	told.Outcome, led.ActivityID, open.DeadlineOn = both, 5, "2026-11-23"
	for i, o := range []portal.Opportunity{past, told, led, open} {
		if tasks := portal.Tasks(portal.Holdings{Opportunities: []portal.Opportunity{o}}, day); (len(tasks) == 1) != (i == 0) {
			t.Errorf("opportunity %d: %+v", i, tasks)
		}
	}
}

func TestTasksComeByUrgencyThenByAge(t *testing.T) {
	old, new := memorandum("2010", "2015"), memorandum("2011", "2019")
	a, b := tie(old), tie(new)
	b.City.ID, b.Agreements[0].ID = 8, 99
	for i := range b.Evidence {
		b.Evidence[i].RecordID = 99
	}
	tasks := portal.Tasks(portal.Holdings{Ties: []portal.Tie{b, a}, Opportunities: []portal.Opportunity{{Title: both, DeadlineOn: "2001"}}}, day)
	for i := 1; i < len(tasks); i++ {
		before, after := tasks[i-1], tasks[i]
		if before.Urgency > after.Urgency || before.Urgency == after.Urgency && after.Since != "" && (before.Since == "" || before.Since > after.Since) {
			t.Errorf("%+v comes before %+v", before, after)
		}
	}
	if len(tasks) < 3 || tasks[0].Since != "2015" || tasks[1].Since != "2019" {
		t.Errorf("%+v", tasks)
	}
	if again := portal.Tasks(portal.Holdings{Ties: []portal.Tie{a, a}}, day); len(again) != len(portal.Tasks(portal.Holdings{Ties: []portal.Tie{a}}, day)) {
		t.Errorf("what stands under two ties is named twice: %+v", again)
	}
}

func TestChangeIsSoonAfterAWeek(t *testing.T) {
	if portal.Waiting(6) != portal.Open || portal.Waiting(7) != portal.Soon {
		t.Error("a week is not the bound")
	}
	jakarta := time.FixedZone("", 7*3600)
	late := time.Date(2026, 11, 20, 23, 30, 0, 0, jakarta)
	if n := portal.DaysBetween(late, late.Add(time.Hour)); n != 1 {
		t.Errorf("%d days over midnight", n)
	}
	if n := portal.DaysBetween(late.UTC(), late.Add(time.Hour)); n != 1 {
		t.Errorf("%d days over midnight by the other clock", n)
	}
}

func TestEveryKindOfPublicRecordThatNoSourceTellsOfIsATask(t *testing.T) {
	bare := func(p *portal.Tie) {
		p.Agreements = append(p.Agreements, portal.Agreement{Meta: portal.Meta{ID: 61}, Title: both, SignedOn: "2001"})
		p.Steps = append(p.Steps, portal.Step{Meta: portal.Meta{ID: 62}, AgreementID: 61, Stage: portal.Intent, HappenedOn: "2002"})
		p.Approvals = append(p.Approvals, portal.Approval{Meta: portal.Meta{ID: 63}, AgreementID: 61, Kind: portal.ByCouncil, Body: "DPRD", DecidedOn: "2003"})
		p.Promises = append(p.Promises, portal.Promise{Meta: portal.Meta{ID: 64}, AgreementID: 61, Words: both})
		p.Programs = append(p.Programs, portal.Program{Meta: portal.Meta{ID: 65}, Title: both})
		p.Outcomes = append(p.Outcomes, portal.Outcome{Meta: portal.Meta{ID: 66}, ProgramID: 65, Indicator: both, AsOf: "2006"})
		p.Activities = append(p.Activities, portal.Activity{Meta: portal.Meta{ID: 67}, Title: both, StartOn: "2007"})
		p.Venues = append(p.Venues, portal.Venue{Meta: portal.Meta{ID: 68}, Name: both})
		p.Mirrors = append(p.Mirrors, portal.Mirror{Meta: portal.Meta{ID: 69}})
	}
	kinds := []portal.Kind{
		portal.KindAgreement, portal.KindStep, portal.KindApproval, portal.KindPromise, portal.KindProgram, portal.KindOutcome,
		portal.KindActivity, portal.KindVenue, portal.KindMirror,
	}
	found := map[portal.Row]portal.Task{}
	for _, task := range tasksOf(portal.TaskSource, bare) {
		found[task.Record] = task
	}
	for i, kind := range kinds {
		task, ok := found[portal.Row{Kind: kind, ID: int64(61 + i)}]
		if !ok || task.Title.In(i18n.ID) == "" || task.Why.In(i18n.ID) == task.Why.Key || task.Why.In(i18n.EN) == task.Why.Key {
			t.Errorf("%s: %+v", kind, task)
		}
	}
	sourced := func(p *portal.Tie) {
		for i, kind := range kinds {
			cite(kind, int64(61+i), portal.Secondary, "title")(p)
		}
	}
	for _, task := range tasksOf(portal.TaskSource, bare, sourced) {
		if task.Record.ID > 60 && task.Record.ID != 61 { // of the paper more facts are asked for
			t.Errorf("%+v has a source", task.Record)
		}
	}
	alone := portal.Holdings{Opportunities: []portal.Opportunity{{Meta: portal.Meta{ID: 5}, Title: both, DeadlineOn: "2999"}}, Bare: []int64{5}}
	if tasks := portal.Tasks(alone, day); len(tasks) != 1 || tasks[0].Kind != portal.TaskSource || tasks[0].Record.ID != 5 {
		t.Errorf("an opportunity that no source tells of: %+v", tasks)
	}
}
