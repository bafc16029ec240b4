// Package link asks other sites whether an address still answers, as a polite guest: one question at a time with a pause between those
// to one host, never where the site's robots.txt shuts the way, with a name by which we can be reached, and never into networks that
// are not public.
//
// What does not belong here: which addresses are asked and when, and what becomes of the answers.
package link

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"
)

// Checker is how addresses are asked.
type Checker struct {
	Agent   string        // who asks, and where they can be reached
	Pause   time.Duration // between questions to one host; 0 for the usual one
	Timeout time.Duration // of one question; 0 for the usual one
	Guard   Guard         // which places may be asked; nil for Public
}

// Limits of one question.
const (
	usualPause   = 3 * time.Second
	usualTimeout = 15 * time.Second
	mostHops     = 5
	mostBytes    = 64 << 10 // of a body; nobody reads it
	mostHeader   = 64 << 10
)

// Answer is what came of asking for an address.
type Answer struct {
	Status  int  // of the last answer (RFC 9110); 0 = none came
	Robots  bool // the site does not want programs there, so that it was not asked
	Private bool // the address leads into a network that is not public, or is none for the web, so that it was not asked
}

// Errors that mean that nobody was asked.
var (
	errRobots  = errors.New("robots.txt shuts the way")
	errPrivate = errors.New("the address leads to no public place of the web")
)

// Round is one round of questions, which remembers what sites allow and when they were last asked. It asks one at a time.
type Round struct {
	checker Checker
	client  *http.Client
	rules   map[string]rules // by scheme and host
	asked   map[string]time.Time
}

// Begin begins a round.
func (c Checker) Begin() *Round {
	return &Round{checker: c, client: c.client(), rules: map[string]rules{}, asked: map[string]time.Time{}}
}

// Check asks whether an address answers: by HEAD, and where that brings no good answer by GET, since some sites know only that.
func (r *Round) Check(ctx context.Context, address string) Answer {
	status, err := r.follow(ctx, http.MethodHead, address)
	if !turnedAway(err) && (err != nil || status >= http.StatusMultipleChoices) {
		if got, again := r.follow(ctx, http.MethodGet, address); again == nil || turnedAway(again) {
			status, err = got, again
		}
	}
	return Answer{Status: status, Robots: errors.Is(err, errRobots), Private: errors.Is(err, errPrivate)}
}

// turnedAway tells whether an error comes from our own rules, so that another way of asking would not help.
func turnedAway(err error) bool { return errors.Is(err, errRobots) || errors.Is(err, errPrivate) }

// follow asks for an address and for those that it leads on to; each must be open to us by itself.
func (r *Round) follow(ctx context.Context, method, address string) (status int, err error) {
	for range mostHops + 1 {
		at, err := webAddress(address)
		if err != nil {
			return 0, err
		}
		allowed, err := r.rulesOf(ctx, at)
		if err != nil {
			return 0, err
		}
		if !allowed.open(at) {
			return 0, errRobots
		}
		next := ""
		if status, next, _, err = r.ask(ctx, method, at, allowed.delay, 0); err != nil || next == "" {
			return status, err
		}
		address = next
	}
	return status, nil // of a redirect that leads nowhere
}

// webAddress reads an address that may be asked for: of the web, without a name and password in it.
func webAddress(s string) (*url.URL, error) {
	at, err := url.Parse(s)
	if err != nil || at.Scheme != "https" && at.Scheme != "http" || at.Hostname() == "" || at.User != nil {
		return nil, errPrivate
	}
	at.Fragment = ""
	return at, nil
}

// ask asks one question after the pause that its host may expect, and reads at most so many bytes of the answer. Next is where a
// redirect leads.
func (r *Round) ask(ctx context.Context, method string, at *url.URL, pause time.Duration, most int64) (status int, next string, body []byte, err error) {
	if err := r.wait(ctx, at.Host, max(pause, cmp.Or(r.checker.Pause, usualPause))); err != nil {
		return 0, "", nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(r.checker.Timeout, usualTimeout))
	defer cancel()
	q, err := http.NewRequestWithContext(ctx, method, at.String(), nil)
	if err != nil {
		return 0, "", nil, errPrivate
	}
	q.Header.Set("User-Agent", r.checker.Agent)
	q.Header.Set("Accept", "*/*")
	answer, err := r.client.Do(q)
	if err != nil {
		return 0, "", nil, err
	}
	defer answer.Body.Close()
	if body, err = io.ReadAll(io.LimitReader(answer.Body, max(most, mostBytes))); err != nil && most > 0 {
		return 0, "", nil, err
	}
	if to, err := answer.Location(); err == nil && answer.StatusCode/100 == 3 {
		next = to.String()
	}
	return answer.StatusCode, next, body, nil
}

// wait waits until a host may be asked again.
func (r *Round) wait(ctx context.Context, host string, pause time.Duration) error {
	if last, asked := r.asked[host]; asked {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause - time.Since(last)):
		}
	}
	r.asked[host] = time.Now()
	return nil
}
