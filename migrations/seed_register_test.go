package migrations_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// register is everything that the seeds brought, as the program reads it.
type register struct {
	store      *store.Store
	cities     map[string]portal.City
	agreements map[string]portal.Agreement
	programs   map[string]portal.Program
	sources    map[string]portal.Source
	steps      []portal.Step
	approvals  []portal.Approval
	outcomes   []portal.Outcome
	activities []portal.Activity
	promises   []portal.Promise
	venues     []portal.Venue
	mirrors    []portal.Mirror
	cited      map[store.Named][]portal.Cited
	ruled      map[store.Named][]portal.Ruling
}

func readRegister(t *testing.T) register {
	t.Helper()
	s := storetest.New(t)
	r := register{store: s, cited: map[store.Named][]portal.Cited{}}
	r.cities = bySlug(all(t, s.Cities), func(c portal.City) string { return c.Slug })
	r.agreements = bySlug(all(t, s.Agreements), func(a portal.Agreement) string { return a.Slug })
	r.programs = bySlug(all(t, s.Programs), func(p portal.Program) string { return p.Slug })
	r.sources = bySlug(all(t, s.Sources), func(s portal.Source) string { return s.Slug })
	r.steps, r.approvals = all(t, s.Steps), all(t, s.Approvals)
	r.outcomes, r.activities = all(t, s.Outcomes), all(t, s.Activities)
	r.promises, r.venues, r.mirrors = all(t, s.Promises), all(t, s.Venues), all(t, s.Mirrors)
	cited, ruled, err := s.Cited(t.Context(), r.names())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cited {
		of := store.Named{Kind: c.Kind, ID: c.RecordID}
		r.cited[of] = append(r.cited[of], c)
	}
	r.ruled = ruled
	return r
}

func all[R any](t *testing.T, records store.Records[R]) []R {
	t.Helper()
	list, err := records.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func bySlug[R any](list []R, slug func(R) string) map[string]R {
	named := make(map[string]R, len(list))
	for _, r := range list {
		named[slug(r)] = r
	}
	return named
}

// names lists every record that can carry evidence.
func (r register) names() (names []store.Named) {
	add := func(kind portal.Kind, m portal.Meta) { names = append(names, store.Named{Kind: kind, ID: m.ID}) }
	for _, c := range r.cities {
		add(portal.KindCity, c.Meta)
	}
	for _, a := range r.agreements {
		add(portal.KindAgreement, a.Meta)
	}
	for _, p := range r.programs {
		add(portal.KindProgram, p.Meta)
	}
	for _, s := range r.steps {
		add(portal.KindStep, s.Meta)
	}
	for _, a := range r.approvals {
		add(portal.KindApproval, a.Meta)
	}
	for _, o := range r.outcomes {
		add(portal.KindOutcome, o.Meta)
	}
	for _, a := range r.activities {
		add(portal.KindActivity, a.Meta)
	}
	for _, u := range r.promises {
		add(portal.KindPromise, u.Meta)
	}
	for _, v := range r.venues {
		add(portal.KindVenue, v.Meta)
	}
	for _, m := range r.mirrors {
		add(portal.KindMirror, m.Meta)
	}
	return names
}

// of lists the citations of one field by one source.
func (r register) of(record store.Named, field, source string) (of []portal.Cited) {
	for _, c := range r.cited[record] {
		if c.Field == field && c.Source.Slug == slug(source) {
			of = append(of, c)
		}
	}
	return of
}

// supports tells whether a source stands behind the record's own value.
func (r register) supports(record store.Named, field, source string) bool {
	return slices.ContainsFunc(r.of(record, field, source), func(c portal.Cited) bool { return c.Says.Empty() })
}

// says tells whether a source is kept with another value, which contains the words.
func (r register) says(record store.Named, field, source, words string) bool {
	return slices.ContainsFunc(r.of(record, field, source), func(c portal.Cited) bool {
		return c.Says.ID != "" && c.Says.EN != "" && strings.Contains(c.Says.EN, words)
	})
}

// evidence is all that stands behind one record.
func (r register) evidence(record store.Named) portal.Evidence {
	e := portal.Evidence{Rulings: r.ruled[record]}
	for _, c := range r.cited[record] {
		e.Citations = append(e.Citations, c.Citation)
	}
	return e
}

func (r register) hasRuling(record store.Named, field string) bool {
	return slices.ContainsFunc(r.ruled[record], func(ruling portal.Ruling) bool {
		return ruling.Field == field && ruling.Why.ID != "" && ruling.Why.EN != ""
	})
}

// mustCite fails for each source that none of the records cites.
func (r register) mustCite(t *testing.T, what string, sources []string, records ...store.Named) {
	t.Helper()
	for _, source := range sources {
		cites := func(of store.Named) bool {
			return slices.ContainsFunc(r.cited[of], func(c portal.Cited) bool { return c.Source.Slug == slug(source) })
		}
		if !slices.ContainsFunc(records, cites) {
			t.Errorf("%s: source %s is not cited", what, source)
		}
	}
}

// extends tells whether a paper, given by its number, has the other one above it; a renewal is a step of the newer of the two.
func (r register) extends(paper, above int64) bool {
	for _, a := range r.agreements {
		if a.ID == paper {
			return a.ParentID == above
		}
	}
	return false
}

// family is an agreement with its city, steps, approvals and the agreements that extend it.
func (r register) family(a portal.Agreement) []store.Named {
	records := []store.Named{{Kind: portal.KindAgreement, ID: a.ID}, {Kind: portal.KindCity, ID: a.CityID}}
	for _, s := range r.steps {
		if s.AgreementID == a.ID {
			records = append(records, store.Named{Kind: portal.KindStep, ID: s.ID})
		}
	}
	for _, other := range r.agreements {
		if other.ParentID == a.ID {
			records = append(records, store.Named{Kind: portal.KindAgreement, ID: other.ID})
		}
	}
	return records
}

// outcomesOf lists the outcomes of a program.
func (r register) outcomesOf(p portal.Program) (of []portal.Outcome) {
	for _, o := range r.outcomes {
		if o.ProgramID == p.ID {
			of = append(of, o)
		}
	}
	return of
}
