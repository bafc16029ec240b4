package public

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) partner(w http.ResponseWriter, r *http.Request) error {
	sh, home, t, err := s.beginWithTie(r)
	if err != nil {
		return err
	}
	if err := s.nameSectors(r.Context(), sh); err != nil {
		return err
	}
	sh.files = filesOf(t.Documents)
	p := sh.partnerPage(home, t)
	p.Alert = s.alertOffer(sh, "city_id", strconv.FormatInt(t.City.ID, 10))
	return respond.Page(w, r, http.StatusOK, view.PartnerView(p))
}

func (s Site) partnerCard(w http.ResponseWriter, r *http.Request) error {
	sh, home, t, err := s.beginWithTie(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.partnerCardOf(home, t))
}

// beginWithTie starts a page that rests on the tie with one city, which is not the home city.
func (s Site) beginWithTie(r *http.Request) (sh *sheet, home portal.City, t portal.Tie, err error) {
	city, err := s.Store.Cities.BySlug(r.Context(), slug(r))
	if err != nil {
		return nil, home, t, err
	}
	if city.IsHome {
		return nil, home, t, portal.ErrNotFound
	}
	if sh, err = s.begin(r); err != nil {
		return nil, home, t, err
	}
	if home, err = s.Store.Home(r.Context()); err != nil {
		return nil, home, t, err
	}
	ties, rulings, err := s.Store.Ties(r.Context(), []portal.City{city})
	if err != nil {
		return nil, home, t, err
	}
	sh.learnTies(ties, rulings)
	return sh, home, ties[0], nil
}

func (sh *sheet) partnerPage(home portal.City, t portal.Tie) view.PartnerPage {
	name, lead := t.City.Name.In(sh.lang), sh.partnerLead(home, t)
	p := view.PartnerPage{
		Correct: sh.writeAbout(store.Named{Kind: portal.KindCity, ID: t.City.ID}, portal.Correction, portal.Idea),
		Page:    sh.page(view.Partner, view.Partners, name, lead, t.City.Slug),
		Head: view.PageHead{
			Crumbs: sh.crumbs(view.Partners, "nav.partners", name), Title: name,
			Lead: sh.marked(view.Cited{Text: lead, Refs: sh.refs(store.Named{Kind: portal.KindCity, ID: t.City.ID}, "standing")}),
		},
		Native:   native(t.City, name),
		Vitality: sh.vitality(t),
		Rule:     view.Link{Label: sh.ruleLabel(), URL: view.Method.In(sh.lang) + "#" + view.MethodLabels},
		Pulse:    sh.largePulse(t),
		Place: view.Place{
			Home: home.Name.In(sh.lang), City: name, Distance: sh.distance(home, t.City),
			At: sh.mapCity(t.City.Name, t.City.Place()).At, From: sh.mapCity(home.Name, home.Place()).At,
		},
		HasTie: t.City.Standing != portal.NoTie,
	}
	if p.HasTie {
		p.Legal, p.LegalNote = sh.legal(t)
		p.LegalNote = capital(p.LegalNote) + "."
	}
	if t.City.NativeText != "" {
		p.Greeting = view.Foreign{Text: t.City.NativeText, Lang: t.City.NativeLang, Label: sh.t("native_text.label", sh.lang.Language(t.City.NativeLang))}
	}
	if b := sh.building(t); b.Start != 0 {
		b.Labels = true
		p.Head.Aside = view.BuildingDrawing(b)
	}
	if slices.Contains(standingsCompared, t.City.Standing) {
		p.Compare = view.Link{Label: sh.t("compare.this", name), URL: view.Compare.In(sh.lang) + compareQuery(t.City.Slug)}
	}
	p.PulseHead = sh.pulseHead(t, p.Pulse)
	p.Embed = sh.embed(t)
	p.Page.JSONLD = sh.cityLD(t.City)
	p.Page.Card = sh.share(view.Partner, sh.partnerCardOf(home, t), t.City.Slug)
	p.Page.Feeds = sh.feedsOf(view.PartnerRecent, t.City.Slug)
	sh.about(&p.Page, store.Named{Kind: portal.KindCity, ID: t.City.ID})
	sh.partnerRecords(&p, home, t)
	p.Indicators = sh.indicators(t)
	p.Sources = sh.list()
	return p
}

