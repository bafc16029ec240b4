package public

import (
	"strings"

	"kotakembar/internal/portal"
)

// The register's own values in words, by the field that sources may differ on. A field that is not named here is one
// of which no single value could be set beside another.

func (sh *sheet) ownOfCity(c portal.City) own {
	return func(field string) string {
		switch baseField(field) {
		case "name":
			return c.Name.In(sh.lang)
		case "population":
			return sh.population(c)
		case "area_km2":
			return sh.area(c)
		case "standing":
			return sh.choice("standing", string(c.Standing))
		}
		return ""
	}
}

func (sh *sheet) population(c portal.City) string {
	if c.Population == nil {
		return ""
	}
	if c.PopulationOn == "" {
		return sh.lang.Number(*c.Population)
	}
	return sh.lang.Number(*c.Population) + " (" + c.PopulationOn.In(sh.lang) + ")"
}

func (sh *sheet) area(c portal.City) string {
	if c.AreaKm2 == nil {
		return ""
	}
	return sh.lang.Decimal(*c.AreaKm2) + " km²"
}

func (sh *sheet) ownOfAgreement(a portal.Agreement) own {
	return func(field string) string {
		switch baseField(field) {
		case "signed_on":
			return a.SignedOn.In(sh.lang)
		case "in_force_from":
			return a.InForceFrom.In(sh.lang)
		case "in_force_until":
			return a.InForceUntil.In(sh.lang)
		case "term":
			return a.Term.In(sh.lang)
		case "legal_type":
			return sh.choice("legal_type", string(a.LegalType))
		case "instrument":
			return sh.choice("instrument", string(a.Instrument))
		case "regime":
			return sh.choice("regime", string(a.Regime))
		case "sectors":
			return sh.sectorNames(a.Sectors)
		case "reported":
			return sh.choice("reported", string(a.Reported))
		case "summary":
			return a.Summary.In(sh.lang)
		}
		return ""
	}
}

func (sh *sheet) ownOfStep(s portal.Step) own {
	return func(field string) string {
		switch baseField(field) {
		case "happened_on":
			return s.HappenedOn.In(sh.lang)
		case "stage":
			return sh.choice("stage", string(s.Stage))
		case "place":
			return s.Place.In(sh.lang)
		}
		return ""
	}
}

func (sh *sheet) ownOfApproval(a portal.Approval) own {
	return func(field string) string {
		switch baseField(field) {
		case "decided_on":
			return a.DecidedOn.In(sh.lang)
		case "decision":
			return sh.choice("decision", string(a.Decision))
		case "number":
			return a.Number
		case "sectors":
			return sh.sectorNames(a.Sectors)
		}
		return ""
	}
}

func (sh *sheet) ownOfProgram(p portal.Program) own {
	return func(field string) string {
		switch baseField(field) {
		case "start_on":
			return p.StartOn.In(sh.lang)
		case "end_on":
			return p.EndOn.In(sh.lang)
		case "status":
			return sh.choice("status", string(p.Status))
		case "place":
			return p.Place.In(sh.lang)
		case "plan":
			return p.Plan.In(sh.lang)
		case "result":
			return p.Result.In(sh.lang)
		case "summary":
			return p.Summary.In(sh.lang)
		case "cost":
			return sh.money(p.Cost, p.Currency)
		}
		return ""
	}
}

func (sh *sheet) ownOfActivity(a portal.Activity) own {
	return func(field string) string {
		switch baseField(field) {
		case "start_on":
			return a.StartOn.In(sh.lang)
		case "end_on":
			return a.EndOn.In(sh.lang)
		case "title":
			return a.Title.In(sh.lang)
		case "result":
			return a.Result.In(sh.lang)
		}
		return ""
	}
}

func (sh *sheet) ownOfOutcome(o portal.Outcome) own {
	return func(field string) string {
		switch baseField(field) {
		case "planned":
			return sh.amount(o.Planned, o.Unit.In(sh.lang))
		case "achieved":
			return sh.amount(o.Achieved, o.Unit.In(sh.lang))
		}
		return ""
	}
}

// amount is a number with its unit, empty where it is not known.
func (sh *sheet) amount(n *int64, unit string) string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(sh.lang.Number(*n) + " " + sh.lang.Unit(*n, sh.lang.Currency(unit)))
}

// money is an amount of the smallest unit of a currency as people write it: 60.000.000 JPY.
func (sh *sheet) money(n *int64, currency string) string {
	if n == nil {
		return ""
	}
	return portal.Amount(sh.lang, *n, currency)
}
