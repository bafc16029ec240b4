package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// NewSession is a session that begins.
type NewSession struct {
	TokenHash []byte // only the hash of the token is kept
	StaffID   int64
	Waiting   bool // for the second factor
	Elsewhere bool // the identity provider or a passkey said who it is, and no password
	ProvedAt  time.Time
	Expires   time.Time
	Agent     string // what the browser calls itself
}

// AddSession starts a session of a person. One that waits for the second factor is no sign-in yet.
func (s *Store) AddSession(ctx context.Context, n NewSession) error {
	return s.within(ctx, "start session", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "delete from sessions\nwhere expires_at < now() - interval '"+endedKept+"'"); err != nil {
			return err
		}
		_, err := tx.Exec(ctx,
			`insert into sessions (token_hash, staff_id, waiting, elsewhere, proved_at, expires_at, agent)
			values (@hash, @staff, @waiting, @elsewhere, @proved, @expires, @agent)`,
			pgx.StrictNamedArgs{
				"hash": n.TokenHash, "staff": n.StaffID, "waiting": n.Waiting, "elsewhere": n.Elsewhere, "proved": n.ProvedAt,
				"expires": n.Expires, "agent": n.Agent,
			})
		if err != nil || n.Waiting {
			return err
		}
		name, err := one(ctx, tx, pgx.RowTo[string], "update staff\nset last_seen_at = now()\nwhere id = $1\nreturning name", n.StaffID)
		if err != nil {
			return err
		}
		return note(ctx, tx, portal.Trace{Kind: portal.TraceSignIn, StaffID: n.StaffID, Who: name})
	})
}

// NoteRefusal adds a refused sign-in to the audit trail. Where nobody has the address, it names nobody: what was typed is not kept.
func (s *Store) NoteRefusal(ctx context.Context, email string) error {
	_, err := s.pool.Exec(ctx,
		`insert into traces (kind, staff_id, who)
		select $2, p.id, coalesce(p.name, '')
		from (values ($1)) asked (email)
		left join staff p on p.email = asked.email`, NormalEmail(email), string(portal.TraceSignInRefused))
	return err
}

// SessionStaff returns who holds a session that has not ended: not expired, used within the idle time, and of a person who may
// sign in. Otherwise it is portal.ErrSignedOut. The session counts as used, noted at most once a minute.
func (s *Store) SessionStaff(ctx context.Context, tokenHash []byte, idle time.Duration) (portal.Staff, portal.Session, error) {
	rows, err := s.pool.Query(ctx,
		`with session as (
			select id, staff_id, created_at, seen_at, waiting, elsewhere, proved_at
			from sessions
			where token_hash = @hash
				and expires_at > now()
				and seen_at > now() - @idle::interval
		), seen as (
			update sessions
			set seen_at = now()
			where token_hash = @hash
				and exists (select from session where seen_at < now() - interval '1 minute')
			returning staff_id, waiting
		), present as (
			update staff
			set last_seen_at = now()
			where id in (select staff_id from seen where not waiting)
		)
		select `+staffOf("p")+`, s.id, s.waiting, s.elsewhere, s.proved_at, s.created_at, `+guarded+`
		from session s
		join staff p on p.id = s.staff_id
		where not p.disabled`,
		pgx.StrictNamedArgs{"hash": tokenHash, "idle": idle})
	if err != nil {
		return portal.Staff{}, portal.Session{}, err
	}
	var at portal.Session
	found, err := pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (p portal.Staff, err error) {
		err = row.Scan(append(staffTargets(&p), &at.ID, &at.Waiting, &at.Elsewhere, &at.ProvedAt, &at.Began, &at.Guarded)...)
		return p, err
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return found, at, portal.ErrSignedOut
	}
	return found, at, err
}

// guarded tells whether a person p has a second factor.
const guarded = `(exists (select from totp t where t.staff_id = p.id and t.confirmed_at is not null)
	or exists (select from passkeys k where k.staff_id = p.id))`

// Guarded tells whether a person has a second factor.
func (s *Store) Guarded(ctx context.Context, staffID int64) (bool, error) {
	return one(ctx, s.pool, pgx.RowTo[bool], "select "+guarded+"\nfrom staff p\nwhere p.id = $1", staffID)
}

// ProveSession notes that the holder of a session has proved who they are.
func (s *Store) ProveSession(ctx context.Context, tokenHash []byte, at time.Time) error {
	_, err := s.pool.Exec(ctx, "update sessions\nset proved_at = $2\nwhere token_hash = $1", tokenHash, at)
	return err
}

// Sessions returns the sessions of a person that are not over, the last used first.
func (s *Store) Sessions(ctx context.Context, staffID int64, idle time.Duration) ([]portal.Session, error) {
	return all(ctx, s.pool, func(row pgx.CollectableRow) (one portal.Session, err error) {
		err = row.Scan(&one.ID, &one.ProvedAt, &one.Began, &one.SeenAt, &one.Agent)
		return one, err
	},
		`select id, proved_at, created_at, seen_at, agent
		from sessions
		where staff_id = $1
			and not waiting
			and expires_at > now()
			and seen_at > now() - $2::interval
		order by seen_at desc, id desc`, staffID, idle)
}

// EndSessions ends one session of a person, or with number 0 all but the one that is kept, and tells of it in the audit trail.
func (s *Store) EndSessions(ctx context.Context, actor portal.Actor, staffID, id, keep int64) error {
	return s.within(ctx, "end sessions", func(tx pgx.Tx) error {
		name, err := one(ctx, tx, scanText, "select name\nfrom staff\nwhere id = $1", staffID)
		if err != nil {
			return err
		}
		tag, err := tx.Exec(ctx,
			"delete from sessions\nwhere staff_id = $1\n\tand ($2 = 0 or id = $2)\n\tand id <> $3", staffID, id, keep)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceSessionsEnded).On(portal.AboutStaff, staffID, name))
	})
}

// NoteCodeRefused adds a refused code to the audit trail.
func (s *Store) NoteCodeRefused(ctx context.Context, staffID int64) error {
	_, err := s.pool.Exec(ctx, "insert into traces (kind, staff_id, who)\nselect $2, id, name\nfrom staff\nwhere id = $1",
		staffID, string(portal.TraceCodeRefused))
	return err
}

// SignOut ends a session at its holder's wish.
func (s *Store) SignOut(ctx context.Context, tokenHash []byte) error {
	_, err := s.pool.Exec(ctx,
		`with ended as (
			delete from sessions
			where token_hash = $1
			returning staff_id
		)
		insert into traces (kind, staff_id, who)
		select $2, p.id, p.name
		from ended
		join staff p on p.id = ended.staff_id`, tokenHash, string(portal.TraceSignOut))
	return err
}

// EndSession ends one session.
func (s *Store) EndSession(ctx context.Context, tokenHash []byte) error {
	_, err := s.pool.Exec(ctx, "delete from sessions\nwhere token_hash = $1", tokenHash)
	return err
}
