package portal

import "kotakembar/internal/i18n"

// unsourced names what of the tie is public and rests on no source that can be checked: first its core facts, then its records.
func (t Tie) unsourced(r reading) (tasks []Task) {
	var facts []Fact
	var at Row
	for _, g := range t.Gaps(r.on) {
		if g.What == GapSource {
			facts, at = append(facts, g.Fact), Row{g.Kind, g.RecordID}
		}
	}
	if len(facts) > 0 {
		task := r.task(TaskSource, at, r.city.Name)
		task.Tag, task.Why = counted("tasks.facts", len(facts)), Reason{Key: "tasks.why.source.facts", Args: []any{facts}}
		tasks = append(tasks, task)
	}
	bare := func(kind Kind, id int64, title i18n.Text, since Date) {
		if !r.evidence.supports(kind, id) {
			tasks = append(tasks, r.bare(Row{kind, id}, title, since))
		}
	}
	if !t.City.IsHome {
		bare(KindCity, t.City.ID, t.City.Name, "")
	}
	t.papersUnsourced(r, bare)
	for _, p := range t.Programs {
		bare(KindProgram, p.ID, p.Title, p.StartOn)
	}
	for _, a := range t.Activities {
		bare(KindActivity, a.ID, a.Title, a.StartOn)
	}
	for _, o := range t.Outcomes {
		bare(KindOutcome, o.ID, o.Indicator, o.AsOf)
	}
	for _, v := range t.Venues {
		bare(KindVenue, v.ID, v.Name, v.OpenedOn)
	}
	for _, m := range t.Mirrors {
		title, _ := i18n.Lookup("kind.mirror")
		bare(KindMirror, m.ID, title, m.CheckedOn)
	}
	return tasks
}

// papersUnsourced looks at what was agreed: the papers, the steps to them, who approved them, and what they promise. A step under which
// a paper was signed speaks for the paper, too.
func (t Tie) papersUnsourced(r reading, bare func(Kind, int64, i18n.Text, Date)) {
	for _, a := range t.Agreements {
		if !r.documented(a) {
			bare(KindAgreement, a.ID, a.Title, a.SignedOn)
		}
	}
	for _, s := range t.Steps {
		title, _ := i18n.Lookup("choice.stage." + string(s.Stage))
		bare(KindStep, s.ID, title, s.HappenedOn)
	}
	for _, a := range t.Approvals {
		bare(KindApproval, a.ID, a.Told(), a.DecidedOn)
	}
	for _, u := range t.Promises {
		bare(KindPromise, u.ID, u.Words, u.AsOf)
	}
}

// bare is the task of a record that no source that can be checked tells of.
func (r reading) bare(record Row, title i18n.Text, since Date) Task {
	t := r.task(TaskSource, record, title)
	t.Since, t.Tag, t.Why = since, Reason{Key: "tasks.unsourced"}, Reason{Key: "tasks.why.source." + string(record.Kind)}
	return t
}

// bareOpportunities are the opportunities that no source that can be checked tells of.
func bareOpportunities(opportunities []Opportunity, bare []int64) (tasks []Task) {
	for _, o := range opportunities {
		for _, id := range bare {
			if o.ID == id {
				task := reading{}.bare(Row{KindOpportunity, o.ID}, o.Title, o.DeadlineOn)
				task.CityID = o.CityID
				tasks = append(tasks, task)
			}
		}
	}
	return tasks
}
