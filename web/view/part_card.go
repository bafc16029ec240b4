package view

import (
	"context"
	"strconv"

	"kotakembar/internal/card"
)

// ShareCard is the picture that messengers show beside the address of a page.
type ShareCard struct {
	URL string // below this site, empty for none
	Alt string
}

// CardMark is the mark as share cards draw it, on a grid of 32.
const CardMark = markPath

// CardPulse is a pulse as share cards draw it: the bricks, the lines and the decades of the large one on its page. It is empty
// where the page draws nothing.
func CardPulse(p Pulse) (drawing card.Picture) {
	if p.Start == 0 && len(p.Years) == 0 {
		return drawing
	}
	top := largeGrid.base - maxBricks*largeGrid.height - (maxBricks-1)*largeGrid.gap
	drawing = card.Picture{Top: top, Width: p.x(largeGrid, p.To) + largeGrid.width, Height: largeYears - top}
	for _, year := range p.Decades() {
		drawing.Marks = append(drawing.Marks, card.Mark{Text: strconv.Itoa(year), X: p.x(largeGrid, year), Y: largeYears})
	}
	b := p.draw(largeGrid, largeLine)
	for _, s := range []card.Shape{
		{Path: string(b.unlit), Ink: card.StageUnlit},
		{Path: string(b.lit), Ink: card.Lamp},
		{Path: string(b.hollow), Ink: card.Lamp, Stroke: 1.4},
		{Path: string(b.clear), Ink: card.OnStage, Stroke: 2.4},
		{Path: string(b.unclear), Ink: card.OnStage2, Stroke: 2.4, Dash: 5},
	} {
		if s.Path != "" {
			drawing.Shapes = append(drawing.Shapes, s)
		}
	}
	return drawing
}

// CardSkyline is several buildings as share cards draw them, on one ground line in one scale.
func CardSkyline(buildings []Building) (p card.Picture) {
	const gap = 22.0
	p.Ground = true
	for _, b := range buildings {
		if len(b.floors()) > 0 {
			p.Height = max(p.Height, b.height()+roof+1)
		}
	}
	for _, b := range buildings {
		if len(b.floors()) > 0 {
			p.Shapes = append(p.Shapes, b.shapes(p.Width+1, p.Height-b.height())...)
			p.Width += wallWidth + 2 + gap
		}
	}
	p.Width -= gap
	return p
}

// shapes are the walls and windows of a building whose upper left corner lies at x and y.
func (b Building) shapes(x, y float64) []card.Shape {
	h := b.draw(context.Background()) // without labels it holds no words
	return []card.Shape{
		{Path: h.cornice, X: x, Y: y, Ink: card.OnStage2, Stroke: .9},
		{Path: h.wall, X: x, Y: y, Ink: card.OnStage2, Stroke: 1.6},
		{Path: string(h.unlit), X: x, Y: y, Ink: card.StageUnlit},
		{Path: string(h.lit), X: x, Y: y, Ink: card.Lamp},
	}
}

// CardGlyph is the window of a label as share cards draw it.
func CardGlyph(l Light) card.Picture {
	g, ink, dash := glyphOf(l), card.Lamp, 0.0
	if l == LightOff || l == LightUnknown {
		ink = card.OnStage2
	}
	if g.dashed {
		dash = 2
	}
	return card.Picture{Width: 13, Height: 18, Shapes: []card.Shape{
		{Path: glyphFrame, Ink: ink, Stroke: 1.4, Dash: dash},
		{Path: g.panes, Ink: ink},
		{Path: g.hollow, Ink: ink, Stroke: 1},
	}}
}
