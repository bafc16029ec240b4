package portal

// Coverage is how complete the public records of a kind are: how many there are, and how many of them tell each thing. A nil count is of
// a thing that records of the kind cannot have.
type Coverage struct {
	Kind     Kind
	All      int
	Dated    *int // with the date by which records of the kind stand in time
	Sourced  *int // with a source that can be checked
	Costed   *int // with a cost that is wholly known
	Attended *int // with a number of participants of any group
	Resulted *int // with a result, in words or as a measure achieved
}
