// Package card draws share cards: the picture that a messenger shows beside the address of a page.
//
// Here belong the letters, the strokes and the arrangement of a card, as values in and the bytes of a PNG out, and the limits of that
// work. What does not belong here: records and what is said of them, languages, addresses, HTTP.
package card

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// The size of a card in pixels, as Open Graph asks for.
const (
	Width  = 1200
	Height = 630
)

// Card is what a card says and shows.
type Card struct {
	Site    string  // the name beside the mark
	Mark    string  // the mark as SVG path data on a grid of 32
	Kind    string  // what the page is of, such as Mitra; may be empty
	Title   string  // drawn large
	Text    string  // a sentence or two, may be empty
	Sign    Picture // a small drawing before the label, may be empty
	Label   string  // a word or two on the state of things, may be empty
	Reason  string  // of the label, may be empty
	Picture Picture // drawn over the whole width below the words, may be empty
}

// Picture is a drawing in its own units, from its upper left corner.
type Picture struct {
	Left, Top, Width, Height float64
	Shapes                   []Shape
	Marks                    []Mark
	Ground                   bool // a line as wide as the card stands below it
}

// Mark is a word within a picture, such as the year of an axis.
type Mark struct {
	Text string
	X, Y float64 // where its line begins
}

// Shape is a path in the words of SVG, filled, or drawn as a line where it has a stroke.
type Shape struct {
	Path   string
	X, Y   float64 // where the path's own origin lies in the picture
	Ink    Ink
	Stroke float64 // width of the line
	Dash   float64 // length of each dash and each gap, 0 for an unbroken line
}

// design is counted up whenever the same card is to look different from before, so that nobody keeps the old one.
const design = 2

// Tag names the card by all that it says and shows; another card has another tag.
func (c Card) Tag() string {
	said, _ := json.Marshal(struct {
		Design int
		Card   Card
	}{design, c}) // strings and numbers can always be written
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:8])
}
