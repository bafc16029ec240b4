// Package identity asks a provider of OpenID Connect who somebody is: the single sign-on of a city.
//
// Here belong the address of the provider, the way to it and back, and what makes its answer worth believing. What does not belong
// here: who may come in, sessions and cookies (package auth), words for readers. No error repeats a token, a code or the secret.
package identity

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// patience is how long the provider may take for one answer.
const patience = 10 * time.Second

// ErrRefused says that what came back is not worth believing: it belongs to another attempt, reader or time, or was not made for us.
var ErrRefused = errors.New("the answer of the identity provider is refused")

// ErrAway says that the provider could not be asked.
var ErrAway = errors.New("the identity provider does not answer")

// Provider is a provider of OpenID Connect as this site is registered with it.
type Provider struct {
	issuer, client, secret string
	claim                  string
	now                    func() time.Time
	http                   *http.Client

	mu    sync.Mutex
	known *oidc.Provider // what it says of itself, once it was asked
}

// New returns the provider of an issuer, an https address (http on this machine itself), with the name and secret of this site there.
// It speaks with nobody yet, so that the site starts while the provider is away.
func New(issuer, client, secret string, now func() time.Time) (*Provider, error) {
	u, err := url.Parse(issuer)
	local := err == nil && u.Scheme == "http" && (u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1" || u.Hostname() == "::1")
	switch {
	case err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || u.Scheme != "https" && !local:
		return nil, errors.New("the issuer must be an https address")
	case client == "" || secret == "":
		return nil, errors.New("the client and its secret are both needed")
	}
	return &Provider{issuer: issuer, client: client, secret: secret, now: now, http: &http.Client{Timeout: patience}}, nil
}

// Reading makes the provider tell the values of a claim of its tokens, too.
func (p *Provider) Reading(claim string) *Provider {
	p.claim = claim
	return p
}

// Attempt is one sign-in on its way. The browser that began it keeps it until it comes back; nobody else may know it.
type Attempt struct {
	State    string // the answer must belong to this attempt (RFC 6749, 10.12)
	Nonce    string // and the token to it (OpenID Connect Core, 3.1.2.1)
	Verifier string // and whoever brings the code must be who asked for it (RFC 7636)
}

// Begin returns the address at the provider where a reader proves who they are, and the attempt to be kept. The reader comes back to
// our address back.
func (p *Provider) Begin(ctx context.Context, back string) (address string, a Attempt, err error) {
	config, _, err := p.ask(ctx, back)
	if err != nil {
		return "", a, err
	}
	a = Attempt{State: oauth2.GenerateVerifier(), Nonce: oauth2.GenerateVerifier(), Verifier: oauth2.GenerateVerifier()}
	return config.AuthCodeURL(a.State, oidc.Nonce(a.Nonce), oauth2.S256ChallengeOption(a.Verifier)), a, nil
}

// Finish takes what the reader brought back and returns what the provider says of them. Otherwise it is ErrRefused or ErrAway.
func (p *Provider) Finish(ctx context.Context, back string, a Attempt, answer url.Values) (says Says, err error) {
	if a.State == "" || subtle.ConstantTimeCompare([]byte(a.State), []byte(answer.Get("state"))) != 1 {
		return Says{}, fmt.Errorf("%w: its state is of no attempt of this browser", ErrRefused)
	}
	if answer.Get("code") == "" {
		return Says{}, fmt.Errorf("%w: it holds no code", ErrRefused)
	}
	config, known, err := p.ask(ctx, back)
	if err != nil {
		return Says{}, err
	}
	token, err := config.Exchange(oidc.ClientContext(ctx, p.http), answer.Get("code"), oauth2.VerifierOption(a.Verifier))
	if err != nil {
		if refused, ok := errors.AsType[*oauth2.RetrieveError](err); ok && refused.Response.StatusCode < http.StatusInternalServerError {
			return Says{}, fmt.Errorf("%w: the code was not taken", ErrRefused)
		}
		return Says{}, fmt.Errorf("%w: no token for the code", ErrAway)
	}
	return p.believe(ctx, known, a, token)
}

// said is what a provider says of somebody, in the token of the sign-in or when it is asked with the access token.
type said struct {
	Email    string `json:"email"`
	Verified bool   `json:"email_verified"`
	Party    string `json:"azp"`
}

// believe checks a token: signature, issuer, audience and time as go-oidc does, then what it leaves to us.
func (p *Provider) believe(ctx context.Context, known *oidc.Provider, a Attempt, granted *oauth2.Token) (Says, error) {
	raw, _ := granted.Extra("id_token").(string)
	token, err := known.Verifier(&oidc.Config{ClientID: p.client, Now: p.now}).Verify(ctx, raw)
	if err != nil {
		return Says{}, fmt.Errorf("%w: %s", ErrRefused, reason(err))
	}
	var says said
	var claims map[string]any
	switch err := errors.Join(token.Claims(&says), token.Claims(&claims)); {
	case err != nil:
		return Says{}, fmt.Errorf("%w: its claims cannot be read", ErrRefused)
	case subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(a.Nonce)) != 1:
		return Says{}, fmt.Errorf("%w: its nonce is of another attempt", ErrRefused)
	case says.Party != "" && says.Party != p.client, len(token.Audience) > 1 && says.Party == "":
		return Says{}, fmt.Errorf("%w: it was made for another party", ErrRefused)
	}
	if says.Email == "" {
		if err := p.inquire(ctx, known, token.Subject, granted, &says, claims); err != nil {
			return Says{}, err
		}
	}
	if says.Email == "" || !says.Verified {
		return Says{}, fmt.Errorf("%w: it names no verified email address", ErrRefused)
	}
	return Says{Email: says.Email, Parts: parts(claims, p.claim)}, nil
}

// inquire asks the provider for what its token leaves out: where an access token is given, the standard has the email told to who asks
// for it with that one (OpenID Connect Core, 5.3 and 5.4). The answer must be about the same person.
func (p *Provider) inquire(ctx context.Context, known *oidc.Provider, subject string, granted *oauth2.Token, says *said, claims map[string]any) error {
	info, err := known.UserInfo(oidc.ClientContext(ctx, p.http), oauth2.StaticTokenSource(granted))
	if err != nil {
		return fmt.Errorf("%w: its token names no email address, and it tells none when asked", ErrRefused)
	}
	var more map[string]any
	switch err := info.Claims(&more); {
	case err != nil:
		return fmt.Errorf("%w: what it tells of the person cannot be read", ErrRefused)
	case info.Subject != subject:
		return fmt.Errorf("%w: it tells of another person than its token", ErrRefused)
	}
	says.Email, says.Verified = info.Email, info.EmailVerified
	for name, value := range more {
		if _, there := claims[name]; !there {
			claims[name] = value
		}
	}
	return nil
}

// reason tells why a token was not believed, without repeating any of it.
func reason(err error) string {
	if _, expired := errors.AsType[*oidc.TokenExpiredError](err); expired {
		return "its token has expired"
	}
	return "its token is not signed by the issuer for this client"
}

// ask learns what the provider says of itself, once, and returns the way to it.
func (p *Provider) ask(ctx context.Context, back string) (*oauth2.Config, *oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil {
		known, err := oidc.NewProvider(oidc.ClientContext(ctx, p.http), p.issuer)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: its description at the issuer cannot be read", ErrAway)
		}
		p.known = known
	}
	return &oauth2.Config{
		ClientID: p.client, ClientSecret: p.secret, Endpoint: p.known.Endpoint(), RedirectURL: back,
		Scopes: []string{oidc.ScopeOpenID, "email"},
	}, p.known, nil
}
