package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// CheckFiles compares kept files with their hashes.
type CheckFiles struct{}

// Kind is the name of the work in the queue.
func (CheckFiles) Kind() string { return "check_files" }

// ReadFiles looks for the words of kept files that have not been read.
type ReadFiles struct{}

// Kind is the name of the work in the queue.
func (ReadFiles) Kind() string { return "read_files" }

// NarrowImages makes kept images at the widths of pages.
type NarrowImages struct{}

// Kind is the name of the work in the queue.
func (NarrowImages) Kind() string { return "narrow_images" }

// File is what is known of the bytes of a kept file.
type File struct {
	Hash      string // SHA-256, hex; also the file's name where it is kept
	MediaType string
	Size      int64  // bytes
	Width     int    // of an image in pixels, 0 where it is none
	Height    int    // of an image in pixels, 0 where it is none
	Words     string // what can be read in it, empty where that is nothing
}

// FileFault is what is wrong with a kept file.
type FileFault string

// The faults of files.
const (
	FileSound   FileFault = ""
	FileMissing FileFault = "missing" // its bytes are gone
	FileChanged FileFault = "changed" // its bytes are not what they were when it was kept
	FileOrphan  FileFault = "orphan"  // nothing names it
)

// FileFaults lists the faults, the worst first.
var FileFaults = []FileFault{FileMissing, FileChanged, FileOrphan}

// FaultyFile is a kept file with what is wrong with it.
type FaultyFile struct {
	File
	Fault      FileFault
	CheckedAt  time.Time
	DocumentID int64     // the public document that needs it, 0 for none
	Title      i18n.Text // of that document
	InLetter   bool      // a citizen sent it
}
