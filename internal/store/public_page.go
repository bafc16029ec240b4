package store

import "context"

// shownPapers are sources and documents, which have an address of their own.
const shownPapers = `
	select 'source', id, title, title, published_on, 'source', slug
	from sources
	union all
	select 'document', id, title_id, title_en, null, 'document', hash
	from documents`

// PagesOf returns, for those of many records that readers find in public, the page on which they do, in one question. The page of a
// document is its file: the slug is its hash.
func (s *Store) PagesOf(ctx context.Context, records []Named) (map[Named]ShownUse, error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	found, err := all(ctx, s.pool, scanShownUse,
		`select shown.kind, shown.id, '{}'::text[], shown.title_id, shown.title_en, coalesce(shown.happened_on, ''), shown.page, shown.slug,
			shown.page = 'city' and shown.slug = (select slug from cities where is_home)
		from (`+shownRecords+`
		union all`+shownPapers+`
		) as shown
		join unnest($1::text[], $2::bigint[]) as asked (kind, id) using (kind, id)
		where shown.id = any($2)`, kinds, ids)
	pages := make(map[Named]ShownUse, len(found))
	for _, u := range found {
		pages[Named{u.Kind, u.RecordID}] = u
	}
	return pages, err
}
