package public

import (
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/feed"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// opportunityID is the anchor of an opportunity on their list.
func opportunityID(id int64) string { return "peluang-" + strconv.FormatInt(id, 10) }

func (s Site) opportunities(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	parts, err := s.Store.OpportunityParts(r.Context())
	if err != nil {
		return err
	}
	sh.learn(parts.Cited, parts.Rulings)
	return respond.Page(w, r, http.StatusOK, view.OpportunitiesView(sh.opportunitiesPage(parts)))
}

func (sh *sheet) opportunitiesPage(parts store.OpportunityParts) view.OpportunitiesPage {
	title := sh.t("opportunities.title")
	p := view.OpportunitiesPage{
		Page: sh.page(view.Opportunities, view.Programs, title, sh.t("opportunities.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("opportunities.lead")}},
		Ways: []view.Link{
			{Label: sh.t("opportunities.programs"), URL: view.Programs.In(sh.lang)},
			{Label: sh.t("opportunities.partners"), URL: view.Partners.In(sh.lang)},
		},
	}
	p.Page.Feeds = append(sh.feedsOf(view.KindRecent, string(portal.KindOpportunity)),
		view.FeedLink{Type: feed.CalendarType, Title: title, URL: view.Opportunities.ICS().In(sh.lang)})
	p.Ways = append(p.Ways, view.Link{Label: sh.t("opportunities.calendar"), URL: view.Opportunities.ICS().In(sh.lang)},
		view.Link{Label: sh.t("opportunities.feed"), URL: p.Page.Feeds[0].URL})
	in := func(state portal.OpportunityState, list []portal.Opportunity) (shown []view.Opportunity) {
		for _, o := range list {
			if o.State(sh.now) == state {
				shown = append(shown, sh.opportunity(o, parts))
			}
		}
		return shown
	}
	p.Open, p.Coming = in(portal.OpportunityOpen, parts.Opportunities), in(portal.OpportunityComing, parts.Opportunities)
	latest := slices.Clone(parts.Opportunities)
	slices.Reverse(latest)
	p.Past = in(portal.OpportunityPast, latest)
	if len(parts.Opportunities) > 0 {
		p.Page.File = sh.csvLink(view.Opportunities, "")
	}
	var links []view.Link
	for _, o := range slices.Concat(p.Open, p.Coming, p.Past) {
		links = append(links, view.Link{Label: o.Title, URL: view.Opportunities.In(sh.lang) + "#" + o.ID})
	}
	p.Page.JSONLD = sh.listLD(p.Page, links)
	p.Sources = sh.list()
	return p
}

// opportunity is one thing to apply for, with what an applicant must know; what is not known is said.
func (sh *sheet) opportunity(o portal.Opportunity, parts store.OpportunityParts) view.Opportunity {
	of := store.Named{Kind: portal.KindOpportunity, ID: o.ID}
	facts := []view.Fact{
		sh.fact(of, o.DeadlineOn.In(sh.lang), "deadline_on"),
		sh.fact(of, o.Who.In(sh.lang), "who"),
		sh.fact(of, o.Cost.In(sh.lang), "cost"),
		sh.fact(of, o.Selection.In(sh.lang), "selection"),
	}
	if o.State(sh.now) == portal.OpportunityPast {
		facts = append(facts, sh.fact(of, o.Outcome.In(sh.lang), "outcome"))
	} else {
		if o.OpensOn != "" {
			facts = append(facts, sh.fact(of, o.OpensOn.In(sh.lang), "opens_on"))
		}
		facts = append(facts, view.Fact{Label: sh.label(of.Kind, "url"), Values: []view.Cited{{Text: o.URL, URL: o.URL}}})
	}
	return view.Opportunity{
		ID: opportunityID(o.ID), Title: o.Title.In(sh.lang), Facts: append(facts, sh.opportunityLinks(o, parts)...),
		Tags: slices.Concat([]view.TagValue{{Tone: view.ToneNeutral, Word: sh.choice("opportunity.kind", o.Kind)}}, sh.unreviewedTag(of), sh.evidenceTag(of)),
	}
}

// opportunityLinks lead to the partner, the program and the activity that an opportunity belongs to.
func (sh *sheet) opportunityLinks(o portal.Opportunity, parts store.OpportunityParts) []view.Fact {
	city, program, activity := parts.Cities[o.CityID], parts.Programs[o.ProgramID], parts.Activities[o.ActivityID]
	fact := func(key, text, url string) view.Fact {
		return view.Fact{Label: sh.t(key), Values: []view.Cited{{Text: text, URL: url}}}
	}
	var list []view.Fact
	if city.ID != 0 {
		list = append(list, fact("field.city_id", city.Name.In(sh.lang), sh.cityLink(city).URL))
	}
	if program.ID != 0 {
		list = append(list, fact("field.program_id", program.Title.In(sh.lang), view.Program.In(sh.lang, program.Slug)))
	}
	if activity.ID != 0 {
		url := ""
		if activity.CityID == city.ID {
			url = sh.cityLink(city).URL + "#" + activityID(activity.ID)
		}
		list = append(list, fact("opportunity.became", activity.Title.In(sh.lang), url))
	}
	return list
}
