package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// promised is one line of the list of promises before it is written.
type promised struct {
	city      portal.City
	agreement portal.Agreement
	promise   portal.Promise
}

func promiseName(u portal.Promise) store.Named {
	return store.Named{Kind: portal.KindPromise, ID: u.ID}
}

func (s Site) promises(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.PromisesView(sh.promisesPage(ties, r.URL.Query())))
}

func (sh *sheet) promisesPage(ties []portal.Tie, q url.Values) view.PromisesPage {
	title, lines := sh.t("promises.title"), promisesOf(ties)
	overdue := 0
	for _, line := range lines {
		if line.promise.Overdue(sh.now) {
			overdue++
		}
	}
	narrow := narrowed(sh.promiseFacets(lines), lines, q)
	kept := narrow.kept("")
	p := view.PromisesPage{
		Page:    sh.page(view.Promises, view.Agreements, title, sh.t("promises.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("promises.lead", sh.number(len(lines)), sh.number(overdue))}},
		Filters: narrow.filters(sh, view.Promises.In(sh.lang)),
		Nothing: narrow.nothing(sh, view.Promises.In(sh.lang), len(kept)),
	}
	p.Page.NoIndex = len(narrow.odd) > 0
	p.Page.Query, p.Page.File = narrow.query(), sh.csvLink(view.Promises, narrow.query())
	for _, line := range kept {
		p.Rows = append(p.Rows, sh.promiseRow(line))
	}
	p.Sources = sh.list()
	return p
}

// promisesOf lists the promises of all ties, the one that is due first at the head.
func promisesOf(ties []portal.Tie) []promised {
	var lines []promised
	for _, t := range ties {
		for _, a := range t.Agreements {
			for _, u := range t.Promises {
				if u.AgreementID == a.ID {
					lines = append(lines, promised{t.City, a, u})
				}
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b promised) int {
		return cmp.Or(byAge(a.promise.DueOn, b.promise.DueOn), cmp.Compare(a.promise.ID, b.promise.ID))
	})
	return lines
}

const (
	stateUnknown = "unknown" // of a promise, as the query says it
	dueOver      = "overdue"
)

// promiseFacets are the ways to narrow the list of promises.
func (sh *sheet) promiseFacets(lines []promised) []facet[promised] {
	var partners, sectors, states []facetChoice
	for _, line := range lines {
		partners = append(partners, facetChoice{line.city.Slug, line.city.Name.In(sh.lang)})
		for _, code := range line.promise.Sectors {
			sectors = append(sectors, facetChoice{code, sh.sectorNames([]string{code})})
		}
	}
	for _, state := range portal.PromiseStates {
		states = append(states, facetChoice{cmp.Or(string(state), stateUnknown), sh.promiseState(state)})
	}
	return []facet[promised]{
		{"partner", sh.t("field.agreement.city_id"), byWord(partners), func(p promised, slug string) bool { return p.city.Slug == slug }},
		{"sector", sh.t("field.sectors"), byWord(sectors), func(p promised, code string) bool { return slices.Contains(p.promise.Sectors, code) }},
		{"state", sh.t("promises.state"), states, func(p promised, state string) bool { return cmp.Or(string(p.promise.State), stateUnknown) == state }},
		{"due", sh.t("field.due_on"), []facetChoice{{dueOver, sh.t("promises.overdue")}},
			func(p promised, _ string) bool { return p.promise.Overdue(sh.now) }},
	}
}

// byWord puts each choice once, in the order of the alphabet.
func byWord(choices []facetChoice) []facetChoice {
	once := distinct(choices)
	slices.SortFunc(once, func(a, b facetChoice) int { return cmp.Compare(a.word, b.word) })
	return once
}

func (sh *sheet) promiseRow(line promised) view.PromiseRow {
	u, of := line.promise, promiseName(line.promise)
	return view.PromiseRow{
		Words:  view.Cited{Text: sh.promiseWords(u), Refs: sh.refs(of)},
		City:   sh.cityLink(line.city),
		Paper:  view.Link{Label: sentence(", ", line.agreement.Title.In(sh.lang), u.Article), URL: view.Agreement.In(sh.lang, line.agreement.Slug)},
		Target: view.Cited{Text: u.Target.In(sh.lang), Refs: sh.refs(of, "target")},
		Due:    view.Cited{Text: cmp.Or(u.DueOn.In(sh.lang), sh.t("promise.no_due")), Refs: sh.refs(of, "due_on")},
		Marks:  sh.promiseTags(u),
	}
}

// promiseEntry is a promise as an entry of a list.
func (sh *sheet) promiseEntry(u portal.Promise) view.Record {
	article, target, asOf, due := u.Article, "", "", sh.t("promise.no_due")
	if u.DueOn != "" {
		due = sh.t("promise.due", u.DueOn.Short(sh.lang))
	}
	if !u.Target.Empty() {
		target = sh.t("promise.target", u.Target.In(sh.lang))
	}
	if u.AsOf != "" {
		asOf = sh.t("promise.as_of", u.AsOf.In(sh.lang))
	}
	if !u.Quoted {
		article = sentence(". ", article, sh.t("promise.reported"))
	}
	return view.Record{
		Date:  due,
		Title: sh.promiseWords(u),
		Text:  view.Cited{Text: sentences(target, asOf, u.Note.In(sh.lang), article), Refs: sh.refs(promiseName(u))},
		Tags:  sh.promiseTags(u),

		Documents: sh.documents(promiseName(u)),
	}
}

// promiseOf is a promise as an entry that leads to its paper.
func (sh *sheet) promiseOf(line promised) view.Record {
	r := sh.promiseEntry(line.promise)
	r.ID = promiseID(line.promise.ID)
	r.URL = view.Agreement.In(sh.lang, line.agreement.Slug)
	return r
}

// promiseWords are what was promised, in quotation marks where the paper says it so.
func (sh *sheet) promiseWords(u portal.Promise) string {
	if u.Quoted {
		return "“" + u.Words.In(sh.lang) + "”"
	}
	return u.Words.In(sh.lang)
}

func (sh *sheet) promiseTags(u portal.Promise) []view.TagValue {
	tones := map[portal.PromiseState]view.Tone{portal.PromiseDelivered: view.ToneOn, portal.PromiseNotStarted: view.ToneLine}
	tags := []view.TagValue{{Tone: cmp.Or(tones[u.State], view.ToneNeutral), Word: sh.promiseState(u.State)}}
	if u.Overdue(sh.now) {
		tags = append(tags, view.TagValue{Tone: view.ToneAlert, Word: sh.t("promises.overdue")})
	}
	of := promiseName(u)
	return slices.Concat(tags, sh.cautions(of, sh.ownOfPromise(u)), sh.evidenceTag(of))
}

func (sh *sheet) promiseState(s portal.PromiseState) string {
	if s == "" {
		return sh.t("promise.unknown")
	}
	return sh.choice("promise.state", string(s))
}

func (sh *sheet) ownOfPromise(u portal.Promise) own {
	return func(field string) string {
		switch baseField(field) {
		case "words":
			return u.Words.In(sh.lang)
		case "target":
			return u.Target.In(sh.lang)
		case "due_on":
			return u.DueOn.In(sh.lang)
		case "state":
			return sh.promiseState(u.State)
		}
		return ""
	}
}
