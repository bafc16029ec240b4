package view

// Document is the address of an uploaded file by the hash of its content, DocumentImage that of an image at a width in pixels, as
// WebP where that ends so, else as JPEG. They are the file itself in both languages.
var (
	Document      = Path{"/dokumen/{hash}", "/en/documents/{hash}"}
	DocumentImage = Path{"/dokumen/{hash}/{width}", "/en/documents/{hash}/{width}"}
)

// Picture is an image of a document as pages show it: never as decoration, always with what it says in words.
type Picture struct {
	URL           string // at the smallest width
	Set           string // the addresses at all widths, as srcset takes them; empty where there is one
	WebP          string // those as WebP
	Alt           string
	Width, Height int // at the smallest width
}
