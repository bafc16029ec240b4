package public

import (
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// largePulse is the pulse with up to four named events: the first signature, then the years that hold most.
func (sh *sheet) largePulse(t portal.Tie) view.Pulse {
	p := sh.pulse(t)
	for _, s := range t.Steps {
		if s.HappenedOn != "" && len(p.Events) < 4 && namedStages[s.Stage] {
			p.Events = append(p.Events, view.Event{Year: s.HappenedOn.Year(), Name: sh.choice("stage", string(s.Stage))})
		}
	}
	p.Events = onePerYear(p.Events)
	return p
}

// namedStages are the steps that are named above the large pulse.
var namedStages = map[portal.Stage]bool{
	portal.Intent: true, portal.CouncilStage: true, portal.Signed: true, portal.Renewed: true, portal.Terminated: true,
}

func onePerYear(events []view.Event) []view.Event {
	return slices.CompactFunc(events, func(a, b view.Event) bool { return a.Year == b.Year })
}

// pulseHead sums up the drawing, and says what of the list of activities it cannot show.
func (sh *sheet) pulseHead(t portal.Tie, p view.Pulse) view.RailHead {
	undated := 0
	for _, a := range t.Activities {
		if a.StartOn == "" {
			undated++
		}
	}
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
		Text:  sh.plural("partner.pulse_sum", p.Total(), p.Active(), p.To-first+1),
	}
	if undated > 0 {
		head.Text += "; " + sh.plural("partner.undated", undated)
	}
	return head
}
