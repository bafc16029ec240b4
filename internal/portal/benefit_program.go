package portal

// programSums adds up what programs with a verifiable source brought, each once, that have begun or of which nobody knows when.
type programSums struct {
	ids           []int64
	all, measured int
	results       Share // of those that ended more than six months ago
	cost          ProgramCosts
}

// ProgramCosts is what programs are said to cost. Amounts of programs may hold those of their activities, so the two are never added.
type ProgramCosts struct {
	Sums  []Sum // by currency
	Known int   // programs of which the cost is known
	IDs   []int64
}

func (s *programSums) add(p BroughtProgram) {
	s.ids, s.all = append(s.ids, p.ID), s.all+1
	s.measured += one(p.Measured)
	if p.Ended {
		s.results.add(p.Reported)
	}
	if p.Cost != nil {
		s.cost.Sums = addCost(s.cost.Sums, Cost{Currency: p.Currency, Amount: p.Cost})
		s.cost.Known++
		s.cost.IDs = append(s.cost.IDs, p.ID)
	}
}

// untraced forgets which programs they were.
func (s *programSums) untraced() { s.ids, s.cost.IDs = nil, nil }

// Programs is how many programs the figures rest on, and which; none are named where events are more than Traced.
func (b Benefits) Programs() (all int, ids []int64) { return b.programs.all, b.programs.ids }

// ProgramResults is how many of the programs that ended more than six months ago have a result.
func (b Benefits) ProgramResults() Share { return b.programs.results }

// ProgramCosts is what the programs are said to cost.
func (b Benefits) ProgramCosts() ProgramCosts { return b.programs.cost }
