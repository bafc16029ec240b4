package tabular

import "strings"

// triggers are the characters at which a spreadsheet begins to read a cell as a formula or as more cells: those that
// OWASP's note on CSV injection names.
const triggers = "=+-@\t\r\n＝＋－＠"

// Defuse is a text as it may stand in a cell: one that a spreadsheet would run gets an apostrophe in front, by which
// spreadsheets know text, and so does one that already looks defused. Numbers such as -97.3308 stay numbers.
func Defuse(text string) string {
	if runs(text) && !number(text) {
		return "'" + text
	}
	return text
}

// Restore is the text of a cell that Defuse made.
func Restore(cell string) string {
	if strings.HasPrefix(cell, "'") && runs(cell) {
		return cell[1:]
	}
	return cell
}

// runs tells whether a text, apostrophes in front aside, begins like a formula.
func runs(text string) bool {
	rest := strings.TrimLeft(text, "'")
	for _, first := range rest {
		return strings.ContainsRune(triggers, first)
	}
	return false
}

// number tells whether a text is a plain decimal number, which no spreadsheet runs.
func number(text string) bool {
	whole, part, cut := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!cut || digits(part))
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