// partnerRecords fills the lists of the page in reading order, so that the sources are numbered in it.
func (sh *sheet) partnerRecords(p *view.PartnerPage, home portal.City, t portal.Tie) {
	activities := newest(t.Activities)
	sh.unlisted = map[int64]bool{}
	for _, a := range activities[listedOf(len(activities)):] {
		sh.unlisted[a.ID] = true
	}
	p.Reached = sh.reached(t)
	city := store.Named{Kind: portal.KindCity, ID: t.City.ID}
	p.Summary = sh.marked(sh.text(t.City.Summary, sh.refs(city, "summary", "standing")))
	for _, s := range t.Steps {
		p.History = append(p.History, sh.stepEntry(s))
	}
	p.Disputes = sh.tieDisputes(t)
	p.BothSides = sh.bothSides(t)
	for _, line := range promisesOf([]portal.Tie{t}) {
		p.Promises = append(p.Promises, sh.promiseOf(line))
	}
	for _, a := range activities[:listedOf(len(activities))] {
		p.Activities = append(p.Activities, sh.onPage(a))
	}
	p.MoreActivities = sh.restIn(view.Activities, t.City, len(activities))
	p.Sides = sh.sides(home, t)
	p.Facts = sh.cityFacts(home, t)
	p.Documents = sh.documents(city)
	for _, m := range t.Mirrors {
		p.Documents = append(p.Documents, sh.documents(store.Named{Kind: portal.KindMirror, ID: m.ID})...)
	}
	for _, a := range t.Agreements {
		p.Agreements = append(p.Agreements, sh.agreementEntry(a))
	}
	for _, a := range t.Approvals {
		p.Approvals = append(p.Approvals, sh.approvalEntry(a, t.City))
	}
	for _, g := range t.Programs[:listedOf(len(t.Programs))] {
		p.Programs = append(p.Programs, sh.programEntry(g))
	}
	p.MorePrograms = sh.restIn(view.Programs, t.City, len(t.Programs))
	for _, v := range t.Venues {
		p.Venues = append(p.Venues, sh.venueEntry(v, t.City))
	}
}

// How many activities, and how many programs, stand on the page of a partner: all up to a number, of more the newest; a list has all.
const (
	listedMost   = 10
	listedOfMany = 4
)

func listedOf(all int) int {
	if all > listedMost {
		return listedOfMany
	}
	return all
}

// restIn leads to the list with all records of a city where its page has no room for them.
func (sh *sheet) restIn(list view.Path, c portal.City, all int) view.Link {
	if all <= listedMost {
		return view.Link{}
	}
	return view.Link{Label: sh.t("partner.all_records", sh.number(all)), URL: list.In(sh.lang) + "?partner=" + url.QueryEscape(c.Slug)}
}

// activityHere leads to an activity on the page of its city, or to the list where that page has no room for it.
func (sh *sheet) activityHere(c portal.City, id int64) string {
	if sh.unlisted[id] {
		return view.Activities.In(sh.lang) + "?partner=" + url.QueryEscape(c.Slug)
	}
	return "#" + activityID(id)
}

// partnerLead is the city in one sentence: what it is, where, and how far.
func (sh *sheet) partnerLead(home portal.City, t portal.Tie) string {
	what := sh.choice("standing", string(t.City.Standing))
	if start := t.Start(sh.now); t.City.Standing == portal.Partner && start != "" {
		what = sh.t("partner.since", sh.tieWord(t), start.In(sh.lang))
	}
	place := sentence(", ", t.City.Region, sh.lang.Country(t.City.Country))
	return sh.t("partner.lead", what, place, sh.distance(home, t.City), home.Name.In(sh.lang))
}

// tieWord calls a partner what its governing paper makes it in law.
func (sh *sheet) tieWord(t portal.Tie) string {
	if t.LegalState(sh.now).Agreement.LegalType == portal.SisterCity {
		return sh.t("choice.legal_type.sister_city")
	}
	return sh.t("choice.standing.partner")
}

// native is the city's name in its own language, where it is another one.
func native(c portal.City, name string) view.Cited {
	if c.NativeName == "" || c.NativeName == name {
		return view.Cited{}
	}
	return view.Cited{Text: c.NativeName, Lang: langOf(c.NativeLang)}
}

// reachedShown is how many entries "what reached residents" has at most.
const reachedShown = 6

// official are the kinds of programs that stay among officials, whatever came of them.
var official = []string{"visit", "memorial", "budget"}

// reached is what residents have of the tie: programs, and activities outside of them, of which a result is on record. Visits and
// ceremonies are not among them.
func (sh *sheet) reached(t portal.Tie) []view.Record {
	var list []view.Record
	for _, p := range t.Programs {
		if !hasResult(p) || slices.Contains(official, p.Kind) {
			continue
		}
		list = append(list, view.Record{
			Date: yearsOr(sh, p), Title: p.Title.In(sh.lang), URL: view.Program.In(sh.lang, p.Slug),
			Text: sh.said(programName(p), p.Result.In(sh.lang), "result"),
		})
	}
	for _, a := range newest(t.Activities) {
		if a.ProgramID == 0 && a.Nature == portal.Substantive && !a.Result.Empty() {
			list = append(list, view.Record{
				Date: sh.period(a.StartOn, a.EndOn), Title: a.Title.In(sh.lang), URL: sh.activityHere(t.City, a.ID),
				Text: sh.said(activityName(a), a.Result.In(sh.lang), "result"),
			})
		}
	}
	return list[:min(len(list), reachedShown)]
}

func yearsOr(sh *sheet, p portal.Program) string {
	if years := sh.years(p); years != "" {
		return years
	}
	return sh.t("date.unknown")
}
