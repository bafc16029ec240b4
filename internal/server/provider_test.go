package server_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/identity"
	"kotakembar/internal/server"
)

const (
	client       = "kota-kembar"
	clientSecret = "rahasia klien"
)

var providerKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// provider is a provider of OpenID Connect as RFC 6749, RFC 7636 and OpenID Connect Core ask for it, in whose browser one person is
// signed in. Tests change what its tokens say.
type provider struct {
	*httptest.Server
	t     testing.TB
	email string
	key   *rsa.PrivateKey
	spoil func(header, claims map[string]any) // what a token says, before it is signed; may be nil
	asked map[string]url.Values               // by code
}

// openWith opens a site whose staff may also sign in by a provider.
func openWith(t testing.TB, email string) (site, *provider) {
	t.Helper()
	p, settings := newProvider(t, email)
	return open(t, settings), p
}

// newProvider is a provider, and the settings of a site that knows it.
func newProvider(t testing.TB, email string) (*provider, func(*server.Config)) {
	t.Helper()
	key, err := providerKey()
	if err != nil {
		t.Fatal(err)
	}
	p := &provider{t: t, email: email, key: key, asked: map[string]url.Values{}}
	routes := http.NewServeMux()
	routes.HandleFunc("GET /.well-known/openid-configuration", p.describe)
	routes.HandleFunc("GET /keys", p.keys)
	routes.HandleFunc("GET /authorize", p.authorize)
	routes.HandleFunc("POST /token", p.token)
	p.Server = httptest.NewServer(routes)
	t.Cleanup(p.Close)
	return p, func(c *server.Config) {
		c.Identity, err = identity.New(p.URL, client, clientSecret, c.Now)
		if err != nil {
			t.Fatal(err)
		}
	}
}

func (p *provider) say(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		p.t.Error(err)
	}
}

func (p *provider) describe(w http.ResponseWriter, _ *http.Request) {
	p.say(w, http.StatusOK, map[string]any{
		"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
		"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		"id_token_signing_alg_values_supported": []string{"RS256"},
	})
}

func (p *provider) keys(w http.ResponseWriter, _ *http.Request) {
	key, _ := providerKey()
	p.say(w, http.StatusOK, map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256",
		"n": plain(key.N.Bytes()), "e": plain(big.NewInt(int64(key.E)).Bytes()),
	}}})
}

func (p *provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("client_id") != client || q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" {
		p.say(w, http.StatusBadRequest, map[string]string{"error": "invalid_request"})
		return
	}
	code := rand.Text()
	p.asked[code] = q
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+url.Values{"code": {code}, "state": {q.Get("state")}}.Encode(), http.StatusFound)
}

func (p *provider) token(w http.ResponseWriter, r *http.Request) {
	q, known := p.asked[r.PostFormValue("code")]
	delete(p.asked, r.PostFormValue("code"))
	name, secret, _ := r.BasicAuth()
	name, _ = url.QueryUnescape(name)
	secret, _ = url.QueryUnescape(secret)
	challenge := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !known || name != client || secret != clientSecret || q.Get("code_challenge") != plain(challenge[:]) ||
		q.Get("redirect_uri") != r.PostFormValue("redirect_uri") {
		p.say(w, http.StatusBadRequest, map[string]string{"error": "invalid_grant"})
		return
	}
	header := map[string]any{"alg": "RS256", "kid": "1"}
	claims := map[string]any{
		"iss": p.URL, "sub": "17", "aud": client, "exp": time.Now().Add(time.Minute).Unix(), "iat": time.Now().Unix(),
		"nonce": q.Get("nonce"), "email": p.email, "email_verified": true,
	}
	if p.spoil != nil {
		p.spoil(header, claims)
	}
	p.say(w, http.StatusOK, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": p.sign(header, claims)})
}

func (p *provider) sign(header, claims map[string]any) string {
	h, err := json.Marshal(header)
	if err != nil {
		p.t.Error(err)
	}
	c, err := json.Marshal(claims)
	if err != nil {
		p.t.Error(err)
	}
	text := plain(h) + "." + plain(c)
	if header["alg"] == "none" {
		return text + "."
	}
	sum := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, p.key, crypto.SHA256, sum[:])
	if err != nil {
		p.t.Error(err)
	}
	return text + "." + plain(signature)
}

func plain(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// visit goes to the provider by the link at the sign-in and returns the address, without its host, by which it sends the browser back.
func (p *provider) visit(b *browser, link string) string {
	p.t.Helper()
	there := b.get(link).is(http.StatusSeeOther).Header.Get("Location")
	stay := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := stay.Get(there)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	back, err := answer.Location()
	if err != nil {
		p.t.Fatalf("the provider says %s to %s", answer.Status, there)
	}
	if origin := back.Scheme + "://" + back.Host; origin != "https://"+host {
		p.t.Fatalf("the provider leads to %s", origin)
	}
	return back.RequestURI()
}
