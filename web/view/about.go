package view

// AboutPage explains the register: what it is, how to read it, and where to read on.
type AboutPage struct {
	Page  Page
	Head  PageHead
	What  []string
	Parts []AboutPart
}

// AboutPart names a page that tells more; its id is where the matter stood before it had that page.
type AboutPart struct {
	ID   string
	Text string
	More Link
}

// AboutReading is the part of the page that explains the drawings.
const AboutReading = "membaca"
