package portal

// Alone is the part of the tie that belongs to one agreement, so that its own legal state can be told.
func (t Tie) Alone(a Agreement) Tie {
	part := Tie{City: t.City, Agreements: []Agreement{a}, Programs: t.Programs, Activities: t.Activities, Evidence: t.Evidence, index: t.index}
	part.City.Standing = Partner
	part.Steps = keep(t.Steps, func(s Step) bool { return s.AgreementID == a.ID })
	part.Approvals = keep(t.Approvals, func(d Approval) bool { return d.AgreementID == a.ID })
	part.Promises = keep(t.Promises, func(u Promise) bool { return u.AgreementID == a.ID })
	return part
}
