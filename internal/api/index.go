package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// Index is where a program begins to read.
type Index struct {
	Title         Text       `json:"title"`
	Licence       string     `json:"licence"`
	UpdatedAt     *time.Time `json:"updated_at"`
	Description   string     `json:"description"`
	Documentation Text       `json:"documentation"`
	Vocabulary    string     `json:"vocabulary"`
	Lists         []List     `json:"lists"`
}

// List is one list that can be asked for.
type List struct {
	Name  string `json:"name" example:"activities"`
	Title Text   `json:"title"`
	About Text   `json:"about"`
	Total int    `json:"total"`
	Href  string `json:"href"`
}

// lists are the kinds of records by the names of their lists, in the order in which they are told.
var lists = []struct {
	name string
	kind portal.Kind
}{
	{"partners", portal.KindCity}, {"agreements", portal.KindAgreement}, {"steps", portal.KindStep}, {"approvals", portal.KindApproval},
	{"promises", portal.KindPromise}, {"programs", portal.KindProgram}, {"activities", portal.KindActivity},
	{"outcomes", portal.KindOutcome}, {"opportunities", portal.KindOpportunity}, {"venues", portal.KindVenue},
	{"mirrors", portal.KindMirror}, {"sources", portal.KindSource}, {"documents", portal.KindDocument}, {"sectors", portal.KindSector},
	{"limits", portal.KindLimit},
}

// listOf is the name of the list of a kind of record.
func listOf(kind portal.Kind) string {
	for _, l := range lists {
		if l.kind == kind {
			return l.name
		}
	}
	return ""
}

func (f Face) mountIndex(a huma.API) {
	huma.Register(a, answering[Index](a, operation("get-index", Prefix, "index")), func(ctx context.Context, _ *struct{}) (*oneAnswer, error) {
		index, err := f.index(ctx)
		return &oneAnswer{index}, told(ctx, err)
	})
}

func (f Face) index(ctx context.Context) (Index, error) {
	base := view.AmbientFrom(ctx).BaseURL
	index := Index{
		Title: words("api.title"), Licence: licence, Description: base + openAPIPath + ".json",
		Documentation: text(i18n.Text{ID: base + view.APIDocs.ID, EN: base + view.APIDocs.EN}), Vocabulary: base + path("vocabulary"),
	}
	updated, err := f.Store.UpdatedAt(ctx)
	if err != nil {
		return index, err
	}
	if !updated.IsZero() {
		updated = updated.UTC()
		index.UpdatedAt = &updated
	}
	counts, _, err := f.Store.Counts(ctx, 0)
	for _, l := range lists {
		index.Lists = append(index.Lists, List{
			Name: l.name, Title: words("api.name." + l.name), About: words("api.about." + l.name), Total: counts[l.kind], Href: base + path(l.name),
		})
	}
	return index, err
}
