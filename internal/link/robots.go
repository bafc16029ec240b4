package link

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
)

// robotsBytes is how much of a robots.txt is read, as RFC 9309 asks for at least.
const robotsBytes = 500 << 10

// longestDelay is the longest pause that a site gets by asking for it.
const longestDelay = 20 * time.Second

// rules are what a site wants of programs like this one.
type rules struct {
	group *robotstxt.Group // nil where everything is open
	shut  bool
	delay time.Duration
}

// open tells whether an address may be asked for.
func (r rules) open(at *url.URL) bool {
	return !r.shut && (r.group == nil || r.group.Test(at.RequestURI()))
}

// rulesOf reads what the site of an address wants, once in a round. A site that cannot be reached is an error; one whose rules are
// out of order for now is left alone, as RFC 9309 has it.
func (r *Round) rulesOf(ctx context.Context, at *url.URL) (found rules, err error) {
	site := at.Scheme + "://" + at.Host
	if found, known := r.rules[site]; known {
		return found, nil
	}
	address := site + "/robots.txt"
	for range mostHops {
		to, err := webAddress(address)
		if err != nil {
			break // a redirect out of the web: there are no rules
		}
		status, next, body, err := r.ask(ctx, http.MethodGet, to, 0, robotsBytes)
		if err != nil {
			return rules{}, err
		}
		if next == "" {
			found = r.read(status, body)
			break
		}
		address = next
	}
	r.rules[site] = found
	return found, nil
}

func (r *Round) read(status int, body []byte) rules {
	if status >= http.StatusInternalServerError {
		return rules{shut: true}
	}
	data, err := robotstxt.FromStatusAndBytes(status, body)
	if err != nil {
		return rules{} // it says nothing that can be understood
	}
	group := data.FindGroup(r.checker.Agent)
	if group == nil {
		return rules{}
	}
	return rules{group: group, delay: min(group.CrawlDelay, longestDelay)}
}
