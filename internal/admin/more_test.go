package admin_test

import (
	"regexp"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// missing finds a key of the catalog that a page shows in place of words.
var missing = regexp.MustCompile(`\b(field|hint|choice|problem|section|desk|form|cite|kind|kinds|review|admin|date|diff|letter|letters|saved)\.[a-z_]+[a-z_.]*\b`)

// allOf are all changes of a person, drafts too.
func allOf(p person, o office) store.ChangeFilter {
	staff, err := o.StaffByEmail(p.t.Context(), p.name+"@example.test")
	if err != nil {
		p.t.Fatal(err)
	}
	return store.ChangeFilter{AuthorID: staff.ID, States: portal.States, Number: 1, Size: 10}
}
