package view

// Span is the way of an agreement from intention to signature, on an axis that all rows of the register share.
// Moments are years with their part gone by, such as 2019.36; zero where not known.
type Span struct {
	From, To float64 // the axis
	Intent   float64 // letter of intent
	Approved float64 // by the city council
	Signed   float64
	Label    string // the dates in one sentence
}

// spanWidth is the axis in units; marks reach over its ends by spanMargin.
const (
	spanWidth  = 230.0
	spanMargin = 6.0
	spanMiddle = 9.0
)

// spanShapes are the parts of the drawing; an empty one is not drawn.
type spanShapes struct {
	axis, run, open, bar pathData
	ring, disc           string // the x of their centres
}

// draw places the marks: a ring for the intention, a bar for the approval, a disc for the signature, dashes while open.
func (s Span) draw() spanShapes {
	var out spanShapes
	out.axis.line(spanMargin, spanMiddle, spanMargin+spanWidth)
	if s.Signed != 0 {
		out.disc = number(s.x(s.Signed))
	}
	if s.Approved != 0 {
		out.bar.rect(s.x(s.Approved)-2.5, 1, 5, 16)
	}
	if s.Intent == 0 {
		return out
	}
	x := s.x(s.Intent)
	out.ring = number(x)
	if s.Signed != 0 {
		out.run.line(x+4, spanMiddle, s.x(s.Signed))
	} else {
		out.open.line(x+5, spanMiddle, spanMargin+spanWidth)
	}
	return out
}

func (s Span) x(year float64) float64 {
	return spanMargin + spanWidth*(min(max(year, s.From), s.To)-s.From)/(s.To-s.From)
}
