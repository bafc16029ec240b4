package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var mirrors = table[portal.Mirror]{
	kind: portal.KindMirror,
	name: "mirrors",
	label: func(l i18n.Lang) string {
		return "coalesce(url, (select name_" + string(l) + " from cities where cities.id = city_id))"
	},
	search: "(coalesce(url, '') || ' ' || type_id || ' ' || type_en || ' ' || note_id || ' ' || note_en)",
	order:  "city_id, id",
	meta:   func(m *portal.Mirror) *portal.Meta { return &m.Meta },
	check:  portal.Mirror.Check,
	columns: func(m *portal.Mirror) []column {
		return columns(
			ref("city_id", &m.CityID),
			known("url", &m.URL),
			known("listed", (*string)(&m.Listed)),
			both("type", &m.Type),
			on("since_on", &m.SinceOn),
			on("checked_on", &m.CheckedOn),
			both("note", &m.Note),
		)
	},
}

// MirrorFilter narrows a list of mirrors; what is empty narrows nothing.
type MirrorFilter struct {
	CityID int64
	Listed []portal.Listed
}

// MirrorPart returns a part of the mirrors that fit, dated by their last check.
func (s *Store) MirrorPart(ctx context.Context, p Part, f MirrorFilter) (Listed[portal.Mirror], error) {
	return mirrors.part(ctx, s.pool, p, filter{
		dated: "checked_on",
		where: `(@city = 0 or city_id = @city)
			and (cardinality(@listed::text[]) = 0 or listed = any(@listed))`,
		args: pgx.NamedArgs{"city": f.CityID, "listed": some(f.Listed)},
	})
}
