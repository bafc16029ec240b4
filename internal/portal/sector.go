package portal

import (
	"regexp"

	"kotakembar/internal/i18n"
)

// Sector is a field of cooperation.
type Sector struct {
	Meta
	Code  string // three capitals, such as EDU
	Name  i18n.Text
	SDGs  []int64 // numbers of the Sustainable Development Goals it serves; our own mapping
	Group int64   // Bandung's own four groups of fields, 1 to 4
}

var sectorForm = regexp.MustCompile(`^[A-Z]{3}$`)

// Check tells what is wrong with the sector.
func (s Sector) Check() error {
	var p Problems
	p.Must(sectorForm.MatchString(s.Code), "code", "problem.sector_code")
	p.bothLanguages(s.Name, "name")
	p.Must(s.Group >= 1 && s.Group <= 4, "field_group", "problem.choice")
	for _, n := range s.SDGs {
		p.Must(n >= 1 && n <= 17, "sdgs", "problem.sdg")
	}
	return p.Err()
}
