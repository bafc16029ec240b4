package public

import (
	"errors"
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func sourceName(s portal.Source) store.Named {
	return store.Named{Kind: portal.KindSource, ID: s.ID}
}

func (s Site) sources(w http.ResponseWriter, r *http.Request) error {
	sh, list, uses, err := s.beginSources(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.SourcesView(sh.sourcesPage(list, uses)))
}

// beginSources starts a page of all sources, with how many records rest on each.
func (s Site) beginSources(r *http.Request) (*sheet, []portal.Source, map[int64]int, error) {
	sh, err := s.begin(r)
	if err != nil {
		return nil, nil, nil, err
	}
	list, err := s.Store.Sources.All(r.Context())
	if err != nil {
		return nil, nil, nil, err
	}
	uses, err := s.Store.UseCounts(r.Context())
	return sh, list, uses, err
}

func (sh *sheet) sourcesPage(list []portal.Source, uses map[int64]int) view.SourcesPage {
	title := sh.t("sources.title")
	p := view.SourcesPage{
		Page: sh.page(view.Sources, view.Sources, title, sh.t("sources.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("sources.page_lead", sh.number(len(list)))}},
	}
	for _, q := range portal.Qualities {
		g := view.SourceGroup{}
		for _, one := range list {
			if one.Quality == q {
				g.Rows = append(g.Rows, sh.sourceRow(one, uses[one.ID]))
			}
		}
		g.Head = view.RailHead{Title: sh.t("sources.group."+string(q), sh.number(len(g.Rows))), Text: sh.t("sources.group_lead." + string(q))}
		if len(g.Rows) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	if p.Nothing = sh.noneYet(len(p.Groups)); len(p.Groups) > 0 {
		p.Page.File = sh.csvLink(view.Sources, "")
	}
	return p
}

func (sh *sheet) sourceRow(s portal.Source, uses int) view.SourceRow {
	lang, mark := langOf(foreign(s.TitleLang(), sh.lang)), sh.unreviewedNote(sourceName(s), "")
	if mark != "" {
		mark = ", " + mark
	}
	return view.SourceRow{
		Title:     view.Cited{Text: s.Title, Lang: lang, URL: view.Source.In(sh.lang, s.Slug)},
		Publisher: view.Cited{Text: s.Publisher, Lang: lang, After: mark}, Date: s.PublishedOn.Short(sh.lang), Language: sh.lang.Language(s.Language), Uses: sh.number(uses),
	}
}

func (s Site) source(w http.ResponseWriter, r *http.Request) error {
	found, err := s.Store.Sources.BySlug(r.Context(), slug(r))
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	uses, err := s.Store.ShownUses(r.Context(), found.ID)
	if err != nil {
		return err
	}
	link, err := s.Store.LinkOf(r.Context(), found.ID)
	if err != nil && !errors.Is(err, portal.ErrNotFound) { // it may have no address
		return err
	}
	if sh.files, err = s.Store.DocumentsOf(r.Context(), []store.Named{sourceName(found)}); err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.SourceView(sh.sourcePage(found, link, uses)))
}

func (s Site) sourceCard(w http.ResponseWriter, r *http.Request) error {
	found, err := s.Store.Sources.BySlug(r.Context(), slug(r))
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.sourceCardOf(found))
}

func (sh *sheet) sourcePage(s portal.Source, link portal.Link, uses []store.ShownUse) view.SourcePage {
	lead := sh.t("source.lead", sentence(", ", s.Publisher, s.PublishedOn.In(sh.lang)))
	p := view.SourcePage{
		Page:  sh.page(view.Source, view.Sources, s.Title, sh.t("source.description", s.Title, s.Publisher, sh.number(len(uses))), s.Slug),
		Head:  view.PageHead{Crumbs: sh.crumbs(view.Sources, "nav.sources", s.Title), Title: s.Title, Lang: langOf(foreign(s.TitleLang(), sh.lang)), Lead: view.Cited{Text: lead}},
		Tag:   qualityTag(sh.lang, s.Quality),
		Facts: sh.sourceFacts(s),

		Documents: sh.documents(sourceName(s)),
	}
	p.Facts = append(p.Facts, sh.linkFacts(link)...)
	if !s.Note.Empty() {
		p.Note = sh.text(s.Note, nil)
	}
	for _, kind := range portal.Kinds {
		g := view.UseGroup{Title: sh.t("source.uses_of", sh.t("choice.kind."+string(kind))), Dated: kind != portal.KindCity}
		for _, u := range uses {
			if u.Kind == kind {
				g.Records = append(g.Records, sh.use(u))
			}
		}
		if len(g.Records) > 0 {
			p.Uses = append(p.Uses, g)
		}
	}
	p.Page.JSONLD = sh.sourceLD(s)
	p.Page.Card = sh.share(view.Source, sh.sourceCardOf(s), s.Slug)
	sh.about(&p.Page, sourceName(s))
	return p
}

// use is a record that rests on the source, as a link to where readers find it.
func (sh *sheet) use(u store.ShownUse) view.Record {
	var fields []string
	for _, f := range u.Fields {
		fields = append(fields, sh.label(u.Kind, baseField(f)))
	}
	return view.Record{
		Date: sh.useDate(u), Title: u.Title.In(sh.lang), URL: sh.usePath(u),
		Text: view.Cited{Text: sh.t("source.supports", sh.lang.List(distinct(fields)))},
	}
}

func (sh *sheet) useDate(u store.ShownUse) string {
	if u.Kind == portal.KindCity {
		return ""
	}
	return sh.period(u.On, "")
}

// usePath is the page on which readers find the record; empty where it has none.
func (sh *sheet) usePath(u store.ShownUse) string {
	switch {
	case u.PageKind == portal.KindPromise:
		return view.Promises.In(sh.lang)
	case u.PageKind == portal.KindOpportunity:
		return view.Opportunities.In(sh.lang) + "#" + opportunityID(u.RecordID)
	case u.PageKind == portal.KindVenue:
		return view.Venues.In(sh.lang) + "#" + view.VenueID(u.RecordID)
	case u.PageSlug == "" || u.AtHome:
		return ""
	case u.PageKind == portal.KindAgreement:
		return view.Agreement.In(sh.lang, u.PageSlug)
	case u.PageKind == portal.KindProgram:
		return view.Program.In(sh.lang, u.PageSlug)
	case u.Kind == portal.KindActivity:
		return view.Partner.In(sh.lang, u.PageSlug) + "#" + activityID(u.RecordID)
	}
	return view.Partner.In(sh.lang, u.PageSlug)
}

// linkFacts is when the address of a source last opened, and where it no longer does, where a copy may lie.
func (sh *sheet) linkFacts(k portal.Link) []view.Fact {
	opened := view.Fact{Label: sh.t("link.good_at")}
	if !k.GoodAt.IsZero() {
		opened.Values = []view.Cited{{Text: portal.On(k.GoodAt.In(portal.WIB)).In(sh.lang)}}
	}
	if k.State() != portal.LinkDead {
		if k.GoodAt.IsZero() {
			return nil // nobody has asked, or programs may not look
		}
		return []view.Fact{opened}
	}
	opened.Note = sh.t("source.link.dead", portal.On(k.FailingSince.In(portal.WIB)).In(sh.lang))
	facts := []view.Fact{opened}
	if copied := k.Archive(); copied != "" {
		facts = append(facts, view.Fact{Label: sh.t("source.archive"), Values: []view.Cited{{Text: sh.t("source.link.archive"), URL: copied}}})
	}
	return facts
}

func (sh *sheet) sourceFacts(s portal.Source) []view.Fact {
	fact := func(field string, value view.Cited) view.Fact {
		return view.Fact{Label: sh.label(portal.KindSource, field), Values: []view.Cited{value}}
	}
	copied := view.Cited{Text: s.ArchiveURL, URL: s.ArchiveURL}
	if s.ArchiveURL == "" && s.URL != "" {
		copied.Text = sh.t("source.no_copy")
	}
	return []view.Fact{
		fact("publisher", view.Cited{Text: s.Publisher, Lang: langOf(foreign(s.TitleLang(), sh.lang))}),
		fact("published_on", view.Cited{Text: s.PublishedOn.In(sh.lang)}),
		fact("language", view.Cited{Text: sh.lang.Language(s.Language)}),
		fact("quality", view.Cited{Text: sh.choice("quality", string(s.Quality))}),
		fact("url", view.Cited{Text: s.URL, URL: s.URL}),
		fact("archive_url", copied),
		fact("checked_on", view.Cited{Text: s.CheckedOn.In(sh.lang)}),
	}
}
