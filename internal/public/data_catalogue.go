package public

import (
	"encoding/json"
	"mime"
	"net/http"
	"time"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// catalogueKept is how long the catalogue need not be asked for again.
const catalogueKept = 10 * time.Minute

// catalogue answers with all that can be taken along, in the words of DCAT 3 as JSON-LD.
func (d Downloads) catalogue(w http.ResponseWriter, r *http.Request) error {
	months, err := d.Store.Monthlies(r.Context())
	if err != nil {
		return err
	}
	edition, err := d.Store.Edition(r.Context())
	if err != nil {
		return err
	}
	copies, err := d.sizes(r.Context())
	if err != nil {
		return err
	}
	c := catalogue{base: view.AmbientFrom(r.Context()).BaseURL, edition: edition, sizes: copies, months: months}
	body, err := json.Marshal(c.document())
	if err != nil {
		return err
	}
	return respond.Share(w, r, respond.Shared{Type: "application/ld+json", Body: body, Keep: catalogueKept})
}

// catalogue is what DCAT tells.
type catalogue struct {
	base    string // scheme and host
	edition store.Edition
	sizes   map[string]int64 // of files that are ready
	months  []store.Monthly  // newest first
}

func (c catalogue) document() linked {
	graph := []linked{c.whole(), c.register(), c.service(), c.series()}
	for i := range c.months {
		graph = append(graph, c.month(i))
	}
	return linked{
		"@context": linked{
			"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
			"spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		},
		"@graph": graph,
	}
}

// id names a part of the catalogue; at names an address of ours.
func (c catalogue) id(part string) linked { return linked{"@id": c.address(part)} }
func (c catalogue) at(path string) linked { return linked{"@id": c.base + path} }
func (c catalogue) address(part string) string {
	return c.base + view.Catalogue.In(i18n.ID) + "#" + part
}

func (c catalogue) whole() linked {
	w := c.described("dcat:Catalog", "catalogue", "data.title", "data.description")
	w["foaf:homepage"] = c.at(view.Data.In(i18n.ID))
	w["dcat:dataset"], w["dcat:service"] = []linked{c.id("register")}, c.id("api")
	if len(c.months) > 0 {
		w["dcat:dataset"] = []linked{c.id("register"), c.id("snapshots")}
	}
	return w
}

// described is what every part has: its name, its languages, its licence and who answers for it.
func (c catalogue) described(kind, part, title, description string) linked {
	return linked{
		"@id": c.address(part), "@type": kind, "dct:title": inBoth(title), "dct:description": inBoth(description),
		"dct:license": linked{"@id": export.LicenceURL}, "dct:language": []string{string(i18n.ID), string(i18n.EN)},
		"dct:publisher": linked{"@id": c.address("publisher"), "@type": "foaf:Organization", "foaf:name": i18n.ID.T("site.owner")},
		"dct:modified":  instant(c.edition.At),
	}
}

func (c catalogue) register() linked {
	var files []linked
	for _, f := range export.Formats {
		file := c.distribution(view.DataFile.In(i18n.ID, f.FileName), f.MediaType, f.FileName)
		if size, ready := c.sizes[f.FileName]; ready {
			file["dcat:byteSize"] = xsdNumber(size)
		}
		files = append(files, file)
	}
	r := c.described("dcat:Dataset", "register", "site.name", "export.description")
	r["dcat:landingPage"] = c.at(view.Data.In(i18n.ID))
	r["dcat:distribution"] = files
	r["dct:accrualPeriodicity"] = linked{"@id": "http://purl.org/cld/freq/irregular"}
	return r
}

// service is the API, by which the register is asked for in parts.
func (c catalogue) service() linked {
	s := c.described("dcat:DataService", "api", "guide.title", "guide.description")
	s["dcat:endpointURL"], s["dcat:endpointDescription"] = c.at(view.APIIndex.In(i18n.ID)), c.at(view.OpenAPI.In(i18n.ID))
	s["dcat:servesDataset"], s["dcat:landingPage"] = []linked{c.id("register")}, c.at(view.APIDocs.In(i18n.ID))
	return s
}

func (c catalogue) distribution(path, mediaType, title string) linked {
	plain, _, _ := mime.ParseMediaType(mediaType) // the types are ours
	return linked{
		"@type": "dcat:Distribution", "dct:title": title, "dct:license": linked{"@id": export.LicenceURL},
		"dcat:accessURL": c.at(view.Data.In(i18n.ID)), "dcat:downloadURL": c.at(path),
		"dcat:mediaType": linked{"@id": "https://www.iana.org/assignments/media-types/" + plain},
	}
}

// series is what the monthly snapshots are together.
func (c catalogue) series() linked {
	s := c.described("dcat:DatasetSeries", "snapshots", "data.monthly", "data.monthly_lead")
	s["dct:accrualPeriodicity"] = linked{"@id": "http://purl.org/cld/freq/monthly"}
	if n := len(c.months); n > 0 {
		s["dcat:first"], s["dcat:last"] = c.id(c.months[n-1].Month), c.id(c.months[0].Month)
	}
	return s
}

func (c catalogue) month(i int) linked {
	m := c.months[i]
	file := c.distribution(view.Monthly.In(i18n.ID, monthlyName(m)), export.MonthlyFormat.MediaType, monthlyName(m))
	file["dcat:byteSize"] = xsdNumber(m.Size)
	file["spdx:checksum"] = linked{
		"@type": "spdx:Checksum", "spdx:algorithm": linked{"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
		"spdx:checksumValue": linked{"@type": "xsd:hexBinary", "@value": m.Hash},
	}
	d := c.described("dcat:Dataset", m.Month, "site.name", "export.description")
	d["dct:modified"], d["dct:issued"] = instant(m.Edition.At), instant(m.MadeAt)
	d["dcat:version"], d["dcat:inSeries"], d["dcat:distribution"] = m.Month, c.id("snapshots"), []linked{file}
	if i+1 < len(c.months) {
		d["dcat:prev"] = c.id(c.months[i+1].Month)
	}
	return d
}

func inBoth(key string) (texts []linked) {
	for _, l := range i18n.Langs {
		texts = append(texts, linked{"@language": string(l), "@value": l.T(key)})
	}
	return texts
}

func instant(t time.Time) linked {
	return linked{"@type": "xsd:dateTime", "@value": t.UTC().Format(time.RFC3339)}
}

func xsdNumber(n int64) linked { return linked{"@type": "xsd:nonNegativeInteger", "@value": n} }
