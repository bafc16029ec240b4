// Package sqlitefile writes SQLite databases that are made once and then only read, as sqlite.org/fileformat2.html describes them.
//
// Here belong pages, b-trees, records and the schema of the tables. What does not belong here: reading, changing a file that is there,
// and anything of the register. The tests have SQLite itself read what is written; the program does without it, which saves a tenth
// of its weight.
package sqlitefile

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

const (
	pageSize = 4096
	// lockPage covers the bytes at 2^30 that SQLite locks: nothing may stand on it.
	lockPage = 1<<30/pageSize + 1
)

// File is a database as it is written: every page once and one after the other, children before their parents, and the first page, which
// says where all is, at the end. At any time it holds one page of each level of a tree, and the keys of the indexes of one table,
// which are of some 70 bytes each.
type File struct {
	out    io.WriterAt
	rest   *bufio.Writer // all pages but the first
	pages  uint32        // that are written, with the first
	schema tree
	listed int64 // entries of the schema
}

// New begins a database.
func New(out io.WriterAt) *File {
	f := &File{out: out, rest: bufio.NewWriterSize(io.NewOffsetWriter(out, pageSize), 16*pageSize), pages: 1}
	f.schema = newTree(f, table)
	return f
}

// Close finishes the database; out stays open.
func (f *File) Close() error {
	root, err := f.schema.finish()
	if err != nil {
		return err
	}
	first := f.first(root)
	_, err = f.out.WriteAt(first, 0)
	return errors.Join(f.rest.Flush(), err)
}

// first is the first page: the header of the file, and above the schema a page that holds nothing but the way to it, since of this page
// alone less than all is free.
func (f *File) first(schema uint32) []byte {
	page := make([]byte, pageSize)
	copy(page, "SQLite format 3\x00")
	binary.BigEndian.PutUint16(page[16:], pageSize)
	copy(page[18:], []byte{1, 1, 0, 64, 32, 32}) // no write-ahead log, no bytes kept free, and three constants of the format
	for at, value := range map[int]uint32{
		24: 1,         // how often the file was changed
		28: f.pages,   //
		40: 1,         // the schema's version
		44: 4,         // its format
		56: 1,         // UTF-8
		92: 1,         // the change for which the number of pages holds
		96: 3_003_000, // the first SQLite that reads this format
	} {
		binary.BigEndian.PutUint32(page[at:], value)
	}
	node{}.lay(page, 100, table-above, schema)
	return page
}

// append writes the next page and returns its number.
func (f *File) append(page []byte) (uint32, error) {
	if f.pages+1 == lockPage {
		f.pages++
		if _, err := f.rest.Write(make([]byte, pageSize)); err != nil {
			return 0, err
		}
	}
	f.pages++
	_, err := f.rest.Write(page)
	return f.pages, err
}
