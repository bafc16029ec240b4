package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// unitCharts draw each measure of results that can be counted one by one: what was achieved among what was planned. Floors are left out where
// the building itself is drawn.
func (sh *sheet) unitCharts(outcomes []portal.Outcome, drawn bool) []view.UnitChart {
	var charts []view.UnitChart
	for _, o := range outcomes {
		if o.Countable() && !o.Effort && (!drawn || o.Floors() == 0) {
			charts = append(charts, sh.unitChart(o))
		}
	}
	return charts
}

func (sh *sheet) unitChart(o portal.Outcome) view.UnitChart {
	c := view.UnitChart{Text: sh.t("units.text", sh.lang.Unit(1, o.Unit.In(sh.lang)))}
	if o.Planned != nil {
		c.Planned = int(*o.Planned)
	}
	if o.Achieved != nil {
		c.Achieved = int(*o.Achieved)
	}
	achieved, planned := sh.lang.Spelled(c.Achieved), sh.lang.Spelled(c.Planned)
	switch {
	case o.Planned == nil:
		c.Title, c.Note = achieved, sh.t("units.no_plan")
	case o.Achieved == nil:
		c.Title, c.Note = sh.t("units.planned", planned), sh.t("units.no_outcome")
	case c.Achieved >= c.Planned:
		c.Title, c.Note = sh.t("units.of", achieved, planned), sh.t("units.reached")
	default:
		c.Title, c.Note = sh.t("units.of", achieved, planned), sh.t("units.short", sh.number(c.Planned-c.Achieved))
	}
	c.Title = o.Indicator.In(sh.lang) + ": " + c.Title
	c.Label = sentences(c.Title, c.Note)
	return c
}

// planHouse draws the building that is still a plan beside the places that are known to have opened in its city; nothing where no
// floors were planned, or where the plan has been carried out.
func (sh *sheet) planHouse(g portal.Program, parts store.ProgramParts) view.PlanHouse {
	h := view.PlanHouse{}
	for _, o := range parts.Outcomes {
		if floors := o.Floors(); floors > 0 {
			h.Floors, h.Names = floors, capitals(o.FloorNames(sh.lang))
			h.Refs = sh.refs(outcomeName(o), "planned", "note")
		}
	}
	for _, v := range parts.Venues {
		if v.OpenedOn != "" && sh.sourced(venueName(v), "opened_on") {
			h.Opened++
		}
	}
	if h.Floors == 0 || g.Status != portal.ProgramPlanned {
		return view.PlanHouse{}
	}
	h.Label = sh.t("house.label", g.Title.In(sh.lang), h.Floors, h.Opened)
	h.Text = sh.plural("house.text", h.Opened)
	if len(h.Names) > 0 {
		h.Label = sentence(" ", h.Label, sh.t("house.floors", sh.lang.List(h.Names)))
		h.Text = sentence(" ", h.Text, sh.t("house.order"))
	}
	return h
}
