package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// withCopy is a site over a database and another one that stands for its copy, in which Suwon has a name of its own, so that it can be
// seen who answered.
func withCopy(t *testing.T) (s site, r *store.Replica, database, copied *pgxpool.Pool) {
	t.Helper()
	s = closed(t, func(c *server.Config) { c.Solo = true })
	database, copied = s.over(storetest.URL(t)), storetest.Pool(t)
	if _, err := copied.Exec(t.Context(), "update cities set name_id = 'Suwon Salinan', name_en = 'Suwon Salinan' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	r = store.NewReplica(copied, database)
	s.store = r.Store()
	s.Open(t.Context(), s.store)
	s.Copies(r)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{}, 2)
	go func() { s.Follow(ctx, store.NewPublished(database), r); done <- struct{}{} }()
	go func() { r.Watch(ctx); done <- struct{}{} }()
	t.Cleanup(func() { stop(); <-done; <-done })
	s.until("the copy is asked", r.Ready)
	return s, r, database, copied
}

func TestWhatCitizensReadComesFromTheCopyAndWhatStaffReadDoesNot(t *testing.T) {
	t.Parallel()
	s, r, _, _ := withCopy(t)
	for _, path := range []string{"/mitra/suwon", "/api/v1/partners/suwon"} {
		if body := s.browser().get(path).is(http.StatusOK).body; !strings.Contains(body, "Suwon Salinan") {
			t.Errorf("%s does not come from the copy", path)
		}
	}
	s.person("dewi@kota.example", portal.Administrator, nil)
	if body := s.signedIn("dewi@kota.example").get(view.Admin(i18n.ID, "cities")).is(http.StatusOK).body; strings.Contains(body, "Suwon Salinan") {
		t.Error("what staff see comes from the copy")
	}
	r.Shut()
	if body := s.browser().get("/api/v1/partners/suwon").is(http.StatusOK).body; strings.Contains(body, "Suwon Salinan") {
		t.Error("a copy is asked although nothing is heard of what is published")
	}
}

func TestCitizenSeesAtOnceWhatTheyWroteWhateverTheCopyHolds(t *testing.T) {
	t.Parallel()
	s, _, _, _ := withCopy(t)
	b := s.browser()
	sent := b.sendLetter(b.letterForm("/lapor")).is(http.StatusSeeOther)
	b.get(sent.Header.Get("Location")).is(http.StatusOK)
}

func TestCopyThatIsLostIsNotAsked(t *testing.T) {
	t.Parallel()
	s, r, _, copied := withCopy(t)
	copied.Close()
	s.until("the copy is left alone", func() bool { return !r.Ready() })
	if body := s.browser().get("/mitra/suwon").is(http.StatusOK).body; strings.Contains(body, "Suwon Salinan") {
		t.Error("the page comes from the copy")
	}
}
