package public

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// exampleSlug is the partner that the examples are about; where the register has lost it, they are left out.
const exampleSlug = "braunschweig"

// examples are requests to begin with: what a partner is, and what an answer looks like on which sources differ.
var examples = []string{
	"/api/v1/partners/" + exampleSlug + "?fields=name,country,vitality",
	"/api/v1/agreements/" + exampleSlug + "?fields=signed_on",
}

// linesShown is how many lines of an answer are shown.
const linesShown = 26

// exampleAnswers are what the API answers to the examples, one for each; empty where it does not answer.
type exampleAnswers struct {
	state string // of the register
	texts []string
}

// requests are the examples with what the API answers now: it is asked once for each state of the register, and not for each reader of a
// page that is made anew while files are being made.
func (d Downloads) requests(ctx context.Context, sh *sheet) (list []view.DataRequest, err error) {
	if d.Ask == nil {
		return nil, nil
	}
	state := sh.sameSums(portal.On(sh.now).In(sh.lang))
	answers, err := d.examples.get(ctx, func(a *exampleAnswers) bool { return a.state == state }, func(ctx context.Context, _ *exampleAnswers) (*exampleAnswers, error) {
		texts, err := d.ask(ctx)
		return &exampleAnswers{state, texts}, err
	})
	if err != nil {
		return nil, err
	}
	base := view.AmbientFrom(ctx).BaseURL
	for i, text := range answers.texts {
		if text != "" {
			list = append(list, view.DataRequest{Command: `curl "` + base + examples[i] + `"`, Answer: text})
		}
	}
	return list, nil
}

// ask asks the API the examples.
func (d Downloads) ask(ctx context.Context) (texts []string, err error) {
	for _, path := range examples {
		answer, ok := d.Ask(ctx, path)
		if !ok {
			texts = append(texts, "")
			continue
		}
		var indented bytes.Buffer
		if err := json.Indent(&indented, bytes.TrimSpace(answer), "", "  "); err != nil {
			return nil, fmt.Errorf("show the answer to %s: %w", path, err)
		}
		lines := strings.Split(indented.String(), "\n")
		if len(lines) > linesShown {
			lines = append(lines[:linesShown], "…")
		}
		texts = append(texts, strings.Join(lines, "\n"))
	}
	return texts, nil
}

// drawing is the pulse of the example, as another site may show it.
func (d Downloads) drawing(ctx context.Context, sh *sheet) (view.DataDrawing, error) {
	city, err := d.Store.Cities.BySlug(ctx, exampleSlug)
	if errors.Is(err, portal.ErrNotFound) {
		return view.DataDrawing{}, nil
	}
	if err != nil {
		return view.DataDrawing{}, err
	}
	path, alt := view.PulseImage.In(sh.lang, city.Slug), sh.t("embed.title", city.Name.In(sh.lang))
	return view.DataDrawing{
		URL: path, Alt: alt, More: view.Link{Label: sh.t("data.drawing_more", city.Name.In(sh.lang)), URL: view.Partner.In(sh.lang, city.Slug)},
		Code: fmt.Sprintf("<img src=%q alt=%q>", view.AmbientFrom(ctx).BaseURL+path, alt),
	}, nil
}
