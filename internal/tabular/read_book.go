package tabular

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// workbookPart is the part of a workbook that lists its sheets.
const workbookPart = "xl/workbook.xml"

// mostText is how many bytes of texts that cells share are held.
const mostText = 64 << 20

// book finds its way in the parts of a workbook.
type book struct {
	parts *zip.Reader
	texts []string // those that cells share
}

// open reads the texts and returns the first sheet that is not hidden, or the first one where all are.
func (b *book) open() (*zip.File, error) {
	var list struct {
		Sheets []struct {
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	err := errors.Join(b.read(workbookPart, &list), b.read("xl/_rels/workbook.xml.rels", &links))
	if err != nil || len(list.Sheets) == 0 {
		return nil, &Fault{Why: Broken}
	}
	chosen := list.Sheets[0]
	for _, s := range list.Sheets {
		if s.State == "" || s.State == "visible" {
			chosen = s
			break
		}
	}
	var sheet *zip.File
	for _, l := range links.List {
		if strings.HasSuffix(l.Type, "/sharedStrings") {
			if err := b.readTexts(b.find(l.Target)); err != nil {
				return nil, err
			}
		}
		for _, a := range chosen.Attrs {
			if a.Name.Local == "id" && a.Value == l.ID {
				sheet = b.find(l.Target)
			}
		}
	}
	if sheet == nil {
		return nil, &Fault{Why: Broken}
	}
	return sheet, nil
}

// find is the part to which another one of the folder xl points, nil where there is none.
func (b *book) find(target string) *zip.File {
	name := strings.TrimPrefix(target, "/")
	if name == target {
		name = path.Join("xl", target)
	}
	for _, part := range b.parts.File {
		if strings.EqualFold(part.Name, name) {
			return part
		}
	}
	return nil
}

// read reads a small part.
func (b *book) read(name string, into any) error {
	part := b.find("/" + name)
	if part == nil {
		return errCell
	}
	in, err := part.Open()
	if err != nil {
		return err
	}
	return errors.Join(xml.NewDecoder(in).Decode(into), in.Close())
}

// readTexts reads the texts that cells share.
func (b *book) readTexts(part *zip.File) error {
	if part == nil {
		return &Fault{Why: Broken}
	}
	in, err := part.Open()
	if err != nil {
		return &Fault{Why: Broken}
	}
	defer in.Close()
	tokens, size := xml.NewDecoder(in), 0
	for {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &Fault{Why: Broken}
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "si" {
			continue
		}
		var text richText
		if err := tokens.DecodeElement(&text, &start); err != nil {
			return &Fault{Why: Broken}
		}
		b.texts = append(b.texts, text.String())
		if size += len(b.texts[len(b.texts)-1]); size > mostText {
			return &Fault{Why: Swollen, Most: mostText}
		}
	}
}
