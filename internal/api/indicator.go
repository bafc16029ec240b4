package api

import (
	"kotakembar/internal/portal"
)

// Indicators are the ten separate answers to whether a tie lives, and what stands beside them. There is no total of them.
type Indicators struct {
	Recency     RecencyFigure     `json:"recency"`
	Continuity  ContinuityFigure  `json:"continuity"`
	Breadth     BreadthFigure     `json:"breadth"`
	Reciprocity ReciprocityFigure `json:"reciprocity"`
	Reach       ReachFigure       `json:"reach"`
	Results     ResultsFigure     `json:"results"`
	Path        PathFigure        `json:"path"`
	Money       MoneyFigure       `json:"money"`
	Evidence    EvidenceFigure    `json:"evidence"`
	Roots       RootsFigure       `json:"roots"`
	Mirror      MirrorFigure      `json:"mirror"`
	Formality   FormalityFigure   `json:"formality"`
	Cost        CostFigure        `json:"cost"`
}

// Figure is what every indicator says in words, and what it rests on.
type Figure struct {
	Said   []Text `json:"said"`
	Silent bool   `json:"silent"`
	Rows   []Row  `json:"rows"`
}

// Row is a record that a figure rests on.
type Row struct {
	Kind string `json:"kind"`
	ID   int64  `json:"id"`
	Href string `json:"href"`
}

// Share is a number of things among all such things.
type Share struct {
	Part int `json:"part"`
	Of   int `json:"of"`
}

// RecencyFigure (V1) is how long ago something happened.
type RecencyFigure struct {
	Activities24           int   `json:"activities_24"`
	Activities60           int   `json:"activities_60"`
	LastOn                 *EDTF `json:"last_on"`
	MonthsSince            *int  `json:"months_since"`
	Substantive24          int   `json:"substantive_24"`
	Substantive60          int   `json:"substantive_60"`
	LastSubstantiveOn      *EDTF `json:"last_substantive_on"`
	MonthsSinceSubstantive *int  `json:"months_since_substantive"`
	Figure
}

// ContinuityFigure (V2) is in how many years of the tie something of substance happened.
type ContinuityFigure struct {
	Years  []int      `json:"years"`
	Recent opt[Share] `json:"recent"`
	Whole  opt[Share] `json:"whole"`
	Figure
}

// BreadthFigure (V3) is in how many fields something of substance happened.
type BreadthFigure struct {
	Active  []string `json:"active"`
	Signed  []string `json:"signed"`
	Covered []string `json:"covered"`
	Figure
}

// ReciprocityFigure (V4) is whether the tie goes both ways.
type ReciprocityFigure struct {
	Here      int       `json:"here"`
	There     int       `json:"there"`
	Online    int       `json:"online"`
	Unplaced  int       `json:"unplaced"`
	Initiated Initiated `json:"initiated"`
	Figure
}

// Initiated counts activities by who began them.
type Initiated struct {
	Home    int `json:"home"`
	Partner int `json:"partner"`
	Both    int `json:"both"`
	Other   int `json:"other"`
	Unknown int `json:"unknown"`
}

// ReachFigure (V5) is how many people who hold no office took part.
type ReachFigure struct {
	Residents *int64 `json:"residents"`
	Counted   int    `json:"counted"`
	Uncounted int    `json:"uncounted"`
	Figure
}

// ResultsFigure (V6) is what programs and promises brought.
type ResultsFigure struct {
	ProgramsDue        int `json:"programs_due"`
	ProgramsWithResult int `json:"programs_with_result"`
	PromisesDue        int `json:"promises_due"`
	PromisesDelivered  int `json:"promises_delivered"`
	Figure
}

// PathFigure (V7) is the checklist of the legal steps that the governing paper needed.
type PathFigure struct {
	Older bool       `json:"older"`
	Steps []PathStep `json:"steps"`
	Figure
}

// PathStep is one step of the checklist.
type PathStep struct {
	Stage    string `json:"stage"`
	Recorded bool   `json:"recorded"`
	On       *EDTF  `json:"on"`
	Document string `json:"document" enum:"held,missing,unknown"`
	Late     bool   `json:"late"`
}

// MoneyFigure (V8) is how far the cost to the public is in the open.
type MoneyFigure struct {
	Public    int `json:"public"`
	CostKnown int `json:"cost_known"`
	TripsDue  int `json:"trips_due"`
	InTime    int `json:"in_time"`
	Figure
}

// EvidenceFigure (V9) is how well what is known is supported.
type EvidenceFigure struct {
	Sourced   []string `json:"sourced"`
	Missing   []string `json:"missing"`
	Facts     int      `json:"facts"`
	Official  int      `json:"official"`
	Sources   int      `json:"sources"`
	CheckedOn *EDTF    `json:"checked_on"`
	Figure
}

// RootsFigure (V10) is how many organisations of the home side carry the tie.
type RootsFigure struct {
	Organisations int        `json:"organisations"`
	Largest       opt[Text]  `json:"largest"`
	Carried       opt[Share] `json:"carried"`
	Unnamed       int        `json:"unnamed"`
	Figure
}

// MirrorFigure is what the partner's side says of the tie.
type MirrorFigure struct {
	Found     bool    `json:"found"`
	Listed    *bool   `json:"listed"`
	CheckedOn *EDTF   `json:"checked_on"`
	Year      *string `json:"year"`
}

// FormalityFigure is the check by which Japan's council of local authorities (CLAIR) tells a sister city from a looser tie.
type FormalityFigure struct {
	Signed Condition `json:"signed"`
	Fields Condition `json:"fields"`
	Budget Condition `json:"budget"`
}

