package portal

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// GapKind tells what is missing.
type GapKind string

// The kinds of gaps. GapSource: no source that can be checked is known for one of the core facts.
const (
	GapPaper    GapKind = "paper"     // something was concluded, but its paper has not been found
	GapSigned   GapKind = "signed_on" // the day of the signature
	GapTerm     GapKind = "term"
	GapDocument GapKind = "document" // of a step, searched for and not found
	GapNumber   GapKind = "number"   // of a decision, searched for and not found
	GapSource   GapKind = "source"
)

// Gap is something that the register looks for: it belongs to one record, which somebody may be able to complete.
type Gap struct {
	What      GapKind
	Kind      Kind // of the record that it is missing from
	RecordID  int64
	Agreement Agreement // that it is about; zero where the tie has none
	Step      Step      // of a missing document
	Approval  Approval  // of a missing number
	Fact      Fact      // of a missing source
}

// Name tells the gap from all others, in letters of an address: step-7-document.
func (g Gap) Name() string {
	name := string(g.Kind) + "-" + strconv.FormatInt(g.RecordID, 10) + "-" + string(g.What)
	if g.Fact != "" {
		name += "-" + string(g.Fact)
	}
	return name
}

// GapNamed is what a name tells of a gap: all but the records that it is about. It is the zero Gap for what is no such name.
func GapNamed(name string) (g Gap) {
	parts := strings.SplitN(name, "-", 4)
	if len(parts) < 3 {
		return Gap{}
	}
	id, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return Gap{}
	}
	g = Gap{Kind: Kind(parts[0]), RecordID: id, What: GapKind(parts[2])}
	if len(parts) > 3 {
		g.Fact = Fact(parts[3])
	}
	return g
}

// Title says what is missing, in a few words.
func (g Gap) Title() Reason {
	what := Reason{Key: "missing.what." + string(g.What)}
	switch g.What {
	case GapDocument:
		what.Args = []any{phrase{Reason{Key: "choice.stage." + string(g.Step.Stage)}, g.Step.HappenedOn}}
	case GapNumber:
		what.Args = []any{phrase{g.Approval.Told(), g.Approval.DecidedOn}}
	case GapSource:
		what.Args = []any{Reason{Key: g.Fact.Key()}}
	}
	return what
}

// Gaps lists what is missing of a tie, paper by paper, and then the core facts that no source tells of and that are not among them.
func (t Tie) Gaps(on time.Time) []Gap {
	t = t.once(on)
	var gaps []Gap
	for _, a := range t.Agreements {
		gaps = append(gaps, t.gapsOf(a)...)
	}
	governing := t.LegalState(on).Agreement
	if governing.ID != 0 && !governing.Instrument.Binding() || governing.ID == 0 && t.City.Standing != Partner {
		return gaps // nothing was concluded of which there could be more to know
	}
	for _, fact := range t.Vitality(on).CoreFacts.Missing {
		if !told(gaps, governing, fact) {
			gaps = append(gaps, t.sourceGap(governing, fact))
		}
	}
	return gaps
}

// gapsOf is what is missing of one paper and of the path to it.
func (t Tie) gapsOf(a Agreement) (gaps []Gap) {
	add := func(what GapKind, kind Kind, id int64) *Gap {
		gaps = append(gaps, Gap{What: what, Kind: kind, RecordID: id, Agreement: a})
		return &gaps[len(gaps)-1]
	}
	if a.Instrument == UnknownInstrument {
		add(GapPaper, KindAgreement, a.ID)
	}
	if a.Instrument != NoInstrument && a.SignedOn == "" {
		add(GapSigned, KindAgreement, a.ID)
	}
	if a.Instrument.Binding() && a.InForceUntil == "" && a.Term.Empty() {
		add(GapTerm, KindAgreement, a.ID)
	}
	for _, s := range t.Steps {
		if s.AgreementID == a.ID && s.NoDocument {
			add(GapDocument, KindStep, s.ID).Step = s
		}
	}
	for _, d := range t.Approvals {
		if d.AgreementID == a.ID && d.NumberNotFound && d.Decision != Pending {
			add(GapNumber, KindApproval, d.ID).Approval = d
		}
	}
	return gaps
}

// told tells whether a missing core fact is among the gaps of its paper already.
func told(gaps []Gap, a Agreement, fact Fact) bool {
	same := map[Fact]GapKind{FactKind: GapPaper, FactStart: GapSigned, FactTerm: GapTerm}
	return slices.ContainsFunc(gaps, func(g Gap) bool { return g.Agreement.ID == a.ID && g.What == same[fact] })
}

// sourceGap is a core fact for which a source is looked for, missing from the paper by which the tie stands or else from its city.
func (t Tie) sourceGap(governing Agreement, fact Fact) Gap {
	g := Gap{What: GapSource, Kind: KindAgreement, RecordID: governing.ID, Agreement: governing, Fact: fact}
	if governing.ID == 0 {
		g.Kind, g.RecordID = KindCity, t.City.ID
	}
	return g
}
