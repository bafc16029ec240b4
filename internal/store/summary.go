package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// summaryVersion is counted up whenever summaries say more or otherwise than before though the rules are the same.
const summaryVersion = 11

// FewTies is up to how many cities summaries are made of the ties as they are asked for; those that are kept spare that after a start.
const FewTies = 500

// TieMark tells one state of all ties from another: as long as it is the same, so is what their summaries say on a day.
type TieMark struct {
	Stale, Last, Edition int64
	Many                 bool // more than FewTies
}

// TieMark returns the mark of the ties as they are now.
func (s *Store) TieMark(ctx context.Context) (TieMark, error) {
	return one(ctx, s.pool, pgx.RowToStructByPos[TieMark], tieMarkSQL, FewTies)
}

const tieMarkSQL = `select (select count(*) from stale_ties), (select coalesce(max(id), 0) from stale_ties), edition,
		exists (select from cities order by id offset $1)
	from tie_state`

// Summaries are the summaries that were made anew since an edition, and the edition that they lead to.
type Summaries struct {
	Edition int64
	Said    []*portal.Summary
	Gone    []int64 // cities
}

// Summaries returns what summaries say that were made after an edition, 0 for all; those of ties that were written to since are made
// first. What turns with the day is as of the day for which they were last made.
func (s *Store) Summaries(ctx context.Context, after int64, today time.Time) (found Summaries, err error) {
	ctx = Fresh(ctx) // what is made here has to be seen here
	// None are kept before there are many ties, so those of which there is none yet are made now.
	_, err = s.pool.Exec(ctx,
		`insert into stale_ties (city_id)
		select id
		from cities c
		where not exists (select from tie_summaries s where s.city_id = c.id)`)
	for again := true; again && err == nil; {
		again, err = s.renewStale(ctx, today)
	}
	if err != nil {
		return found, err
	}
	// Asked for before the rows: what is made meanwhile is read twice rather than never.
	if err := s.pool.QueryRow(ctx, "select edition from tie_state").Scan(&found.Edition); err != nil {
		return found, err
	}
	var room portal.Stock
	for city, more := int64(0), true; more; {
		if city, more, err = s.readSummaries(ctx, &found, &room, after, city); err != nil {
			return found, err
		}
	}
	return found, nil
}

// summariesRead is how many summaries one question reads: as many as are read well within the time that a question has.
const summariesRead = 2000

// readSummaries reads some summaries of cities after one; more tells that there may be more after the last of them.
func (s *Store) readSummaries(ctx context.Context, found *Summaries, room *portal.Stock, edition, city int64) (last int64, more bool, err error) {
	rows, err := s.pool.Query(ctx,
		`select city_id, said
		from tie_summaries
		where edition > $1
			and city_id > $2
		order by city_id
		limit $3`, edition, city, summariesRead)
	if err != nil {
		return 0, false, err
	}
	n := 0
	var said []byte
	_, err = pgx.ForEachRow(rows, []any{&last, &said}, func() error {
		n++
		if said == nil {
			found.Gone = append(found.Gone, last)
			return nil
		}
		one := portal.Summary{CityID: last}
		err := json.Unmarshal(said, &one)
		found.Said = append(found.Said, room.Keep(one))
		return err
	})
	return last, n == summariesRead, err
}

// renewed is how many summaries are made in one transaction.
const renewed = 250

// renewStale makes some summaries of ties that were written to; again tells that there may be more.
func (s *Store) renewStale(ctx context.Context, today time.Time) (again bool, err error) {
	var stale bool
	err = s.pool.QueryRow(ctx, "select exists (select from stale_ties)").Scan(&stale)
	if err != nil || !stale {
		return false, err
	}
	err = s.within(ctx, "renew summaries", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select from tie_state\nfor update"); err != nil { // whoever else makes summaries waits
			return err
		}
		ids, err := all(ctx, tx, pgx.RowTo[int64], "select city_id\nfrom stale_ties\ngroup by city_id\norder by city_id\nlimit $1", renewed)
		if err != nil || len(ids) == 0 {
			return err
		}
		again = len(ids) == renewed
		// What is marked from here on is marked again: the ties are read after the marks are taken away.
		if _, err := tx.Exec(ctx, "delete from stale_ties\nwhere city_id = any($1)", ids); err != nil {
			return err
		}
		return over(tx).renew(ctx, ids, today, true)
	})
	return again, err
}

