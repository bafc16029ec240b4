package public

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// partnersCSV sends the directory as it is narrowed and in its order, all of its parts in one file, claims and places last.
func (s Site) partnersCSV(w http.ResponseWriter, r *http.Request) error {
	sh, d, err := s.directory(r)
	if err != nil {
		return err
	}
	if err := d.known(); err != nil {
		return err
	}
	return sendParts(w, sh.t("partners.file"), sh.cityColumns(), append(d.ties.every(), d.other.every()...), func(ids []int64) ([]listed, error) {
		return s.learnListed(r.Context(), sh, ids)
	})
}

// learnListed reads some ties, and lets the sheet forget the evidence of those before.
func (s Site) learnListed(ctx context.Context, sh *sheet, ids []int64) ([]listed, error) {
	ties, err := s.learnedTies(ctx, sh, ids)
	if err != nil {
		return nil, err
	}
	return sh.listedCities(ties), nil
}

// cityColumns are the columns of the file.
func (sh *sheet) cityColumns() []csvColumn[listed] {
	label := func(field string) string { return sh.label(portal.KindCity, field) }
	columns := []csvColumn[listed]{
		{label("name"), func(l listed) string { return l.City.Name.In(sh.lang) }},
		{label("native_name"), func(l listed) string { return l.City.NativeName }},
		{label("country"), func(l listed) string { return sh.lang.Country(l.City.Country) }},
		{sh.t("partners.country_code"), func(l listed) string { return l.City.Country }},
		{sh.t("partners.continent"), func(l listed) string { return sh.lang.Continent(i18n.ContinentOf(l.City.Country)) }},
		{label("region"), func(l listed) string { return l.City.Region }},
		{label("lat"), func(l listed) string { return strconv.FormatFloat(l.City.Lat, 'f', -1, 64) }},
		{label("lon"), func(l listed) string { return strconv.FormatFloat(l.City.Lon, 'f', -1, 64) }},
		{label("population"), func(l listed) string { return count(l.City.Population) }},
		{label("standing"), func(l listed) string { return sh.choice("standing", string(l.City.Standing)) }},
		{sh.t("partners.since"), func(l listed) string { return string(l.start) }},
		{sh.t("partners.vitality"), func(l listed) string { return sh.lifeWord(l) }},
		{sh.t("agreements.state"), func(l listed) string { return sh.legalWord(l) }},
		{label("in_force_until"), func(l listed) string { return string(l.legal.Until) }},
		{sh.t("partners.sectors"), func(l listed) string { return sh.sectorNames(l.Sectors()) }},
		{sh.t("partners.activities"), func(l listed) string { return strconv.Itoa(l.Events(sh.now)) }},
		{sh.t("partners.active_years"), func(l listed) string { return strconv.Itoa(sh.pulse(l.Tie).Active()) }},
		{sh.t("partners.undated"), func(l listed) string { return strconv.Itoa(undated(l.Activities)) }},
		{sh.t("partners.last"), func(l listed) string { return string(l.life.Activity.Last) }},
	}
	for _, key := range portal.IndicatorKeys {
		columns = append(columns, csvColumn[listed]{sh.t(key.Key()), func(l listed) string {
			if !l.assessed() {
				return ""
			}
			return sh.shortFigure(l.life.Figure(key))
		}})
	}
	return append(columns,
		csvColumn[listed]{sh.t("sources.heading"), func(l listed) string { return sh.citedBy(store.Named{Kind: portal.KindCity, ID: l.City.ID}) }},
		csvColumn[listed]{sh.t("activities.address"), func(l listed) string { return sh.base + view.Partner.In(sh.lang, l.City.Slug) }},
	)
}

func (sh *sheet) lifeWord(l listed) string {
	if !l.assessed() {
		return ""
	}
	return sh.t(l.life.Label.Key())
}

func (sh *sheet) legalWord(l listed) string {
	if !l.assessed() {
		return ""
	}
	return sh.t(l.legal.Mark.Key())
}
