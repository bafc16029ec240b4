package view

// NamedDispute is a dispute under the question that it leaves open.
type NamedDispute struct {
	Question string
	Dispute  Disputed
}

// linkTo is the text as one cell of a table that leads to an address.
func linkTo(l Link) Cited { return Cited{Text: l.Label, URL: l.URL} }

// Parts of pages that other pages point to: ids of their sections.
const (
	ActivitiesID  = "kegiatan"
	AboutVitality = "keadaan-hidup"
)
