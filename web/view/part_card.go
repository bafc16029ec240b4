package view

import (
	"context"

	"kotakembar/internal/card"
)

// ShareCard is the picture that messengers show beside the address of a page.
type ShareCard struct {
	URL string // below this site, empty for none
	Alt string
}

// CardMark is the mark as share cards draw it, on a grid of 32.
const CardMark = markPath

// CardBuilding is a building as share cards draw it; it is empty where the first year is not known.
func CardBuilding(b Building) card.Picture {
	h := b.height()
	p := card.Picture{Left: -1, Top: -roof, Width: wallWidth + 2, Height: h + roof + 1}
	if len(b.floors()) > 0 {
		p.Shapes = b.shapes(0, 0)
	}
	return p
}

// CardSkyline is several buildings as share cards draw them, on one ground line in one scale.
func CardSkyline(buildings []Building) (p card.Picture) {
	const gap = 22.0
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