// Condition is one condition of the check.
type Condition struct {
	Answer string `json:"answer" enum:"yes,no,unknown"`
	Why    Text   `json:"why"`
}

// CostFigure is how far it is known what the tie has cost.
type CostFigure struct {
	State string `json:"state" enum:"known,partly,unknown"`
	Known int    `json:"known"`
	Of    int    `json:"of"`
	Said  Text   `json:"said"`
	Rows  []Row  `json:"rows"`
}

// indicators are the figures that the pages show, computed by the same functions.
func (t *teller) indicators(n portal.Indicators) Indicators {
	return Indicators{
		Recency:    t.recency(n),
		Continuity: t.continuity(n),
		Breadth: BreadthFigure{
			list(n.Breadth.Active), list(n.Breadth.Signed), list(n.Breadth.Covered), t.figure(n, portal.KeyBreadth),
		},
		Reciprocity: ReciprocityFigure{
			n.Reciprocity.Here, n.Reciprocity.There, n.Reciprocity.Online, n.Reciprocity.Unplaced, Initiated(n.Reciprocity.Initiated),
			t.figure(n, portal.KeyReciprocity),
		},
		Reach: t.reach(n),
		Results: ResultsFigure{
			n.Results.Due, n.Results.WithResult, n.Results.Promised, n.Results.Delivered, t.figure(n, portal.KeyResults),
		},
		Path:  t.path(n),
		Money: MoneyFigure{n.Money.Public, n.Money.CostKnown, n.Money.TripsDue, n.Money.InTime, t.figure(n, portal.KeyMoney)},
		Evidence: EvidenceFigure{
			texts(n.CoreFacts.Sourced), texts(n.CoreFacts.Missing), n.Sourcing.Facts, n.Sourcing.Official, n.Sourcing.Sources,
			date(n.Sourcing.CheckedOn), t.figure(n, portal.KeyEvidence),
		},
		Roots: RootsFigure{
			n.Roots.Organisations, maybeText(n.Roots.Largest), share(n.Roots.Carried), n.Roots.Unnamed, t.figure(n, portal.KeyRoots),
		},
		Mirror:    MirrorFigure{n.Mirror.Found, yesNo(n.Mirror.Listed), date(n.Mirror.CheckedOn), known(n.Mirror.Year)},
		Formality: FormalityFigure{condition(n.Formality.Signed), condition(n.Formality.Fields), condition(n.Formality.Budget)},
		Cost:      CostFigure{string(n.Cost.State), n.Cost.Known, n.Cost.Of, reason(n.Cost.Said()), t.rows(n.Cost.Rows)},
	}
}

func (t *teller) figure(n portal.Indicators, key portal.IndicatorKey) Figure {
	f := n.Figure(key)
	told := Figure{Said: []Text{}, Silent: f.Silent, Rows: t.rows(f.Rows)}
	for _, r := range f.Said {
		told.Said = append(told.Said, reason(r))
	}
	return told
}

// rows are the records that a figure rests on, with their addresses.
func (t *teller) rows(all []portal.Row) []Row {
	told := make([]Row, len(all))
	for i, r := range all {
		key := number(r.ID)
		switch r.Kind {
		case portal.KindAgreement:
			key = t.agreements[r.ID].Slug
		case portal.KindProgram:
			key = t.programs[r.ID].Slug
		}
		told[i] = Row{string(r.Kind), r.ID, t.href(listOf(r.Kind), key)}
	}
	return told
}

func (t *teller) recency(n portal.Indicators) RecencyFigure {
	f := RecencyFigure{
		Activities24: n.Activity.In24, Activities60: n.Activity.In60, LastOn: date(n.Activity.Last),
		Substantive24: n.Substance.In24, Substantive60: n.Substance.In60, LastSubstantiveOn: date(n.Substance.Last),
		Figure: t.figure(n, portal.KeyRecency),
	}
	if n.Activity.Last != "" {
		f.MonthsSince = &n.Activity.Months
	}
	if n.Substance.Last != "" {
		f.MonthsSinceSubstantive = &n.Substance.Months
	}
	return f
}

func (t *teller) continuity(n portal.Indicators) ContinuityFigure {
	return ContinuityFigure{list(n.Continuity.Years), share(n.Continuity.Recent()), share(n.Continuity.Whole()), t.figure(n, portal.KeyContinuity)}
}

// reach is silent about people where nobody counted them: that is unknown, and not zero.
func (t *teller) reach(n portal.Indicators) ReachFigure {
	f := ReachFigure{Counted: n.Reach.Counted, Uncounted: n.Reach.Uncounted, Figure: t.figure(n, portal.KeyReach)}
	if n.Reach.Counted > 0 {
		f.Residents = &n.Reach.Residents
	}
	return f
}

func (t *teller) path(n portal.Indicators) PathFigure {
	f := PathFigure{Older: n.Path.Older, Steps: []PathStep{}, Figure: t.figure(n, portal.KeyPath)}
	for _, s := range n.Path.Steps {
		f.Steps = append(f.Steps, PathStep{string(s.Stage), s.Recorded, date(s.On), string(s.Document), s.Late})
	}
	return f
}

// share is null where there is nothing to be a part of.
func share(s portal.Share) opt[Share] {
	if s.Of == 0 {
		return opt[Share]{}
	}
	return some(Share(s))
}

func condition(c portal.Condition) Condition { return Condition{string(c.Answer), reason(c.Why)} }

func yesNo(l portal.Listed) *bool {
	if l == portal.ListedUnknown {
		return nil
	}
	yes := l == portal.ListedYes
	return &yes
}

func texts[S ~string](all []S) []string {
	plain := make([]string, len(all))
	for i, s := range all {
		plain[i] = string(s)
	}
	return plain
}
