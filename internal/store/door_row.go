package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// names lists the columns of the table, number and version first, each behind the prefix.
func (t door) names(prefix string) string {
	list := []string{prefix + "id", prefix + "version"}
	for _, c := range t.columns(t.empty()) {
		list = append(list, prefix+c.name)
	}
	return strings.Join(list, ", ")
}

// targets are where the columns of names go.
func (t door) targets(r any) []any {
	meta := t.meta(r)
	targets := []any{&meta.ID, &meta.Version}
	for _, c := range t.columns(r) {
		targets = append(targets, c.field)
	}
	return targets
}

// read scans a row that was selected with names.
func (t door) read(row pgx.CollectableRow) (any, error) {
	r := t.empty()
	return r, row.Scan(t.targets(r)...)
}

// where selects records by a condition, in an order given as SQL.
func (t door) where(ctx context.Context, q db, condition string, args ...any) ([]any, error) {
	return all(ctx, q, t.read, "select "+t.names("")+"\nfrom "+t.name+"\nwhere "+condition, args...)
}

// insert adds a record and returns its number. A record that is put back keeps the number it had.
func (t door) insert(ctx context.Context, q db, r any) (int64, error) {
	sql, args := t.insertion(r)
	var id int64
	err := q.QueryRow(ctx, sql+"\nreturning id", args...).Scan(&id)
	return id, err
}

// insertion is the statement that adds a record.
func (t door) insertion(r any) (sql string, args []any) {
	names, places, args := []string{"version"}, []string{"$1"}, []any{t.meta(r).Version}
	if id := t.meta(r).ID; id != 0 {
		names, places, args = append(names, "id"), append(places, "$2"), append(args, id)
	}
	for _, c := range t.columns(r) {
		args = append(args, c.field)
		names, places = append(names, c.name), append(places, "$"+strconv.Itoa(len(args)))
	}
	return fmt.Sprintf("insert into %s (%s)\nvalues (%s)", t.name, strings.Join(names, ", "), strings.Join(places, ", ")), args
}

// update writes a record over the version it was based on and counts the version up.
func (t door) update(ctx context.Context, q db, r any) error {
	meta := t.meta(r)
	args := []any{meta.ID, meta.Version}
	var sets []string
	for _, c := range t.columns(r) {
		args = append(args, c.field)
		sets = append(sets, c.name+" = $"+strconv.Itoa(len(args)))
	}
	return sendToOne(ctx, q, fmt.Sprintf("update %s\nset version = version + 1, %s\nwhere id = $1\n\tand version = $2",
		t.name, strings.Join(sets, ", ")), args...)
}

// snapshot is the record as history remembers it.
func (t door) snapshot(r any, e portal.Evidence) (portal.Snapshot, error) {
	s := portal.Snapshot{Fields: map[string]json.RawMessage{}, Citations: e.Citations, Rulings: e.Rulings}
	for _, c := range t.columns(r) {
		raw, err := json.Marshal(c.field)
		if err != nil {
			return s, fmt.Errorf("remember %s.%s: %w", t.name, c.name, err)
		}
		s.Fields[c.name] = raw
	}
	return s, nil
}

// record is the snapshot's record.
func (t door) record(s portal.Snapshot) (any, error) {
	r := t.empty()
	return r, t.recall(s, r)
}

// recall fills a record with what the snapshot says. Fields that it lacks keep their value, fields that no longer exist are passed over.
func (t door) recall(s portal.Snapshot, r any) error {
	for _, c := range t.columns(r) {
		raw, ok := s.Fields[c.name]
		if !ok {
			continue
		}
		if err := json.Unmarshal(raw, c.field); err != nil {
			return fmt.Errorf("recall %s.%s: %w", t.name, c.name, err)
		}
	}
	return nil
}
