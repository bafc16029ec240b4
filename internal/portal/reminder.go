package portal

import (
	"fmt"
	"time"
)

// Reminder is a task that staff is told of by mail, once for each mark.
type Reminder struct {
	Task
	Mark string // kind, record, date, and for a term the months before its end
}

// Reminders are those that tasks of the register give reason for on a day: 18, 12 and 6 months before a term ends, and when a stage
// has taken longer than its limit. Whoever was not reminded at an earlier mark is reminded at the present one alone.
func Reminders(tasks []Task, on time.Time) (due []Reminder) {
	for _, t := range tasks {
		mark := fmt.Sprintf("%s/%s/%d/%s", t.Kind, t.Record.Kind, t.Record.ID, t.Since)
		switch {
		case t.Kind == TaskStage:
		case t.Kind == TaskExpiry && t.Since != "" && !t.Since.Latest().Before(dayOf(on)):
			mark += fmt.Sprintf("/%d", reminderMonths[t.Urgency])
		default:
			continue
		}
		due = append(due, Reminder{Task: t, Mark: mark})
	}
	return due
}

// reminderMonths are the months before the end of a term within which it has an urgency.
var reminderMonths = map[Urgency]int{Open: expiringMonths, Soon: soonMonths, Overdue: pressingMonths}
