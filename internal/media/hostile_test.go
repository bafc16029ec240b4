package media_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
)

// stream is a PDF object with a stream.
func stream(dict string, content []byte) string {
	return fmt.Sprintf("7 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n", dict, len(content), content)
}

func deflated(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// entries is an archive of named contents.
func entries(t testing.TB, of ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(of); i += 2 {
		w, err := z.Create(of[i])
		if err == nil {
			_, err = io.WriteString(w, of[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	types    = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
	document = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Nota kesepahaman</w:t></w:r></w:p><w:p><w:r><w:t>Pasal satu</w:t></w:r></w:p></w:body></w:document>`
)

func docx(t testing.TB, more ...string) []byte {
	return entries(t, append([]string{"[Content_Types].xml", types, "word/document.xml", document}, more...)...)
}

// claims is a PNG that says that it has a size, and holds hardly anything.
func claims(width, height uint32) []byte {
	head := binary.BigEndian.AppendUint32(nil, width)
	head = append(binary.BigEndian.AppendUint32(head, height), 8, 2, 0, 0, 0)
	return append([]byte("\x89PNG\r\n\x1a\n"), append(chunk("IHDR", head), chunk("IDAT", nil)...)...)
}

func chunk(name string, content []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	b = append(append(b, name...), content...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// photo is a JPEG of a dark and a light half, side by side.
func photo(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, halves(width, height), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func halves(width, height int) image.Image {
	shown := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			if x < width/2 {
				shown.Set(x, y, color.Black)
			} else {
				shown.Set(x, y, color.White)
			}
		}
	}
	return shown
}

func drawing(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, halves(width, height)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// located is a photo of a phone that was held on its side, with the place where it was taken.
func located(t testing.TB, width, height int, held byte) []byte {
	plain := photo(t, width, height)
	tiff := "MM\x00\x2a\x00\x00\x00\x08\x00\x02" +
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(held) + "\x00\x00" +
		"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x26" + "\x00\x00\x00\x00" + "GPS-6.9147,107.6098"
	exif := append([]byte("Exif\x00\x00"), tiff...)
	part := append(binary.BigEndian.AppendUint16([]byte("\xff\xe1"), uint16(len(exif)+2)), exif...)
	return append(append(append([]byte{}, plain[:2]...), part...), plain[2:]...)
}

func TestHostileFileIsRefusedInWords(t *testing.T) {
	script := []byte("9 0 << /S /JavaScript /JS (app.alert(1)) >>")
	bomb := deflated(t, make([]byte, 100<<20))
	for _, c := range []struct {
		name string
		file []byte
		key  string
	}{
		{"web page", []byte("<!doctype html><script>alert(1)</script>"), "problem.file_kind_office"},
		{"drawing with a script", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "problem.file_kind_office"},
		{"drawing behind a declaration", []byte(`<?xml version="1.0"?><svg onload="alert(1)"/>`), "problem.file_kind_office"},
		{"program", []byte("MZ\x90\x00"), "problem.file_kind_office"},
		{"moving picture", []byte("GIF89a\x01\x00\x01\x00"), "problem.file_kind_office"},
		{"program under the name of a paper", []byte("\x7fELF %PDF-1.7"), "problem.file_kind_office"},
		{"nothing", nil, "problem.file_empty"},

		{"PDF with a script", []byte(pdf + "2 0 obj << /S /JavaScript /JS (x) >>"), "problem.file_active"},
		{"PDF with a script in other letters", []byte(pdf + "2 0 obj << /S /J#61v#61Script >>"), "problem.file_active"},
		{"PDF that starts a program", []byte(pdf + "2 0 obj\n[ << /Type /Action /S /Launch >> ]"), "problem.file_active"},
		{"PDF that carries files", []byte(pdf + "2 0 obj << /Names << /EmbeddedFiles 3 0 R >> >>"), "problem.file_active"},
		{"PDF that sends forms", []byte(pdf + "2 0 obj << /S /SubmitForm >>"), "problem.file_active"},
		{"PDF with a script behind a remark", []byte(pdf + "2 0 % a remark\nobj % another\n<< /S % )>>\n/JavaScript >>"), "problem.file_active"},
		{"PDF with a script in packed objects", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflated(t, script))), "problem.file_active"},
		{"PDF with a script in objects packed once more", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", deflated(t, deflated(t, script)))), "problem.file_hidden"},
		{"PDF with a script in objects that are cut off", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflated(t, append(script, bytes.Repeat([]byte(" x"), 5000)...))[:60])), "problem.file_active"},
		{"PDF with packed objects behind a long preface", []byte(pdf + stream(strings.Repeat("/A 1 ", 5000)+"/Type /ObjStm /First 4", script)), "problem.file_hidden"},
		{"PDF with objects packed as text", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode", []byte("39203020"))), "problem.file_hidden"},
		{"PDF whose packing is told elsewhere", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter 5 0 R", script)), "problem.file_hidden"},
		{"PDF with a script in unpacked objects", []byte(pdf + stream("/Type /Obj#53tm /N 1 /First 4", script)), "problem.file_active"},
		{"PDF with an object inside a stream", []byte(pdf + stream("", []byte("9 0 obj << /S /JavaScript >> endobj"))), "problem.file_active"},
		{"PDF with an object inside a string", []byte(pdf + "2 0 obj << /T (x 9 0 obj << /S /JavaScript >>) >> endobj"), "problem.file_active"},
		{"PDF behind a password", []byte(pdf + "trailer << /Root 1 0 R /Encrypt 5 0 R >>"), "problem.file_locked"},
		{"PDF that unpacks without end", []byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", bomb)), "problem.file_packed"},
		{"PDF of objects within objects", []byte(pdf + strings.Repeat("1 0 obj<<", 50_000)), "problem.file_packed"},
		{"PDF that is an archive too", append([]byte(pdf), docx(t)...), "problem.file_twofold"},

		{"PNG of 30000 by 30000", claims(30_000, 30_000), "problem.file_pixels"},
		{"PNG of more than a billion in a row", claims(1<<31-1, 1), "problem.file_pixels"},
		{"PNG that is cut off", drawing(t, 40, 40)[:100], "problem.file_broken"},
		{"JPEG that is cut off", photo(t, 400, 400)[:700], "problem.file_broken"},
		{"JPEG that is none", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), "problem.file_broken"},
		{"WebP that is none", []byte("RIFF\x24\x00\x00\x00WEBPVP8 "), "problem.file_broken"},

		{"archive of anything", entries(t, "a.txt", "x"), "problem.file_kind_office"},
		{"program of a telephone", entries(t, "AndroidManifest.xml", "x", "classes.dex", "x"), "problem.file_kind_office"},
		{"letter with macros", docx(t, "word/vbaProject.bin", "x"), "problem.file_macro"},
		{"letter that says it has macros", entries(t, "[Content_Types].xml", `<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`, "word/document.xml", document), "problem.file_macro"},
		{"letter that carries a file", docx(t, "word/embeddings/oleObject1.bin", "x"), "problem.file_macro"},
		{"letter that fetches its template", docx(t, "word/_rels/settings.xml.rels", `<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>`), "problem.file_macro"},
		{"table with old macros", entries(t, "[Content_Types].xml", types, "xl/workbook.xml", "<workbook/>", "xl/macrosheets/sheet1.xml", "<x/>"), "problem.file_macro"},
		{"text document with Basic", entries(t, "mimetype", media.ODT, "content.xml", "<x/>", "Basic/Standard/Module1.xml", "<x/>"), "problem.file_macro"},
		{"text document that does not say so", entries(t, "content.xml", "<x/>"), "problem.file_kind_office"},
		{"letter that unpacks without end", docx(t, "word/media/x.bin", strings.Repeat("\x00", 30<<20)), "problem.file_packed"},
		{"letter of very many parts", docx(t, manyEntries(2_100)...), "problem.file_packed"},
		{"letter nested without end", entries(t, "[Content_Types].xml", types, "word/document.xml", strings.Repeat("<a>", 5_000)), "problem.file_packed"},
		{"letter that is cut off", docx(t)[:200], "problem.file_kind_office"},
		{"letter whose packing is damaged", damaged(docx(t)), "problem.file_broken"},
		{"letter of broken XML", entries(t, "[Content_Types].xml", types, "word/document.xml", "<a><b></a>"), "problem.file_broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir := open(t, 0)
			_, err := s.Keep(t.Context(), bytes.NewReader(c.file))
			invalid := portal.AsInvalid(err)
			if invalid == nil || invalid.Problems[0].Field != "file" || invalid.Problems[0].Key != c.key {
				t.Fatalf("got %v, want %s", err, c.key)
			}
			for _, l := range i18n.Langs {
				if words := l.T(c.key, invalid.Problems[0].Args...); words == "" || words == c.key || strings.Contains(words, "%!") {
					t.Errorf("in %s it says %q", l, words)
				}
			}
			empty(t, dir)
		})
	}
}

// damaged is an archive with a scratch in the packed bytes of its second entry.
func damaged(archive []byte) []byte {
	at := bytes.Index(archive, []byte("word/document.xml")) + len("word/document.xml")
	copy(archive[at:], bytes.Repeat([]byte{0xff}, 8))
	return archive
}

func manyEntries(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("word/%d.xml", i), "")
	}
	return names
}

// read is the kept file as an image, and its bytes.
func read(t *testing.T, dir string, kept portal.File) (image.Image, []byte) {
	t.Helper()
	data, err := os.ReadFile(dir + "/" + kept.Hash[:2] + "/" + kept.Hash[2:])
	if err != nil {
		t.Fatal(err)
	}
	shown, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return shown, data
}

func TestPhotoIsKeptUprightAndWithoutThePlaceWhereItWasTaken(t *testing.T) {
	s, dir := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(located(t, 80, 40, 6)))
	if err != nil {
		t.Fatal(err)
	}
	shown, data := read(t, dir, kept)
	if bytes.Contains(data, []byte("GPS")) || bytes.Contains(data, []byte("Exif")) {
		t.Error("the file still tells where it was taken")
	}
	if kept.Width != 40 || kept.Height != 80 || shown.Bounds().Dx() != 40 || kept.Size != int64(len(data)) {
		t.Errorf("kept as %+v", kept)
	}
	if top, _, _, _ := shown.At(20, 10).RGBA(); top > 0x4000 {
		t.Error("what was on the left when the camera was held on its side is not on top")
	}
}

func TestPictureIsTurnedAsTheCameraSays(t *testing.T) {
	dark := map[byte][2]int{1: {5, 20}, 2: {75, 20}, 3: {75, 20}, 4: {5, 20}, 5: {20, 5}, 6: {20, 5}, 7: {20, 75}, 8: {20, 75}}
	s, dir := open(t, 0)
	for held, at := range dark {
		kept, err := s.Keep(t.Context(), bytes.NewReader(located(t, 80, 40, held)))
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := read(t, dir, kept)
		if grey, _, _, _ := shown.At(at[0], at[1]).RGBA(); grey > 0x4000 {
			t.Errorf("held as %d: %v is light", held, at)
		}
	}
}

func TestNothingBehindThePixelsOfAPictureIsKept(t *testing.T) {
	s, dir := open(t, 0)
	noted := drawing(t, 30, 30)
	noted = append(append(append([]byte{}, noted[:33]...), chunk("tEXt", []byte("Author\x00Rina"))...), noted[33:]...)
	for name, file := range map[string][]byte{
		"photo that is an archive too": append(photo(t, 30, 30), docx(t)...),
		"photo that is a page too":     append(photo(t, 30, 30), "<script>alert(1)</script>"...),
		"drawing with its author":      append(noted, "<?php system($_GET[0]) ?>"...),
	} {
		kept, err := s.Keep(t.Context(), bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		_, data := read(t, dir, kept)
		for _, left := range []string{"PK\x03\x04", "script", "php", "Rina"} {
			if bytes.Contains(data, []byte(left)) {
				t.Errorf("%s: %q is kept", name, left)
			}
		}
	}
}

func TestHugePhotoIsKeptAtTheSizeOfAPage(t *testing.T) {
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(photo(t, 4400, 44)))
	if err != nil || kept.Width != 4000 || kept.Height != 40 {
		t.Errorf("%+v, %v", kept, err)
	}
}

func TestOfficeFileIsKeptAsItIsAndItsWordsAreRead(t *testing.T) {
	s, _ := open(t, 0)
	for kind, file := range map[string][]byte{
		media.DOCX: docx(t, "word/a..b.xml", "<x/>"),
		media.XLSX: entries(t, "[Content_Types].xml", types, "xl/workbook.xml", "<workbook/>", "xl/sharedStrings.xml", "<sst><si><t>Nota kesepahaman</t></si><si><t>Pasal satu</t></si></sst>"),
		media.ODT:  entries(t, "mimetype", media.ODT, "content.xml", `<o xmlns:text="t"><text:p>Nota kesepahaman</text:p><text:p>Pasal satu</text:p></o>`),
	} {
		kept, err := s.Keep(t.Context(), bytes.NewReader(file))
		if err != nil || kept.MediaType != kind || kept.Size != int64(len(file)) || kept.Words != "Nota kesepahaman\nPasal satu" {
			t.Errorf("%s: %+v, %v", kind, kept, err)
		}
	}
}

func TestOfficeFileWithNamesThatLeadAwayIsRefusedInWords(t *testing.T) {
	s, dir := open(t, 0)
	for _, name := range []string{
		"../../../../etc/cron.d/x", "..", "word/../../x", "word/..", "/etc/passwd", "//host/x", `..\..\x`, `word\..\..\x`, `word\x`, `C:\x`, "C:/x", "c:x",
		"word/\x00.xml",
	} {
		_, err := s.Keep(t.Context(), bytes.NewReader(docx(t, name, "x")))
		invalid := portal.AsInvalid(err)
		if invalid == nil || invalid.Problems[0].Key != "problem.file_path" || !i18n.Has(invalid.Problems[0].Key) {
			t.Errorf("%q: got %v", name, err)
		}
	}
	empty(t, dir)
}

func TestStrangersSendPapersAndPicturesAlone(t *testing.T) {
	s, dir := open(t, 0)
	_, err := s.FromStrangers().Keep(t.Context(), bytes.NewReader(docx(t)))
	if invalid := portal.AsInvalid(err); invalid == nil || invalid.Problems[0].Key != "problem.file_kind" {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}

func TestHonestPaperIsKept(t *testing.T) {
	s, _ := open(t, 0)
	noise := bytes.Repeat([]byte("/JS /JavaScript /Launch /Encrypt "), 100) // in an image they mean nothing
	for name, file := range map[string]string{
		"with packed objects":      pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflated(t, []byte("9 0 << /Type /Page >>"))),
		"with packed objects (2)":  pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter [ /FlateDecode ]", deflated(t, []byte("9 0 << /Type /Page >>"))),
		"with names that begin so": pdf + "2 0 obj << /JSX 1 /Launchpad 2 >> endobj",
		"with a contents list":     pdf + "2 0 obj << /Type /Outlines /First 3 0 R >> endobj",
		"with words that mean it":  pdf + "2 0 obj (see /JavaScript and /Launch) endobj",
		"with a scan":              pdf + stream("/Type /XObject /Subtype /Image /Filter /DCTDecode", noise),
	} {
		if _, err := s.Keep(t.Context(), strings.NewReader(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzLookIntoFiles(f *testing.F) {
	f.Add([]byte(pdf + stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflated(f, []byte("9 0 << /Type /Page >>")))))
	f.Add(docx(f, "word/_rels/x.rels", "<a/>"))
	f.Add(drawing(f, 5, 5))
	f.Add(located(f, 8, 4, 6))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, _ := open(t, 1<<16)
		if _, err := s.Keep(t.Context(), bytes.NewReader(b)); err != nil && portal.AsInvalid(err) == nil {
			t.Error(err)
		}
	})
}
