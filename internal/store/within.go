package store

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Reserve gives a record that is only being written the number that it will have, so that a document can belong to it before it is
// public. A form, known by its key, that has a number keeps it.
func (s *Store) Reserve(ctx context.Context, actor portal.Actor, kind portal.Kind, form string) (id int64, err error) {
	door, ok := doors[kind]
	if !ok {
		return 0, portal.ErrNotFound
	}
	if id, err = s.Reserved(ctx, actor, kind, form); id != 0 || err != nil {
		return id, err
	}
	err = s.pool.QueryRow(ctx, "select nextval(pg_get_serial_sequence($1, 'id'))", door.name).Scan(&id)
	return id, err
}

// Reserved is the number that Reserve gave the record of a form of the actor's own; 0 where it gave none.
func (s *Store) Reserved(ctx context.Context, actor portal.Actor, kind portal.Kind, form string) (int64, error) {
	if form == "" {
		return 0, nil
	}
	offered, err := s.Within(ctx, actor.ID, form)
	for _, c := range offered {
		if of := aboutOf(c); c.AuthorID == actor.ID && of.Kind == kind && of.ID != 0 {
			return of.ID, err
		}
	}
	return 0, err
}

// Within returns the changes that were proposed within a form, as far as the viewer may see them, oldest first.
func (s *Store) Within(ctx context.Context, viewer int64, form string) ([]portal.Change, error) {
	if form == "" {
		return nil, nil
	}
	return all(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes\nwhere within = @form\n\tand "+visible+"\norder by id",
		pgx.StrictNamedArgs{"form": form, "viewer": viewer})
}

// Around returns the change of the form within which a change was proposed, as far as the viewer may see it; portal.ErrNotFound where
// there is none.
func (s *Store) Around(ctx context.Context, viewer int64, c portal.Change) (portal.Change, error) {
	return one(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes\nwhere key = nullif(@form, '')\n\tand "+visible,
		pgx.StrictNamedArgs{"form": c.Within, "viewer": viewer})
}

// aboutOf is the record to which the document of a change belongs, nothing for a change of another kind.
func aboutOf(c portal.Change) (of Named) {
	if c.Kind != portal.KindDocument || json.Unmarshal(c.After.Fields["about_kind"], &of.Kind) != nil ||
		json.Unmarshal(c.After.Fields["about_id"], &of.ID) != nil {
		return Named{}
	}
	return of
}

// turn is what has to be decided on before a change: files that were put into the form of a public record come before what the form says
// of it, since that may rest on them; those of a new record can only come after it.
type turn struct {
	public []bool   // whether the record that a file belongs to is
	files  []string // the titles of those that wait
}

// askTurn takes along the question for what comes before a change.
func askTurn(j *journey, c portal.Change) *turn {
	var t turn
	of := aboutOf(c)
	switch {
	case c.Within != "" && c.BaseVersion == 0 && of.ID != 0:
		ask(j, &t.public, pgx.RowTo[bool], "select exists (select from "+doors[of.Kind].name+" where id = $1)", of.ID)
	case c.Key != "" && c.BaseVersion != 0: // that no form is within nothing lets the question be planned once
		ask(j, &t.files, pgx.RowTo[string],
			"select title\nfrom changes\nwhere within = $1\n\tand within <> ''\n\tand state in ('draft', 'submitted', 'returned', 'scheduled')\norder by id", c.Key)
	}
	return &t
}

func (t *turn) err() error {
	var p portal.Problems
	for _, public := range t.public {
		p.Must(public, "about", "problem.record_offered")
	}
	for _, title := range t.files {
		p.Add("", "problem.file_offered", title)
	}
	return p.Err()
}
