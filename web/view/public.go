package view

// NamedDispute is a dispute under the question that it leaves open.
type NamedDispute struct {
	Question string
	Dispute  Disputed
}

// linkTo is the text as one cell of a table that leads to an address.
func linkTo(l Link) Cited { return Cited{Text: l.Label, URL: l.URL} }

// ActivitiesID is the part of a city's page that lists its activities.
const ActivitiesID = "kegiatan"

// inSightFirst cuts a long list into what stands in sight and the rest; one that is hardly longer stays whole.
func inSightFirst[T any](list []T) (shown, rest []T) {
	const most, spared = 4, 2
	if len(list) <= most+spared {
		return list, nil
	}
	return list[:most], list[most:]
}
