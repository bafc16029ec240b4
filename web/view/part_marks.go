package view

// Marks are the two marks of a record, which never stand for each other: whether the public sees it, and what is under way.
type Marks struct {
	Public TagValue
	Open   []TagValue
}
