package export

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"kotakembar/internal/i18n"
	"kotakembar/internal/tabular"
)

// writePackage writes a Data Package (datapackage.org): a CSV file for each table, what their columns mean in datapackage.json,
// and a note for people. All files in it carry the time of the register, so that equal registers give equal bytes.
func writePackage(x *extract, w io.Writer) error {
	out := zip.NewWriter(w)
	resources := make([]resource, len(x.sets))
	for i, s := range x.sets {
		file, err := x.inside(out, s.Name+".csv")
		if err != nil {
			return err
		}
		sum := &measured{to: file, hash: sha256.New()}
		if err := x.csv(sum, s); err != nil {
			return err
		}
		resources[i] = resourceOf(s)
		resources[i].Bytes, resources[i].Hash = sum.size, "sha256:"+hex.EncodeToString(sum.hash.Sum(nil))
	}
	for _, written := range []struct {
		name string
		text []byte
	}{
		{"datapackage.json", indented(x.dataPackage(resources))},
		{"README.txt", []byte(x.readme())},
	} {
		file, err := x.inside(out, written.name)
		if err != nil {
			return err
		}
		if _, err := file.Write(written.text); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeDescriptor writes what the package says of its files, for the CSV files that lie beside it; these may be of another moment, so
// it names neither their size nor their hash.
func writeDescriptor(x *extract, w io.Writer) error {
	resources := make([]resource, len(x.sets))
	for i, s := range x.sets {
		resources[i] = resourceOf(s)
	}
	_, err := w.Write(indented(x.dataPackage(resources)))
	return err
}

// inside begins a file of the archive.
func (x *extract) inside(archive *zip.Writer, name string) (io.Writer, error) {
	return archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: x.edition.At})
}

// csv writes one table as CSV.
func (x *extract) csv(w io.Writer, s Set) (failed error) {
	header := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		header[i] = c.Name
	}
	if err := tabular.CSV(w, header, rowsOf(x, s, text, &failed), tabular.Options{}); err != nil {
		return err
	}
	return failed
}

// readme is what people need to know who open the archive by hand, in both languages.
func (x *extract) readme() string {
	var said string
	for _, l := range i18n.Langs {
		said += l.T("export.readme", Attribution, Licence, LicenceURL, x.updated(), cmp.Or(x.Home, Attribution)) + "\r\n\r\n"
	}
	return said
}
