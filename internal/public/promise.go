package public

import (
	"cmp"
	"context"
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
	sh, list, err := s.promiseList(r)
	if err != nil {
		return err
	}
	part := list.partOfList(r.URL.Query())
	lines, err := s.promised(r.Context(), sh, list.ties, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.PromisesView(sh.promisesPage(list, part, lines)))
}

// promiseList narrows all promises by what a request asks for: the one that is due first at the head.
func (s Site) promiseList(r *http.Request) (*sheet, drawn, error) {
	sh, ix, lines, err := s.beginList(r, store.PromiseList)
	if err != nil {
		return nil, drawn{}, err
	}
	return sh, lines.draw(ix, sh.promiseFacets(lines, ix, r.URL.Query()), r.URL.Query()), nil
}

// promised are some promises as lines of the list, of which the sheet learns the evidence.
func (s Site) promised(ctx context.Context, sh *sheet, ix *tieIndex, ids []int64) ([]promised, error) {
	shown, err := s.Store.Promises.Shown(ctx, ids)
	sh.learnAround(shown.Around)
	lines := make([]promised, len(shown.Records))
	for i, u := range shown.Records {
		paper := shown.Papers[u.AgreementID]
		lines[i] = promised{ix.city(paper.CityID), paper, u}
	}
	return lines, err
}

func (sh *sheet) promisesPage(list drawn, part paged[int64], lines []promised) view.PromisesPage {
	title, here := sh.t("promises.title"), view.Promises.In(sh.lang)
	total, overdue := sh.number(list.all), sh.number(list.index.count("due", dueOver))
	p := view.PromisesPage{
		Page:    sh.page(view.Promises, view.Agreements, title, sh.t("promises.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("promises.lead", total, overdue)}},
		Filters: list.filters(sh, here),
		Nothing: list.nothing(sh, here, list.found),
		Pages:   part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex, p.Page.File = list.strange(), sh.csvLink(view.Promises, list.query())
	for _, line := range lines {
		p.Rows = append(p.Rows, sh.promiseRow(line))
	}
	p.Sources = sh.list()
	return p
}

// promisesOf lists the promises of some ties, the one that is due first at the head.
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
	portal.Sort(lines, func(a, b promised) int {
		return cmp.Or(byAge(a.promise.DueOn, b.promise.DueOn), cmp.Compare(a.promise.ID, b.promise.ID))
	})
	return lines
}

// dueFirst puts the promise that is due first at the head.
func dueFirst(a, b *store.Line, _ *tieIndex) int { return byAge(a.On, b.On) }

const (
	stateUnknown = "unknown" // of a promise, as the query says it
	dueOver      = "overdue"
)

func stateWord(state string) string { return cmp.Or(state, stateUnknown) }

// overdueWord tells of a promise that it is overdue on the day of the index.
func overdueWord(l *store.Line, ix *tieIndex) []string {
	if (portal.Promise{DueOn: l.On, State: portal.PromiseState(l.Says[0])}).Overdue(ix.at) {
		return []string{dueOver}
	}
	return nil
}

// promiseFacets are the ways to narrow the list of promises.
func (sh *sheet) promiseFacets(lines *lineIndex, ix *tieIndex, q url.Values) []facet[store.Line] {
	var states []facetChoice
	for _, state := range portal.PromiseStates {
		states = append(states, facetChoice{stateWord(string(state)), sh.promiseState(state)})
	}
	return []facet[store.Line]{
		{name: "partner", label: sh.t("field.agreement.city_id"), choices: sh.partnerChoices(lines, ix, q)},
		{name: "sector", label: sh.t("field.sectors"), choices: sh.sectorChoices(lines)},
		{name: "state", label: sh.t("promises.state"), choices: states},
		{name: "due", label: sh.t("field.due_on"), choices: []facetChoice{{dueOver, sh.t("promises.overdue")}}},
	}
}

// byWord puts each choice once, in the order of the alphabet.
func byWord(choices []facetChoice) []facetChoice {
	once := distinct(choices)
	portal.Sort(once, func(a, b facetChoice) int { return cmp.Compare(a.word, b.word) })
	return once
}

func (sh *sheet) promiseRow(line promised) view.PromiseRow {
	u, of := line.promise, promiseName(line.promise)
	return view.PromiseRow{
		Words:  view.Cited{Text: sh.promiseWords(u), Refs: sh.refs(of)},
		City:   sh.cityLink(line.city),
		Paper:  view.Link{Label: sentence(", ", line.agreement.Title.In(sh.lang), u.Article), URL: view.Agreement.In(sh.lang, line.agreement.Slug)},
		Target: view.Cited{Text: u.Target.In(sh.lang), Refs: sh.refs(of, "target")},
		Due:    view.Cited{Text: cmp.Or(u.DueOn.In(sh.lang), sh.t("unknown")), Refs: sh.refs(of, "due_on")},
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
