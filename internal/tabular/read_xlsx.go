package tabular

import (
	"archive/zip"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostParts is how many parts a workbook may have.
const mostParts = 2000

// workbook reads the first sheet that is not hidden, as it was stored: a date is the number of its day, whatever it looks like.
func (r *reader) workbook(file io.ReaderAt, size int64) (err error) {
	if err := measure(file, size, r.most.Unpacked); err != nil {
		return err
	}
	const inMemory = 8 << 20 // larger parts go by a file
	book, err := excelize.OpenReader(io.NewSectionReader(file, 0, size), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: r.most.Unpacked, UnzipXMLSizeLimit: min(inMemory, r.most.Unpacked),
	})
	if err != nil {
		return &Fault{Why: Broken}
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	sheets := book.GetSheetList()
	if len(sheets) == 0 {
		return &Fault{Why: Broken}
	}
	rows, err := book.Rows(sheets[0])
	if err != nil {
		return &Fault{Why: Broken}
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return &Fault{Why: Broken, Line: number}
		}
		if err := r.line(number, cells); err != nil {
			return err
		}
		if number > 2*r.most.Rows+1000 { // blank lines that lead nowhere
			return &Fault{Why: ManyRows, Line: number, Most: int64(r.most.Rows)}
		}
	}
	if rows.Error() != nil {
		return &Fault{Why: Broken}
	}
	return nil
}

// measure unpacks every part of an archive into nothing, before anybody holds it, because an archive may lie about its sizes.
func measure(file io.ReaderAt, size, most int64) error {
	parts, err := zip.NewReader(file, size)
	if err != nil {
		return &Fault{Why: Broken}
	}
	if len(parts.File) > mostParts {
		return &Fault{Why: Swollen, Most: mostParts}
	}
	sheets, left := false, most
	for _, part := range parts.File {
		sheets = sheets || strings.EqualFold(part.Name, "xl/workbook.xml")
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
