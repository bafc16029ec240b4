package store

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

const alertSQL = `
	select id, token, email, lang, coalesce(city_id, 0), sector, word, asked_at, confirmed_at, seen_at, told_at
	from alerts`

func scanAlert(row pgx.CollectableRow) (a portal.Alert, err error) {
	err = row.Scan(&a.ID, &a.Token, &a.Email, &a.Lang, &a.CityID, &a.Sector, &a.Word, &a.AskedAt, (*zeronull.Timestamptz)(&a.ConfirmedAt),
		&a.SeenAt, (*zeronull.Timestamptz)(&a.ToldAt))
	return a, err
}

// unconfirmed is for how many topics an address may be asked to confirm at a time, so that nobody floods the box of another.
const unconfirmed = 3

// AddAlert takes in what a citizen wants to hear of, and has their address asked to confirm it. Nobody learns from it whether the
// address is known: what is confirmed already, or was asked too often, changes nothing.
func (s *Store) AddAlert(ctx context.Context, a portal.Alert) error {
	a.Email = NormalEmail(a.Email)
	if err := a.Check(); err != nil {
		return err
	}
	return s.within(ctx, "add alert", func(tx pgx.Tx) error {
		open, err := one(ctx, tx, pgx.RowTo[int], "select count(*)\nfrom alerts\nwhere email = $1\n\tand confirmed_at is null", a.Email)
		if err != nil || open >= unconfirmed {
			return err
		}
		added, err := all(ctx, tx, pgx.RowTo[int64],
			`insert into alerts (token, email, lang, city_id, sector, word, asked_at, seen_at)
			values (@token, @email, @lang, nullif(@city, 0), @sector, @word, @at, @at)
			on conflict on constraint alerts_email_key do nothing
			returning id`,
			pgx.StrictNamedArgs{
				"token": rand.Text(), "email": a.Email, "lang": a.Lang, "city": a.CityID, "sector": a.Sector, "word": a.Word, "at": a.AskedAt,
			})
		if err != nil || len(added) == 0 {
			return violated(err)
		}
		return later(ctx, tx, portal.AskToConfirm{AlertID: added[0]}, nil)
	})
}

// Alert returns one alert.
func (s *Store) Alert(ctx context.Context, id int64) (portal.Alert, error) {
	return one(ctx, s.pool, scanAlert, alertSQL+"\nwhere id = $1", id)
}

// AlertByToken returns the alert that a token leads to.
func (s *Store) AlertByToken(ctx context.Context, token string) (portal.Alert, error) {
	return one(ctx, s.pool, scanAlert, alertSQL+"\nwhere token = $1", token)
}

// AlertsWith returns all alerts of the address that a token was told to, oldest first.
func (s *Store) AlertsWith(ctx context.Context, token string) ([]portal.Alert, error) {
	return all(ctx, s.pool, scanAlert, alertSQL+"\nwhere email = (select email from alerts where token = $1)\norder by id", token)
}

// ConfirmAlert notes that the address wants the alert; what is published from then on is told.
func (s *Store) ConfirmAlert(ctx context.Context, token string, at time.Time) error {
	tag, err := s.pool.Exec(ctx,
		`update alerts
		set confirmed_at = coalesce(confirmed_at, $2), seen_at = case when confirmed_at is null then $2 else seen_at end
		where token = $1`, token, at)
	if err == nil && tag.RowsAffected() == 0 {
		err = portal.ErrNotFound
	}
	return err
}

// EndAlert forgets one alert of an address, and EndAlerts all of them with the address itself. Mails on their way go with them.
func (s *Store) EndAlert(ctx context.Context, token string, id int64) error {
	_, err := s.pool.Exec(ctx, "delete from alerts\nwhere id = $2\n\tand email = (select email from alerts where token = $1)", token, id)
	return err
}

// EndAlerts is like EndAlert for all alerts of the address.
func (s *Store) EndAlerts(ctx context.Context, token string) error {
	_, err := s.pool.Exec(ctx, "delete from alerts\nwhere email = (select email from alerts where token = $1)", token)
	return err
}

// DueAlerts returns the confirmed alerts of addresses that have not been written to lately, those of one address together.
func (s *Store) DueAlerts(ctx context.Context, now time.Time) ([]portal.Alert, error) {
	return all(ctx, s.pool, scanAlert, alertSQL+`
	where confirmed_at is not null
		and not exists (select from alerts o where o.email = alerts.email and o.told_at > $1)
	order by email, id`, now.Add(-portal.AlertPeace))
}

// TellAlerts notes up to when an address has been told what was published, and puts the mail on its way that tells it; nil for none.
func (s *Store) TellAlerts(ctx context.Context, of []portal.Alert, seen time.Time, m *portal.Mail) error {
	ids := make([]int64, len(of))
	for i, a := range of {
		ids[i] = a.ID
	}
	err := s.within(ctx, "tell alerts", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			"update alerts\nset seen_at = $2, told_at = case when $3 then $2 else told_at end\nwhere id = any($1)", ids, seen, m != nil)
		if err != nil || m == nil {
			return err
		}
		if tag.RowsAffected() < int64(len(ids)) {
			return portal.ErrNotFound // somebody left meanwhile
		}
		return addMail(ctx, tx, *m)
	})
	if errors.Is(err, portal.ErrNotFound) {
		return nil // the next round tells the rest
	}
	return err
}

// TidyAlerts forgets alerts that were asked for before an instant and never confirmed.
func (s *Store) TidyAlerts(ctx context.Context, before time.Time) error {
	_, err := s.pool.Exec(ctx, "delete from alerts\nwhere confirmed_at is null\n\tand asked_at < $1", before)
	return err
}
