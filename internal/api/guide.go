package api

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// guide is the pages that explain the API to people, made of its description.
type guide struct {
	site Face
	spec func() *huma.OpenAPI
}

// everywhere are the schemas that all lists share; they stand on the first page of the guide.
var everywhere = []string{"Text", "Ref", "Row", "Citation", "CitedSource", "Dispute", "Version", "Problem", "Mistake"}

// rules are what holds for every answer.
var rules = []string{"unknown", "dates", "languages", "disputes", "parts", "fields", "caching", "limit", "sites", "machines"}

// overview is the first page: how to begin, what holds everywhere, what can be asked for.
func (g guide) overview(w http.ResponseWriter, r *http.Request) error {
	l := i18n.From(r.Context())
	p := g.page(l, view.APIDocs, l.T("guide.title"), l.T("guide.description"))
	p.Head.Lead = view.Cited{Text: l.T("guide.lead")}
	for _, e := range Examples {
		p.Requests = append(p.Requests, view.GuideRequest{Text: l.T(e.Key), URL: e.Path})
	}
	p.Rules = view.RailHead{Title: l.T("guide.rules")}
	for _, rule := range rules {
		p.Told = append(p.Told, view.StepText{Name: l.T("guide.rule." + rule), Text: l.T("guide.rule." + rule + ".text")})
	}
	p.Tables = []view.GuideTable{g.lists(l), g.problems(l)}
	for _, name := range everywhere {
		p.Tables = append(p.Tables, g.shape(l, name))
	}
	return respond.Page(w, r, http.StatusOK, view.GuideView(p))
}

// kind is the page of one list: its parameters, its fields, and what stands in them.
func (g guide) kind(w http.ResponseWriter, r *http.Request) error {
	l, name := i18n.From(r.Context()), chi.URLParam(r, "kind")
	item := g.spec().Paths[path(name)]
	if item == nil || g.spec().Paths[path(name)+"/{key}"] == nil {
		return portal.ErrNotFound
	}
	title := l.T("api.name." + name)
	p := g.page(l, view.APIDoc, title, l.T("api.about."+name), name)
	p.Head.Crumbs = []view.Crumb{{Label: l.T("guide.crumb"), URL: view.APIDocs.In(l)}, {Label: title}}
	p.Head.Lead = view.Cited{Text: l.T("api.about." + name)}
	p.Requests = g.requests(l, name)
	schemas := g.spec().Components.Schemas.Map()
	document := documentName(item.Get, schemas)
	fields := g.shape(l, document)
	fields.Head = view.RailHead{ID: document, Title: l.T("guide.fields")}
	p.Tables = []view.GuideTable{g.parameters(l, item.Get), fields}
	for _, part := range g.partsOf(schemas[document], nil) {
		p.Tables = append(p.Tables, g.shape(l, part))
	}
	return respond.Page(w, r, http.StatusOK, view.GuideView(p))
}

func (g guide) page(l i18n.Lang, path view.Path, title, description string, args ...string) view.GuidePage {
	return view.GuidePage{
		Page: view.Page{
			Title: title + " – " + l.T("guide.crumb"), Description: description, Path: path, Args: args, Section: view.Data,
			Printed: portal.On(g.site.Now()).In(l),
			Card:    view.ShareCard{URL: view.Data.Card().In(l), Alt: l.T("data.title") + ". " + l.T("card.alt")},
		},
		Head:     view.PageHead{Title: title},
		Examples: view.RailHead{Title: l.T("guide.examples"), Text: l.T("guide.examples_lead")},
	}
}

// requests are ready questions for a list.
func (g guide) requests(l i18n.Lang, name string) []view.GuideRequest {
	return []view.GuideRequest{
		{Text: l.T("guide.example.list"), URL: path(name)},
		{Text: l.T("guide.example.some"), URL: path(name) + "?limit=5&sort=-id"},
	}
}

// lists are the table of what can be asked for.
func (g guide) lists(l i18n.Lang) view.GuideTable {
	t := view.GuideTable{
		Head:  view.RailHead{Title: l.T("guide.lists")},
		Names: [3]string{l.T("guide.list"), l.T("guide.address"), l.T("guide.meaning")},
	}
	for _, list := range lists {
		t.Rows = append(t.Rows, view.GuideRow{
			Name: list.name, URL: view.APIDoc.In(l, list.name), Type: view.Cited{Text: path(list.name), URL: path(list.name)},
			Text: l.T("api.about." + list.name),
		})
	}
	t.Rows = append(t.Rows, view.GuideRow{
		Name: "vocabulary", Type: view.Cited{Text: path("vocabulary"), URL: path("vocabulary")}, Text: l.T("api.about.vocabulary"),
	})
	return t
}

