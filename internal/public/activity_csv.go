package public

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/portal"
)

// activitiesCSV sends the list of activities as it is narrowed, all of its parts in one file.
func (s Site) activitiesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.activityList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return sendParts(w, sh.t("activities.file"), sh.activityColumns(), list.every(), func(ids []int64) ([]happening, error) {
		return s.happenings(r.Context(), sh, list.ties, ids)
	})
}

// activityColumns are the columns of the file.
func (sh *sheet) activityColumns() []csvColumn[happening] {
	label := func(field string) string { return sh.label(portal.KindActivity, field) }
	return slices.Concat([]csvColumn[happening]{
		{label("city_id"), func(h happening) string { return h.city.Name.In(sh.lang) }},
		{label("title"), func(h happening) string { return h.activity.Title.In(sh.lang) }},
		{label("start_on"), func(h happening) string { return string(h.activity.StartOn) }},
		{label("end_on"), func(h happening) string { return string(h.activity.EndOn) }},
		{label("nature"), func(h happening) string { return sh.choice("nature", string(h.activity.Nature)) }},
		{label("kind"), func(h happening) string { return sh.choice("activity.kind", h.activity.Kind) }},
		{label("sectors"), func(h happening) string { return sh.sectorNames(h.activity.Sectors) }},
		{label("place"), func(h happening) string { return sh.choice("place", h.activity.Place) }},
		{label("place_name"), func(h happening) string { return h.activity.PlaceName.In(sh.lang) }},
		{label("initiator"), func(h happening) string { return sh.choice("initiator", h.activity.Initiator) }},
		{label("organisations"), func(h happening) string { return sh.organisationNames(h.activity.Organisations) }},
		{label("costs"), func(h happening) string { return sh.costsOf(h.activity.Costs) }},
		{label("result"), func(h happening) string { return h.activity.Result.In(sh.lang) }},
	}, sh.groupColumns(), []csvColumn[happening]{
		{sh.t("sources.heading"), func(h happening) string { return sh.citedBy(activityName(h.activity)) }},
		{sh.t("activities.address"), func(h happening) string { return sh.base + sh.elsewhere(h.activity, h.city).URL }},
	})
}

// groupColumns are the people of each group; what nobody counted stays empty and is no zero.
func (sh *sheet) groupColumns() []csvColumn[happening] {
	var columns []csvColumn[happening]
	for _, group := range portal.Groups {
		columns = append(columns, csvColumn[happening]{sh.t("field." + string(group)), func(h happening) string {
			return count(h.activity.Participants.Of(group))
		}})
	}
	return columns
}

// count is a number as a program reads it; empty where it is not known.
func count(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func (sh *sheet) organisationNames(list []portal.Organisation) string {
	names := make([]string, len(list))
	for i, o := range list {
		names[i] = o.Name.In(sh.lang)
	}
	return strings.Join(names, "; ")
}
