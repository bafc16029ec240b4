package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// LetterSecret is the key by which all nodes know the forms for letters that one of them gave out.
func (s *Store) LetterSecret(ctx context.Context) ([]byte, error) {
	return one(ctx, s.pool, pgx.RowTo[[]byte], "select value\nfrom secrets\nwhere name = 'letter'")
}

// LetterPosts counts the letters of a subject since an instant.
func (s *Store) LetterPosts(ctx context.Context, subject string, since time.Time) (n int, err error) {
	err = s.pool.QueryRow(ctx, "select count(*)\nfrom letter_posts\nwhere subject = $1\n\tand posted_at > $2", subject, since).Scan(&n)
	return n, err
}

// NoteLetterPost counts a letter of a subject.
func (s *Store) NoteLetterPost(ctx context.Context, subject string, at time.Time) error {
	_, err := s.pool.Exec(ctx, "insert into letter_posts (subject, posted_at)\nvalues ($1, $2)", subject, at)
	return err
}
