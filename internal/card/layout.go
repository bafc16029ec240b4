package card

import "math"

// The measures of a card in pixels.
const (
	margin     = 72
	right      = Width - margin
	headLine   = 104 // on which the name of the site stands
	wordsTop   = 146 // below which the words may begin
	labelLine  = 524 // on which the label stands
	labelHigh  = 424 // the same above a picture
	labelRoom  = 48  // what it takes above its line
	pictureTop = 440 // below which a picture stands
	ground     = 566 // on which a picture stands
	corner     = 150 // radius of the one round corner
)

// titleSizes are tried from the largest on; each may take as many lines as it says.
var titleSizes = []struct {
	size  float64
	lines int
}{{104, 1}, {88, 2}, {74, 2}, {62, 3}, {52, 3}, {44, 4}, {38, 5}}

const (
	titleLeading = 1.06
	textSize     = 29.0
	textLeading  = 1.45
	textGap      = 26
	markSize     = 22
)

// draw arranges the card.
func (c Card) draw() *canvas {
	to := newCanvas()
	to.stageEnd()
	to.head(c)
	end := float64(labelLine)
	if len(c.Picture.Shapes) > 0 {
		end = labelHigh
		to.across(c.Picture)
	}
	if c.Label != "" {
		to.label(c, end)
		end -= labelRoom
	}
	to.words(c, end)
	return to
}

// stageEnd lets paper be seen beyond the round corner of the stage.
func (c *canvas) stageEnd() {
	edge := outline{{points: []point{{Width, Height}, {Width, Height - corner}}}}
	for i := 1; i <= flat; i++ {
		sin, cos := math.Sincos(math.Pi / 2 * float64(i) / flat)
		edge[0].points = append(edge[0].points, point{Width - corner + corner*cos, Height - corner + corner*sin})
	}
	c.fill(edge, Paper)
}

// head is the mark with the name of the site, and what the page is of at the other end of the line.
func (c *canvas) head(card Card) {
	const size, mark = 34, 46
	c.shape(Shape{Path: card.Mark, Ink: Lamp, Stroke: 2.3}, placing{margin - 3, headLine - 38, mark / 32.0})
	c.write(card.Site, display(), size, margin+mark+14, headLine, OnStage)
	c.write(card.Kind, regular(), 26, right-regular().measure(card.Kind, 26), headLine, OnStage2)
}

// words are the title and the text, in the middle of the room that they have.
func (c *canvas) words(card Card, end float64) {
	const top, width = float64(wordsTop), float64(right - margin)
	size, title := fit(card.Title, width, end-top)
	height := float64(len(title)) * size * titleLeading
	var text []string
	if card.Text != "" {
		room := int((end - top - height - textGap) / (textSize * textLeading))
		text = column{regular(), textSize, min(width, 920)}.paragraph(card.Text, min(room, 4))
	}
	if len(text) > 0 {
		height += textGap + float64(len(text))*textSize*textLeading
	}
	y := top + max(0, (end-top-height)/2)
	for _, words := range title {
		y += size * titleLeading
		c.write(words, display(), size, margin-size*.04, y-size*.24, OnStage)
	}
	y += textGap
	for _, words := range text {
		y += textSize * textLeading
		c.write(words, regular(), textSize, margin, y-textSize*.35, OnStage2)
	}
}

// label is the sign with its word on a line, and the reason: below it, or after it where a picture follows.
func (c *canvas) label(card Card, line float64) {
	const size, small, sign = 31.0, 26.0, 36.0
	x := float64(margin)
	if s := card.Sign; s.Height > 0 {
		scale := sign / s.Height
		c.picture(s, placing{x - s.Left*scale, line - 29 - s.Top*scale, scale})
		x += s.Width*scale + 16
	}
	c.write(card.Label, strong(), size, x, line, OnStage)
	y := line + 40
	if line == labelHigh {
		x, y = x+strong().measure(card.Label, size)+20, line
	}
	for _, reason := range (column{regular(), small, right - x}).paragraph(card.Reason, 1) {
		c.write(reason, regular(), small, x, y, OnStage2)
	}
}

// across draws a picture over the whole width, its foot on the ground.
func (c *canvas) across(p Picture) {
	scale := min((right-margin)/p.Width, (ground-pictureTop)/p.Height)
	at := placing{margin - p.Left*scale, ground - p.Height*scale - p.Top*scale, scale}
	c.picture(p, at)
	for _, m := range p.Marks {
		x := min(at.x+m.X*scale, right-regular().measure(m.Text, markSize))
		c.write(m.Text, regular(), markSize, x, at.y+m.Y*scale, OnStage2)
	}
	if p.Ground {
		c.fill(outline{{points: []point{{margin, ground}, {right, ground}, {right, ground + 3}, {margin, ground + 3}}}}, OnStage2)
	}
}

func (c *canvas) picture(p Picture, at placing) {
	for _, s := range p.Shapes {
		c.shape(s, at)
	}
}

func (c *canvas) write(text string, face typeface, size, x, y float64, ink Ink) {
	c.fill(placing{x, y, 1}.put(face.set(text, size)), ink)
}
