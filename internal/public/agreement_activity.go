package public

import (
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// era is on which side of the signing of a paper something happened.
type era string

const (
	sinceSigning  era = "since"
	beforeSigning era = "before"
	eraOpen       era = "open"  // its date, or that of the signing, does not tell
	eraWhole      era = "whole" // the paper has no date to part by
)

// eraOf tells on which side of the signing an activity stands. What happened on the day itself is of the signing.
func eraOf(v portal.Activity, a portal.Agreement) era {
	switch {
	case a.SignedOn == "":
		return eraWhole
	case v.StartOn == "":
		return eraOpen
	case !v.StartOn.Earliest().Before(a.SignedOn.Earliest()):
		return sinceSigning
	case v.StartOn.Latest().Before(a.SignedOn.Earliest()):
		return beforeSigning
	}
	return eraOpen
}

// activitiesUnder are the activities that belong to a paper, those since its signing apart from those before it, which it cannot have
// brought about.
func (sh *sheet) activitiesUnder(t portal.Tie, a portal.Agreement) []view.RecordGroup {
	under := map[era][]view.Record{}
	for _, v := range newest(t.Activities) {
		if v.AgreementID == a.ID {
			side := eraOf(v, a)
			under[side] = append(under[side], sh.elsewhere(v, t.City))
		}
	}
	var groups []view.RecordGroup
	for _, side := range []era{eraWhole, sinceSigning, beforeSigning, eraOpen} {
		if len(under[side]) == 0 && (side != sinceSigning || len(under) == 0) {
			continue
		}
		g := view.RecordGroup{Records: under[side]}
		if side != eraWhole {
			g.Title = sh.t("agreement.activities." + string(side))
		}
		if side == sinceSigning && len(g.Records) == 0 {
			g.Nothing = sh.t("agreement.activities.since_none")
		}
		groups = append(groups, g)
	}
	return groups
}

// sinceSigned is the tie with those of its activities alone that came after the paper was signed.
func sinceSigned(t portal.Tie, a portal.Agreement) portal.Tie {
	t.Activities = slices.DeleteFunc(slices.Clone(t.Activities), func(v portal.Activity) bool { return eraOf(v, a) != sinceSigning })
	return t
}

// underWay counts what happened with the city since the paper was signed, and leads to it.
func (sh *sheet) underWay(t portal.Tie, a portal.Agreement) view.StepEntry {
	key := "agreement.under_way"
	if a.SignedOn != "" {
		key = "agreement.under_way_since"
		t = sinceSigned(t, a)
	}
	return view.StepEntry{
		Text: view.Cited{Text: sh.t(key, sh.number(t.Events(sh.now)), sh.number(t.Vitality(sh.now).Activity.In24))},
		More: view.Link{Label: sh.t("agreement.see_activities"), URL: view.Partner.In(sh.lang, t.City.Slug) + "#" + view.ActivitiesID},
	}
}
