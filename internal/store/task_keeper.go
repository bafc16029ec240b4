package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// TaskKeepers returns who was given tasks of the register, by the names of the tasks.
func (s *Store) TaskKeepers(ctx context.Context) (map[portal.TaskName]portal.TaskKeeper, error) {
	return taskKeepers(ctx, s.pool)
}

func taskKeepers(ctx context.Context, q db) (map[portal.TaskName]portal.TaskKeeper, error) {
	type kept struct {
		name   portal.TaskName
		keeper portal.TaskKeeper
	}
	rows, err := all(ctx, q, func(row pgx.CollectableRow) (k kept, err error) {
		err = row.Scan(&k.name.Kind, &k.name.Record.Kind, &k.name.Record.ID, &k.keeper.ID, &k.keeper.Name)
		return k, err
	},
		`select k.task, k.kind, k.record_id, p.id, p.name
		from task_keepers k
		join staff p on p.id = k.keeper_id`)
	keepers := make(map[portal.TaskName]portal.TaskKeeper, len(rows))
	for _, k := range rows {
		keepers[k.name] = k.keeper
	}
	return keepers, err
}

// GiveTasks gives tasks of the register to a person, or with number 0 to nobody, and returns how many have moved. What the actor may not
// move stays where it is.
func (s *Store) GiveTasks(ctx context.Context, actor portal.Actor, tasks []portal.Task, to int64) (moved int, err error) {
	err = s.within(ctx, "give tasks", func(tx pgx.Tx) error {
		var person portal.Staff
		if to != 0 {
			if person, err = one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1", to); err != nil {
				return err
			}
			if !portal.MayKeepTask(actor, person) {
				return &portal.Invalid{Problems: []portal.Problem{{Field: "to", Key: "problem.task_keeper"}}}
			}
		}
		if _, err := tx.Exec(ctx, "lock table task_keepers in share row exclusive mode"); err != nil {
			return err
		}
		keepers, err := taskKeepers(ctx, tx)
		if err != nil {
			return err
		}
		for _, t := range tasks {
			keeper := keepers[t.Name()]
			if keeper.ID == to || !portal.MayMoveTask(actor, keeper) {
				continue
			}
			if err := giveTask(ctx, tx, actor, t, keeper, person); err != nil {
				return err
			}
			moved++
		}
		return nil
	})
	return moved, err
}

func giveTask(ctx context.Context, tx pgx.Tx, actor portal.Actor, t portal.Task, from portal.TaskKeeper, to portal.Staff) error {
	named := pgx.StrictNamedArgs{"task": string(t.Kind), "kind": string(t.Record.Kind), "record": t.Record.ID}
	sql := "delete from task_keepers\nwhere task = @task\n\tand kind = @kind\n\tand record_id = @record"
	if to.ID != 0 {
		named["keeper"] = to.ID
		sql = `insert into task_keepers (task, kind, record_id, keeper_id)
			values (@task, @kind, @record, @keeper)
			on conflict (task, kind, record_id) do update
			set keeper_id = excluded.keeper_id, given_at = now()`
	}
	if _, err := tx.Exec(ctx, sql, named); err != nil {
		return err
	}
	done := portal.By(actor, portal.TraceTaskGiven)
	done.About, done.Was, done.Became = t.Title.ID, from.Name, to.Name
	return note(ctx, tx, done)
}

// TidyTasks forgets who kept tasks that the register no longer has, so that counts of what was given to people stay right. Where nothing
// is given to anybody, it costs one question.
func (s *Store) TidyTasks(ctx context.Context, now time.Time) error {
	ctx = Fresh(ctx)
	keepers, err := s.TaskKeepers(ctx)
	if err != nil || len(keepers) == 0 {
		return err
	}
	held, err := s.Holdings(ctx)
	if err != nil {
		return err
	}
	for _, t := range portal.Tasks(held, now) {
		delete(keepers, t.Name())
	}
	for name := range keepers {
		_, err := s.pool.Exec(ctx, "delete from task_keepers\nwhere task = $1\n\tand kind = $2\n\tand record_id = $3",
			string(name.Kind), string(name.Record.Kind), name.Record.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// release gives back what somebody who may no longer sign in was to look after, so that others see it as theirs.
func release(ctx context.Context, tx pgx.Tx, staffID int64) error {
	for _, sql := range []string{
		"delete from task_keepers\nwhere keeper_id = $1",
		"update batches\nset assignee_id = null, assignee = ''\nwhere assignee_id = $1",
		"update changes\nset assignee_id = null, assignee = ''\nwhere assignee_id = $1\n\tand state = 'submitted'",
	} {
		if _, err := tx.Exec(ctx, sql, staffID); err != nil {
			return err
		}
	}
	return nil
}
