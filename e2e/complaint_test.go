package e2e

import (
	"fmt"
	"net/http"
	"slices"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// complaints are what the browser finds wrong on pages: scripts that fail, rules of security broken, parts that are missing.
type complaints struct {
	mu    sync.Mutex
	words []string
	borne []int64 // statuses that the test itself brings about
}

// bear lets scripts be answered with some statuses.
func (c *complaints) bear(statuses ...int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.borne = statuses
}

func (c *complaints) bears(status int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Contains(c.borne, status)
}

func (c *complaints) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		c.add("exception: %s", e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			c.add("console: %v", e.Args)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			c.add("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventResponseReceived:
		if e.Type != network.ResourceTypeDocument && e.Response.Status >= http.StatusBadRequest && !c.bears(e.Response.Status) {
			c.add("%s answers %d", e.Response.URL, e.Response.Status)
		}
	case *network.EventLoadingFailed:
		if e.Type != network.ResourceTypeDocument && !e.Canceled {
			c.add("%s not loaded: %s %s", e.Type, e.ErrorText, e.BlockedReason)
		}
	}
}

func (c *complaints) add(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.words = append(c.words, fmt.Sprintf(format, args...))
}

func (c *complaints) all() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.words
}
