package media_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"kotakembar/internal/media"
)

// TestMain lets the program of the tests be the process that reads a PDF, too.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "words" {
		info, err := os.Stdin.Stat()
		if err == nil {
			err = media.ReadWords(os.Stdin, info.Size(), os.Stdout)
		}
		if err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// pages is a PDF whose pages each hold what a content stream draws, as its dictionary says it is packed.
func pages(dict string, streams ...[]byte) []byte {
	var out bytes.Buffer
	var at []int
	object := func(text string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj%s\nendobj\n", len(at), text)
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range streams {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(streams)))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	for i, stream := range streams {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", 5+2*i))
		object(fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(stream), dict, stream))
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, place := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", place)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return out.Bytes()
}

func shown(words string) []byte { return []byte("BT /F1 12 Tf 50 700 Td (" + words + ") Tj ET") }

// wordsOf keeps a file as it is and reads its words.
func wordsOf(t *testing.T, file []byte) (string, error) {
	t.Helper()
	s, _ := open(t, media.DefaultLimit)
	kept, err := s.Keep(t.Context(), bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return s.Words(t.Context(), kept.Hash, self, "words")
}

func TestWordsOfPaperAreReadPageByPage(t *testing.T) {
	t.Parallel()
	words, err := wordsOf(t, pages("", shown("Pasal satu: pertukaran pemuda"), shown("Pasal dua: Budapest")))
	if err != nil || !strings.Contains(words, "Pasal satu: pertukaran pemuda") || !strings.Contains(words, "Pasal dua: Budapest") {
		t.Errorf("%q, %v", words, err)
	}
	if words, err := wordsOf(t, pages("", nil)); words != "" || err != nil {
		t.Errorf("of an empty page: %q, %v", words, err)
	}
}

func TestPaperThatMeansIllTakesNobodyWithIt(t *testing.T) {
	t.Parallel()
	var bomb bytes.Buffer
	z := zlib.NewWriter(&bomb)
	for range 400 {
		if _, err := z.Write(bytes.Repeat([]byte("q "), 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	loop := bytes.Replace(pages("", shown("a")), []byte("/Kids[4 0 R ]"), []byte("/Kids[2 0 R ]"), 1)
	for name, file := range map[string][]byte{
		"unpacks without end":            pages("/Filter/FlateDecode", bomb.Bytes()),
		"holds itself":                   loop,
		"is deeper than any stack":       pages("", bytes.Repeat([]byte("["), 10<<20)),
		"is cut off":                     pages("", shown("a"))[:300],
		"says that it has endless pages": bytes.Replace(pages("", shown("a")), []byte("/Count 1"), []byte("/Count 99999999"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if words, err := wordsOf(t, file); err != nil && !errors.Is(err, media.ErrUnread) || len(words) > 200_000 {
				t.Errorf("%d bytes, %v", len(words), err)
			}
		})
	}
}

func TestReaderThatEndsBadlyIsNoFaultOfOurs(t *testing.T) {
	t.Parallel()
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Words(t.Context(), kept.Hash, "/nowhere/to/be/found"); !errors.Is(err, media.ErrUnread) {
		t.Errorf("%v", err)
	}
}
