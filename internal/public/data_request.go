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

// requests asks the API the examples, so that the page shows what it answers now.
func (d Downloads) requests(ctx context.Context) (list []view.DataRequest, err error) {
	if d.Ask == nil {
		return nil, nil
	}
	base := view.AmbientFrom(ctx).BaseURL
	for _, path := range examples {
		answer, ok := d.Ask(ctx, path)
		if !ok {
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
		list = append(list, view.DataRequest{Command: `curl "` + base + path + `"`, Answer: strings.Join(lines, "\n")})
	}
	return list, nil
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
