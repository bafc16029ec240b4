package view

import "fmt"

// Light is how a window is lit; it repeats in a picture what words say beside it.
type Light string

// The lights of a window: the eight labels of vitality, of which the stepper borrows five.
const (
	LightActive     Light = "active"     // three panes
	LightUnreported Light = "unreported" // active, results not yet recorded: two panes and an outline
	LightRare       Light = "rare"       // one pane
	LightOff        Light = "off"        // empty
	LightCeremonial Light = "ceremonial" // one pane as an outline
	LightNew        Light = "new"        // dashed frame
	LightUnknown    Light = "unknown"    // dashed frame with a question mark
	LightEnded      Light = "ended"      // slash
)

// VitalityLabel says how alive a partnership is: Aktif – 3 kegiatan dalam 24 bulan terakhir.
type VitalityLabel struct {
	Light  Light
	Word   string
	Reason string
}

// glyph is the drawing of a window on a grid of 13 by 18.
type glyph struct {
	dashed bool   // the frame
	panes  string // filled panes
	hollow string // panes and strokes drawn as lines
}

// glyphFrame is the frame of every window.
const glyphFrame = "M.7.7h11.6v16.6H.7z"

// glyphOf draws panes from the bottom, as windows fill.
func glyphOf(l Light) glyph {
	g := glyph{dashed: l == LightNew || l == LightUnknown}
	switch l {
	case LightActive:
		g.panes = pane(0) + pane(1) + pane(2)
	case LightUnreported:
		g.panes, g.hollow = pane(0)+pane(1), "M3 3.1h7v2.8H3z"
	case LightRare:
		g.panes = pane(0)
	case LightCeremonial:
		g.hollow = "M3 11.8h7v3.2H3z"
	case LightUnknown:
		g.hollow = "M4.4 7.2a2.1 2.1 0 1 1 3.2 1.7q-1.1.7-1.1 2M6.5 12.6v1"
	case LightEnded:
		g.hollow = "M1 17 12 1"
	}
	return g
}

// pane is the filled pane i of three, counted from the bottom.
func pane(i int) string {
	return fmt.Sprintf("M2.4 %.1fh8.2v3.8H2.4z", 11.8-4.5*float64(i))
}
