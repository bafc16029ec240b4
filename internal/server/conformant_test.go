package server_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"

	"kotakembar/internal/i18n"
	"kotakembar/internal/identity"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/web/view"
)

// people are those whom a provider made by others knows.
type people map[string]*storage.User

func (p people) GetUserByID(id string) *storage.User      { return p[id] }
func (p people) GetUserByUsername(n string) *storage.User { return p[n] }
func (p people) ExampleClientID() string                  { return storage.ServiceUserID }

// openWithOthers opens a site whose staff sign in by a provider that was made by others and is certified by the OpenID Foundation. As
// the standard asks, it names the email to who asks for it with the access token, and not in the token of the sign-in.
func openWithOthers(t *testing.T, known people) site {
	t.Helper()
	var provider http.Handler
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { provider.ServeHTTP(w, r) }))
	t.Cleanup(there.Close)
	var back []string
	for _, l := range i18n.Langs {
		back = append(back, "https://"+host+view.SignInBack.In(l))
	}
	clients := map[string]*storage.Client{client: storage.WebClient(client, clientSecret, back...)}
	provider = exampleop.SetupServer(there.URL, storage.NewStorageWithClients(known, clients), nil, false)
	return open(t, func(c *server.Config) {
		var err error
		if c.Identity, err = identity.New(there.URL, client, clientSecret, c.Now); err != nil {
			t.Fatal(err)
		}
	})
}

// provedThere goes to the provider by the link at the sign-in, gives name and password there, and returns the address by which it sends
// the browser back, without its host.
func provedThere(t *testing.T, b *browser, link, name, password string) string {
	t.Helper()
	far := http.Client{CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if r.URL.Host == host {
			return http.ErrUseLastResponse
		}
		return nil
	}}
	asks, err := far.Get(b.get(link).is(http.StatusSeeOther).Header.Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	defer asks.Body.Close()
	page, err := goquery.NewDocumentFromReader(asks.Body)
	if err != nil {
		t.Fatal(err)
	}
	id, asked := page.Find("form input[name=id]").Attr("value")
	if !asked {
		t.Fatalf("the provider says %s: %s", asks.Status, page.Text())
	}
	to, err := asks.Request.URL.Parse(page.Find("form").AttrOr("action", ""))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := far.PostForm(to.String(), url.Values{"id": {id}, "username": {name}, "password": {password}})
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	home, err := answer.Location()
	if err != nil {
		t.Fatalf("the provider says %s and leads nowhere", answer.Status)
	}
	return home.RequestURI()
}

func TestStaffSignInByAProviderThatOthersMade(t *testing.T) {
	t.Parallel()
	s := openWithOthers(t, people{
		"rina":  {ID: "rina", Username: "rina", Password: "kata di sana", Email: rina, EmailVerified: true},
		"dewi":  {ID: "dewi", Username: "dewi", Password: "kata di sana", Email: "dewi@bandung.go.id"},
		"orang": {ID: "orang", Username: "orang", Password: "kata di sana", Email: "orang@lain.example", EmailVerified: true},
	})
	s.person(rina, portal.Editor, nil)
	s.person("dewi@bandung.go.id", portal.Editor, nil)
	b := s.browser()
	back := provedThere(t, b, "/masuk/akun-kantor?next=%2Fadmin%2Fchanges", "rina", "kata di sana")
	b.get(back).is(http.StatusSeeOther).leadsTo("/admin/changes")
	b.get("/admin/changes").is(http.StatusOK)
	b.get(back).is(http.StatusForbidden) // the code is worth one sign-in

	english := s.browser()
	english.get(provedThere(t, english, "/en/sign-in/office-account", "rina", "kata di sana")).is(http.StatusSeeOther).leadsTo("/en/admin")
	for name, why := range map[string]string{"dewi": "whose address nobody has verified", "orang": "who is not staff"} {
		b := s.browser()
		if a := b.get(provedThere(t, b, "/masuk/akun-kantor", name, "kata di sana")); a.StatusCode != http.StatusForbidden {
			t.Errorf("%s, %s, is answered %d", name, why, a.StatusCode)
		}
		b.get("/admin").is(http.StatusSeeOther)
	}
}
