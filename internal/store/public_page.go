package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kotakembar/internal/portal"
)

// shownColumns are what is told of a record that readers find in public: how it is called, when it was, and its page.
const shownColumns = "kind, id, title_id, title_en, happened_on, page, slug"

// shownSQL is, for each kind of records that readers find on a public page, what is told of them.
var shownSQL = map[portal.Kind]string{
	portal.KindCity:        "id, name_id, name_en, null::text, 'city', slug\n\tfrom cities",
	portal.KindAgreement:   "id, title_id, title_en, signed_on, 'agreement', slug\n\tfrom agreements",
	portal.KindStep:        "s.id, a.title_id, a.title_en, s.happened_on, 'agreement', a.slug\n\tfrom steps s\n\tjoin agreements a on a.id = s.agreement_id",
	portal.KindApproval:    "p.id, a.title_id, a.title_en, p.decided_on, 'agreement', a.slug\n\tfrom approvals p\n\tjoin agreements a on a.id = p.agreement_id",
	portal.KindProgram:     "id, title_id, title_en, start_on, 'program', slug\n\tfrom programs",
	portal.KindOutcome:     "o.id, o.indicator_id, o.indicator_en, o.as_of, 'program', p.slug\n\tfrom outcomes o\n\tjoin programs p on p.id = o.program_id",
	portal.KindActivity:    "v.id, v.title_id, v.title_en, v.start_on, 'city', c.slug\n\tfrom activities v\n\tjoin cities c on c.id = v.city_id",
	portal.KindPromise:     "id, words_id, words_en, due_on, 'promise', ''\n\tfrom promises",
	portal.KindOpportunity: "id, title_id, title_en, deadline_on, 'opportunity', ''\n\tfrom opportunities",
	portal.KindVenue:       "id, name_id, name_en, opened_on, 'venue', ''\n\tfrom venues",
	portal.KindMirror:      "m.id, c.name_id, c.name_en, m.since_on, 'city', c.slug\n\tfrom mirrors m\n\tjoin cities c on c.id = m.city_id",
	portal.KindSource:      "id, title, title, published_on, 'source', slug\n\tfrom sources",
	portal.KindDocument:    "id, title_id, title_en, null::text, 'document', hash\n\tfrom documents",
}

// shownKinds are the kinds of records that may rest on sources, in the order in which a source lists them.
var shownKinds = []portal.Kind{
	portal.KindCity, portal.KindAgreement, portal.KindStep, portal.KindApproval, portal.KindPromise, portal.KindProgram, portal.KindOutcome,
	portal.KindActivity, portal.KindOpportunity, portal.KindVenue, portal.KindMirror,
}

// shownOf is SQL for the records of one kind that readers find in public, those that fit a condition.
func shownOf(kind portal.Kind, condition string) string {
	return "select " + shownColumns + "\nfrom (select '" + string(kind) + "', " + shownSQL[kind] + ") as one (" + shownColumns + ")\nwhere " + condition
}

// shownAll is SQL for all records of some kinds that readers find in public.
func shownAll(kinds ...portal.Kind) string {
	parts := make([]string, len(kinds))
	for i, kind := range kinds {
		parts[i] = shownOf(kind, "true")
	}
	return strings.Join(parts, "\nunion all\n")
}

// PagesOf returns, for those of many records that readers find in public, the page on which they do, in one question. The page of a
// document is its file: the slug is its hash.
func (s *Store) PagesOf(ctx context.Context, records []Named) (map[Named]ShownUse, error) {
	ids := map[portal.Kind][]int64{}
	for _, r := range records {
		ids[r.Kind] = append(ids[r.Kind], r.ID)
	}
	var parts []string
	var args []any
	for _, kind := range slices.Sorted(maps.Keys(ids)) {
		if shownSQL[kind] != "" {
			args = append(args, ids[kind])
			parts = append(parts, shownOf(kind, fmt.Sprintf("id = any($%d)", len(args))))
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	found, err := all(ctx, s.pool, scanShownUse,
		`select shown.kind, shown.id, '{}'::text[], shown.title_id, shown.title_en, coalesce(shown.happened_on::text, ''), shown.page, shown.slug,
			shown.page = 'city' and shown.slug = (select slug from cities where is_home)
		from (`+strings.Join(parts, "\nunion all\n")+`
		) as shown`, args...)
	pages := make(map[Named]ShownUse, len(found))
	for _, u := range found {
		pages[Named{u.Kind, u.RecordID}] = u
	}
	return pages, err
}
