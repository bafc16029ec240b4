package card

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

//go:embed fonts/*.ttf
var files embed.FS

// typeface is a row of fonts: each letter is taken from the first that has it.
type typeface struct {
	fonts    []*sfnt.Font
	tracking float64 // added after each letter, in parts of the size
}

// The typefaces of the site. Federo, which has no letters beyond Western Europe, takes those of the text.
var (
	display = sync.OnceValue(func() typeface { return load(-.012, "federo", "hanken-400", "hanken-ext-400") })
	regular = sync.OnceValue(func() typeface { return load(0, "hanken-400", "hanken-ext-400") })
	strong  = sync.OnceValue(func() typeface { return load(0, "hanken-600", "hanken-ext-600") })
)

// load reads fonts that the program carries; a test reads them all.
func load(tracking float64, names ...string) typeface {
	face := typeface{tracking: tracking}
	for _, name := range names {
		data, _ := files.ReadFile("fonts/" + name + ".ttf")
		if f, err := sfnt.Parse(data); err == nil {
			face.fonts = append(face.fonts, f)
		}
	}
	return face
}

// unknown stands for a letter that no font has.
const unknown = '·'

// Writes tells whether there are letters for a text, or at least for its greater part.
func Writes(text string) bool {
	all, missing := 0, 0
	for _, c := range text {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			all++
			if _, _, ok := display().letter(c); !ok {
				missing++
			}
		}
	}
	return all > 0 && 2*missing < all
}

// letter finds the font and the place in it of a letter; where no font has it, of the letter without its accents.
func (f typeface) letter(c rune) (*sfnt.Font, sfnt.GlyphIndex, bool) {
	var buffer sfnt.Buffer
	for _, one := range f.fonts {
		if at, err := one.GlyphIndex(&buffer, c); err == nil && at != 0 {
			return one, at, true
		}
	}
	if bare := []rune(norm.NFD.String(string(c)))[0]; bare != c {
		return f.letter(bare)
	}
	return nil, 0, false
}

// spelled is a text in letters that the typeface has, accents joined to their letters.
func (f typeface) spelled(text string) string {
	return strings.Map(func(c rune) rune {
		switch _, _, ok := f.letter(c); {
		case ok:
			return c
		case unicode.IsSpace(c):
			return ' '
		case unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Cf, c):
			return -1
		}
		return unknown
	}, norm.NFC.String(text))
}

// set is the outlines of the letters of a line, side by side from the origin.
func (f typeface) set(text string, size float64) (all outline) {
	f.walk(text, size, func(one *sfnt.Font, at sfnt.GlyphIndex, x float64) {
		all = append(all, glyph(one, at, fixed.Int26_6(size*64), x)...)
	})
	return all
}

// measure is how wide a line is.
func (f typeface) measure(text string, size float64) float64 {
	return f.walk(text, size, func(*sfnt.Font, sfnt.GlyphIndex, float64) {})
}

// walk goes through the letters of a line, tells where each stands, and returns how wide the line is.
func (f typeface) walk(text string, size float64, each func(*sfnt.Font, sfnt.GlyphIndex, float64)) (x float64) {
	var buffer sfnt.Buffer
	var before *sfnt.Font
	var last sfnt.GlyphIndex
	scale := fixed.Int26_6(size * 64)
	for _, c := range f.spelled(text) {
		one, at, _ := f.letter(c)
		if one == before {
			if kern, err := one.Kern(&buffer, last, at, scale, font.HintingNone); err == nil {
				x += float(kern)
			}
		}
		each(one, at, x)
		if advance, err := one.GlyphAdvance(&buffer, at, scale, font.HintingNone); err == nil {
			x += float(advance) + f.tracking*size
		}
		before, last = one, at
	}
	return x
}

func float(n fixed.Int26_6) float64 { return float64(n) / 64 }

// glyph is the outline of one letter, its origin at x.
func glyph(f *sfnt.Font, at sfnt.GlyphIndex, scale fixed.Int26_6, x float64) outline {
	var buffer sfnt.Buffer
	segments, err := f.LoadGlyph(&buffer, at, scale, nil)
	if err != nil {
		return nil
	}
	var r reader
	place := func(p fixed.Point26_6) point { return point{x + float(p.X), float(p.Y)} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.at = place(s.Args[0])
			r.out = append(r.out, line{points: []point{r.at}})
		case sfnt.SegmentOpLineTo:
			r.to(place(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			r.bend(place(s.Args[0]), place(s.Args[1]))
		}
	}
	return r.out
}
