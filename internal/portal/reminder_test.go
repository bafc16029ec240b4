package portal_test

import (
	"strconv"
	"testing"

	"kotakembar/internal/portal"
)

func TestTermIsRemindedOfEighteenTwelveAndSixMonthsBeforeItsEnd(t *testing.T) {
	for until, want := range map[portal.Date]string{
		"2028-05-23": "", "2028-05-22": "18", "2027-11-23": "18", "2027-11-22": "12", "2027-05-23": "12", "2027-05-22": "6", "2026-11-23": "6",
		"2026-11-22": "", "2020": "", "": "",
	} {
		due := portal.Reminders(tasksOf(portal.TaskExpiry, memorandum("2015-11-27", until)), day)
		switch {
		case want == "" && len(due) > 0:
			t.Errorf("until %s: %+v", until, due)
		case want != "" && (len(due) != 1 || due[0].Mark != "expiry/agreement/"+strconv.FormatInt(due[0].Record.ID, 10)+"/"+string(until)+"/"+want):
			t.Errorf("until %s: %+v, want %s months", until, due, want)
		}
	}
}

func TestStagePastItsLimitIsRemindedOfAndNothingElseWithoutADate(t *testing.T) {
	tasks := []portal.Task{
		{Kind: portal.TaskStage, Urgency: portal.Soon, Record: portal.Row{Kind: portal.KindAgreement, ID: 7}, Since: "2026-03-02"},
		{Kind: portal.TaskSource, Record: portal.Row{Kind: portal.KindProgram, ID: 7}, Since: "2026-03-02"},
		{Kind: portal.TaskReport, Urgency: portal.Overdue, Record: portal.Row{Kind: portal.KindActivity, ID: 7}, Since: "2026-03-02"},
	}
	if due := portal.Reminders(tasks, day); len(due) != 1 || due[0].Mark != "stage/agreement/7/2026-03-02" {
		t.Errorf("%+v", due)
	}
}
