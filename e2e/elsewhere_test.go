package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"

	"kotakembar/internal/i18n"
	"kotakembar/internal/identity"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/web/view"
)

// singleSignOn is a provider that was made by others, at which two people are known, and the setting of a house that trusts it.
func singleSignOn(t *testing.T) func(c *server.Config, home string) {
	const client, secret = "kota-kembar", "rahasia klien"
	var provider http.Handler
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent) // it has none, of which browsers would complain
			return
		}
		provider.ServeHTTP(w, r)
	}))
	t.Cleanup(there.Close)
	return func(c *server.Config, home string) {
		var back []string
		for _, l := range i18n.Langs {
			back = append(back, home+view.SignInBack.In(l))
		}
		clients := map[string]*storage.Client{client: storage.WebClient(client, secret, back...)}
		provider = exampleop.SetupServer(there.URL, storage.NewStorageWithClients(storage.NewUserStore(there.URL), clients), nil, false)
		var err error
		if c.Identity, err = identity.New(there.URL, client, secret, c.Now); err != nil {
			t.Fatal(err)
		}
	}
}

func TestStaffSignInWithTheirOfficeAccountAndStrangersDoNot(t *testing.T) {
	t.Parallel()
	h := open(t, known, singleSignOn(t))
	person := h.employ(t, "Sri", portal.Editor)
	h.write(t, "update staff set email = 'test-user@zitadel.ch' where id = $1", person.ID)
	here, stranger := h.newReader(t, phone), h.newReader(t, desk)
	here.withoutScripts()
	elsewhere := `main a[href^="` + view.SignInElsewhere.In(i18n.ID) + `"]`
	prove := func(b *tab, name string) int {
		b.press(elsewhere)
		b.fill("#username", name)
		b.fill("#password", "verysecure")
		return b.tryPress("form button")
	}

	changes := view.Admin(i18n.ID, "changes")
	here.open(changes)
	if status := prove(here, "test-user@127.0.0.1"); status != http.StatusOK || here.address() != changes {
		t.Errorf("the office account leads to %s, which answers %d", here.address(), status)
	}
	here.fits()
	here.open(view.Admin(i18n.ID, "security"))

	stranger.open(view.SignIn.In(i18n.ID))
	if status := prove(stranger, "test-user2"); status != http.StatusForbidden {
		t.Errorf("an account of nobody here is answered with %d", status)
	}
	stranger.reads("main", i18n.ID.T("sign_in.elsewhere_stranger"))
	stranger.accessible([]look{{phone, "dark"}})
	stranger.open(view.Admin(i18n.ID))
	if at := stranger.path(); at != view.SignIn.In(i18n.ID) {
		t.Errorf("a stranger is at %s", at)
	}
}
