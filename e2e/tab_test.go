package e2e

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// tab is one tab of a browser, whose reader notices everything that goes wrong in it.
type tab struct {
	t     *testing.T
	ctx   context.Context
	house house
	width int
	theme string
	plain bool // it runs no scripts
	wrong *complaints
}

// newReader opens a tab in a browser that nobody has used before.
func (h house) newReader(t *testing.T, width int) *tab {
	t.Helper()
	return newTab(t, h, width, browser(t), chromedp.WithNewBrowserContext())
}

// another opens a second tab of the same reader.
func (b *tab) another() *tab {
	b.t.Helper()
	return newTab(b.t, b.house, b.width, b.ctx)
}

func newTab(t *testing.T, h house, width int, parent context.Context, options ...chromedp.ContextOption) *tab {
	t.Helper()
	b := &tab{t: t, house: h, wrong: &complaints{}}
	ctx, cancel := chromedp.NewContext(parent, append(options, chromedp.WithListener(b.wrong.hear))...)
	b.ctx = ctx
	t.Cleanup(func() {
		cancel()
		for _, words := range b.wrong.all() {
			t.Errorf("the browser complains: %s", words)
		}
	})
	if err := chromedp.Do(ctx); err != nil { // opens the tab, which lives as long as this context
		t.Fatal(err)
	}
	b.resize(width)
	b.see("light")
	return b
}

// do runs steps that stay on the page.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatalf("on %s: %v", b.address(), err)
	}
}

// ask runs an action and returns what it finds.
func ask[T any](b *tab, action chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	found, err := chromedp.Run(ctx, action)
	if err != nil {
		b.t.Fatalf("on %s: %v", b.address(), err)
	}
	return found
}

// eval returns the value of an expression on the page, or of the promise that it is.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	return ask(b, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// leave runs steps that lead to another page, and returns the status of that page once it is there.
func (b *tab) leave(steps ...chromedp.Action[chromedp.Void]) int {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	response, err := chromedp.RunResponse(ctx, steps...)
	if err != nil {
		b.t.Fatalf("leaving %s: %v", b.address(), err)
	}
	b.picture()
	return int(response.Status)
}

// open types an address of the site; whatever answers must be a page of ours.
func (b *tab) open(path string) {
	b.t.Helper()
	if status := b.tryOpen(path); status != http.StatusOK {
		b.t.Fatalf("%s answers %d", path, status)
	}
}

func (b *tab) tryOpen(path string) int {
	b.t.Helper()
	return b.leave(chromedp.Navigate(b.house.url + path))
}

// press clicks on what leads to another page, which must be there.
func (b *tab) press(selector string) {
	b.t.Helper()
	if status := b.tryPress(selector); status != http.StatusOK {
		b.t.Fatalf("%s leads to %s, which answers %d", selector, b.address(), status)
	}
}

func (b *tab) tryPress(selector string) int {
	b.t.Helper()
	b.middle(selector)
	return b.leave(chromedp.Click(chromedp.CSS(selector)))
}

// fill types into a field in place of what stands there.
func (b *tab) fill(selector, words string) {
	b.t.Helper()
	field := chromedp.CSS(selector)
	b.do(chromedp.Clear(field), chromedp.Focus(field), call(input.InsertText, input.InsertTextParams{Text: words}))
}

// tick clicks on a box or a choice, which stays on the page.
func (b *tab) tick(selector string) {
	b.t.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}

// middle brings an element to the middle of the screen, as people do before they press on it: what sticks to the foot may lie over it.
func (b *tab) middle(selector string) {
	b.t.Helper()
	eval[bool](b, fmt.Sprintf(`document.querySelector(%q)?.scrollIntoView({block: "center", behavior: "instant"}), true`, selector))
}

// add types into a field behind what stands there.
func (b *tab) add(selector, words string) {
	b.t.Helper()
	b.do(chromedp.Focus(chromedp.CSS(selector)), call(input.InsertText, input.InsertTextParams{Text: words}))
}

// call is a command of the browser as an action.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// value is what a field holds.
func (b *tab) value(selector string) string {
	b.t.Helper()
	return ask(b, chromedp.Value(chromedp.CSS(selector)))
}

// words are those of the first element that can be seen, with single spaces.
func (b *tab) words(selector string) string {
	b.t.Helper()
	return strings.Join(strings.Fields(ask(b, chromedp.Text(chromedp.CSS(selector)))), " ")
}

// reads fails unless all the words stand in the element.
func (b *tab) reads(selector string, all ...string) {
	b.t.Helper()
	found := b.words(selector)
	for _, words := range all {
		if !strings.Contains(found, words) {
			b.t.Errorf("%s on %s does not say %q but: %s", selector, b.address(), words, found)
		}
	}
}

// count is how many elements there are.
func (b *tab) count(selector string) int {
	b.t.Helper()
	return eval[int](b, fmt.Sprintf("document.querySelectorAll(%q).length", selector))
}

// address is where the tab is, without the host.
func (b *tab) address() string {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	at, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		return err.Error()
	}
	return strings.TrimPrefix(at, b.house.url)
}

// path is the address without what follows a question mark.
func (b *tab) path() string {
	path, _, _ := strings.Cut(b.address(), "?")
	return path
}
