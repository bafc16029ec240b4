package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// How long a post is kept whose sender's session had ended, and how many of one person at once.
const (
	KeptFor  = time.Hour
	mostKept = 3
)

// endedKept is how long a session is remembered after its end, to know whose it was. It opens nothing any more.
const endedKept = "24 hours"

// EndedSession returns whose session it was that has ended by itself; portal.ErrNotFound for one that never was, was ended by its
// holder, or whose holder may not sign in any more.
func (s *Store) EndedSession(ctx context.Context, tokenHash []byte) (staffID int64, err error) {
	return one(ctx, s.pool, pgx.RowTo[int64],
		`select p.id
		from sessions s
		join staff p on p.id = s.staff_id
		where s.token_hash = $1
			and not s.waiting
			and not p.disabled
			and s.expires_at > now() - interval '`+endedKept+`'`, tokenHash)
}

// KeepPost keeps what a person sent, sealed, in the place of the oldest where they have too many.
func (s *Store) KeepPost(ctx context.Context, id string, staffID int64, sealed []byte) error {
	return s.within(ctx, "keep a post", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx,
			`delete from kept_posts
			where kept_at < now() - $2::interval
				or id in (select id from kept_posts where staff_id = $1 order by kept_at desc offset $3)`,
			staffID, KeptFor, mostKept-1)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "insert into kept_posts (id, staff_id, sealed)\nvalues ($1, $2, $3)", id, staffID, sealed)
		return err
	})
}

// KeptPost returns what a person sent, as sealed as it was kept; portal.ErrNotFound where it is not theirs or its time has passed.
func (s *Store) KeptPost(ctx context.Context, id string, staffID int64) ([]byte, error) {
	return one(ctx, s.pool, pgx.RowTo[[]byte],
		"select sealed\nfrom kept_posts\nwhere id = $1\n\tand staff_id = $2\n\tand kept_at > now() - $3::interval", id, staffID, KeptFor)
}

// TidyPosts forgets what was kept and whose time has passed.
func (s *Store) TidyPosts(ctx context.Context) error {
	_, err := s.pool.Exec(ctx, "delete from kept_posts\nwhere kept_at < now() - $1::interval", KeptFor)
	return err
}

// ErrKept says that nobody is signed in any more, and that what was sent is kept for its sender.
var ErrKept = keptError{}

type keptError struct{}

func (keptError) Error() string { return "signed out, and what was sent is kept" }
func (keptError) Unwrap() error { return portal.ErrSignedOut }
