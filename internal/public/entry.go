package public

import (
	"cmp"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// The records of a page as entries of its lists.

func activityName(a portal.Activity) store.Named {
	return store.Named{Kind: portal.KindActivity, ID: a.ID}
}

// activityID is the anchor of an activity on the page of its city.
func activityID(id int64) string { return view.ActivitiesID + "-" + strconv.FormatInt(id, 10) }

// activity is what happened, as an entry: when, what, where and with whom, and the result or that there is none.
func (sh *sheet) activity(a portal.Activity) view.Record {
	of := activityName(a)
	said := sentences(sh.choice("activity.kind", a.Kind), sh.alsoTrip(a), a.PlaceName.In(sh.lang), sh.purposeOf(a), sh.participants(a.Participants), sh.resultOf(a))
	tags := append(sh.natureTag(a), sh.cautions(of, sh.ownOfActivity(a))...)
	return view.Record{
		Date:  sh.period(a.StartOn, a.EndOn),
		Title: a.Title.In(sh.lang),
		Text:  view.Cited{Text: said, Refs: sh.refs(of)},
		Tags:  append(tags, sh.evidenceTag(of)...),
	}
}

// onPage is the activity with its anchor, on the page of its city.
func (sh *sheet) onPage(a portal.Activity) view.Record {
	r := sh.activity(a)
	r.ID = activityID(a.ID)
	return r
}

// elsewhere is the activity as a link to the page of its city, whose name it carries.
func (sh *sheet) elsewhere(a portal.Activity, city portal.City) view.Record {
	if a.PlaceName.In(sh.lang) == city.Name.In(sh.lang) {
		a.PlaceName = i18n.Text{}
	}
	r := sh.activity(a)
	if r.URL = sh.cityLink(city).URL; r.URL != "" {
		r.URL += "#" + activityID(a.ID)
	}
	r.Text.Text = city.Name.In(sh.lang) + ". " + r.Text.Text
	return r
}

// alsoTrip says that an activity stands in the register of official trips although its kind is not a visit.
func (sh *sheet) alsoTrip(a portal.Activity) string {
	if !a.AlsoTrip {
		return ""
	}
	return sh.label(portal.KindActivity, "also_trip")
}

func (sh *sheet) purposeOf(a portal.Activity) string {
	if a.Purpose.Empty() {
		return ""
	}
	return sh.t("activity.purpose", a.Purpose.In(sh.lang))
}

func (sh *sheet) resultOf(a portal.Activity) string {
	if a.Result.Empty() {
		return sh.t("activity.no_result")
	}
	return sh.t("activity.result", a.Result.In(sh.lang))
}

// participants counts people by group, as far as they were counted.
func (sh *sheet) participants(p portal.Participants) string {
	var groups []string
	for _, g := range portal.Groups {
		if n := p.Of(g); n != nil {
			groups = append(groups, sh.plural("participants."+string(g), int(*n)))
		}
	}
	return capital(sh.lang.List(groups))
}

func (sh *sheet) natureTag(a portal.Activity) []view.TagValue {
	return []view.TagValue{{Tone: view.ToneNeutral, Word: sh.choice("nature", string(a.Nature))}}
}

// evidenceTag marks what no source, or none that anybody can check, stands behind.
func (sh *sheet) evidenceTag(of store.Named) []view.TagValue {
	cited := sh.cited[of]
	if len(cited) > 0 && !slices.ContainsFunc(cited, func(c portal.Cited) bool { return c.Source.Verifiable() }) {
		return []view.TagValue{qualityTag(sh.lang, portal.Unverifiable)}
	}
	return sh.unsourcedTag(of)
}

// period is a day or a stretch of time, as lists write it.
func (sh *sheet) period(from, until portal.Date) string {
	if from == "" {
		return sh.t("date.unknown")
	}
	if until == "" || until == from {
		return from.Short(sh.lang)
	}
	return from.Short(sh.lang) + " – " + until.Short(sh.lang)
}

// newest sorts activities by their start, the newest first; those without a date come last.
func newest(list []portal.Activity) []portal.Activity {
	sorted := slices.Clone(list)
	portal.Sort(sorted, newer)
	return sorted
}

// newer puts the activity that began later first, and one without a date last.
func newer(a, b portal.Activity) int {
	return cmp.Or(b.StartOn.Earliest().Compare(a.StartOn.Earliest()), cmp.Compare(b.ID, a.ID))
}

// program is a joint program as an entry that leads to its page.
func (sh *sheet) programEntry(p portal.Program) view.Record {
	of := store.Named{Kind: portal.KindProgram, ID: p.ID}
	tags := []view.TagValue{{Tone: view.ToneNeutral, Word: sh.choice("status", string(p.Status))}}
	return view.Record{
		Title: p.Title.In(sh.lang), URL: view.Program.In(sh.lang, p.Slug),
		Text: view.Cited{Text: sentence(", ", sh.choice("program.kind", p.Kind), sh.years(p)), Refs: sh.refsOr(of, "start_on")},
		Tags: slices.Concat(tags, sh.cautions(of, sh.ownOfProgram(p)), sh.unsourcedTag(of)),
	}
}

// years is the time of a program by years.
func (sh *sheet) years(p portal.Program) string {
	from, until := p.StartOn.Year(), p.EndOn.Year()
	switch {
	case from == 0:
		return ""
	case until == 0 || until == from:
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(until)
}

// agreementEntry is an agreement as an entry that leads to its page.
func (sh *sheet) agreementEntry(a portal.Agreement) view.Record {
	of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
	return view.Record{
		Title: a.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, a.Slug),
		Text: view.Cited{Text: sentence(", ", sh.choice("instrument", string(a.Instrument)), a.SignedOn.In(sh.lang)), Refs: sh.refsOr(of, "signed_on")},
		Tags: append(sh.cautions(of, sh.ownOfAgreement(a)), sh.unsourcedTag(of)...),
	}
}

// body tells who decides: by its name where that is in the reader's language, else by what it is, and its name beside.
func (sh *sheet) body(d portal.Approval, city portal.City) (title string, name view.Cited) {
	lang := langOf(foreign(d.BodyLang(city), sh.lang))
	if lang == "" {
		return d.Body, name
	}
	return sh.choice("approval.kind", string(d.Kind)), view.Cited{Text: d.Body, Lang: lang}
}

// approvalEntry is a decision on a tie with a city as an entry.
func (sh *sheet) approvalEntry(a portal.Approval, city portal.City) view.Record {
	title, name := sh.body(a, city)
	of := store.Named{Kind: portal.KindApproval, ID: a.ID}
	tags := append([]view.TagValue{decisionTag(sh, a.Decision)}, sh.unreviewedTag(of)...)
	if a.NumberNotFound && a.Decision.Made() { // what was not decided has no number
		tags = append(tags, view.TagValue{Tone: view.ToneWarn, Word: sh.t("approval.no_number")})
	}
	return view.Record{
		ID: approvalID(a.ID), Date: a.DecidedOn.Short(sh.lang), Title: title, Name: name, Text: sh.text(a.Note, sh.refs(of)),
		Tags: append(tags, sh.unsourcedTag(of)...),
	}
}

func decisionTag(sh *sheet, d portal.Decision) view.TagValue {
	tone := view.ToneNeutral
	switch d {
	case portal.Approved:
		tone = view.ToneOn
	case portal.Refused:
		tone = view.ToneAlert
	}
	return view.TagValue{Tone: tone, Word: sh.choice("decision", string(d))}
}

// stepEntry is an event on the legal path as an entry of a history.
func (sh *sheet) stepEntry(s portal.Step) view.Record {
	of := store.Named{Kind: portal.KindStep, ID: s.ID}
	r := view.Record{
		ID: stepID(s.ID), Date: s.HappenedOn.Short(sh.lang), Title: sh.choice("stage", string(s.Stage)), Text: sh.text(s.Note, sh.refs(of)),
		Tags: sh.cautions(of, sh.ownOfStep(s)),
	}
	if r.Date == "" {
		r.Date = sh.t("date.unknown")
	}
	if s.NoDocument {
		r.Tags = append(r.Tags, view.TagValue{Tone: view.ToneWarn, Word: sh.t("document.missing")})
	}
	r.Tags = append(r.Tags, sh.unsourcedTag(of)...)
	return r
}
