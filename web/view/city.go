package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// PartnersPage is the directory of partners, prospects and claims.
type PartnersPage struct {
	Page     Page
	Head     PageHead
	Skyline  []Building
	Form     FilterForm
	Count    string
	CSV      Link // the narrowed list as a file
	Other    Link // to the same list seen the other way: pulses or indicators
	Partners []PulseRow
	Tables   []IndicatorTable
	Pages    Pages
	Claims   []Record // unproven, never among the partners
	Places   []Record // without a tie, because programs name them
	Nothing  NothingFound
	Sources  []SourceItem
}

// PartnersID is the part of the directory at which the list stands, so that whoever narrows it sees it at once.
const PartnersID = "daftar"

// IndicatorTable is some of the indicators of several ties beside each other.
type IndicatorTable struct {
	Title string
	Heads []IndicatorHead
	Rows  []IndicatorLine
}

// IndicatorHead is an indicator as the head of a column that puts the list in its order.
type IndicatorHead struct {
	Label   string
	URL     string
	Current bool
}

// IndicatorLine is one tie; a figure that says nothing is empty.
type IndicatorLine struct {
	City    Link
	Light   VitalityLabel
	Figures []string
}

func (t IndicatorTable) table(ctx context.Context) Table {
	out := Table{Caption: t.Title, Columns: []Column{{Label: i18n.T(ctx, "choice.kind.city")}, {Label: i18n.T(ctx, "partners.vitality")}}}
	for _, h := range t.Heads {
		c := Column{Label: h.Label, Sort: Sort{URL: h.URL}}
		if h.Current {
			c.Sort.Order = Descending
		}
		out.Columns = append(out.Columns, c)
	}
	for _, r := range t.Rows {
		cells := []templ.Component{Text(linkTo(r.City)), lifeCell(r.Light)}
		for _, f := range r.Figures {
			cells = append(cells, figureCell(f))
		}
		out.Rows = append(out.Rows, Row{Cells: cells})
	}
	return out
}

// PartnerPage is all that the register holds of one city.
type PartnerPage struct {
	Page       Page
	Correct    []Link // to write about the page
	Head       PageHead
	Native     Cited // the local name, empty where it is the same
	Greeting   Foreign
	Vitality   VitalityLabel
	Legal      TagValue
	LegalNote  string
	Rule       Link // by which rules and when the label was given
	Compare    Link // to other ties; empty where this one cannot be compared
	Pulse      Pulse
	PulseHead  RailHead
	Embed      Embed
	Alert      Link     // to the form by which news of the partner come by mail; may be empty
	HasTie     bool     // false for a place that only programs name
	Reached    []Record // what reached residents
	Summary    Cited
	History    []Record
	Disputes   []NamedDispute
	BothSides  BothSides
	Promises   []Record
	Facts      []Fact
	Place      Place
	Sides      []Side
	Documents  []DocumentLink // of the city itself and of what its own pages say
	Agreements []Record
	Approvals  []Record
	Programs   []Record
	Venues     []Record
	Activities []Record
	Indicators IndicatorsPart
	Sources    []SourceItem

	MorePrograms, MoreActivities Link // to all of them, where the page has no room
}

// Foreign is a paragraph in a language that may be none of the site's, empty where nobody has written it.
type Foreign struct {
	Text  string
	Lang  string // BCP 47
	Label string // says in the reader's language which one it is
}

// hasPulse tells whether there is anything to draw.
func (p PartnerPage) hasPulse() bool { return p.Pulse.Start != 0 || len(p.Pulse.Years) > 0 }
