package public

import (
	"net/http"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// partnersPage shows a part of the directory; list holds those of its ties of which more is told than stands in their summaries.
func (sh *sheet) partnersPage(d directory, part tiePart, list []listed) view.PartnersPage {
	here := view.Partners.In(sh.lang)
	p := view.PartnersPage{
		Page:  sh.page(view.Partners, view.Partners, sh.t("partners.title"), sh.t("partners.description")),
		Head:  view.PageHead{Title: sh.t("partners.title"), Lead: view.Cited{Text: sh.t("partners.lead")}},
		Form:  sh.cityForm(d),
		Count: sh.cityCount(d),
		CSV:   view.Link{Label: sh.t("csv.list"), URL: view.PartnersCSV.In(sh.lang) + d.query()},
		Other: sh.otherView(d, here),
		Pages: part.pages(sh, func(n int) string { return here + numbered(d.query(), n) + "#" + view.PartnersID }),
	}
	p.Page.Card = d.index.once("directory share "+string(sh.lang), func() any { return sh.share(view.Partners, sh.partnersCardOf(d.index)) }).(view.ShareCard)
	p.Page.Query = numbered(d.query(), part.number)
	p.Page.Title = sh.titleOfPart(p.Page.Title, part.number)
	if d.query() == "" {
		p.Page.Part = p.Page.Query
	}
	p.Page.NoIndex = d.words != "" || d.strange() // what readers type has no end
	if d.ties.n+d.other.n == 0 {
		p.Page.NoIndex = true
		p.Nothing = sh.noCity(d)
		return p
	}
	var links []view.Link
	for _, id := range part.lines {
		one := d.index.cities[id]
		links = append(links, sh.toPartner(one))
		if one.Standing != portal.Prospect {
			p.Skyline = append(p.Skyline, sh.drawnHouse(d.index, one))
		}
		if !d.table {
			p.Partners = append(p.Partners, sh.drawnRow(d.index, one))
		}
	}
	var ties, other []listed
	for _, l := range list {
		if l.assessed() {
			ties = append(ties, l)
		} else {
			other = append(other, l)
		}
	}
	if d.table {
		p.Tables = sh.indicatorTables(d, ties)
	}
	sh.standApart(&p, other)
	p.Page.JSONLD = sh.listLD(p.Page, links)
	p.Sources = sh.list()
	return p
}

// fewBuildings is how many partnerships stand beside the sign-in of staff.
const fewBuildings = 5

// Skyline draws the partnerships that began first, for a page that is not of the public face.
func (s Site) Skyline(r *http.Request) (list []view.Building, err error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, err
	}
	for _, one := range firstOfMany(ix.ofStanding(sh.lang, portal.Partner), fewBuildings) {
		if b := sh.drawnHouse(ix, one); b.Start != 0 {
			list = append(list, b)
		}
	}
	return list, nil
}

// standApart lists claims and places, which are never among the ties.
func (sh *sheet) standApart(p *view.PartnersPage, list []listed) {
	for _, l := range list {
		if l.City.Standing == portal.Unproven {
			p.Claims = append(p.Claims, sh.claimEntry(l.Tie))
		}
	}
	for _, l := range list {
		if l.City.Standing == portal.NoTie {
			p.Places = append(p.Places, sh.placeEntry(l.Tie))
		}
	}
}

// cityForm is what the directory can be narrowed by, as a form.
func (sh *sheet) cityForm(d directory) view.FilterForm {
	f := view.FilterForm{
		Action: view.Partners.In(sh.lang) + "#" + view.PartnersID,
		Words:  view.Option{Value: "q", Label: sh.t("partners.words")}, Typed: d.words,
		Odd: d.leftOut(sh),
	}
	for _, s := range d.selects(sh) {
		if slices.Contains(inSight, s.Name) {
			f.Open = append(f.Open, s)
		} else {
			f.Folded = append(f.Folded, s)
		}
	}
	f.Open = append(f.Open, sh.orderSelect(d.order))
	if d.table {
		f.Kept = []view.Option{{Value: "view", Label: viewTable}}
	}
	return f
}

// cityCount is how many cities of each standing are left: 11 mitra, 6 penjajakan, 4 klaim belum terbukti.
func (sh *sheet) cityCount(d directory) string {
	var said []string
	for _, s := range portal.Standings {
		if n := d.standings[s]; n > 0 {
			said = append(said, sh.plural("partners.count."+string(s), n))
		}
	}
	return strings.Join(said, ", ")
}

// otherView leads from the pulses to the indicators and back, with what narrows the list.
func (sh *sheet) otherView(d directory, here string) view.Link {
	if d.table {
		return view.Link{Label: sh.t("partners.as_pulses"), URL: d.address(here, "view", "") + "#" + view.PartnersID}
	}
	return view.Link{Label: sh.t("partners.as_table"), URL: d.address(here, "view", viewTable) + "#" + view.PartnersID}
}

// noCity says what was looked for and not found, and leads on.
func (sh *sheet) noCity(d directory) view.NothingFound {
	var sought []string
	if d.words != "" {
		sought = append(sought, sh.t("partners.sought_name", d.words))
	}
	sought = append(sought, d.sought()...)
	n := view.NothingFound{
		Title: sh.t("partners.nothing"),
		Text:  sh.t("partners.nothing_text", strings.Join(sought, "; ")),
		Clear: view.Link{Label: sh.t("filter.clear"), URL: view.Partners.In(sh.lang)},
	}
	if d.words != "" {
		n.More = append(n.More, view.Link{Label: sh.t("partners.search", d.words), URL: findPath(sh.lang, d.words, "", 1)})
	}
	if sh.isAbout(d, i18n.Africa) {
		n.Title, n.Text = sh.t("partners.nothing_africa"), sh.t("partners.nothing_africa_text")
		n.More = append(n.More, view.Link{Label: sh.t("partners.read_1955"), URL: view.History.In(sh.lang) + "#" + yearID(1955)})
	}
	return n
}

// isAbout tells whether a continent, and nothing else, was looked for.
func (sh *sheet) isAbout(d directory, c i18n.Continent) bool {
	called := folded(d.words) == folded(i18n.ID.Continent(c)) || folded(d.words) == folded(i18n.EN.Continent(c))
	return called || d.words == "" && d.chosen["continent"] == string(c)
}

// claimEntry is a city of which somebody says that it is a partner, and nobody can show it.
func (sh *sheet) claimEntry(t portal.Tie) view.Record {
	of := store.Named{Kind: portal.KindCity, ID: t.City.ID}
	return view.Record{
		Title: t.City.Name.In(sh.lang) + ", " + sh.lang.Country(t.City.Country), URL: view.Partner.In(sh.lang, t.City.Slug),
		Text: sh.text(t.City.Summary, sh.refs(of, "standing")),
		Tags: append(sh.unreviewedTag(of), view.TagValue{Tone: view.ToneWarn, Word: sh.choice("standing", string(t.City.Standing))}),
	}
}

// placeEntry is a city without a tie, with the programs that name it.
func (sh *sheet) placeEntry(t portal.Tie) view.Record {
	var titles []string
	for _, p := range t.Programs {
		titles = append(titles, p.Title.In(sh.lang))
	}
	return view.Record{
		Title: t.City.Name.In(sh.lang) + ", " + sh.lang.Country(t.City.Country), URL: view.Partner.In(sh.lang, t.City.Slug),
		Text: view.Cited{Text: sentence("; ", titles...)},
	}
}
