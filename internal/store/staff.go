package store

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

const staffNames = "id, email, name, role, password_hash, must_change, password_at, disabled, created_at, last_seen_at"

// staffOf is staffNames of a table under a name of its own.
func staffOf(table string) string {
	return table + "." + strings.ReplaceAll(staffNames, ", ", ", "+table+".")
}

func scanStaff(row pgx.CollectableRow) (s portal.Staff, err error) {
	err = row.Scan(staffTargets(&s)...)
	return s, err
}

func staffTargets(s *portal.Staff) []any {
	return []any{
		&s.ID, &s.Email, &s.Name, &s.Role, &s.PasswordHash, &s.MustChange, &s.PasswordAt, &s.Disabled, &s.CreatedAt,
		(*zeronull.Timestamptz)(&s.LastSeenAt),
	}
}

// Staff returns everybody who keeps the register, those who may no longer sign in last.
func (s *Store) Staff(ctx context.Context) ([]portal.Staff, error) {
	return all(ctx, s.pool, scanStaff, "select "+staffNames+"\nfrom staff\norder by disabled, name, id")
}

// StaffByID returns one person.
func (s *Store) StaffByID(ctx context.Context, id int64) (portal.Staff, error) {
	return one(ctx, s.pool, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1", id)
}

// StaffByEmail returns the person with an address, whatever its capitals.
func (s *Store) StaffByEmail(ctx context.Context, email string) (portal.Staff, error) {
	return one(ctx, s.pool, scanStaff, "select "+staffNames+"\nfrom staff\nwhere email = $1", NormalEmail(email))
}

// NormalEmail is how addresses are kept: without space around them, in small letters.
func NormalEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// AddStaff adds a person, as somebody at the machine does it, and returns the number.
func (s *Store) AddStaff(ctx context.Context, p portal.Staff) (id int64, err error) {
	return s.AddStaffBy(ctx, portal.Actor{}, p)
}

// AddStaffBy adds a person for an administrator and returns the number.
func (s *Store) AddStaffBy(ctx context.Context, actor portal.Actor, p portal.Staff) (id int64, err error) {
	p.Email = NormalEmail(p.Email)
	if err := p.Check(); err != nil {
		return 0, err
	}
	err = s.within(ctx, "add staff", func(tx pgx.Tx) (err error) {
		id, err = addStaff(ctx, tx, actor, p)
		return err
	})
	return id, err
}

func addStaff(ctx context.Context, tx pgx.Tx, actor portal.Actor, p portal.Staff) (id int64, err error) {
	err = tx.QueryRow(ctx,
		`insert into staff (email, name, role, password_hash, must_change)
		values (@email, @name, @role, @hash, @must_change)
		returning id`,
		pgx.StrictNamedArgs{
			"email": p.Email, "name": p.Name, "role": p.Role, "hash": p.PasswordHash, "must_change": p.MustChange,
		}).Scan(&id)
	if err != nil {
		return 0, err
	}
	d := portal.By(actor, portal.TraceStaffAdded).On(portal.AboutStaff, id, p.Name)
	d.Became = string(p.Role)
	return id, note(ctx, tx, d)
}

// AddFirstStaff adds a person if there is nobody yet, and tells whether it did. Of several nodes that try at once, one does.
func (s *Store) AddFirstStaff(ctx context.Context, p portal.Staff) (added bool, err error) {
	p.Email = NormalEmail(p.Email)
	if err := p.Check(); err != nil {
		return false, err
	}
	err = s.within(ctx, "add first administrator", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "lock table staff in share row exclusive mode"); err != nil {
			return err
		}
		tag, err := tx.Exec(ctx,
			`insert into staff (email, name, role, password_hash, must_change)
			select @email, @name, @role, @hash, @must_change
			where not exists (select from staff)`,
			pgx.StrictNamedArgs{
				"email": p.Email, "name": p.Name, "role": p.Role, "hash": p.PasswordHash, "must_change": p.MustChange,
			})
		added = tag.RowsAffected() == 1
		return err
	})
	return added, err
}

