package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// ListSetting returns how a person likes the list of a kind; the zero value where they have not said.
func (s *Store) ListSetting(ctx context.Context, staffID int64, kind portal.Kind) (portal.ListSetting, error) {
	l, err := one(ctx, s.pool, pgx.RowToStructByPos[portal.ListSetting],
		"select columns, size\nfrom list_settings\nwhere staff_id = $1\n\tand kind = $2", staffID, kind)
	if errors.Is(err, portal.ErrNotFound) {
		return portal.ListSetting{}, nil
	}
	return l, err
}

// SetList keeps how a person likes the list of a kind.
func (s *Store) SetList(ctx context.Context, staffID int64, kind portal.Kind, l portal.ListSetting) error {
	_, err := s.pool.Exec(ctx,
		`insert into list_settings (staff_id, kind, columns, size)
		values ($1, $2, $3, $4)
		on conflict (staff_id, kind) do update set columns = excluded.columns, size = excluded.size`, staffID, kind, some(l.Columns), l.Size)
	return err
}