// problems are the table of what can go wrong, each with the anchor to which a problem's type points.
func (g guide) problems(l i18n.Lang) view.GuideTable {
	t := view.GuideTable{
		Head:  view.RailHead{Title: l.T("guide.problems"), Text: l.T("guide.problems_lead")},
		Names: [3]string{l.T("guide.code"), l.T("guide.status"), l.T("guide.meaning")},
	}
	for _, p := range problemAnswers {
		t.Rows = append(t.Rows, view.GuideRow{
			ID: p.key, Name: p.key, Type: view.Cited{Text: p.status}, Text: l.T("trouble."+p.key+".title") + ". " + l.T("trouble."+p.key+".text"),
		})
	}
	return t
}

// parameters are the table of what a list can be asked by, those of its own first.
func (g guide) parameters(l i18n.Lang, op *huma.Operation) view.GuideTable {
	t := view.GuideTable{
		Head:  view.RailHead{ID: "parameters", Title: l.T("guide.parameters")},
		Names: [3]string{l.T("guide.parameter"), l.T("guide.type"), l.T("guide.meaning")},
	}
	var common []view.GuideRow
	for _, p := range op.Parameters {
		row := view.GuideRow{Name: p.Name, Type: g.typeOf(l, p.Schema), Text: parameterMeaning(l, op.Tags[0], p.Name)}
		if p.Name != "fields" { // they are the table below
			row.Text = withValues(l, row.Text, p.Schema)
		}
		if slices.Contains([]string{"q", "updated_since", "sort", "limit", "cursor", "fields"}, p.Name) {
			common = append(common, row)
		} else {
			t.Rows = append(t.Rows, row)
		}
	}
	t.Rows = append(t.Rows, common...)
	return t
}

// shape is the table of a schema's fields.
func (g guide) shape(l i18n.Lang, name string) view.GuideTable {
	s := g.spec().Components.Schemas.Map()[name]
	t := view.GuideTable{
		Head:  view.RailHead{ID: name, Title: name, Text: shape(l, name)},
		Names: [3]string{l.T("guide.field"), l.T("guide.type"), l.T("guide.meaning")},
	}
	fields := slices.Clone(s.Required)
	for field := range s.Properties {
		if !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	slices.Sort(fields[len(s.Required):])
	for _, field := range fields {
		property := s.Properties[field]
		t.Rows = append(t.Rows, view.GuideRow{Name: field, Type: g.typeOf(l, property), Text: withValues(l, meaning(l, name, field), property)})
	}
	return t
}

// withValues adds the values that a field or parameter may have.
func withValues(l i18n.Lang, said string, s *huma.Schema) string {
	if s.Items != nil {
		s = s.Items
	}
	var values []string
	for _, v := range s.Enum {
		if v != nil {
			values = append(values, fmt.Sprint(v))
		}
	}
	if len(values) == 0 {
		return said
	}
	return l.T("guide.values", said, strings.Join(values, ", "))
}

// typeOf is the type of a value in words; a part leads to its table.
func (g guide) typeOf(l i18n.Lang, s *huma.Schema) view.Cited {
	switch {
	case len(s.AnyOf) == 2:
		of := g.typeOf(l, s.AnyOf[0])
		of.Text = l.T("guide.or_null", of.Text)
		return of
	case s.Ref != "":
		return view.Cited{Text: refName(s), URL: g.anchor(l, refName(s))}
	case s.Type == huma.TypeArray:
		of := g.typeOf(l, s.Items)
		of.Text = l.T("guide.list_of", of.Text)
		return of
	}
	word := l.T("guide.anything")
	if key := typeKey(s); key != "" {
		word = l.T("dictionary.type." + key)
	}
	if s.Nullable {
		word = l.T("guide.or_null", word)
	}
	return view.Cited{Text: word}
}

func typeKey(s *huma.Schema) string {
	switch {
	case strings.HasPrefix(s.Pattern, `^\d{4}`):
		return "date"
	case s.Type == huma.TypeString:
		return "text"
	case s.Type == huma.TypeInteger:
		return "integer"
	case s.Type == huma.TypeNumber:
		return "decimal"
	case s.Type == huma.TypeBoolean:
		return "yes_no"
	}
	return ""
}

// anchor is where the table of a schema stands: on the first page where all lists share it, else on the same page.
func (g guide) anchor(l i18n.Lang, name string) string {
	if slices.Contains(everywhere, name) {
		return view.APIDocs.In(l) + "#" + name
	}
	return "#" + name
}

// partsOf are the schemas that a schema is made of, those aside that all lists share, each once in the order of the fields.
func (g guide) partsOf(s *huma.Schema, found []string) []string {
	schemas := g.spec().Components.Schemas.Map()
	for _, field := range s.Required {
		name := partName(s.Properties[field])
		if name == "" || slices.Contains(everywhere, name) || slices.Contains(found, name) {
			continue
		}
		found = g.partsOf(schemas[name], append(found, name))
	}
	return found
}

// partName is the schema that a field holds, one of them, many or maybe none; empty where it holds a plain value.
func partName(s *huma.Schema) string {
	switch {
	case s.Ref != "":
		return refName(s)
	case len(s.AnyOf) > 0:
		return partName(s.AnyOf[0])
	case s.Items != nil:
		return partName(s.Items)
	}
	return ""
}
