package public

import (
	"context"
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// sought are the standings of cities about which the register looks for papers. Of a mere claim there is nothing to look for yet.
var sought = []portal.Standing{portal.Partner, portal.Ended, portal.Prospect}

// lacking are the ties of which something is missing, by standing and the oldest first.
func (ix *tieIndex) lacking(l i18n.Lang) []*portal.Summary {
	return ix.once("lacking "+string(l), func() any {
		list := []*portal.Summary{}
		for _, standing := range sought {
			for _, one := range ix.ofStanding(l, standing) {
				if !one.Lacks.IsZero() {
					list = append(list, one)
				}
			}
		}
		return slices.Clip(list)
	}).([]*portal.Summary)
}

// lacks is how many things are missing in all.
func (ix *tieIndex) lacks(of []*portal.Summary) int {
	return ix.once("lacks", func() any {
		total := 0
		for _, one := range of {
			total += len(one.Lacks.Read())
		}
		return total
	}).(int)
}

// missing lists what the register looks for, city by city.
func (s Site) missing(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	list := ix.lacking(sh.lang)
	part := partOfList(list, r.URL.Query())
	lacks, err := s.lacks(r.Context(), part.lines)
	if err != nil {
		return err
	}
	p := sh.missingPage(ix, list, part, lacks)
	copies, err := counted(ix, sh.sameSums("copies"), func() (store.Copies, error) { return s.Store.Copies(r.Context()) })
	if err != nil {
		return err
	}
	if copies.Without > 0 {
		p.Copies = view.Link{Label: sh.t("missing.copies", sh.number(copies.Without), sh.number(copies.All)), URL: view.Sources.In(sh.lang)}
	}
	return respond.Page(w, r, http.StatusOK, view.MissingView(p))
}

// lack is one thing that the register looks for, and the place of which it is.
type lack struct {
	place *portal.Summary
	gap   portal.Gap
}

// lacks are what is missing of the ties with some places.
func (s Site) lacks(ctx context.Context, places []*portal.Summary) (list []lack, err error) {
	var names []string
	for _, one := range places {
		names = append(names, one.Lacks.Read()...)
	}
	gaps, err := s.Store.Gaps(ctx, names)
	for _, one := range places {
		for _, name := range one.Lacks.Read() {
			if g, ok := gaps[name]; ok { // it may have been taken out since
				list = append(list, lack{one, g})
			}
		}
	}
	return list, err
}

func (sh *sheet) missingPage(ix *tieIndex, list []*portal.Summary, part paged[*portal.Summary], lacks []lack) view.MissingPage {
	title := sh.t("missing.title")
	p := view.MissingPage{
		Page: sh.page(view.Missing, view.Path{}, title, sh.t("missing.description")), Head: view.PageHead{Title: title},
		Pages: part.pages(sh, func(n int) string { return view.Missing.In(sh.lang) + numbered("", n) }),
	}
	sh.nameOfPart(&p.Page, "", part.number)
	for len(lacks) > 0 {
		of, n := lacks[0].place, 0
		g := view.MissingGroup{}
		for n < len(lacks) && lacks[n].place == of {
			g.Items = append(g.Items, sh.missingItem(of.Name, lacks[n].gap))
			n++
		}
		lacks = lacks[n:]
		g.Head = view.RailHead{Title: of.Name.In(sh.lang), Text: sh.plural("missing.count", n), More: sh.cityLink(cityOf(of))}
		g.Head.More.Label = sh.t("missing.partner")
		p.Groups = append(p.Groups, g)
	}
	if len(list) > 0 {
		p.Page.File = sh.csvLink(view.Missing, "")
		p.Head.Lead = view.Cited{Text: sh.t("missing.lead", sh.number(ix.lacks(list)), sh.number(len(list)))}
	}
	return p
}

// missingItem is one thing that is looked for, with the ways to send it and to ask for it.
func (sh *sheet) missingItem(place i18n.Text, g portal.Gap) view.MissingItem {
	name, paper := g.Title().In(sh.lang), g.Agreement.Title.In(sh.lang)
	item := view.MissingItem{
		Title: name, Text: sentence(". ", paper, sh.t("missing.why."+string(g.What))),
		Have: view.Link{Label: sh.t("missing.have"), URL: view.Report.In(sh.lang) + letterQuery(portal.FoundDocument, written(store.Named{Kind: g.Kind, ID: g.RecordID}), gapField(g))},
		Of:   sh.t("missing.have_of", name, place.In(sh.lang)),
	}
	if atHome(g) {
		item.Ask = view.Link{Label: sh.t("missing.ask"), URL: view.Request.In(sh.lang, g.Name())}
	}
	return item
}

// atHome tells whether an authority of the home city may hold what is missing: the decision of a foreign council it does not.
func atHome(g portal.Gap) bool { return g.Approval.Kind != portal.ByForeignCouncil }

// gapField is the one fact that the gap leaves open, empty where it is another thing.
func gapField(g portal.Gap) string {
	switch g.What {
	case portal.GapSigned:
		return "signed_on"
	case portal.GapTerm:
		return "in_force_until"
	case portal.GapPaper:
		return "instrument"
	case portal.GapNumber:
		return "number"
	}
	return ""
}

// request shows the letter by which a citizen asks the authority for one thing that is missing.
func (s Site) request(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	name := chi.URLParam(r, "gap")
	for _, one := range ix.lacking(sh.lang) {
		if !slices.Contains(one.Lacks.Read(), name) {
			continue
		}
		t, err := s.tieOf(r.Context(), sh, one.CityID)
		if err != nil {
			return err
		}
		for _, g := range t.Gaps(sh.now) {
			if g.Name() == name && atHome(g) {
				return respond.Page(w, r, http.StatusOK, view.RequestView(sh.requestPage(t, g)))
			}
		}
	}
	return portal.ErrNotFound
}
