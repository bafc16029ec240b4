package globe

import (
	"context"
	"fmt"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Order is what kind of world is wanted.
type Order struct {
	Seed uint64
	Day  time.Time // on which it is seen
	Ties int
	Over bool // also into a register in which staff have written
}

// atOnce is how many ties are held in memory while they are put in.
const atOnce = 1000

// Fill makes a world and puts it into the register, and says how far it is.
func Fill(ctx context.Context, st *store.Store, o Order, say func(string)) error {
	sectors, err := st.Sectors.All(ctx)
	if err != nil {
		return err
	}
	var codes []string
	for _, s := range sectors {
		codes = append(codes, s.Code)
	}
	err = st.Fill(ctx, o.Day, o.Over, func(f *store.Filling) error { return fill(ctx, f, o, codes, say) })
	if err != nil {
		return err
	}
	say("counting for the planner")
	if err := st.Analyze(ctx); err != nil {
		return err
	}
	say("summaries of ties")
	return st.TendSummaries(ctx, o.Day)
}

func fill(ctx context.Context, f *store.Filling, o Order, sectors []string, say func(string)) error {
	w := New(o.Seed, o.Day, o.Ties, sectors, f.First)
	if err := f.Sources(ctx, w.Sources()); err != nil {
		return err
	}
	say(fmt.Sprintf("%d sources", w.sources))
	for from := 0; from < o.Ties; from += atOnce {
		if err := f.Ties(ctx, w.Ties(from, from+atOnce)); err != nil {
			return err
		}
		say(fmt.Sprintf("%d of %d ties", min(from+atOnce, o.Ties), o.Ties))
	}
	for _, kind := range filled {
		if err := f.Remember(ctx, kind); err != nil {
			return err
		}
		say("history: " + string(kind))
	}
	return nil
}

// filled are the kinds that a world holds.
var filled = []portal.Kind{
	portal.KindSource, portal.KindCity, portal.KindAgreement, portal.KindStep, portal.KindApproval, portal.KindPromise,
	portal.KindProgram, portal.KindOutcome, portal.KindActivity, portal.KindVenue, portal.KindMirror,
}
