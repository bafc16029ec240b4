package api

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// config is how huma is set up: JSON alone, nothing of its own beside the operations.
func config() huma.Config {
	en := i18n.EN
	c := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: en.T("api.title"), Description: en.T("api.description"), Version: version,
				License: &huma.License{Name: "CC BY 4.0", URL: licence},
			},
			Servers:      []*huma.Server{{URL: "/", Description: en.T("api.server")}},
			ExternalDocs: &huma.ExternalDocs{URL: view.APIDocs.EN, Description: en.T("api.docs")},
			Components: &huma.Components{
				Schemas:   huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer),
				Responses: problemResponses(en),
			},
		},
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{inOurWords, sparse},
	}
	c.AllowAdditionalPropertiesByDefault = true // a later version 1 may tell more
	return c
}

// version is the version of what is described; its first number is that of the address.
const version = "1.0.0"

// problems are the answers beside 200 that every operation may give: the status, and the key of its words.
var problemAnswers = []struct {
	status string
	name   string
	key    string
}{
	{"400", "BadRequest", "bad_request"}, {"404", "NotFound", "not_found"}, {"410", "Gone", "gone"}, {"406", "NotAcceptable", "format"},
	{"422", "Invalid", "invalid"}, {"429", "TooMany", "too_many"}, {"500", "Internal", "internal"}, {"503", "Unavailable", "unavailable"},
}

func problemResponses(l i18n.Lang) map[string]*huma.Response {
	responses := map[string]*huma.Response{
		"Moved":       {Description: l.T("api.moved")},
		"NotModified": {Description: l.T("api.not_modified")},
	}
	for _, p := range problemAnswers {
		responses[p.name] = &huma.Response{
			Description: l.T("trouble."+p.key+".title") + ". " + l.T("trouble."+p.key+".text"),
			Content:     map[string]*huma.MediaType{respond.ProblemType: {Schema: &huma.Schema{Ref: "#/components/schemas/Problem"}}},
		}
	}
	return responses
}

// operation is what all operations have in common.
func operation(id, path, tag string) huma.Operation {
	op := huma.Operation{
		OperationID: id, Method: http.MethodGet, Path: path, Tags: []string{tag}, RejectUnknownQueryParameters: true,
		Responses: map[string]*huma.Response{"304": {Ref: "#/components/responses/NotModified"}},
	}
	for _, p := range problemAnswers {
		op.Responses[p.status] = &huma.Response{Ref: "#/components/responses/" + p.name}
	}
	if strings.HasSuffix(path, "}") {
		op.Responses["301"] = &huma.Response{Ref: "#/components/responses/Moved"}
	}
	return op
}

// allow names the values that a parameter of an operation may have. An operation without the parameter stays as it is.
func allow(op *huma.Operation, parameter string, values []string) {
	for _, p := range op.Parameters {
		if p.Name != parameter {
			continue
		}
		s := p.Schema
		if s.Items != nil {
			s = s.Items
		}
		s.Enum = nil
		for _, v := range values {
			s.Enum = append(s.Enum, v)
		}
		s.PrecomputeMessages()
	}
}

// mountDescription gives out the description of the API for programs, made once, when it is first asked for.
func (f Face) mountDescription(r chi.Router, made func() operations) {
	give := func(path, kind string, write func() ([]byte, error)) {
		made := sync.OnceValues(write)
		r.Method(http.MethodGet, path, respond.Handler(func(w http.ResponseWriter, r *http.Request) error {
			body, err := made()
			if err != nil {
				return err
			}
			return respond.Share(w, r, respond.Shared{Type: kind, Body: body, Keep: fresh})
		}))
		r.Options(path, preflight)
	}
	give(openAPIPath+".json", "application/openapi+json", func() ([]byte, error) { return json.MarshalIndent(made().described.OpenAPI(), "", " ") })
	give(openAPIPath+".yaml", "application/openapi+yaml", func() ([]byte, error) { return made().described.OpenAPI().YAML() })
}

// openAPIPath is where the description is, without its ending.
const openAPIPath = Prefix + "/openapi"

