package view

// StepState is how far a step of an agreement's legal path has come.
type StepState string

// The states of a step.
const (
	StepDone     StepState = "done"
	StepUnproven StepState = "unproven" // done, but no document was found
	StepCurrent  StepState = "current"
	StepIdle     StepState = "idle" // it is in force, and nothing has happened under it
	StepTodo     StepState = "todo"
	StepNone     StepState = "none"    // nothing is on record of it, which is neither done nor not done
	StepUnknown  StepState = "unknown" // it began, and nobody knows how far it came
)

// StepGroup is one of the seven steps with what happened in it.
type StepGroup struct {
	Name    string
	State   StepState
	Entries []StepEntry
}

// StepEntry is one dated event within a step.
type StepEntry struct {
	Name      Cited  // of who acted, in a language of its own; may be empty
	Title     string // where it says more than the step's name; may be empty
	Date      Cited
	Text      Cited // may be empty
	Tags      []TagValue
	Documents []DocumentLink
	Missing   bool // no document was found
	More      Link // such as the list of activities; may be empty
}

// DocumentLink is a file to open: its name, and type and size as words.
type DocumentLink struct {
	Label string
	URL   string
	About string // PDF, 380 KB

	Picture Picture // of a file that is an image
}

// light is the window beside the step.
func (s StepState) light() Light {
	switch s {
	case StepDone:
		return LightActive
	case StepCurrent:
		return LightRare
	case StepIdle, StepTodo, StepNone:
		return LightNew
	case StepUnknown:
		return LightUnknown
	}
	return LightOff
}

// said tells whether the state is written out; the others are seen by the window and the tags, and heard.
func (s StepState) said() bool {
	return s == StepCurrent || s == StepIdle || s == StepNone || s == StepUnknown
}

// now tells whether the path stands at the step.
func (s StepState) now() bool { return s == StepCurrent || s == StepIdle }
