package portal

import "slices"

// MaySee tells whether somebody of the staff may see the change: what is published, everybody; a draft, its author alone; what its
// author has limited, the author and the people whom they named, whatever their role.
func (c Change) MaySee(a Actor) bool {
	switch {
	case c.State == Applied, c.AuthorID != 0 && c.AuthorID == a.ID:
		return true
	case c.Limited:
		return slices.Contains(c.Readers, a.ID)
	}
	return c.State != Draft
}

// OpenTitle is how the record is called, as far as everybody may know: nothing while the change is limited to some.
func (c Change) OpenTitle() string {
	if c.Limited && c.State != Applied {
		return ""
	}
	return c.Title
}
