package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// CheckImport goes on checking the lines of a file.
type CheckImport struct{ ImportID int64 }

// Kind is the name of the work in the queue.
func (CheckImport) Kind() string { return "check_import" }

// ImportState is where a file stands on its way in.
type ImportState string

// The states of an import.
const (
	ImportRead     ImportState = "read"      // its columns wait to be matched
	ImportChecking ImportState = "checking"  // its lines are being checked
	ImportChecked  ImportState = "checked"   // what is right waits to be handed in
	ImportHandedIn ImportState = "handed_in" // it has become a batch
)

// Import is a file of records of one kind on its way in. Nothing of it is a change before it is handed in.
type Import struct {
	ID          int64
	Kind        Kind
	File        string   // its name
	Header      []string // the names of its columns
	Mapping     []string // for each of them the column that it fills, empty for none
	State       ImportState
	Lines       int
	Checked     int // of the lines
	AuthorID    int64
	BatchID     int64 // 0 before it is handed in
	HandingInID int64 // the errand that hands it in, or 0
	CreatedAt   time.Time
	Counts      map[LineOutcome]int
}

// Ready is how many lines would become changes.
func (i Import) Ready() int { return i.Counts[LineNew] + i.Counts[LineChanged] }

// LineOutcome is what came of checking a line.
type LineOutcome string

// The outcomes of a line.
const (
	LineNew       LineOutcome = "new"
	LineChanged   LineOutcome = "changed"
	LineUnchanged LineOutcome = "unchanged"
	LineWrong     LineOutcome = "wrong"
)

// ImportLine is one line of a file, with what came of checking it.
type ImportLine struct {
	Place       int // among the lines, from 1
	Line        int // as a spreadsheet counts
	Cells       []string
	Outcome     LineOutcome
	Faults      []LineFault
	RecordID    int64 // 0 for a new record
	BaseVersion int64
	Slug        string // that the record has or gets, empty for none
	Title       string
	Changed     []string // columns of the record that it changes
	After       *Snapshot
}

// LineFault is one thing that is wrong with a line.
type LineFault struct {
	Column string    `json:"column"` // the heading of the file's column, empty where it concerns none
	Why    i18n.Text `json:"why"`
}

// Change is what the line proposes.
func (l ImportLine) Change(kind Kind) Change {
	c := Change{Kind: kind, RecordID: l.RecordID, BaseVersion: l.BaseVersion, Op: OpSave, Title: l.Title}
	if l.After != nil {
		c.After = *l.After
	}
	return c
}
