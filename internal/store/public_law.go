package store

import (
	"context"

	"kotakembar/internal/portal"
)

// SourcesBySlug returns those of some sources that the register holds, by the slug that they have now.
func (s *Store) SourcesBySlug(ctx context.Context, slugs []string) (map[string]portal.Source, error) {
	found, err := sources.where(ctx, s.pool, "slug = any($1)\norder by slug", slugs)
	return bySlug(found), err
}

func bySlug(list []portal.Source) map[string]portal.Source {
	found := map[string]portal.Source{}
	for _, one := range list {
		found[one.Slug] = one
	}
	return found
}
