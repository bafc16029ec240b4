package public

import (
	"strconv"
	"time"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// What search engines read of a page, in the words of schema.org. Only what is certain is said.

type linked map[string]any

func (sh *sheet) thing(kind, name string) linked {
	return linked{"@context": "https://schema.org", "@type": kind, "name": name, "inLanguage": string(sh.lang)}
}

func (sh *sheet) siteLD() linked {
	site := sh.thing("WebSite", sh.t("site.name"))
	site["url"] = sh.base + view.Home.In(sh.lang)
	site["description"] = sh.t("home.description")
	site["publisher"] = linked{"@type": "GovernmentOrganization", "name": sh.t("site.owner")}
	return site
}

// listLD is a page that lists records: their names and addresses in the order of the page. An empty list is nothing to tell of.
func (sh *sheet) listLD(p view.Page, links []view.Link) any {
	if len(links) == 0 {
		return nil
	}
	var items []linked
	for _, l := range links {
		if l.URL != "" {
			items = append(items, linked{"@type": "ListItem", "position": len(items) + 1, "name": l.Label, "url": sh.base + l.URL})
		}
	}
	page := sh.thing("CollectionPage", p.Title)
	page["description"], page["url"] = p.Description, sh.base+p.Path.In(sh.lang, p.Args...)
	page["mainEntity"] = linked{"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
	return page
}

// recordsLD is a page that lists entries.
func (sh *sheet) recordsLD(p view.Page, records []view.Record) any {
	links := make([]view.Link, len(records))
	for i, r := range records {
		links[i] = view.Link{Label: r.Title, URL: r.URL}
	}
	return sh.listLD(p, links)
}

func (sh *sheet) cityLD(c portal.City) linked {
	city := linked{
		"@context": "https://schema.org", "@type": "City", "name": c.Name.In(sh.lang),
		"url":              sh.base + view.Partner.In(sh.lang, c.Slug),
		"geo":              linked{"@type": "GeoCoordinates", "latitude": c.Lat, "longitude": c.Lon},
		"containedInPlace": linked{"@type": "Country", "name": sh.lang.Country(c.Country)},
	}
	if c.NativeName != "" && c.NativeName != c.Name.In(sh.lang) {
		city["alternateName"] = c.NativeName
	}
	if c.WikidataID != "" {
		city["sameAs"] = "https://www.wikidata.org/wiki/" + c.WikidataID
	}
	return city
}

func (sh *sheet) agreementLD(city portal.City, a portal.Agreement) linked {
	paper := sh.thing("CreativeWork", a.Title.In(sh.lang))
	paper["url"] = sh.base + view.Agreement.In(sh.lang, a.Slug)
	paper["about"] = linked{"@type": "City", "name": city.Name.In(sh.lang), "url": sh.base + view.Partner.In(sh.lang, city.Slug)}
	if on := certain(a.SignedOn); on != "" {
		paper["dateCreated"] = on
	}
	if on := certain(a.InForceUntil); on != "" {
		paper["expires"] = on
	}
	return paper
}

// programLD is a program of which the first day is known as an event; in schema.org a project is a kind of organisation and has no days,
// so only what is planned or undated is one.
func (sh *sheet) programLD(g portal.Program) linked {
	held := certain(g.StartOn) != "" && g.Status != portal.ProgramPlanned
	kind := "Project"
	if held {
		kind = "Event"
	}
	program := linked{
		"@context": "https://schema.org", "@type": kind, "name": g.Title.In(sh.lang), "url": sh.base + view.Program.In(sh.lang, g.Slug),
	}
	if !g.Summary.Empty() {
		program["description"] = g.Summary.In(sh.lang)
	}
	if !held {
		return program
	}
	program["startDate"] = certain(g.StartOn)
	if end := certain(g.EndOn); end != "" {
		program["endDate"] = end
	}
	if !g.Place.Empty() {
		program["location"] = linked{"@type": "Place", "name": g.Place.In(sh.lang)}
	}
	var organisers []linked
	for _, o := range g.Organisations {
		organisers = append(organisers, linked{"@type": "Organization", "name": o.Name.In(sh.lang)})
	}
	if len(organisers) > 0 {
		program["organizer"] = organisers
	}
	return program
}

// certain is a date as ISO 8601 has it; empty where it is only about right.
func certain(d portal.Date) string {
	if d.Approximate() {
		return ""
	}
	return string(d)
}

func (sh *sheet) sourceLD(s portal.Source) linked {
	work := linked{
		"@context": "https://schema.org", "@type": "CreativeWork", "name": s.Title, "inLanguage": s.Language,
		"publisher": linked{"@type": "Organization", "name": s.Publisher},
	}
	if s.URL != "" {
		work["url"] = s.URL
	}
	if on := certain(s.PublishedOn); on != "" {
		work["datePublished"] = on
	}
	return work
}

// datasetLD describes the whole register to search engines for data; base is the site's scheme and host.
func (sh *sheet) datasetLD(base string, sizes map[string]int64) linked {
	var files []linked
	for _, f := range export.Formats {
		file := linked{"@type": "DataDownload", "encodingFormat": f.MediaType, "contentUrl": base + view.DataFile.In(sh.lang, f.FileName)}
		if size, ready := sizes[f.FileName]; ready {
			file["contentSize"] = strconv.FormatInt(size, 10) + " B"
		}
		files = append(files, file)
	}
	set := sh.thing("Dataset", sh.t("site.name"))
	set["description"], set["url"], set["license"] = sh.t("export.description"), base+view.Data.In(sh.lang), export.LicenceURL
	set["inLanguage"], set["isAccessibleForFree"] = []string{string(i18n.ID), string(i18n.EN)}, true
	set["creator"] = linked{"@type": "GovernmentOrganization", "name": sh.t("site.owner")}
	set["distribution"] = files
	set["includedInDataCatalog"] = linked{"@type": "DataCatalog", "name": sh.t("data.dcat"), "url": base + view.Catalogue.In(sh.lang)}
	if !sh.updated.IsZero() {
		set["dateModified"] = sh.updated.UTC().Format(time.RFC3339)
	}
	return set
}
