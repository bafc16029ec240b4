// Package public shows the register to citizens, in both languages.
//
// Here belong the routes of the public site and, for each page, the words and sums that its view shows: a handler reads
// the request, asks the store and shows. What does not belong here: SQL, markup, rules of the records, pages of staff.
package public

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/card"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Site is the public face of the register.
type Site struct {
	Store       *store.Store
	Now         func() time.Time
	Files       *media.Store // where files of letters are kept
	ContactDays int          // for which the contact of a letter's sender is kept after the last word
	Mails       bool         // there is a mail server
	Searches    int          // that one address may ask for in a minute; 0 for any number
	Posts       int          // that one address may send in a minute; 0 for any number

	// Within is a site over a state of the register that lasts no longer than a request.
	Within bool

	// The forms of some states of records, filled, and how a record is called: the desks know both.
	Answers func(context.Context, ...form.Subject) ([]form.Form, error)
	Called  func(context.Context, form.Subject) string

	studio    *card.Studio
	indexes   *making[tieIndex]
	registers map[store.List]*register
}

// Ready is the site with what its pages share.
func (s Site) Ready() Site {
	s.studio, s.indexes, s.registers = newStudio(), &making[tieIndex]{within: s.Within}, newRegisters(s.Within)
	return s
}

// Mount puts the pages of a site that is ready on the router, each at its address in each language.
func (s Site) Mount(r chi.Router) {
	searches := r.With(seldom(s.Searches))
	s.mountLetters(r.With(fresh))
	s.mountAlerts(r.With(fresh))
	s.mountQuestionnaires(r.With(fresh))
	s.mountSuggestions(r)
	for _, l := range i18n.Langs {
		page(r, l, view.Home, s.home)
		page(r, l, view.Partners, s.partners)
		page(r, l, view.PartnersCSV, s.partnersCSV)
		page(r, l, view.Partner, s.partner)
		page(r, l, view.Compare, s.compare)
		page(r, l, view.Agreements, s.agreements)
		page(r, l, view.Agreement, s.agreement)
		page(r, l, view.Approvals, s.approvals)
		page(r, l, view.Promises, s.promises)
		page(r, l, view.Programs, s.programs)
		page(r, l, view.Program, s.program)
		s.mountBenefits(r, l)
		page(r, l, view.Activities, s.activities)
		page(r, l, view.ActivitiesCSV, s.activitiesCSV)
		page(r, l, view.Visits, s.visits)
		page(r, l, view.VisitsCSV, s.visitsCSV)
		page(r, l, view.VisitYearsCSV, s.visitYearsCSV)
		page(r, l, view.Opportunities, s.opportunities)
		page(r, l, view.Venues, s.venues)
		page(r, l, view.Sources, s.sources)
		page(r, l, view.Source, s.source)
		page(r, l, view.History, s.history)
		page(r, l, view.Recent, s.recent)
		s.mountFiles(r, l)
		s.mountFeeds(r, l)
		page(r, l, view.Calendar, s.calendar)
		page(r, l, view.Calendar.ICS(), s.calendarFile(false))
		page(r, l, view.PartnerCalendar.ICS(), s.calendarFile(false))
		page(r, l, view.Opportunities.ICS(), s.calendarFile(true))
		page(r, l, view.RecordHistory, s.recordHistory)
		page(searches, l, view.Find, s.search)
		page(r, l, view.About, s.about)
		page(r, l, view.PulseFrame, s.pulseFrame)
		page(r, l, view.PulseImage, s.pulseImage)
		page(r, l, view.Method, s.method)
		page(r, l, view.LegalPath, s.legalPath)
		page(r, l, view.Glossary, s.glossary)
		s.mountCards(r, l)
	}
}

// mountFiles puts lists as files at the addresses of their pages.
func (s Site) mountFiles(r chi.Router, l i18n.Lang) {
	page(r, l, view.Agreements.CSV(), s.agreementsCSV)
	page(r, l, view.Approvals.CSV(), s.approvalsCSV)
	page(r, l, view.Promises.CSV(), s.promisesCSV)
	page(r, l, view.Programs.CSV(), s.programsCSV)
	page(r, l, view.Opportunities.CSV(), s.opportunitiesCSV)
	page(r, l, view.Venues.CSV(), s.venuesCSV)
	page(r, l, view.Missing.CSV(), s.missingCSV)
	page(r, l, view.Sources.CSV(), s.sourcesCSV)
}

// fresh is for pages that show what a citizen has just written.
func fresh(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(store.Fresh(r.Context())))
	})
}

// page answers GET and HEAD in a language. An address that ends with a slash is also reached without it.
func page(r chi.Router, l i18n.Lang, path view.Path, answer respond.Handler) {
	pattern := path.Pattern(l)
	handler := inLanguage(l, followMoves(path, answer))
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		r.Method(method, pattern, handler)
		if bare := strings.TrimSuffix(pattern, "/"); bare != pattern && bare != "" {
			r.Method(method, bare, http.RedirectHandler(pattern, http.StatusMovedPermanently))
		}
	}
}

func inLanguage(l i18n.Lang, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(i18n.With(r.Context(), l)))
	})
}

// followMoves leads from an address that a record had once to the one that it has now.
func followMoves(path view.Path, next respond.Handler) respond.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		err := next(w, r)
		moved, ok := errors.AsType[*store.Moved](err)
		if !ok {
			return err
		}
		http.Redirect(w, r, path.In(i18n.From(r.Context()), moved.Slug), http.StatusMovedPermanently)
		return nil
	}
}

func slug(r *http.Request) string { return chi.URLParam(r, "slug") }
