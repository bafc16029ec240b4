package sqlitefile

import (
	"bytes"
	"cmp"
	"errors"
	"sort"
)

// keys are the entries of an index, each a record of some columns and of the row's number. They are kept until all are known.
type keys struct {
	columns []int
	records [][]byte
}

func (k *keys) add(row []any, number int64) error {
	values := make([]any, 0, len(k.columns)+1)
	for _, i := range k.columns {
		if _, fraction := row[i].(float64); fraction {
			return errors.New("a key that is no whole number or text")
		}
		values = append(values, row[i])
	}
	said, err := record(append(values, number))
	k.records = append(k.records, said)
	return err
}

// write writes the index in SQLite's order and returns its root. Rows of one key are an error, unless a part of it is null.
func (k *keys) write(f *File) (root uint32, err error) {
	sort.Slice(k.records, func(i, j int) bool {
		order, _ := compare(k.records[i], k.records[j], len(k.columns)+1)
		return order < 0
	})
	t := newTree(f, index)
	for i, said := range k.records {
		if i > 0 {
			if order, whole := compare(k.records[i-1], said, len(k.columns)); order == 0 && whole {
				return 0, errors.New("two rows have the same key")
			}
		}
		if err := t.key(said); err != nil {
			return 0, err
		}
	}
	return t.finish()
}

// compare orders two records by their first values, and tells whether none of those is null.
func compare(a, b []byte, values int) (order int, whole bool) {
	left, right := read(a), read(b)
	whole = true
	for range values {
		x, y := left.next(), right.next()
		whole = whole && x.rank > 0 && y.rank > 0
		order = cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.number, y.number), bytes.Compare(x.text, y.text))
		if order != 0 {
			return order, whole
		}
	}
	return 0, whole
}

// reading is what has not been read yet of a record of a key.
type reading struct{ types, body []byte }

// value is a value of a key: null comes before numbers, and numbers before texts.
type value struct {
	rank   int
	number int64
	text   []byte
}

func read(record []byte) reading {
	size, rest := readVarint(record)
	return reading{types: rest[:int(size)-(len(record)-len(rest))], body: record[size:]}
}

func (r *reading) next() (v value) {
	kind, rest := readVarint(r.types)
	r.types = rest
	var said []byte
	switch {
	case kind == typeNull:
		return value{}
	case kind >= typeText:
		size := (kind - typeText) / 2
		said, r.body = r.body[:size], r.body[size:]
		return value{rank: 2, text: said}
	case kind == typeZero || kind == typeOne:
		return value{rank: 1, number: int64(kind - typeZero)}
	}
	said, r.body = r.body[:widths[kind]], r.body[widths[kind]:]
	number := int64(int8(said[0]))
	for _, b := range said[1:] {
		number = number<<8 | int64(b)
	}
	return value{rank: 1, number: number}
}
