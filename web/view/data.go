package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// DataSet is the address of what explains one table.
var DataSet = Path{"/data/{table}", "/en/data/{table}"}

// The addresses of files, which are the same in both languages.
var (
	DataFile  = Path{"/data/files/{name}", "/data/files/{name}"}
	Monthly   = Path{"/data/snapshot/{name}", "/data/snapshot/{name}"}
	Catalogue = Path{"/data/catalog.jsonld", "/data/catalog.jsonld"}
	Sitemap   = Path{"/sitemap.xml", "/sitemap.xml"}

	SitemapPart = Path{"/sitemap/{part}", "/sitemap/{part}"}
	ForModels   = Path{"/llms.txt", "/llms.txt"}
	Security    = Path{"/.well-known/security.txt", "/.well-known/security.txt"}
)

// Parts of the data page that others point to: ids of its sections.
const (
	DataWhole   = "semua"
	DataMonthly = "potret"
	DataFollow  = "ikuti"
	DataReading = "cara-membaca"
	DataAPI     = "api"

	DataDrawings = "grafik"
	DataMeaning  = "arti-kolom"
)

// DataPage is where the register is given away.
type DataPage struct {
	Page     Page
	Head     PageHead
	Sets     []DataSetRow
	Files    []DataFileRow
	Months   []DataMonthRow
	Older    bool // there are more months than those shown
	Requests []DataRequest
	Drawing  DataDrawing // empty where there is none to show
	Reading  []string
	Machines []DataLink
	Follow   []Link // to which programs subscribe
}

// DataRequest is a question to the API that can be copied, and what it answers, or the beginning of that.
type DataRequest struct {
	Command string
	Answer  string
}

// DataDrawing is a drawing that other sites may show, with what they write for that.
type DataDrawing struct {
	URL  string
	Alt  string
	Code string
	More Link
}

// DataSetRow is one table of the register.
type DataSetRow struct {
	Title   Link // leads to what its columns mean
	Rows    string
	Updated string
	Files   []Link
}

// DataFileRow is the whole register in one format.
type DataFileRow struct {
	Format string
	For    string // what it is good for
	Size   string // empty while it is being made
	File   Link
}

// DataMonthRow is one monthly snapshot.
type DataMonthRow struct {
	Month string
	Made  string
	Size  string
	Hash  string
	File  Link
}

// DataLink is something for programs to read, with what it is.
type DataLink struct {
	Link Link
	Text string
}

// DataSetPage explains one table of the register.
type DataSetPage struct {
	Page   Page
	Head   PageHead
	State  string
	Files  []Link
	Fields []DataField
	Others []Link
}

// DataField is what the dictionary says of a column, or of a part of the objects in one.
type DataField struct {
	Name    string // signatories, signatories[].name
	Label   string
	Type    string // with the unit
	Meaning string
	Refers  Link // to the table whose records it names, may be empty
	Choices []DataChoice
}

// DataChoice is one value of a column in words.
type DataChoice struct {
	Value string
	Word  string
}

func (p DataPage) sets(ctx context.Context) Table {
	t := Table{Caption: i18n.T(ctx, "data.sets"), Columns: []Column{
		{Label: i18n.T(ctx, "data.sets")}, {Label: i18n.T(ctx, "data.rows"), Number: true}, {Label: i18n.T(ctx, "data.updated")},
		{Label: i18n.T(ctx, "data.download")},
	}}
	for _, s := range p.Sets {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(linkTo(s.Title)), Text(Cited{Text: s.Rows}), Text(Cited{Text: s.Updated}), downloads(s.Title.Label, s.Files),
		}})
	}
	return t
}

func (p DataPage) files(ctx context.Context) Table {
	t := Table{Caption: i18n.T(ctx, "data.whole"), Columns: []Column{
		{Label: i18n.T(ctx, "data.format")}, {Label: i18n.T(ctx, "data.good_for")}, {Label: i18n.T(ctx, "data.size"), Number: true},
		{Label: i18n.T(ctx, "data.download")},
	}}
	for _, f := range p.Files {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(Cited{Text: f.Format}), Text(Cited{Text: f.For}), Text(Cited{Text: f.Size}), Text(linkTo(f.File)),
		}})
	}
	return t
}

func (p DataPage) months(ctx context.Context) Table {
	t := Table{Caption: i18n.T(ctx, "data.monthly"), Columns: []Column{
		{Label: i18n.T(ctx, "data.month")}, {Label: i18n.T(ctx, "data.made_on")}, {Label: i18n.T(ctx, "data.size"), Number: true},
		{Label: i18n.T(ctx, "data.fingerprint")}, {Label: i18n.T(ctx, "data.download")},
	}}
	for _, m := range p.Months {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(Cited{Text: m.Month}), Text(Cited{Text: m.Made}), Text(Cited{Text: m.Size}), code(m.Hash), downloads(m.Month, []Link{m.File}),
		}})
	}
	return t
}

func (p DataSetPage) table(ctx context.Context) Table {
	t := Table{Caption: i18n.T(ctx, "dataset.columns"), Columns: []Column{
		{Label: i18n.T(ctx, "dataset.column")}, {Label: i18n.T(ctx, "dataset.type")}, {Label: i18n.T(ctx, "dataset.meaning")},
	}}
	for _, f := range p.Fields {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			fieldName(f), Text(Cited{Text: f.Type}), fieldMeaning(f),
		}})
	}
	return t
}
