package e2e

import (
	"net/http"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// publicPages are every kind of page that citizens see, and of records some that are unlike each other.
func publicPages(l i18n.Lang) []string {
	return []string{
		view.Home.In(l), view.Partners.In(l), view.Agreements.In(l), view.Approvals.In(l), view.Programs.In(l), view.Sources.In(l),
		view.About.In(l), view.SignIn.In(l),
		view.Partner.In(l, "braunschweig"), view.Partner.In(l, "melbourne"), view.Partner.In(l, "cebu"),
		view.Agreement.In(l, "braunschweig"), view.Agreement.In(l, "melbourne"),
		view.Program.In(l, "seo-hongdae"), view.Source.In(l, "bsw-de"),
	}
}

func TestPublicPagesAreForEverybody(t *testing.T) {
	t.Parallel()
	h := open(t)
	for _, l := range i18n.Langs {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			b := h.newReader(t, desk)
			for _, path := range publicPages(l) {
				b.open(path)
				b.accessible()
			}
			if status := b.tryOpen(view.Partner.In(l, "atlantis")); status != http.StatusNotFound {
				t.Errorf("a partner that does not exist answers %d", status)
			}
			b.accessible()
		})
	}
}
