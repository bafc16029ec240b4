package public

import (
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// scope sets what the council approved beside what was signed: in the words of both where they are on record, else by the fields.
// Where a side is missing it says which one, and compares nothing. What binds nobody, or is only a claim, has no scope to hold to.
// part is the tie as far as it belongs to the paper.
func (sh *sheet) scope(city portal.City, part portal.Tie, a portal.Agreement) view.Scope {
	if !a.Instrument.Binding() || city.Standing == portal.Unproven {
		return view.Scope{}
	}
	d, missing := approvedScope(part.Approvals)
	if missing == "" && len(d.Scope) == 0 && len(a.Sectors) == 0 {
		missing = "agreement.scope_not_signed"
	}
	if missing != "" {
		why := sh.t(missing)
		if part.LegalState(sh.now).Mark == portal.LegalOlder {
			why = sentence(" ", why, sh.t("approval.older"))
		}
		return view.Scope{Head: view.RailHead{Title: sh.t("agreement.scope_unknown")}, Note: view.Cited{Text: why}}
	}
	s := view.Scope{
		Head:     view.RailHead{Title: sh.t("agreement.scope_changed"), Text: sh.t("agreement.scope_lead")},
		Approved: sh.inYear("agreement.scope_approved", d.DecidedOn),
		Signed:   sh.inYear("agreement.scope_signed", a.SignedOn),
	}
	of := store.Named{Kind: portal.KindApproval, ID: d.ID}
	lines := d.Scope
	s.Note = view.Cited{Text: sh.t("agreement.scope_read"), Refs: sh.refs(of, "scope")}
	if len(lines) == 0 {
		lines = sh.linesOf(d.Sectors, a.Sectors)
		refs := append(sh.refs(of, "sectors"), sh.refs(store.Named{Kind: portal.KindAgreement, ID: a.ID}, "sectors")...)
		s.Note = view.Cited{Text: sh.t("agreement.scope_codes"), Refs: ascending(refs)}
	}
	for _, l := range lines {
		s.Rows = append(s.Rows, sh.scopeRow(l))
	}
	if !slices.ContainsFunc(lines, func(l portal.ScopeLine) bool { return l.Compared() != portal.TurnSame }) {
		s.Head.Title = sh.t("agreement.scope_same")
	}
	return s
}

// approvedScope is the council's last approval that tells a scope, or the key of why there is none.
func approvedScope(approvals []portal.Approval) (approved portal.Approval, missing string) {
	missing = "agreement.scope_no_council"
	for _, d := range approvals {
		if d.Kind != portal.ByCouncil || d.Decision != portal.Approved {
			continue
		}
		if len(d.Scope) == 0 && len(d.Sectors) == 0 {
			if approved.ID == 0 {
				missing = "agreement.scope_not_told"
			}
			continue
		}
		if approved.ID == 0 || byAge(approved.DecidedOn, d.DecidedOn) < 0 {
			approved, missing = d, ""
		}
	}
	return approved, missing
}

// inYear is a heading with the year of a date, where that is known.
func (sh *sheet) inYear(key string, d portal.Date) string {
	if d.Year() == 0 {
		return sh.t(key)
	}
	return sh.t("agreement.scope_year", sh.t(key), d.Year())
}

// linesOf are the fields of both sides as lines, each named as the register names it.
func (sh *sheet) linesOf(approved, signed []string) []portal.ScopeLine {
	var lines []portal.ScopeLine
	for _, code := range distinct(append(slices.Clone(approved), signed...)) {
		var l portal.ScopeLine
		name := sh.sectorNames([]string{code})
		if slices.Contains(approved, code) {
			l.Approved = i18n.Text{ID: name, EN: name}
		}
		if slices.Contains(signed, code) {
			l.Signed = i18n.Text{ID: name, EN: name}
		}
		lines = append(lines, l)
	}
	return lines
}

func (sh *sheet) scopeRow(l portal.ScopeLine) view.ScopeRow {
	side := func(words i18n.Text, absent string) view.Cited {
		if words.Empty() {
			return view.Cited{Text: sh.t(absent)}
		}
		return sh.text(words, nil)
	}
	turn := l.Compared()
	state := view.TagValue{Tone: view.ToneWarn, Word: sh.t("agreement.scope_unread")}
	if turn != portal.TurnUnread {
		state.Word = sh.choice("turn", string(turn))
	}
	switch turn {
	case portal.TurnSame:
		state.Tone = view.ToneOn
	case portal.TurnWider, portal.TurnUnread:
		state.Tone = view.ToneNeutral
	}
	return view.ScopeRow{
		Approved: side(l.Approved, "agreement.scope_unapproved"), Signed: side(l.Signed, "agreement.scope_unsigned"), State: state,
	}
}
