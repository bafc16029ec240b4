package portal

// RuleVersion names the rules by which labels are given and indicators are computed. It is printed beside them, and changes when a
// rule does.
const RuleVersion = "5"

// RuleChange is a version of the rules and the day from which they hold. The catalog says under its key what changed.
type RuleChange struct {
	Version string
	Since   Date
}

// RuleChanges lists the versions, the newest first.
var RuleChanges = []RuleChange{{RuleVersion, "2026-11-29"}, {"4", "2026-11-29"}, {"3", "2026-11-25"}, {"2", "2026-11-24"}, {"1", "2026-11-23"}}

// Key is the catalog key of what changed.
func (c RuleChange) Key() string { return "method.change." + c.Version }
