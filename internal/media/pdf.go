package media

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"slices"
)

// Refusals of a PDF.
const (
	active  = "problem.file_active"  // it runs something or carries other files
	locked  = "problem.file_locked"  // it is encrypted, so that nobody can look into it
	hidden  = "problem.file_hidden"  // a part is packed in a way that nobody can look into
	packed  = "problem.file_packed"  // it unpacks to more than anybody should have to hold
	twofold = "problem.file_twofold" // it is a file of another kind too
)

// doing are names in a PDF that run something, reach out of it or carry other files.
var doing = []string{
	"JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "EF", "RichMedia", "XFA", "ImportData", "SubmitForm", "GoToE",
}

// Bounds of what is looked at in one PDF. Objects may lie within each other when somebody means ill, hence a bound on steps too.
const (
	mostUnpacked = 64 << 20 // bytes of packed objects
	stepsPerByte = 3
	leastSteps   = 1 << 20
	mostTokens   = 4_096 // of the dictionary of a stream; other objects may be longer
)

// pdfLook looks into one PDF: at everything that could be an object to any reader, whatever the file's own table of contents says,
// and into the streams in which objects are packed.
type pdfLook struct {
	data  []byte
	steps int // bytes that may still be read
	left  int // bytes that may still be unpacked
}

// lookIntoPDF tells why a PDF is refused, in a key of the catalog; empty where nothing speaks against it.
func lookIntoPDF(data []byte) string {
	if holdsArchive(data) {
		return twofold
	}
	p := &pdfLook{data: data, steps: stepsPerByte*len(data) + leastSteps, left: mostUnpacked}
	for _, begins := range []string{"obj", "trailer"} {
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(begins))
			if i < 0 {
				break
			}
			at += i + len(begins)
			if why := p.object(at); why != "" {
				return why
			}
		}
	}
	return ""
}

// holdsArchive tells whether the end of the file makes it an archive as well (APPNOTE, 4.3.16).
func holdsArchive(data []byte) bool {
	const farthest = 1<<16 + 22
	return bytes.Contains(data[max(0, len(data)-farthest):], []byte("PK\x05\x06"))
}

// object looks at the object that begins at a place, and at the stream that may follow it.
func (p *pdfLook) object(at int) string {
	l := &lexer{data: p.data, at: at}
	tokens, why := p.tokens(l)
	if why != "" {
		return why
	}
	switch next := l.next(); {
	case next.kind != tokenWord || next.text != "stream":
		return ""
	case len(tokens) == mostTokens:
		return hidden
	case !packsObjects(tokens):
		return ""
	}
	return p.unpacked(tokens, l.at)
}

// tokens are those of one object. A name that does something is refused wherever it stands.
func (p *pdfLook) tokens(l *lexer) (all []token, why string) {
	for depth := 0; ; {
		from := l.at
		t := l.next()
		if p.steps -= l.at - from; p.steps < 0 {
			return nil, packed
		}
		if why := forbidden(t); why != "" {
			return nil, why
		}
		switch t.kind {
		case tokenOpen:
			depth++
		case tokenClose:
			depth--
		case tokenWord:
			if t.text == "endobj" || t.text == "stream" || t.text == "xref" {
				l.at = from
				return all, ""
			}
		}
		if len(all) < mostTokens {
			all = append(all, t)
		}
		if depth <= 0 || t.kind == tokenEnd {
			return all, ""
		}
	}
}

// forbidden is why a name may not stand in a PDF.
func forbidden(t token) string {
	switch {
	case t.kind != tokenName:
		return ""
	case slices.Contains(doing, t.text):
		return active
	case t.text == "Encrypt":
		return locked
	}
	return ""
}

// packsObjects tells whether a stream holds objects (ISO 32000-1, 7.5.7); some readers believe the place of the first alone.
func packsObjects(dict []token) bool {
	return slices.ContainsFunc(dict, func(t token) bool { return t.kind == tokenName && (t.text == "ObjStm" || t.text == "First") })
}

// unpacked looks into a stream of objects.
func (p *pdfLook) unpacked(dict []token, at int) string {
	if at < len(p.data) && p.data[at] == '\r' {
		at++
	}
	if at < len(p.data) && p.data[at] == '\n' {
		at++
	}
	content := p.data[at:]
	filters, known := filtersOf(dict)
	switch {
	case !known || len(filters) > 1:
		return hidden
	case len(filters) == 0:
		if end := bytes.Index(content, []byte("endstream")); end >= 0 {
			content = content[:end]
		}
		return p.names(content)
	case filters[0] != "FlateDecode" && filters[0] != "Fl":
		return hidden
	}
	plain, why := p.inflate(content)
	if why != "" {
		return why
	}
	return p.names(plain)
}

// filtersOf are the filters of a stream; known is false where they stand elsewhere, or with parameters.
func filtersOf(dict []token) (filters []string, known bool) {
	for i, t := range dict {
		if t.kind == tokenName && (t.text == "DecodeParms" || t.text == "DP" || t.text == "FFilter") {
			return nil, false
		}
		if t.kind != tokenName || t.text != "Filter" || i+1 == len(dict) {
			continue
		}
		for _, f := range dict[i+1:] {
			switch {
			case f.kind == tokenName:
				filters = append(filters, f.text)
			case f.kind != tokenOpen:
				return filters, f.kind == tokenClose
			}
			if dict[i+1].kind == tokenName {
				return filters, true
			}
		}
	}
	return filters, true
}

// inflate unpacks, within what is left. Of a stream that is cut off, readers show what there is, so that is looked at.
func (p *pdfLook) inflate(content []byte) ([]byte, string) {
	z, err := zlib.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, hidden
	}
	plain, err := io.ReadAll(io.LimitReader(z, int64(p.left)+1))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && len(plain) == 0 {
		return nil, hidden
	}
	if p.left -= len(plain); p.left < 0 {
		return nil, packed
	}
	return plain, ""
}

// names looks at every name in packed objects.
func (p *pdfLook) names(content []byte) string {
	for l := (&lexer{data: content}); ; {
		t := l.next()
		if why := forbidden(t); why != "" || t.kind == tokenEnd {
			return why
		}
	}
}
