package media

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"kotakembar/internal/portal"
)

// Bounds of what is looked at in one file of an office program.
const (
	mostEntries = 2_000
	mostPlain   = 200 << 20 // bytes that all entries unpack to
	mostRatio   = 200       // bytes to one packed byte, of entries that are worth it
	worthRatio  = 1 << 20
	mostXML     = 32 << 20 // bytes of an entry that is read, not only unpacked
	mostWords   = 200_000  // bytes of what can be read in one file
)

// office are the kinds of office files by the entry that only they have, and where their words stand.
var office = []struct{ entry, mediaType, words string }{
	{"word/document.xml", DOCX, "word/document.xml"},
	{"xl/workbook.xml", XLSX, "xl/sharedStrings.xml"},
	{"content.xml", ODT, "content.xml"},
}

// carried are parts of the names of entries that run something or carry files of other programs.
var carried = []string{
	"vbaproject", "vbadata", "macrosheets/", "activex/", "embeddings/", "oleobject", "basic/", "scripts/", "dialogsheets/", "customui/",
}

// lookIntoOffice reads an office file. It is refused where it is none, carries programs or other files, fetches its template from
// elsewhere, or unpacks to more than anybody should hold. Its entries are never written anywhere here; whoever takes it along may unpack
// it, so that it is refused, too, where a name leads out of the place where it is unpacked.
func lookIntoOffice(from io.ReaderAt, size int64) (mediaType, words string, err error) {
	archive, err := zip.NewReader(from, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return "", "", refused("problem.file_kind_office")
	}
	if len(archive.File) > mostEntries {
		return "", "", refused(packed)
	}
	text := ""
	for _, kind := range office {
		if has(archive, kind.entry) {
			mediaType, text = kind.mediaType, kind.words
			break
		}
	}
	if mediaType == "" || mediaType == ODT && !saysODT(archive) {
		return "", "", refused("problem.file_kind_office")
	}
	left := int64(mostPlain)
	for _, f := range archive.File {
		said, err := lookIntoEntry(f, &left, f.Name == text)
		if err != nil {
			return "", "", err
		}
		words += said
	}
	return mediaType, words, nil
}

func has(archive *zip.Reader, name string) bool {
	for _, f := range archive.File {
		if f.Name == name {
			return true
		}
	}
	return false
}

// saysODT tells whether the archive calls itself a text document, as it must in an entry of its own.
func saysODT(archive *zip.Reader) bool {
	f, err := archive.Open("mimetype")
	if err != nil {
		return false
	}
	defer f.Close()
	said, err := io.ReadAll(io.LimitReader(f, 100))
	return err == nil && strings.TrimSpace(string(said)) == ODT
}

// lookIntoEntry unpacks one entry to nowhere, and returns what can be read in it if that is asked for.
func lookIntoEntry(f *zip.File, left *int64, read bool) (words string, err error) {
	if leadsAway(f.Name) {
		return "", refused("problem.file_path")
	}
	name := strings.ToLower(path.Clean("/" + f.Name))
	for _, part := range carried {
		if strings.Contains(name, "/"+part) || strings.Contains(name, part) && !strings.HasSuffix(part, "/") {
			return "", refused("problem.file_macro")
		}
	}
	if f.Flags&1 != 0 {
		return "", refused(locked)
	}
	entry, err := f.Open()
	if err != nil {
		return "", refused("problem.file_broken")
	}
	defer entry.Close()
	bounded := &bound{from: entry, left: left, packed: int64(f.CompressedSize64), most: mostPlain}
	switch {
	case strings.HasSuffix(name, ".rels"), name == "/[content_types].xml":
		bounded.most = mostXML
		err = lookIntoRelations(bounded)
	case read:
		bounded.most = mostXML
		words, err = readWords(bounded)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, bounded)
	}
	if _, ours := errors.AsType[*fs.PathError](err); err != nil && !ours && portal.AsInvalid(err) == nil {
		return "", refused("problem.file_broken") // whatever else goes wrong is wrong with what the file holds
	}
	return words, err
}

// leadsAway tells whether a name is that of a place and not that of an entry: no office program writes such ones.
func leadsAway(name string) bool {
	drive := len(name) > 1 && name[1] == ':'
	return drive || strings.ContainsAny(name, "\\\x00") || path.IsAbs(name) || slices.Contains(strings.Split(name, "/"), "..")
}

// bound is an entry that unpacks to no more than is left, and to no more than honest ones of its size do.
type bound struct {
	from   io.Reader
	left   *int64
	packed int64
	most   int64
	got    int64
}

func (b *bound) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	*b.left -= int64(n)
	b.got += int64(n)
	if *b.left < 0 || b.got > b.most || b.got > worthRatio && b.got/max(1, b.packed) > mostRatio {
		return 0, refused(packed)
	}
	return n, err
}

// lookIntoRelations refuses what is fetched or run when the file is opened.
func lookIntoRelations(from io.Reader) error {
	return eachToken(from, func(t xml.Token) error {
		element, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		kind, external := strings.ToLower(attribute(element, "Type")+" "+attribute(element, "ContentType")), attribute(element, "TargetMode") == "External"
		if strings.Contains(kind, "macroenabled") || strings.Contains(kind, "vbaproject") ||
			external && (strings.Contains(kind, "attachedtemplate") || strings.Contains(kind, "oleobject") || strings.Contains(kind, "frame")) {
			return refused("problem.file_macro")
		}
		return nil
	})
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// apart are elements after which the next words stand apart: paragraphs, headings, cells, tabs.
var apart = []string{"p", "h", "si", "tab", "br"}

// readWords are the texts between the elements.
func readWords(from io.Reader) (string, error) {
	var said strings.Builder
	err := eachToken(from, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.CharData:
			said.Write(t[:min(len(t), max(0, mostWords-said.Len()))])
		case xml.EndElement:
			if slices.Contains(apart, t.Name.Local) && said.Len() < mostWords {
				said.WriteByte('\n')
			}
		}
		return nil
	})
	return strings.TrimSpace(strings.ToValidUTF8(said.String(), "")), err
}

// eachToken reads XML that is no deeper than people write it.
func eachToken(from io.Reader, do func(xml.Token) error) error {
	const deepest = 256
	depth := 0
	for x := xml.NewDecoder(from); ; {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > deepest {
			return refused(packed)
		}
		if err := do(t); err != nil {
			return err
		}
	}
}
