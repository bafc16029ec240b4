package api

import (
	"errors"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
)

// troubles is the table of what huma finds wrong with a question: how its message begins, and our words for it.
var troubles = []struct{ message, key string }{
	{unknownParameter, "trouble.parameter"},
	{validation.MsgExpectedOneOf, "trouble.choice"},
	{validation.MsgExpectedMinimumNumber, "trouble.least"},
	{validation.MsgExpectedMaximumNumber, "trouble.most"},
	{validation.MsgExpectedMaxLength, "trouble.long"},
	{"invalid integer", "trouble.integer"},
}

const unknownParameter = "unknown query parameter"

// inOurWords turns huma's errors into problems of ours. It runs on every answer, and leaves alone what is none.
func inOurWords(ctx huma.Context, _ string, answer any) (any, error) {
	model, ok := answer.(*huma.ErrorModel)
	if !ok {
		return answer, nil
	}
	var problems portal.Problems
	for _, detail := range model.Errors {
		problems = append(problems, troubleOf(ctx, detail))
	}
	err := problems.Err()
	if err == nil {
		err = errors.New(model.Detail)
	}
	p := respond.ProblemOf(ctx.Context(), err)
	for name, values := range p.GetHeaders() {
		for _, value := range values {
			ctx.SetHeader(name, value)
		}
	}
	return p, nil
}

func troubleOf(ctx huma.Context, d *huma.ErrorDetail) portal.Problem {
	_, field, _ := strings.Cut(d.Location, ".")
	field, _, _ = strings.Cut(field, "[")
	for _, known := range troubles {
		begins, _, filled := strings.Cut(known.message, "%")
		rest, ok := strings.CutPrefix(d.Message, begins)
		if !ok {
			continue
		}
		p := portal.Problem{Field: field, Key: known.key}
		switch {
		case known.message == unknownParameter:
			p.Args = []any{strings.Join(parameters(ctx.Operation()), ", ")}
		case filled:
			p.Args = []any{strings.Trim(rest, `"`)}
		}
		return p
	}
	return portal.Problem{Field: field, Key: "trouble.value"}
}

// parameters are the names of what an operation can be asked in the query.
func parameters(op *huma.Operation) (names []string) {
	for _, p := range op.Parameters {
		if p.In == "query" {
			names = append(names, p.Name)
		}
	}
	return names
}
