package view

// BothSides is what this register and the partner's side say of one tie.
type BothSides struct {
	Line  string // in one sentence or two
	Pages []MirrorPage
}

// MirrorPage is one page of the partner's side, compared with this register.
type MirrorPage struct {
	Rows []PlanRow // ours beside theirs
	Note Cited
	Page Link // to the partner's page, may be empty
}
