package view

// Machinery is a list of what the program does by itself, for those who look after it.
type Machinery struct {
	Notice string
	Label  string // of the chips
	Chips  []Chip
	Table  Table
	Empty  string
	Pages  Pages
}
