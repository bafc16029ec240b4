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
	site["description"] = sh.t("home.description")
	site["publisher"] = linked{"@type": "GovernmentOrganization", "name": sh.t("site.owner")}
	return site
}

func (sh *sheet) cityLD(c portal.City) linked {
	city := linked{
		"@context": "https://schema.org", "@type": "City", "name": c.Name.In(sh.lang),
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
	paper["about"] = linked{"@type": "City", "name": city.Name.In(sh.lang)}
	if a.SignedOn != "" && !a.SignedOn.Approximate() {
		paper["dateCreated"] = string(a.SignedOn)
	}
	if a.InForceUntil != "" && !a.InForceUntil.Approximate() {
		paper["expires"] = string(a.InForceUntil)
	}
	return paper
}

func (sh *sheet) programLD(g portal.Program) linked {
	project := linked{"@context": "https://schema.org", "@type": "Project", "name": g.Title.In(sh.lang)}
	if !g.Summary.Empty() {
		project["description"] = g.Summary.In(sh.lang)
	}
	if g.StartOn != "" && !g.StartOn.Approximate() && g.Status != portal.ProgramPlanned {
		project["foundingDate"] = string(g.StartOn)
	}
	return project
}

func (sh *sheet) sourceLD(s portal.Source) linked {
	work := linked{
		"@context": "https://schema.org", "@type": "CreativeWork", "name": s.Title, "inLanguage": s.Language,
		"publisher": linked{"@type": "Organization", "name": s.Publisher},
	}
	if s.URL != "" {
		work["url"] = s.URL
	}
	if s.PublishedOn != "" && !s.PublishedOn.Approximate() {
		work["datePublished"] = string(s.PublishedOn)
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
