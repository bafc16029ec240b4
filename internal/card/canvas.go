package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"sync"

	"golang.org/x/image/vector"
)

// Ink is a colour of the stage, as the site's style sheet names it.
type Ink int

// The inks: words, quieter words, light, windows without it, and the paper below the stage.
const (
	OnStage Ink = iota
	OnStage2
	Lamp
	StageUnlit
	Paper
	inks
)

// stage is the ground that everything is drawn on, shades are the inks. A test keeps them equal to the style sheet's.
var (
	stage  = color.RGBA{0x0B, 0x3A, 0x31, 0xFF}
	shades = [inks]color.RGBA{
		OnStage:    {0xF4, 0xF1, 0xE4, 0xFF},
		OnStage2:   {0xBD, 0xD2, 0xC7, 0xFF},
		Lamp:       {0xF5, 0xB9, 0x3F, 0xFF},
		StageUnlit: {0x2B, 0x63, 0x54, 0xFF},
		Paper:      {0xF5, 0xF4, 0xED, 0xFF},
	}
)

// canvas is a card under the pen.
type canvas struct{ pixels *image.RGBA }

func newCanvas() *canvas {
	c := &canvas{pixels: image.NewRGBA(image.Rect(0, 0, Width, Height))}
	draw.Draw(c.pixels, c.pixels.Bounds(), image.NewUniform(stage), image.Point{}, draw.Src)
	return c
}

// fill paints the inside of an outline.
func (c *canvas) fill(o outline, ink Ink) {
	box := o.bounds().Intersect(c.pixels.Bounds())
	if box.Empty() {
		return
	}
	filler := vector.NewRasterizer(box.Dx(), box.Dy())
	x, y := float64(box.Min.X), float64(box.Min.Y)
	for _, line := range o {
		for i, p := range line.points {
			if i == 0 {
				filler.MoveTo(float32(p.x-x), float32(p.y-y))
			} else {
				filler.LineTo(float32(p.x-x), float32(p.y-y))
			}
		}
		filler.ClosePath()
	}
	filler.Draw(c.pixels, box, image.NewUniform(shades[ink]), image.Point{})
}

// bounds are the pixels that an outline touches.
func (o outline) bounds() (box image.Rectangle) {
	for _, line := range o {
		for _, p := range line.points {
			x, y := int(math.Floor(p.x)), int(math.Floor(p.y))
			box = box.Union(image.Rect(x, y, x+2, y+2))
		}
	}
	return box
}

// shape paints a shape of a picture, moved and scaled.
func (c *canvas) shape(s Shape, at placing) {
	at.x, at.y = at.x+s.X*at.scale, at.y+s.Y*at.scale
	o := at.put(readPath(s.Path))
	if s.Stroke > 0 {
		o = o.dashed(s.Dash * at.scale).stroked(s.Stroke * at.scale)
	}
	c.fill(o, s.Ink)
}

// steps are the shades between the stage and an ink that the edges of letters may have.
const steps = 24

// palette holds all colours of a card: each ink in all its shades on the stage.
var palette = sync.OnceValue(func() color.Palette {
	colours := color.Palette{stage}
	for _, ink := range shades {
		for n := 1; n <= steps; n++ {
			colours = append(colours, color.RGBA{
				between(stage.R, ink.R, n), between(stage.G, ink.G, n), between(stage.B, ink.B, n), 0xFF,
			})
		}
	}
	return colours
})

func between(from, to uint8, n int) uint8 { return uint8(int(from) + (int(to)-int(from))*n/steps) }

// png is the finished card, each pixel in the nearest colour of the palette.
func (c *canvas) png() ([]byte, error) {
	colours := palette()
	out := image.NewPaletted(c.pixels.Bounds(), colours)
	nearest := map[color.RGBA]uint8{}
	last, index := stage, uint8(0) // most pixels are like the one before
	for i := range out.Pix {
		p := c.pixels.Pix[4*i : 4*i+3]
		if seen := (color.RGBA{p[0], p[1], p[2], 0xFF}); seen != last {
			known := false
			if index, known = nearest[seen]; !known {
				index = uint8(colours.Index(seen))
				nearest[seen] = index
			}
			last = seen
		}
		out.Pix[i] = index
	}
	var written bytes.Buffer
	err := png.Encode(&written, out)
	return written.Bytes(), err
}
