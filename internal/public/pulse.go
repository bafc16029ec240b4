package public

import (
	"cmp"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// largePulse is the pulse with what is named above it, the most telling first, of which the drawing takes as many as it has room
// for: the first and the last named step, then what happened, what was of substance and has a result before the rest.
func (sh *sheet) largePulse(t portal.Tie) view.Pulse {
	p := sh.pulse(t)
	steps := sh.namedSteps(t)
	if len(steps) > 0 {
		p.Events = append(p.Events, steps[0], steps[len(steps)-1])
	}
	drawn := map[int]bool{}
	for _, y := range p.Years {
		drawn[y.Year] = y.Solid > 0
	}
	told := newest(t.Activities)
	portal.Sort(told, func(a, b portal.Activity) int { return cmp.Compare(weight(b), weight(a)) })
	for _, a := range told {
		if drawn[a.StartOn.Year()] && sh.sourced(activityName(a)) {
			p.Events = append(p.Events, view.Event{Year: a.StartOn.Year(), Name: a.Title.In(sh.lang)})
		}
	}
	p.Events = onePerYear(p.Events)
	return p
}

// weight is how much an activity tells of a tie.
func weight(a portal.Activity) int {
	n := 0
	if a.Nature == portal.Substantive {
		n += 2
	}
	if !a.Result.Empty() {
		n++
	}
	return n
}

// namedSteps are the steps of a tie that are named above its pulse, in the order of time.
func (sh *sheet) namedSteps(t portal.Tie) []view.Event {
	var events []view.Event
	for _, s := range t.Steps {
		if s.HappenedOn != "" && namedStages[s.Stage] {
			events = append(events, view.Event{Year: s.HappenedOn.Year(), Name: sh.choice("stage", string(s.Stage))})
		}
	}
	portal.Sort(events, func(a, b view.Event) int { return cmp.Compare(a.Year, b.Year) })
	return events
}

// namedStages are the steps that are named above the large pulse.
var namedStages = map[portal.Stage]bool{
	portal.Intent: true, portal.CouncilStage: true, portal.Signed: true, portal.Renewed: true, portal.Terminated: true,
}

// onePerYear keeps the first event of each year.
func onePerYear(events []view.Event) []view.Event {
	seen := map[int]bool{}
	return slices.DeleteFunc(events, func(e view.Event) bool {
		again := seen[e.Year]
		seen[e.Year] = true
		return again
	})
}

// pulseHead sums up the drawing, and says what of the list of activities it cannot show.
func (sh *sheet) pulseHead(t portal.Tie, p view.Pulse) view.RailHead {
	if len(p.Years) == 0 {
		return view.RailHead{Title: sh.t("partner.pulse_empty")}
	}
	first := p.Start
	for _, y := range p.Years {
		if first == 0 || y.Year < first {
			first = y.Year
		}
	}
	head := view.RailHead{
		Title: sh.t("partner.pulse", first, p.To),
		Text:  sh.plural("partner.pulse_sum", p.Count, p.Active(), p.To-first+1),
	}
	if n := undated(t.Activities); n > 0 {
		head.Text += "; " + sh.plural("partner.undated", n)
	}
	return head
}

// undated is how many activities no drawing can show, because nobody knows when they were.
func undated(list []portal.Activity) (n int) {
	for _, a := range list {
		if a.StartOn == "" {
			n++
		}
	}
	return n
}
