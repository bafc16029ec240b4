package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// LinkFault is what was wrong with the answer of an address.
type LinkFault string

// The faults. The first three mean that readers find nothing there; of the others nobody knows, since programs may not look.
const (
	LinkSound       LinkFault = ""
	LinkGone        LinkFault = "gone"        // the site says that there is no such page
	LinkBroken      LinkFault = "broken"      // the site says that something is wrong with it
	LinkUnreachable LinkFault = "unreachable" // no answer came
	LinkRefused     LinkFault = "refused"     // the site shows it to no program
	LinkRobots      LinkFault = "robots"      // the site's robots.txt asks programs to stay away
	LinkPrivate     LinkFault = "private"     // the address leads into no public network
)

// LinkFaultOf is the fault that the status of an answer tells of (RFC 9110); 0 = no answer.
func LinkFaultOf(status int) LinkFault {
	const notFound, gone = 404, 410
	switch {
	case status == 0:
		return LinkUnreachable
	case status >= 200 && status < 300:
		return LinkSound
	case status == notFound || status == gone:
		return LinkGone
	case status >= 400 && status < 500:
		return LinkRefused
	}
	return LinkBroken // also of redirects that lead nowhere
}

func (f LinkFault) failed() bool { return f == LinkGone || f == LinkBroken || f == LinkUnreachable }

// Link is what is known of the address of a source.
type Link struct {
	SourceID     int64
	Slug         string // of the source, as its title and the following
	Title        string
	URL          string
	ArchiveURL   string
	ReadOn       Date // when somebody read it, or when it was published
	Status       int
	Fault        LinkFault
	Failures     int       // in a row
	CheckedAt    time.Time // zero = never
	GoodAt       time.Time // zero = never
	FailingSince time.Time // zero where the last answer was good
}

// failuresUntilDead is how often in a row, on different days, an address fails until it counts as one that no longer answers: sites
// have bad days.
const failuresUntilDead = 3

// Days after which an address is asked for again: one that failed sooner, so that it is known within a week.
const (
	linkDays       = 14
	failedLinkDays = 2
)

// LinkState is where the address of a source stands.
type LinkState string

// The states of an address.
const (
	LinkDead      LinkState = "dead"      // it no longer answers
	LinkFailing   LinkState = "failing"   // it did not answer the last time
	LinkClosed    LinkState = "closed"    // programs may not look
	LinkAnswers   LinkState = "answers"   // it answered well the last time
	LinkUnchecked LinkState = "unchecked" // nobody has asked yet
)

// LinkStates lists the states, what needs a look first.
var LinkStates = []LinkState{LinkDead, LinkFailing, LinkClosed, LinkAnswers, LinkUnchecked}

// State tells where the address stands.
func (k Link) State() LinkState {
	switch {
	case k.CheckedAt.IsZero():
		return LinkUnchecked
	case k.Failures >= failuresUntilDead:
		return LinkDead
	case k.Failures > 0:
		return LinkFailing
	case k.Fault == LinkSound:
		return LinkAnswers
	}
	return LinkClosed
}

// Due tells whether it is time to ask for the address again.
func (k Link) Due(now time.Time) bool {
	days := linkDays
	if k.Failures > 0 {
		days = failedLinkDays
	}
	return k.CheckedAt.IsZero() || !k.CheckedAt.AddDate(0, 0, days).After(now)
}

// Answered is what is known of the address after an answer. What a site keeps from programs says nothing about what readers find, so
// that failures before it stay as they were. Who asks twice on one day counts one failure.
func (k Link) Answered(status int, fault LinkFault, at time.Time) Link {
	before := k.CheckedAt
	k.Status, k.Fault, k.CheckedAt = status, fault, at
	switch {
	case fault == LinkSound:
		k.GoodAt, k.Failures, k.FailingSince = at, 0, time.Time{}
	case fault.failed() && k.Failures == 0:
		k.Failures, k.FailingSince = 1, at
	case fault.failed() && DaysBetween(before, at.In(WIB)) > 0:
		k.Failures++
	}
	return k
}

// archive is where copies of pages of the web are kept by the day; it leads to the copy nearest to a day.
const archive = "https://web.archive.org/web/"

// Archive is the address of a copy of the page as it was when it was last known to be good, or read; empty where the source has one.
// Nobody has looked whether there is a copy.
func (k Link) Archive() string {
	const day = "20060102"
	switch {
	case k.URL == "" || k.ArchiveURL != "":
		return ""
	case !k.GoodAt.IsZero():
		return archive + k.GoodAt.UTC().Format(day) + "/" + k.URL
	case k.ReadOn != "":
		return archive + k.ReadOn.Latest().Format(day) + "/" + k.URL
	}
	return archive + k.URL
}

// deadLinks are the sources whose address no longer answers and that name no copy.
func deadLinks(links []Link) (tasks []Task) {
	for _, k := range links {
		if k.State() != LinkDead || k.ArchiveURL != "" {
			continue
		}
		since := On(k.FailingSince.In(WIB))
		tasks = append(tasks, Task{
			Kind: TaskLink, Urgency: Open, Record: Row{KindSource, k.SourceID}, Title: i18n.Text{ID: k.Title, EN: k.Title}, Since: since,
			Tag: Reason{Key: "choice.link." + string(k.State())}, Why: Reason{Key: "tasks.why.link", Args: []any{since}},
		})
	}
	return tasks
}

// CheckLinks is the work of asking for the addresses of sources whose time has come, CheckLink that of asking for one.
type (
	CheckLinks struct{}
	CheckLink  struct{ SourceID int64 }
)

// Kind is the name of the work in the queue.
func (CheckLinks) Kind() string { return "check_links" }

// Kind is the name of the work in the queue.
func (CheckLink) Kind() string { return "check_link" }