// describe completes the description: words of the catalog on everything, the values of the vocabulary, what may be null.
func describe(about *huma.OpenAPI) {
	schemas := about.Components.Schemas.Map()
	delete(schemas, "ErrorModel") // huma's own; ours is Problem
	delete(schemas, "ErrorDetail")
	schemas["Problem"], schemas["Mistake"] = problemSchemas()
	for _, s := range schemas {
		plain(s, schemas)
	}
	for name := range schemas {
		if strings.HasPrefix(name, optional) {
			delete(schemas, name)
		}
	}
	for name, s := range schemas {
		s.Description = shape(i18n.EN, name)
		for field, property := range s.Properties {
			property.Description = meaning(i18n.EN, name, field)
		}
	}
	for _, item := range about.Paths {
		describeOperation(item.Get, schemas)
	}
	for _, v := range vocabulary {
		v.allow(about)
	}
	about.Tags = tags(about)
}

// optional begins the names of schemas that huma makes of values that may be null.
const optional = "Opt"

// plain writes what may be null where it stands, and that lists are never null.
func plain(s *huma.Schema, schemas map[string]*huma.Schema) {
	if s == nil {
		return
	}
	for name, property := range s.Properties {
		s.Properties[name] = inPlace(property, schemas)
		plain(s.Properties[name], schemas)
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
		s.Items = inPlace(s.Items, schemas)
		plain(s.Items, schemas)
	}
}

func inPlace(s *huma.Schema, schemas map[string]*huma.Schema) *huma.Schema {
	name := refName(s)
	if !strings.HasPrefix(name, optional) {
		return s
	}
	return &huma.Schema{AnyOf: schemas[name].AnyOf}
}

func refName(s *huma.Schema) string { return s.Ref[strings.LastIndex(s.Ref, "/")+1:] }

// problemSchemas describe respond.Problem and its mistakes.
func problemSchemas() (problem, mistake *huma.Schema) {
	text, number := &huma.Schema{Type: huma.TypeString}, &huma.Schema{Type: huma.TypeInteger}
	mistakes := &huma.Schema{Type: huma.TypeArray, Items: &huma.Schema{Ref: "#/components/schemas/Mistake"}}
	problem = &huma.Schema{
		Type: huma.TypeObject, Required: []string{"type", "title", "status", "detail"},
		Properties: map[string]*huma.Schema{
			"type": clone(text), "title": clone(text), "status": number, "detail": clone(text), "request_id": clone(text), "errors": mistakes,
		},
	}
	mistake = &huma.Schema{
		Type: huma.TypeObject, Required: []string{"field", "detail"},
		Properties: map[string]*huma.Schema{"field": clone(text), "detail": clone(text)},
	}
	return problem, mistake
}

func clone(s *huma.Schema) *huma.Schema {
	other := *s
	return &other
}

// describeOperation puts words on an operation and its parameters, and the names of the fields that can be chosen.
func describeOperation(op *huma.Operation, schemas map[string]*huma.Schema) {
	op.Summary, op.Description = summary(i18n.EN, op), i18n.EN.T("api.about."+op.Tags[0])
	if answer := op.Responses["200"]; answer != nil {
		answer.Description = op.Summary
	}
	allow(op, "fields", fieldsOf(documentOf(op, schemas)))
	for _, p := range op.Parameters {
		p.Description = parameterMeaning(i18n.EN, op.Tags[0], p.Name)
		p.Schema.Description = ""
		if len(p.Schema.Examples) > 0 {
			p.Example = p.Schema.Examples[0]
		}
		if p.Schema.Type == huma.TypeArray {
			p.Schema.Nullable = false
		}
	}
}

// documentOf is the schema of the documents that an operation answers with.
func documentOf(op *huma.Operation, schemas map[string]*huma.Schema) *huma.Schema {
	return schemas[documentName(op, schemas)]
}

func documentName(op *huma.Operation, schemas map[string]*huma.Schema) string {
	name := refName(op.Responses["200"].Content["application/json"].Schema)
	if items := schemas[name].Properties["items"]; items != nil {
		return refName(items.Items)
	}
	return name
}

// fieldsOf are the fields of documents, those of the kind before those that all have.
func fieldsOf(s *huma.Schema) []string {
	return slices.Clone(s.Required)
}

// tags are the kinds of records, in the order in which they are told.
func tags(about *huma.OpenAPI) (list []*huma.Tag) {
	var names []string
	for _, item := range about.Paths {
		if !slices.Contains(names, item.Get.Tags[0]) {
			names = append(names, item.Get.Tags[0])
		}
	}
	slices.Sort(names)
	for _, name := range names {
		list = append(list, &huma.Tag{Name: name, Description: i18n.EN.T("api.about." + name)})
	}
	return list
}
