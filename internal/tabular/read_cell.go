package tabular

import (
	"encoding/xml"
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// row is a row of a sheet as it is stored (ISO/IEC 29500-1, 18.3.1.73).
type row struct {
	Cells []cell `xml:"c"`
}

// cell is one cell: a value, or a text that stands in the cell itself.
type cell struct {
	Name  string   `xml:"r,attr"` // such as C7; empty for the next one
	Type  string   `xml:"t,attr"`
	Value string   `xml:"v"`
	Text  richText `xml:"is"`
}

// richText is a text, whole or in runs that look different. How it is read aloud is left out.
type richText struct {
	Whole string   `xml:"t"`
	Runs  []string `xml:"r>t"`
}

func (t richText) String() string { return named(t.Whole + strings.Join(t.Runs, "")) }

// charNamed is a character by the format's own way of naming it.
var charNamed = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// named is a text with its named characters in their places.
func named(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return charNamed.ReplaceAllStringFunc(text, func(name string) string {
		code, err := strconv.ParseUint(name[2:6], 16, 16)
		if err != nil {
			return name // four hexadecimal digits are a number
		}
		return string(rune(code))
	})
}

// rowNumber is the number of a row that says its own, or else comes behind another one.
func rowNumber(start xml.StartElement, before int) int {
	for _, a := range start.Attr {
		if n, err := strconv.Atoi(a.Value); a.Name.Local == "r" && err == nil && n > before {
			return n
		}
	}
	return before + 1
}

var errCell = errors.New("no such cell")

// cells are the values of a row, each in its column.
func (r row) cells(texts []string) ([]string, error) {
	var line []string
	for _, c := range r.Cells {
		column := len(line)
		if c.Name != "" {
			var err error
			if column, err = columnNumber(c.Name); err != nil || column < len(line) {
				return nil, errCell
			}
		}
		value, err := c.value(texts)
		if err != nil {
			return nil, err
		}
		line = append(append(line, make([]string, column-len(line))...), value)
	}
	return line, nil
}

// mostColumns is how many columns a sheet can have.
const mostColumns = 1 << 14

// columnNumber is the column of a cell's name, from 0.
func columnNumber(name string) (int, error) {
	letters := strings.TrimRight(name, "0123456789")
	n := 0
	for _, letter := range []byte(letters) {
		if letter < 'A' || letter > 'Z' || n > mostColumns {
			return 0, errCell
		}
		n = n*26 + int(letter-'A') + 1
	}
	if n == 0 || n > mostColumns {
		return 0, errCell
	}
	return n - 1, nil
}

// value is what a cell holds, as text.
func (c cell) value(texts []string) (string, error) {
	switch c.Type {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.Value))
		if err != nil || i < 0 || i >= len(texts) {
			return "", errCell
		}
		return texts[i], nil
	case "inlineStr":
		return c.Text.String(), nil
	case "str":
		return named(c.Value), nil
	case "", "n":
		return plainNumber(c.Value), nil
	}
	return c.Value, nil
}

// plainNumber is a number as a person wrote it: spreadsheets keep 0.1 as 0.10000000000000001.
func plainNumber(stored string) string {
	const exact = 15 // digits that a spreadsheet shows
	if len(stored) <= exact {
		return stored
	}
	n, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
