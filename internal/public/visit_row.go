package public

import (
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// visitRow is one trip of the register; what nobody knows is said in each cell.
func (sh *sheet) visitRow(v portal.Visit) view.VisitRow {
	a, of := v.Activity, rowsOf(v)
	row := view.VisitRow{
		Name:       view.Link{Label: a.Title.In(sh.lang), URL: sh.elsewhere(portal.Activity{Meta: portal.Meta{ID: v.Rows[0]}}, v.City).URL},
		About:      sentence(". ", sh.period(a.StartOn, a.EndOn), v.City.Name.In(sh.lang), sh.choice("way", string(a.Way()))),
		Refs:       sh.refsOf(of, "title", "start_on", "end_on", "place"),
		Purpose:    sh.saidOf(of, a.Purpose.In(sh.lang), "purpose"),
		Delegation: sh.saidOf(of, sh.participants(a.Participants), fieldsOf(portal.Groups)...),
		Cost:       sh.saidOf(of, sh.costsOf(a.Costs), "costs"),
		Result:     sh.saidOf(of, a.Result.In(sh.lang), "result"),
	}
	row.Approval, row.ApprovalMark = sh.tripApproval(a, of)
	row.Report, row.ReportMark = sh.tripReport(v)
	for _, name := range of {
		row.Marks = append(row.Marks, sh.evidenceTag(name)...)
		row.Documents = append(row.Documents, sh.documents(name)...)
	}
	row.Marks = distinct(row.Marks)
	return row
}

// tripApproval is who approved a trip and when; visitors are approved by their own side.
func (sh *sheet) tripApproval(a portal.Activity, of []store.Named) (view.Cited, view.TagValue) {
	switch {
	case !a.ApprovedBy.Empty():
		mark := view.TagValue{}
		if a.ApprovedAfter() {
			mark = view.TagValue{Tone: view.ToneAlert, Word: sh.t("visits.approved_after")}
		}
		when := a.ApprovedOn.In(sh.lang)
		if when == "" {
			when = sh.t("date.unknown")
		}
		return sh.saidOf(of, sentence(". ", a.ApprovedBy.In(sh.lang), when), "approved_by", "approved_on"), mark
	case a.ApprovalSoughtOn != "":
		return view.Cited{Text: sh.t("visits.approval_sought", a.ApprovalSoughtOn.In(sh.lang))}, view.TagValue{Tone: view.ToneWarn, Word: sh.t("visits.approval.not_found")}
	case a.Way() == portal.TripIn:
		return view.Cited{Text: sh.t("visits.approval_theirs")}, view.TagValue{}
	}
	return view.Cited{}, view.TagValue{}
}

// tripReport says where the report stands, and by when it is or was due.
func (sh *sheet) tripReport(v portal.Visit) (view.Cited, view.TagValue) {
	tones := map[portal.ReportState]view.Tone{
		portal.ReportOverdue: view.ToneAlert, portal.ReportLate: view.ToneWarn, portal.ReportReceived: view.ToneOn,
		portal.ReportOpen: view.ToneNeutral, portal.ReportUndated: view.ToneNeutral, portal.ReportAbsent: view.ToneWarn,
	}
	mark := view.TagValue{Word: sh.choice("report", string(v.Report))}
	if v.Report == portal.ReportNotDue {
		return view.Cited{Text: mark.Word}, view.TagValue{}
	}
	mark.Tone = tones[v.Report]
	dueOn, received := "", ""
	if due, _ := v.Activity.ReportDue(); due != "" {
		dueOn = sh.t("visits.due", due.Short(sh.lang))
	}
	if on := v.Activity.ReportReceivedOn; on != "" {
		received = sh.t("visits.received", on.Short(sh.lang))
	}
	text := sentences(dueOn, received, v.Activity.ReportAbsent.In(sh.lang))
	if text == "" {
		text = sh.t("visits.due_unknown")
	}
	return view.Cited{Text: text, Refs: sh.refsOf(rowsOf(v), "report_due_on", "report_received_on", "report_absent")}, mark
}

// refsOf are the numbers of the sources of some fields of several records.
func (n *notes) refsOf(records []store.Named, fields ...string) []int {
	var list []int
	for _, of := range records {
		list = append(list, n.refs(of, fields...)...)
	}
	return ascending(list)
}

// saidOf is like said for what several records tell together.
func (sh *sheet) saidOf(records []store.Named, value string, fields ...string) view.Cited {
	for _, of := range records {
		if value != "" && sh.sourced(of, fields...) {
			return view.Cited{Text: value, Refs: sh.refsOf(records, fields...)}
		}
	}
	return sh.said(records[0], value, fields...)
}

// visitYear is the sums of one year, each with how many visits it rests on.
func (sh *sheet) visitYear(y portal.VisitYear) view.VisitYear {
	row := view.VisitYear{
		Year: strconv.Itoa(y.Year), Visits: sh.number(y.Visits), Out: sh.number(y.Out), In: sh.number(y.In),
		Approved: sh.outOf(y.Approved, y.Out), Reported: sh.outOf(y.Received, y.Due),
	}
	if y.Counted > 0 {
		row.People = sh.t("visits.people", sh.lang.Number(y.People), sh.outOf(y.Counted, y.Visits))
	}
	if len(y.Costs) > 0 {
		row.Costs = sh.t("visits.costs", sh.moneys(y.Costs), sh.outOf(y.Priced, y.Visits))
	}
	return row
}

// outOf is a part of a number: 2 dari 7. Of nothing it is said that there was nothing.
func (sh *sheet) outOf(part, whole int) string {
	if whole == 0 {
		return sh.t("visits.none_due")
	}
	return sh.t("visits.out_of", sh.number(part), sh.number(whole))
}
