package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"time"
)

// about is what a file says of itself.
type about struct {
	Name        string `json:"name"`
	Title       string `json:"title"`
	Licence     string `json:"licence"`
	LicenceURL  string `json:"licence_url"`
	Attribution string `json:"attribution"`
	Home        string `json:"home,omitempty"`
	Updated     string `json:"updated"` // when the register last changed, RFC 3339
	Changes     int64  `json:"changes"` // how many changes have been published
}

func (x *extract) about() about {
	return about{
		Name: Name, Title: word("site.name").ID, Licence: Licence, LicenceURL: LicenceURL, Attribution: Attribution,
		Home: x.Home, Updated: x.updated(), Changes: x.edition.Changes,
	}
}

func (x *extract) updated() string { return x.edition.At.Format(time.RFC3339) }

// writeJSON writes the whole register as one object: about, and the rows of each table by its name.
func writeJSON(x *extract, w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(`{"about":`)
	out.Write(encoded(x.about()))
	out.WriteString(`,"tables":{`)
	for i, s := range x.sets {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n" + `"` + s.Name + `":`)
		if err := x.array(out, s); err != nil {
			return err
		}
	}
	out.WriteString("\n}}\n")
	return out.Flush()
}

// setJSON writes one table: about, its name and its rows.
func (x *extract) setJSON(w io.Writer, s Set) error {
	out := bufio.NewWriter(w)
	out.WriteString(`{"about":`)
	out.Write(encoded(x.about()))
	out.WriteString(`,"table":"` + s.Name + `","rows":`)
	if err := x.array(out, s); err != nil {
		return err
	}
	out.WriteString("}\n")
	return out.Flush()
}

// writeLines writes a line for each row: its table and the row. The first line is about the file.
func writeLines(x *extract, w io.Writer) error {
	out := bufio.NewWriter(w)
	line := func(table string, row []byte) error {
		out.WriteString(`{"table":"` + table + `","row":`)
		out.Write(row)
		_, err := out.WriteString("}\n")
		return err
	}
	if err := line("about", encoded(x.about())); err != nil {
		return err
	}
	for _, s := range x.sets {
		err := x.each(s, func(values []json.RawMessage) error { return line(s.Name, object(s, values)) })
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

func (x *extract) array(out *bufio.Writer, s Set) error {
	before := "[\n"
	err := x.each(s, func(values []json.RawMessage) error {
		out.WriteString(before)
		before = ",\n"
		_, err := out.Write(object(s, values))
		return err
	})
	if before == "[\n" {
		out.WriteString("[")
	}
	out.WriteString("]")
	return err
}

// object is a row with its columns in their order.
func object(s Set, values []json.RawMessage) []byte {
	out := []byte("{")
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, `"`+s.Columns[i].Name+`":`...)
		out = append(out, v...)
	}
	return append(out, '}')
}

// encoded is a value of ours as JSON on one line; what we encode can be encoded.
func encoded(v any) []byte {
	var out bytes.Buffer
	plain := json.NewEncoder(&out)
	plain.SetEscapeHTML(false)
	_ = plain.Encode(v)
	return bytes.TrimSpace(out.Bytes())
}
