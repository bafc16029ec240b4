// Package backup keeps the whole register in one file: every row of the database as it was at one moment, and every uploaded file.
//
// Here belong the shape of the archive, its hashes and counts, and the order in which it is written and read. What does not belong here:
// SQL (package store), where files lie (package media), and which file the archive is.
//
// The archive is a tar packed by zstd, written and read in one go and in little memory:
//
//	begin.json                  what follows: steps of the schema, tables with their columns, counters
//	tables/NAME/000001 ...      rows as PostgreSQL's copy writes them, in pieces, since nobody knows beforehand how many come
//	files/HASH                  each uploaded file under the SHA-256 of its bytes
//	end.json                    how many rows and files there were, and the SHA-256 of each table's rows and of begin.json
package backup

import (
	"errors"
	"fmt"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// format is the shape of the archive. A program reads those up to its own.
const format = 1

const (
	beginName = "begin.json"
	endName   = "end.json"
	tablesDir = "tables/"
	filesDir  = "files/"
)

// Begin says what an archive holds.
type Begin struct {
	Format  int       `json:"format"`
	Program string    `json:"program"` // the build that wrote it
	At      time.Time `json:"at"`
	store.Contents
}

// End says what must have been read when an archive is at its end.
type End struct {
	Begin  string           `json:"begin"` // the SHA-256 of begin.json
	Tables map[string]Count `json:"tables"`
	Files  int64            `json:"files"`
	Bytes  int64            `json:"bytes"`  // of all files
	Absent []Absent         `json:"absent"` // files that the register named and that could not be written
}

// Count is what there was of a table.
type Count struct {
	Rows int64  `json:"rows"`
	Sum  string `json:"sha256"` // of its rows as text
}

// Absent is a file that is missing, or is not what its hash says.
type Absent struct {
	Hash  string           `json:"hash"`
	Fault portal.FileFault `json:"fault"`
}

// Rows is how many rows all tables have.
func (e End) Rows() (n int64) {
	for _, c := range e.Tables {
		n += c.Rows
	}
	return n
}

// Progress is told now and then how far the work has come.
type Progress func(what string, done int64)

// ErrDamaged is the error of an archive that is not as it was written.
var ErrDamaged = errors.New("the backup is damaged or cut off")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrDamaged, fmt.Errorf(format, args...))
}
