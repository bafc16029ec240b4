package chaos

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// longest is how long an answer may take.
const longest = 5 * time.Second

// writer is somebody who writes, remembers what they were told is done, and sends a form again whose fate they never heard.
type writer struct {
	t      *testing.T
	name   string
	base   string
	client *http.Client

	done      atomic.Int64 // records that were told to be published
	told      []string     // their addresses
	begun     int
	refused   int           // answers that there is no database
	longest   time.Duration // that an answer took
	breakable bool          // whether the way to the program itself may break
}

// answer is what came back.
type answer struct {
	status int
	to     string // where it leads
	body   string
}

// errGone is that no answer came.
var errGone = errors.New("no answer")

func newWriter(t *testing.T, name, base string) *writer {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{t: t, name: name, base: base, client: &http.Client{
		Jar: jar, Timeout: 2 * longest,
		Transport:     &http.Transport{MaxIdleConnsPerHost: 4},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	t.Cleanup(w.client.CloseIdleConnections)
	a, err := w.post("/masuk", url.Values{"email": {email}, "password": {password}})
	if err != nil || a.status != http.StatusSeeOther {
		t.Fatalf("sign in: %d, %v", a.status, err)
	}
	return w
}

func (w *writer) get(path string) (answer, error) { return w.ask(http.MethodGet, path, nil) }

func (w *writer) post(path string, form url.Values) (answer, error) {
	return w.ask(http.MethodPost, path, strings.NewReader(form.Encode()))
}

// ask asks once. A fault of the site and an answer that takes too long fail the test; a database that is away is errGone.
func (w *writer) ask(method, path string, body io.Reader) (answer, error) {
	r, err := http.NewRequest(method, w.base+path, body)
	if err != nil {
		return answer{}, err
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	begun := time.Now()
	a, err := w.send(r)
	took := time.Since(begun)
	w.longest = max(w.longest, took)
	switch {
	case took > longest:
		w.t.Errorf("%s: %s %s took %v (%v)", w.name, method, path, took, err)
	case err != nil && !w.breakable:
		w.t.Errorf("%s: %s %s: %v", w.name, method, path, err)
	case err == nil && a.status == http.StatusInternalServerError:
		w.t.Errorf("%s: %s %s is answered with a fault of ours", w.name, method, path)
	}
	if err != nil || a.status == http.StatusServiceUnavailable {
		w.refused++
		return a, errGone
	}
	return a, nil
}

func (w *writer) send(r *http.Request) (answer, error) {
	r2, err := w.client.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer r2.Body.Close()
	body, err := io.ReadAll(r2.Body)
	if r2.StatusCode == http.StatusServiceUnavailable && r2.Header.Get("Retry-After") == "" {
		w.t.Errorf("%s: %s does not say when to try again", w.name, r.URL.Path)
	}
	return answer{r2.StatusCode, r2.Header.Get("Location"), string(body)}, err
}

// pause is how long somebody waits before they try again.
const pause = 50 * time.Millisecond

// until asks again and again until there is an answer, or ctx ends.
func until(ctx context.Context, ask func() (answer, error)) (answer, error) {
	for {
		a, err := ask()
		if err == nil {
			return a, nil
		}
		select {
		case <-ctx.Done():
			return a, ctx.Err()
		case <-time.After(pause):
		}
	}
}

// publish writes one new source and publishes it. It returns false where ctx ended first.
func (w *writer) publish(ctx context.Context) bool {
	w.begun++
	slug := fmt.Sprintf("%s-%d", w.name, w.begun)
	page, err := until(ctx, func() (answer, error) { return w.get("/admin/sources/new") })
	if err != nil {
		return false
	}
	action, form := w.form(page, "form#answers")
	form.Set("title", "Surat "+slug)
	form.Set("slug", slug)
	form.Set("publisher", "Kota Bandung")
	form.Set("reason", "uji")
	form.Set("do", "submit")
	sent, err := until(ctx, func() (answer, error) { return w.post(action, form) })
	if err != nil {
		return false
	}
	if sent.status != http.StatusSeeOther {
		w.t.Errorf("%s: the form of %s is answered with %d", w.name, slug, sent.status)
		return true
	}
	change, _, _ := strings.Cut(sent.to, "?")
	page, err = until(ctx, func() (answer, error) { return w.get(change) })
	if err != nil {
		return false
	}
	action, form = w.form(page, `form[action$="/decide"]`)
	form.Set("verdict", "apply")
	decided, err := until(ctx, func() (answer, error) { return w.post(action, form) })
	if err != nil {
		return false
	}
	switch decided.status {
	case http.StatusSeeOther, http.StatusConflict: // a conflict tells one who never heard the answer that it was decided
		w.told = append(w.told, slug)
		w.done.Add(1)
	default:
		w.t.Errorf("%s: the decision on %s is answered with %d", w.name, slug, decided.status)
	}
	return true
}

// form are the answers that a form holds, and where it goes.
func (w *writer) form(a answer, selector string) (action string, form url.Values) {
	page, err := goquery.NewDocumentFromReader(strings.NewReader(a.body))
	if err != nil {
		w.t.Error(err)
		return "", url.Values{}
	}
	found, form := page.Find(selector).First(), url.Values{}
	if found.Length() == 0 {
		w.t.Errorf("%s: status %d, and no %s: %s", w.name, a.status, selector, strings.Join(strings.Fields(page.Find("main").Text()), " "))
	}
	found.Find("input[type=hidden], input:not([type]), textarea").Each(func(_ int, s *goquery.Selection) {
		if name := s.AttrOr("name", ""); name != "" {
			form.Add(name, s.AttrOr("value", s.Text()))
		}
	})
	found.Find("select").Each(func(_ int, s *goquery.Selection) {
		form.Add(s.AttrOr("name", ""), s.Find("option[selected]").AttrOr("value", ""))
	})
	return found.AttrOr("action", ""), form
}

// crew are several writers at work.
type crew struct {
	t       *testing.T
	writers []*writer
	stop    context.CancelFunc
	ended   sync.WaitGroup
}

// newCrew has some people write until finish.
func newCrew(t *testing.T, name string, bases ...string) *crew {
	t.Helper()
	const size = 4
	ctx, stop := context.WithCancel(t.Context())
	c := &crew{t: t, stop: stop}
	for i := range size {
		w := newWriter(t, fmt.Sprintf("%s-%c", name, 'a'+i), bases[i%len(bases)])
		c.writers = append(c.writers, w)
	}
	for _, w := range c.writers {
		c.ended.Go(func() {
			for w.publish(ctx) {
				if ctx.Err() != nil {
					return
				}
			}
		})
	}
	t.Cleanup(stop)
	return c
}

// breakable says that the way to the program itself may break from now on.
func (c *crew) breakable() *crew {
	for _, w := range c.writers {
		w.breakable = true
	}
	return c
}

// patience is how long it may take until everybody has written something again.
const patience = 30 * time.Second

// allWrite waits until everybody has published something after now, and returns how long that took.
func (c *crew) allWrite() time.Duration {
	c.t.Helper()
	begun := time.Now()
	for _, w := range c.writers {
		for before := w.done.Load(); w.done.Load() < before+2; { // the first may have been under way
			if time.Since(begun) > patience {
				c.t.Fatalf("%s wrote nothing for %v", w.name, patience)
			}
			time.Sleep(pause / 5)
		}
	}
	return time.Since(begun)
}

// finish ends the writing and compares: what was told is there, and nothing is there twice.
func (c *crew) finish(d *database) {
	c.t.Helper()
	c.stop()
	c.ended.Wait()
	told, refused, longest := 0, 0, time.Duration(0)
	for _, w := range c.writers {
		told, refused, longest = told+len(w.told), refused+w.refused, max(longest, w.longest)
		for _, slug := range w.told {
			if n := d.number("select count(*) from sources where slug = $1 and version = 1", slug); n != 1 {
				c.t.Errorf("%s was told to be published, and is there %d times", slug, n)
			}
			if n := d.number("select count(*) from changes where title = $1", "Surat "+slug); n != 1 {
				c.t.Errorf("of %s there are %d changes", slug, n)
			}
		}
	}
	c.t.Logf("%d records published and compared, %d answers to try again, the longest answer took %v", told, refused, longest.Round(time.Millisecond))
}
