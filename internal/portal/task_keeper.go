package portal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// TaskName names a task of the register, which has no row of its own, by its kind and the record where it is done.
type TaskName struct {
	Kind   TaskKind
	Record Row
}

// Name is how the task is named.
func (t Task) Name() TaskName { return TaskName{t.Kind, t.Record} }

// String writes a name as forms send it, such as expiry/agreement/12.
func (n TaskName) String() string { return fmt.Sprintf("%s/%s/%d", n.Kind, n.Record.Kind, n.Record.ID) }

// ParseTaskName reads a name; ok is false where it is none.
func ParseTaskName(s string) (n TaskName, ok bool) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 {
		return n, false
	}
	id, err := strconv.ParseInt(parts[2], 10, 64)
	n = TaskName{TaskKind(parts[0]), Row{Kind(parts[1]), id}}
	return n, err == nil && id > 0 && slices.Contains(TaskKinds, n.Kind) && slices.Contains(Kinds, n.Record.Kind)
}

// TaskKeeper is who was given a task of the register.
type TaskKeeper struct {
	ID   int64
	Name string
}

// MayKeepTask tells whether the actor may give tasks of the register to somebody: a reviewer to everybody who may sign in, an editor to
// themselves.
func MayKeepTask(a Actor, p Staff) bool { return !p.Disabled && (a.Role.Reviews() || p.ID == a.ID) }

// MayMoveTask tells whether the actor may give a task away that somebody keeps, or nobody does.
func MayMoveTask(a Actor, keeper TaskKeeper) bool {
	return a.Role.Reviews() || keeper.ID == 0 || keeper.ID == a.ID
}