// renew makes the summaries of some ties, as an edition of their own. Those that say the same as before stay in theirs, unless something
// was written, of which lists may tell more than summaries do.
func (s *Store) renew(ctx context.Context, ids []int64, today time.Time, written bool) error {
	var edition int64
	if err := s.pool.QueryRow(ctx, "update tie_state\nset edition = edition + 1\nreturning edition").Scan(&edition); err != nil {
		return err
	}
	places, err := cities.where(ctx, s.pool, "id = any($1)\norder by id", ids)
	if err != nil {
		return err
	}
	ties, _, err := s.Ties(ctx, places)
	if err != nil {
		return err
	}
	said := map[int64][]byte{}
	for _, t := range ties {
		if said[t.City.ID], err = json.Marshal(t.Summary(today)); err != nil {
			return err
		}
	}
	texts := make([]*string, len(ids))
	for i, id := range ids {
		if raw, ok := said[id]; ok {
			texts[i] = new(string(raw))
		}
	}
	_, err = s.pool.Exec(ctx,
		`insert into tie_summaries as s (city_id, edition, said, rules, day)
		select id, $1, said::jsonb, $4, $5
		from unnest($2::bigint[], $3::text[]) as now (id, said)
		on conflict (city_id) do update
		set edition = case when $6 or s.said is distinct from excluded.said then excluded.edition else s.edition end,
			said = excluded.said, rules = excluded.rules, day = excluded.day`, edition, ids, texts, summaryRules, today, written)
	return err
}

// summaryRules names the rules by which this program makes summaries.
var summaryRules = fmt.Sprintf("%s/%d", portal.RuleVersion, summaryVersion)

// KeptSummaries are those of all ties where each is kept as these rules and this day have it; nil where one is not. Whether something was
// written since is for TieMark to say. It is for few ties.
func (s *Store) KeptSummaries(ctx context.Context, today time.Time) ([]*portal.Summary, error) {
	rows, err := s.pool.Query(ctx,
		`select c.id, s.said
		from cities c
		left join tie_summaries s on s.city_id = c.id
			and s.rules = $1
			and s.day = $2
		limit $3`, summaryRules, today, FewTies+1)
	if err != nil {
		return nil, err
	}
	all, whole := []*portal.Summary{}, true
	var id int64
	var said []byte
	_, err = pgx.ForEachRow(rows, []any{&id, &said}, func() error {
		if said == nil {
			whole = false
			return nil
		}
		one := &portal.Summary{CityID: id}
		all = append(all, one)
		return json.Unmarshal(said, one)
	})
	if !whole {
		all = nil
	}
	return all, err
}

// TendSummaries makes the summaries that are of ties that were written to, of an earlier day or of other rules than those of this program,
// so it is called again and again; what was made before it was cut short stays made.
func (s *Store) TendSummaries(ctx context.Context, today time.Time) (err error) {
	for again := true; again && err == nil; {
		again, err = s.renewStale(ctx, today)
	}
	for again := true; again && err == nil; {
		again, err = s.renewOld(ctx, today, false)
	}
	return err
}

// AdoptSummaries makes those summaries anew that a program with other rules has made, which may lack what lists of this one show.
func (s *Store) AdoptSummaries(ctx context.Context, today time.Time) error {
	mark, err := s.TieMark(ctx)
	for again := mark.Many; again && err == nil; {
		again, err = s.renewOld(ctx, today, true)
	}
	return err
}

// renewOld makes some of the summaries that are of other rules or, unless these alone are meant, not of the day, those that wait longest
// first; again tells that there may be more.
func (s *Store) renewOld(ctx context.Context, today time.Time, rulesAlone bool) (again bool, err error) {
	err = s.within(ctx, "renew summaries", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select from tie_state\nfor update"); err != nil {
			return err
		}
		ids, err := all(ctx, tx, pgx.RowTo[int64],
			`select c.id
			from cities c
			left join tie_summaries s on s.city_id = c.id
			where s.rules is distinct from $2
				or s.day is distinct from $1 and not $4
			order by s.day nulls first, c.id
			limit $3`, today, summaryRules, renewed, rulesAlone)
		if err != nil || len(ids) == 0 {
			return err
		}
		again = len(ids) == renewed
		return over(tx).renew(ctx, ids, today, false)
	})
	return again, err
}
