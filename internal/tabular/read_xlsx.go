package tabular

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// mostParts is how many parts a workbook may have.
const mostParts = 2000

// workbook reads the first sheet that is not hidden, as it was stored: a date is the number of its day, whatever it looks like.
//
// Only cells and their texts are looked at, one row at a time. Libraries for workbooks bring charts, formulas, encryption and the
// character sets of East Asia along: a twentieth of the program, for none of which a list of records has a use.
func (r *reader) workbook(file io.ReaderAt, size int64) error {
	parts, err := zip.NewReader(file, size)
	if err != nil {
		return &Fault{Why: Broken}
	}
	if err := measure(parts, r.most.Unpacked); err != nil {
		return err
	}
	book := book{parts: parts}
	sheet, err := book.open()
	if err != nil {
		return err
	}
	in, err := sheet.Open()
	if err != nil {
		return &Fault{Why: Broken}
	}
	return errors.Join(r.sheet(in, book.texts), in.Close())
}

// measure unpacks every part of an archive into nothing, before anybody holds it, because an archive may lie about its sizes.
func measure(parts *zip.Reader, most int64) error {
	if len(parts.File) > mostParts {
		return &Fault{Why: Swollen, Most: mostParts}
	}
	sheets, left := false, most
	for _, part := range parts.File {
		sheets = sheets || strings.EqualFold(part.Name, workbookPart)
		n, err := unpacked(part, left)
		if left -= n; left <= 0 {
			return &Fault{Why: Swollen, Most: most}
		}
		if err != nil {
			return &Fault{Why: Broken}
		}
	}
	if !sheets {
		return &Fault{Why: NotATable}
	}
	return nil
}

// unpacked is how many bytes a part has, counted no further than the limit.
func unpacked(part *zip.File, most int64) (int64, error) {
	if part.UncompressedSize64 > uint64(most) {
		return most, nil
	}
	in, err := part.Open()
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(io.Discard, io.LimitReader(in, most))
	return n, errors.Join(err, in.Close())
}

// sheet reads the rows of a sheet.
func (r *reader) sheet(in io.Reader, texts []string) error {
	tokens := xml.NewDecoder(in)
	number := 0
	for {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &Fault{Why: Broken, Line: number}
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		number = rowNumber(start, number)
		if number > 2*r.most.Rows+1000 { // blank lines that lead nowhere
			return &Fault{Why: ManyRows, Line: number, Most: int64(r.most.Rows)}
		}
		var row row
		if err := tokens.DecodeElement(&row, &start); err != nil {
			return &Fault{Why: Broken, Line: number}
		}
		cells, err := row.cells(texts)
		if err != nil {
			return &Fault{Why: Broken, Line: number}
		}
		if err := r.line(number, cells); err != nil {
			return err
		}
	}
}
