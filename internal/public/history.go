package public

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// event is one line of the history before it is put under its year.
type event struct {
	on     portal.Date
	until  portal.Date // of an activity that lasts, its last day
	year   int
	nature string // paper, activity or program
	claim  bool   // in a year that only other sources tell of: shown there, and counted nowhere
	city   portal.City
	entry  func() view.Record // written when it is shown, so that sources are numbered in reading order
}

// events are all dated events of the ties up to the day of the page, the oldest first. What two records tell of is told once.
func (sh *sheet) events(ties []portal.Tie) []event {
	var all []event
	seen := map[store.Named]bool{}
	for _, t := range ties {
		if !t.City.IsHome {
			all = append(all, sh.papersOf(t)...)
			all = append(all, sh.doings(t, seen)...)
		}
	}
	all = slices.DeleteFunc(all, func(h event) bool { return h.year == 0 || h.on.Earliest().After(sh.now) })
	portal.Sort(all, inTime)
	return all
}

func inTime(a, b event) int {
	return cmp.Or(cmp.Compare(a.year, b.year), byAge(a.on, b.on), cmp.Compare(a.city.ID, b.city.ID))
}

// papersOf are the steps, decisions and signatures of a tie. A decision or a signature that a step tells of is not repeated.
func (sh *sheet) papersOf(t portal.Tie) []event {
	var list []event
	add := func(on portal.Date, entry func() view.Record) {
		list = append(list, event{on: on, year: on.Year(), nature: "paper", city: t.City, entry: entry})
	}
	told := map[portal.Date]bool{}
	for _, s := range t.Steps {
		told[s.HappenedOn] = true
		add(s.HappenedOn, func() view.Record { return sh.stepHappened(t, s) })
		list = append(list, sh.otherYears(t, s)...)
	}
	for _, d := range t.Approvals {
		if !told[d.DecidedOn] {
			add(d.DecidedOn, func() view.Record {
				r := sh.approvalEntry(d, t.City)
				title := t.City.Name.In(sh.lang) + ": " + r.Title
				entry := sh.historyEntry(title, paperURL(sh, t, d.AgreementID), d.DecidedOn, r.Text, r.Tags)
				entry.Name = r.Name
				return entry
			})
		}
	}
	for _, a := range t.Agreements {
		if !told[a.SignedOn] {
			of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
			add(a.SignedOn, func() view.Record {
				text := view.Cited{Text: sh.t("history.signed"), Refs: sh.refs(of, "signed_on")}
				return sh.historyEntry(a.Title.In(sh.lang), view.Agreement.In(sh.lang, a.Slug), a.SignedOn, text, sh.cautions(of, sh.ownOfAgreement(a)))
			})
		}
	}
	return list
}

func (sh *sheet) stepHappened(t portal.Tie, s portal.Step) view.Record {
	r := sh.stepEntry(s)
	r.Text.Text = sentence(". ", s.Place.In(sh.lang), r.Text.Text)
	return sh.historyEntry(t.City.Name.In(sh.lang)+": "+r.Title, paperURL(sh, t, s.AgreementID), s.HappenedOn, r.Text, r.Tags)
}

// otherYears tells of a step once more in each other year in which a source puts it.
func (sh *sheet) otherYears(t portal.Tie, s portal.Step) (list []event) {
	of := store.Named{Kind: portal.KindStep, ID: s.ID}
	for _, c := range sh.claims(of, "happened_on", s.HappenedOn.In(sh.lang)) {
		year := yearIn(c.value)
		if year == 0 || year == s.HappenedOn.Year() {
			continue
		}
		list = append(list, event{
			on: portal.Date(strconv.Itoa(year)), year: year, nature: "paper", claim: true, city: t.City,
			entry: func() view.Record {
				text := view.Cited{Text: sh.t("history.claimed", c.value, s.HappenedOn.In(sh.lang)), Refs: sh.numbersOf(c.by)}
				title := t.City.Name.In(sh.lang) + ": " + sh.choice("stage", string(s.Stage))
				return view.Record{Title: title, URL: paperURL(sh, t, s.AgreementID), Text: text,
					Tags: []view.TagValue{{Tone: view.ToneWarn, Word: sh.t("dispute.tag")}}}
			},
		})
	}
	return list
}

var yearForm = regexp.MustCompile(`^(1[89]|20)\d\d\b`)

// yearIn is the year with which a claim begins, 0 where it begins with none.
func yearIn(claim string) int {
	year, err := strconv.Atoi(yearForm.FindString(claim))
	if err != nil {
		return 0
	}
	return year
}

// doings are the activities of a tie, and programs as they open and close. A program that begins with an activity of its own is told
// by that; one that stands under several ties is told once.
func (sh *sheet) doings(t portal.Tie, seen map[store.Named]bool) []event {
	var list []event
	begun := map[int64]portal.Date{}
	for _, a := range t.Activities {
		begun[a.ProgramID] = a.StartOn
		list = append(list, event{on: a.StartOn, until: a.EndOn, year: a.StartOn.Year(), nature: "activity", city: t.City, entry: func() view.Record {
			of, url := activityName(a), view.Partner.In(sh.lang, t.City.Slug)+"#"+activityID(a.ID)
			text := view.Cited{Text: t.City.Name.In(sh.lang), Refs: sh.refs(of)}
			return sh.historyEntry(a.Title.In(sh.lang), url, a.StartOn, text, append(sh.cautions(of, sh.ownOfActivity(a)), sh.evidenceTag(of)...))
		}})
	}
	for _, p := range t.Programs {
		of := programName(p)
		if seen[of] {
			continue
		}
		seen[of] = true
		opened := "history.opened"
		if p.Status == portal.ProgramPlanned {
			opened = "history.planned"
		}
		if begun[p.ID] != p.StartOn || p.StartOn == "" {
			list = append(list, sh.programTurn(t, p, p.StartOn, opened))
		}
		if p.EndOn.Year() > p.StartOn.Year() && p.Status != portal.ProgramPlanned {
			list = append(list, sh.programTurn(t, p, p.EndOn, "history.closed"))
		}
	}
	return list
}

func (sh *sheet) programTurn(t portal.Tie, p portal.Program, on portal.Date, key string) event {
	return event{on: on, year: on.Year(), nature: "program", city: t.City, entry: func() view.Record {
		of := programName(p)
		return sh.historyEntry(p.Title.In(sh.lang), view.Program.In(sh.lang, p.Slug), on,
			view.Cited{Text: sh.t(key), Refs: sh.refs(of, "start_on", "end_on", "status", "summary")}, sh.unsourcedTag(of))
	}}
}

// historyEntry is an entry under its year: the date as far as it says more than the year stands before the text.
func (sh *sheet) historyEntry(title, url string, on portal.Date, text view.Cited, tags []view.TagValue) view.Record {
	date := on.In(sh.lang)
	if on.Precision() == portal.ToYear && !on.Approximate() {
		date = ""
	}
	text.Text = sentences(date, text.Text)
	if text.Text == "" {
		text.Text = sentences(on.In(sh.lang))
	}
	return view.Record{Title: title, URL: url, Text: text, Tags: tags}
}

// paperURL is the page of an agreement of the tie.
func paperURL(sh *sheet, t portal.Tie, id int64) string {
	for _, a := range t.Agreements {
		if a.ID == id {
			return view.Agreement.In(sh.lang, a.Slug)
		}
	}
	return ""
}
