package portal

import (
	"cmp"
	"slices"

	"kotakembar/internal/i18n"
)

// told is what the rows of an event say together, as one activity: the most of what is counted, all of what is listed, and of what
// is said the word of the row that was recorded first.
func (e event) told() Activity {
	rows := byID(e.rows, func(a Activity) int64 { return a.ID })
	one := rows[0]
	for _, a := range rows[1:] {
		one = one.with(a)
	}
	one.StartOn = e.start()
	one.Place = oneSide(rows, func(a Activity) string { return a.Place }, "here", "there", "online")
	return one
}

// proven is the activity without the figures and results that no verifiable source stands behind by their own field: such ones are
// shown with the words that they have no source, and enter no sum.
func (r reading) proven(a Activity) Activity {
	supports := func(field string) bool { return r.evidence.supports(KindActivity, a.ID, field) }
	for _, g := range Groups {
		if !supports(string(g)) {
			a.Participants = a.Participants.without(g)
		}
	}
	if !supports("costs") {
		a.Costs = nil
	}
	if !supports("result") {
		a.Result = i18n.Text{}
	}
	return a
}

func (a Activity) with(b Activity) Activity {
	a.AgreementID, a.ProgramID = cmp.Or(a.AgreementID, b.AgreementID), cmp.Or(a.ProgramID, b.ProgramID)
	if b.Nature == Substantive {
		a.Nature = Substantive
	}
	a.EndOn = max(a.EndOn, b.EndOn)
	a.Sectors = union(a.Sectors, b.Sectors)
	a.PlaceName = cmp.Or(a.PlaceName, b.PlaceName)
	a.AlsoTrip = a.AlsoTrip || b.AlsoTrip
	a.Initiator, a.Purpose = cmp.Or(a.Initiator, b.Initiator), cmp.Or(a.Purpose, b.Purpose)
	if a.ApprovedBy.Empty() {
		a.ApprovedBy, a.ApprovedOn = b.ApprovedBy, b.ApprovedOn
	}
	a.ApprovalSoughtOn = max(a.ApprovalSoughtOn, b.ApprovalSoughtOn)
	if !a.ApprovedBy.Empty() {
		a.ApprovalSoughtOn = ""
	}
	a.Participants = a.Participants.most(b.Participants)
	a.Organisations = union(a.Organisations, b.Organisations)
	a.Costs = costsOf(a.Costs, b.Costs)
	a.ReportDueOn = earliest([]Date{a.ReportDueOn, b.ReportDueOn})
	a.ReportReceivedOn = earliest([]Date{a.ReportReceivedOn, b.ReportReceivedOn})
	if a.ReportAbsent = cmp.Or(a.ReportAbsent, b.ReportAbsent); a.ReportReceivedOn != "" {
		a.ReportAbsent = i18n.Text{}
	}
	a.Result = cmp.Or(a.Result, b.Result)
	return a
}

// costsOf joins the costs that two rows tell of one event: what a payer bore in a currency is the most that either says.
func costsOf(a, b []Cost) []Cost {
	all := slices.Clone(a)
	for _, c := range b {
		at := slices.IndexFunc(all, func(d Cost) bool { return d.Payer == c.Payer && d.Currency == c.Currency })
		if at < 0 {
			all = append(all, c)
		} else {
			all[at].Amount = larger(all[at].Amount, c.Amount)
		}
	}
	return all
}

func union[T comparable](a, b []T) []T {
	all := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}
