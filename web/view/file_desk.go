package view

// DeskFile is a kept file that staff may open, whether the public sees it or not.
type DeskFile struct {
	Open  Link
	Small string // the address of an image of it, empty where it is none
}