// SetPassword gives a person another password and ends all their sessions but the one whose token hash is kept.
func (s *Store) SetPassword(ctx context.Context, actor portal.Actor, id int64, hash string, mustChange bool, keep []byte) error {
	return s.within(ctx, "set password", func(tx pgx.Tx) error {
		name, err := one(ctx, tx, pgx.RowTo[string],
			"update staff\nset password_hash = $2, must_change = $3, password_at = now()\nwhere id = $1\nreturning name", id, hash, mustChange)
		if err != nil {
			return err
		}
		kind := portal.TracePasswordGiven
		if actor.ID == id {
			kind = portal.TracePassword
		}
		if err := note(ctx, tx, portal.By(actor, kind).On(portal.AboutStaff, id, name)); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "delete from sessions\nwhere staff_id = $1\n\tand token_hash is distinct from $2", id, keep)
		return err
	})
}

// SetAccess changes a person's role and whether they may sign in. The last administrator stays one.
func (s *Store) SetAccess(ctx context.Context, actor portal.Actor, id int64, role portal.Role, disabled bool) error {
	return s.within(ctx, "set access", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "lock table staff in share row exclusive mode"); err != nil {
			return err
		}
		before, err := one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1", id)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "update staff\nset role = $2, disabled = $3\nwhere id = $1", id, role, disabled); err != nil {
			return err
		}
		if err := noteAccess(ctx, tx, actor, before, role, disabled); err != nil {
			return err
		}
		var administrators int
		err = tx.QueryRow(ctx, "select count(*)\nfrom staff\nwhere role = 'administrator'\n\tand not disabled").Scan(&administrators)
		if err != nil {
			return err
		}
		if administrators == 0 {
			return &portal.Invalid{Problems: []portal.Problem{{Field: "role", Key: "problem.last_administrator"}}}
		}
		if !disabled {
			return nil
		}
		if _, err := tx.Exec(ctx, "delete from sessions\nwhere staff_id = $1", id); err != nil {
			return err
		}
		return release(ctx, tx, id)
	})
}

// noteAccess tells what became of somebody's access; nothing where it stayed as it was.
func noteAccess(ctx context.Context, tx pgx.Tx, actor portal.Actor, before portal.Staff, role portal.Role, disabled bool) error {
	d := portal.By(actor, portal.TraceAccess).On(portal.AboutStaff, before.ID, before.Name)
	d.Was, d.Became = access(before.Role, before.Disabled), access(role, disabled)
	if d.Was == d.Became {
		return nil
	}
	return note(ctx, tx, d)
}

// access is a role as the audit trail names it, or that there is none.
func access(role portal.Role, disabled bool) string {
	if disabled {
		return "disabled"
	}
	return string(role)
}

// Failures counts the failed sign-ins of a subject since an instant.
func (s *Store) Failures(ctx context.Context, subject string, since time.Time) (n int, err error) {
	err = s.pool.QueryRow(ctx,
		"select count(*)\nfrom sign_in_failures\nwhere subject = $1\n\tand failed_at > $2", subject, since).Scan(&n)
	return n, err
}

// Failed notes a failed sign-in for each subject and forgets those before an instant.
func (s *Store) Failed(ctx context.Context, subjects []string, forget time.Time) error {
	return s.within(ctx, "note failed sign-in", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "insert into sign_in_failures (subject)\nselect unnest($1::text[])", subjects); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, "delete from sign_in_failures\nwhere failed_at < $1", forget)
		return err
	})
}

// Forgive forgets the failed sign-ins of a subject.
func (s *Store) Forgive(ctx context.Context, subject string) error {
	_, err := s.pool.Exec(ctx, "delete from sign_in_failures\nwhere subject = $1", subject)
	return err
}
