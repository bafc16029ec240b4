package view

import (
	"slices"

	"kotakembar/internal/form"
)

// Decision is the part of a review in which a reviewer decides.
type Decision struct {
	Action   string
	Revision string
	Fields   []DiffRow   // from which a partial approval picks
	Verdict  string      // as chosen; empty until somebody has, so that nothing is published by an idle click
	Picked   []string    // the fields that were chosen for a partial approval; nil while nobody was asked
	When     *form.Field // to publish
	Note     *form.Field // to the author
	Problems []Link
	Later    Later         // what was typed into a review that comes afterwards
	Comment  CommentThread // what was typed there, and what is wrong with it
	Hold     string        // which fields had better wait
	Stale    bool          // the record has moved on, so that nothing can be approved
}

// ticked tells whether a field stands as chosen for a partial approval: until somebody has, all that have a source.
func (d Decision) ticked(f DiffRow) bool {
	if d.Picked == nil {
		return !f.Bare
	}
	return slices.Contains(d.Picked, f.value())
}

// wrong is what is wrong with the answer of a control, empty where nothing is.
func (d Decision) wrong(id string) string {
	for _, p := range d.Problems {
		if p.URL == "#"+id {
			return p.Label
		}
	}
	return ""
}

// ReviewPage is one change with what can be done about it.
type ReviewPage struct {
	Summary string // 3 kolom berubah
	Rows    []DiffRow
	Same    []DiffRow
	Since   []DiffRow  // what was published of the record since the change was begun
	Files   []DeskFile // what the change's document is, and was
	Marks   Marks
	Words   []string // what reviewer and author wrote
	Decide  *Decision
	Later   *FormPage // the review of what was published urgently, nil where the reader may not
	Turns   []Turn    // other changes that are decided on before or after this one
	Notice  string    // why nothing can be decided here, may be empty
	Actions []PostLink
	Links   []Link

	Readers  *ReaderForm // nil where the reader may not say who may see the change
	Assign   *AssignForm // nil where the reader may not say who looks after the change
	Comments CommentThread
}

// Turn tells of changes with which one stands in an order, and in which.
type Turn struct {
	Words   string
	Changes []Link
}

// AssignForm says who looks after a change.
type AssignForm struct {
	Action string
	People Select
}

// ReaderForm says who may see a change until it is published.
type ReaderForm struct {
	Action  string
	Limited bool
	Alone   bool // it is limited and nobody who reviews may see it
	People  []Option
}

// CommentThread is what staff say about a change.
type CommentThread struct {
	Said     []Comment
	Action   string
	Key      string
	Longest  string
	Typed    string
	Problems []Link
}

// Comment is one thing that was said: by whom and when, and what.
type Comment struct{ Head, Words string }

// ChangesPage is the queue of reviews.
type ChangesPage struct {
	States  []Chip
	Notice  string
	Filter  FilterForm
	Assign  *AssignForm // gives what is ticked to somebody; nil where the reader may not
	Hidden  []string    // what there is that the reader may not see
	Queue   Queue
	Pages   Pages
	Nothing NothingFound
}

// Later is what was typed into the review of what was published urgently, and what is wrong with it.
type Later struct {
	Found string
	Note  string
	Wrong error
}
