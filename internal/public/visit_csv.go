package public

import (
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
)

// visitsCSV sends the register of visits as it is narrowed.
func (s Site) visitsCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.visitList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return sendParts(w, sh.t("visits.file"), sh.visitColumns(), list.every(), func(ids []int64) ([]portal.Visit, error) {
		return s.visitsShown(r.Context(), sh, list, ids)
	})
}

// visitYearsCSV sends the sums by year of the visits as they are narrowed.
func (s Site) visitYearsCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.visitList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return answerCSV(w, sh.t("visits.file_years"), sh.visitYearColumns(), slices.Values(list.years()))
}

// visitColumns are the columns of the register as a file.
func (sh *sheet) visitColumns() []csvColumn[portal.Visit] {
	label := func(field string) string { return sh.label(portal.KindActivity, field) }
	columns := []csvColumn[portal.Visit]{
		{label("title"), func(v portal.Visit) string { return v.Activity.Title.In(sh.lang) }},
		{label("city_id"), func(v portal.Visit) string { return v.City.Name.In(sh.lang) }},
		{sh.t("visits.way"), func(v portal.Visit) string { return sh.choice("way", string(v.Activity.Way())) }},
		{label("start_on"), func(v portal.Visit) string { return string(v.Activity.StartOn) }},
		{label("end_on"), func(v portal.Visit) string { return string(v.Activity.EndOn) }},
		{label("purpose"), func(v portal.Visit) string { return v.Activity.Purpose.In(sh.lang) }},
		{label("approved_by"), func(v portal.Visit) string { return v.Activity.ApprovedBy.In(sh.lang) }},
		{label("approved_on"), func(v portal.Visit) string { return string(v.Activity.ApprovedOn) }},
		{label("approval_sought_on"), func(v portal.Visit) string { return string(v.Activity.ApprovalSoughtOn) }},
	}
	for _, group := range portal.Groups {
		columns = append(columns, csvColumn[portal.Visit]{sh.t("field." + string(group)), func(v portal.Visit) string {
			return count(v.Activity.Participants.Of(group))
		}})
	}
	return append(columns, []csvColumn[portal.Visit]{
		{label("costs"), func(v portal.Visit) string { return sh.costsOf(v.Activity.Costs) }},
		{label("report_due_on"), func(v portal.Visit) string { due, _ := v.Activity.ReportDue(); return string(due) }},
		{label("report_received_on"), func(v portal.Visit) string { return string(v.Activity.ReportReceivedOn) }},
		{label("report_absent"), func(v portal.Visit) string { return v.Activity.ReportAbsent.In(sh.lang) }},
		{sh.t("visits.report"), func(v portal.Visit) string { return sh.choice("report", string(v.Report)) }},
		{label("result"), func(v portal.Visit) string { return v.Activity.Result.In(sh.lang) }},
		{sh.t("sources.heading"), func(v portal.Visit) string { return sh.citedBy(rowsOf(v)...) }},
		{sh.t("activities.address"), func(v portal.Visit) string { return sh.base + sh.visitRow(v).Name.URL }},
	}...)
}

// visitYearColumns are the columns of the sums; each says how many visits it rests on.
func (sh *sheet) visitYearColumns() []csvColumn[portal.VisitYear] {
	return []csvColumn[portal.VisitYear]{
		numberColumn(sh.t("activities.year"), func(y portal.VisitYear) int { return y.Year }),
		numberColumn(sh.t("visits.column"), func(y portal.VisitYear) int { return y.Visits }),
		numberColumn(sh.t("choice.way.out"), func(y portal.VisitYear) int { return y.Out }),
		numberColumn(sh.t("choice.way.in"), func(y portal.VisitYear) int { return y.In }),
		{sh.t("visits.csv.people"), func(y portal.VisitYear) string {
			if y.Counted == 0 {
				return ""
			}
			return strconv.FormatInt(y.People, 10)
		}},
		numberColumn(sh.t("visits.csv.counted"), func(y portal.VisitYear) int { return y.Counted }),
		{sh.t("visits.csv.costs"), func(y portal.VisitYear) string { return sh.moneys(y.Costs) }},
		numberColumn(sh.t("visits.csv.priced"), func(y portal.VisitYear) int { return y.Priced }),
		numberColumn(sh.t("visits.csv.approved"), func(y portal.VisitYear) int { return y.Approved }),
		numberColumn(sh.t("visits.csv.due"), func(y portal.VisitYear) int { return y.Due }),
		numberColumn(sh.t("visits.csv.received"), func(y portal.VisitYear) int { return y.Received }),
	}
}
