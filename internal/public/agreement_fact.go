package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// agreementFacts are the facts of one paper. part is the tie as far as it belongs to the paper.
func (sh *sheet) agreementFacts(city portal.City, part portal.Tie, a portal.Agreement) []view.Fact {
	of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
	facts := []view.Fact{
		sh.legalType(of, city, a),
		sh.instrument(of, a),
		{Label: sh.t("field.agreement.city_id"), Values: []view.Cited{{Text: city.Name.In(sh.lang), URL: view.Partner.In(sh.lang, city.Slug)}}},
		sh.signers(part.Steps),
		sh.fact(of, a.SignedOn.In(sh.lang), "signed_on"),
		sh.fact(of, a.InForceFrom.In(sh.lang), "in_force_from"),
		sh.fact(of, a.InForceUntil.In(sh.lang), "in_force_until"),
		sh.regime(of, a),
		sh.scopeFact(of, a),
		sh.reported(of, a),
	}
	if gap := sh.gap(part.Steps); gap != "" {
		facts = append(facts, view.Fact{Label: sh.t("agreement.gap"), Values: []view.Cited{{Text: gap}}, Note: sh.t("agreement.gap_note")})
	}
	return facts
}

// legalType is the type in law; of what is only aimed at or claimed the fact says so.
func (sh *sheet) legalType(of store.Named, city portal.City, a portal.Agreement) view.Fact {
	f := sh.fact(of, sh.choice("legal_type", string(a.LegalType)), "legal_type")
	switch {
	case city.Standing == portal.Unproven:
		f.Note = sentence(" ", sh.t("agreement.claim_note"), f.Note)
	case !a.Instrument.Binding():
		f.Note = sentence(" ", sh.t("agreement.aim_note"), f.Note)
	}
	return f
}

// instrument is the form of the paper. That none was found is our own word, and no source could stand behind it.
func (sh *sheet) instrument(of store.Named, a portal.Agreement) view.Fact {
	f := sh.fact(of, sh.choice("instrument", string(a.Instrument)), "instrument")
	missing := a.Instrument == portal.NoInstrument || a.Instrument == portal.UnknownInstrument
	if missing && !sh.sourced(of, "instrument") {
		f.Note = ""
	}
	return f
}

// scopeFact is the fields that were signed, or that were spoken of where nothing binding was.
func (sh *sheet) scopeFact(of store.Named, a portal.Agreement) view.Fact {
	f := sh.fact(of, sh.sectorNames(a.Sectors), "sectors")
	if !a.Instrument.Binding() {
		f.Label = sh.t("agreement.fields_discussed")
	}
	return f
}

// signers are those who signed, with the office that they held that day.
func (sh *sheet) signers(steps []portal.Step) view.Fact {
	f := view.Fact{Label: sh.t("field.signatories")}
	for _, s := range steps {
		if s.Stage != portal.Signed && s.Stage != portal.Intent && s.Stage != portal.Renewed {
			continue
		}
		of := store.Named{Kind: portal.KindStep, ID: s.ID}
		for _, p := range s.Signatories {
			f.Values = append(f.Values, view.Cited{Text: sentence(", ", p.Name, p.Role.In(sh.lang)), Refs: sh.refs(of)})
		}
	}
	return f
}

// regime is our own reading of the date, so it needs no source; another reading by a source is a dispute.
func (sh *sheet) regime(of store.Named, a portal.Agreement) view.Fact {
	f := sh.fact(of, sh.choice("regime", string(a.Regime)), "regime")
	if !f.Disputed {
		f.Note = sentence(" ", sh.t("agreement.regime_note"), sh.remark(of, "regime"))
	}
	return f
}

// reported is what sources last say of the tie, on which day and on what ground.
func (sh *sheet) reported(of store.Named, a portal.Agreement) view.Fact {
	f := sh.fact(of, sh.choice("reported", string(a.Reported)), "reported", "reported_on", "reported_why")
	f.Note = sentence(" ", a.ReportedOn.In(sh.lang)+".", a.ReportedWhy.In(sh.lang), f.Note)
	return f
}

// gap is the time from the letter of intent to the signature, where both days are known.
func (sh *sheet) gap(steps []portal.Step) string {
	intent, signed := firstOf(steps, portal.Intent), firstOf(steps, portal.Signed)
	if intent.Precision() < portal.ToMonth || signed.Precision() < portal.ToMonth || signed < intent {
		return ""
	}
	months := 12*(signed.Year()-intent.Year()) + signed.Month() - intent.Month()
	if signed.Day() > 0 && intent.Day() > signed.Day() {
		months--
	}
	return sh.duration(months)
}

// duration writes months as years and months: 4 tahun 11 bulan.
func (sh *sheet) duration(months int) string {
	var parts []string
	if years := months / 12; years > 0 {
		parts = append(parts, sh.plural("duration.years", years))
	}
	if rest := months % 12; rest > 0 || months < 12 {
		parts = append(parts, sh.plural("duration.months", rest))
	}
	return sentence(" ", parts...)
}

// firstOf is the day of the first step of a stage; empty = none, or not known.
func firstOf(steps []portal.Step, stage portal.Stage) portal.Date {
	for _, s := range steps {
		if s.Stage == stage && s.HappenedOn != "" {
			return s.HappenedOn
		}
	}
	return ""
}
