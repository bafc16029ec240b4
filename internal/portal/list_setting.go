package portal

// ListSetting is how somebody of the staff likes a list.
type ListSetting struct {
	Columns []string // their names; empty for those that the list shows anyway
	Size    int      // records on a page; 0 where nothing was said
}

// ListSizes are the numbers of records that a page of a list may have.
var ListSizes = []int{10, 25, 50, 100, 200}
