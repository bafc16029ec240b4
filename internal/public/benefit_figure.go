package public

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// The figures of the benefits, each a table and a file.

func (sh *sheet) yearFigure(b portal.Benefits) figure[portal.YearResult] {
	return figure[portal.YearResult]{
		caption: sh.t("benefits.years"), file: sh.t("benefits.years.file"), lines: b.Years(),
		columns: []csvColumn[portal.YearResult]{
			{sh.t("activities.year"), sh.yearOfResult},
			numberColumn(sh.t("benefits.reported"), func(y portal.YearResult) int { return y.Reported }),
			numberColumn(sh.t("benefits.silent"), func(y portal.YearResult) int { return y.Silent }),
			numberColumn(sh.t("benefits.all"), func(y portal.YearResult) int { return y.Reported + y.Silent }),
		},
	}
}

func (sh *sheet) yearOfResult(y portal.YearResult) string {
	if y.Earlier {
		return sh.t("benefits.years.before", y.Year)
	}
	return strconv.Itoa(y.Year)
}

func (sh *sheet) peopleFigure(b portal.Benefits) figure[portal.GroupSum] {
	return figure[portal.GroupSum]{
		caption: sh.t("benefits.people"), file: sh.t("benefits.people.file"), lines: b.People(),
		columns: []csvColumn[portal.GroupSum]{
			{sh.t("benefits.people.group"), func(g portal.GroupSum) string { return sh.t("field." + string(g.Group)) }},
			{sh.t("benefits.people.number"), func(g portal.GroupSum) string {
				if g.Counted == 0 {
					return ""
				}
				return strconv.FormatInt(g.People, 10)
			}},
			numberColumn(sh.t("benefits.people.counted"), func(g portal.GroupSum) int { return g.Counted }),
		},
		refs: func(g portal.GroupSum) []int { return sh.refsOf(activitiesOf(g.Rows), string(g.Group)) },
	}
}

func (sh *sheet) costFigure(b portal.Benefits) figure[portal.PayerSum] {
	return figure[portal.PayerSum]{
		caption: sh.t("benefits.costs"), file: sh.t("benefits.costs.file"), lines: b.Costs().Payers,
		columns: []csvColumn[portal.PayerSum]{
			{sh.t("field.payer"), func(p portal.PayerSum) string { return sh.choice("payer", p.Payer) }},
			{sh.t("benefits.costs.amount"), func(p portal.PayerSum) string {
				if p.Events == 0 {
					return ""
				}
				return sh.money(&p.Amount, p.Currency)
			}},
			numberColumn(sh.t("benefits.costs.events"), func(p portal.PayerSum) int { return p.Events }),
			numberColumn(sh.t("benefits.costs.unknown"), func(p portal.PayerSum) int { return p.Unknown }),
		},
		refs: func(p portal.PayerSum) []int { return sh.refsOf(activitiesOf(p.Rows), "costs") },
	}
}

func (sh *sheet) fieldFigure(b portal.Benefits) figure[portal.FieldCount] {
	return figure[portal.FieldCount]{
		caption: sh.t("benefits.fields"), file: sh.t("benefits.fields.file"), lines: b.Fields(sh.fields),
		columns: []csvColumn[portal.FieldCount]{
			{sh.t("field.sectors"), func(f portal.FieldCount) string { return sh.sectorNames([]string{f.Sector.Code}) }},
			numberColumn(sh.t("benefits.activities"), func(f portal.FieldCount) int { return f.Total }),
			numberColumn(sh.t("benefits.reported"), func(f portal.FieldCount) int { return f.Reported }),
			{sh.t("benefits.field.years"), func(f portal.FieldCount) string { return sh.byYear(b.From, f) }},
		},
	}
}

func (sh *sheet) goalFigure(b portal.Benefits) figure[portal.GoalCount] {
	goals, most := b.Goals(sh.fields), 0
	for _, g := range goals {
		most = max(most, g.Total)
	}
	return figure[portal.GoalCount]{
		caption: sh.t("benefits.goals"), file: sh.t("benefits.goals.file"), lines: goals,
		columns: []csvColumn[portal.GoalCount]{
			{sh.t("benefits.goals.goal"), func(g portal.GoalCount) string {
				number := strconv.FormatInt(g.Goal, 10)
				return number + ". " + sh.t("sdg."+number)
			}},
			numberColumn(sh.t("benefits.all"), func(g portal.GoalCount) int { return g.Total }),
			numberColumn(sh.t("benefits.reported"), func(g portal.GoalCount) int { return g.Reported }),
		},
		bricks: func(g portal.GoalCount) view.BrickRow {
			return view.BrickRow{Full: g.Reported, Hollow: g.Total - g.Reported, Most: most}
		},
	}
}

func (sh *sheet) placeFigure(b portal.Benefits) figure[portal.AnswerCount] {
	return sh.answerFigure(b.Places(), "place", sh.t("field.activity.place"), "benefits.places")
}

func (sh *sheet) initiatorFigure(b portal.Benefits) figure[portal.AnswerCount] {
	return sh.answerFigure(b.Initiators(), "initiator", sh.t("field.initiator"), "benefits.initiators")
}

// answerFigure counts events by one answer; what nobody knows is a line of its own.
func (sh *sheet) answerFigure(counts []portal.AnswerCount, choice, column, key string) figure[portal.AnswerCount] {
	most := 0
	for _, n := range counts {
		most = max(most, n.Total())
	}
	return figure[portal.AnswerCount]{
		caption: sh.t(key), file: sh.t(key + ".file"), lines: counts,
		columns: []csvColumn[portal.AnswerCount]{
			{column, func(n portal.AnswerCount) string {
				if n.Answer == "" {
					return sh.t("choice.unknown")
				}
				return sh.choice(choice, n.Answer)
			}},
			numberColumn(sh.t("benefits.substance"), func(n portal.AnswerCount) int { return n.Substance }),
			numberColumn(sh.t("benefits.protocol"), func(n portal.AnswerCount) int { return n.Protocol }),
		},
		bricks: func(n portal.AnswerCount) view.BrickRow {
			return view.BrickRow{Full: n.Substance, Hollow: n.Protocol, Most: most}
		},
	}
}

// countedCSV sends every event that the figures rest on, with what of it they take.
func (s Site) countedCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	reported := map[int64]bool{}
	var ids []int64 // the first activities that tell of the events
	cities := map[int64]int64{}
	for _, e := range portal.EventsOfAll(ix.all) {
		ids = append(ids, e.Rows[0])
		reported[e.Rows[0]] = e.Reported
	}
	for _, one := range ix.all {
		for _, e := range one.Brought.Read().Events {
			cities[e.Rows[0]] = one.CityID
		}
	}
	columns := sh.activityColumns()
	columns = append(columns, csvColumn[happening]{sh.t("benefits.reported"), func(h happening) string {
		if !reported[h.activity.ID] {
			return sh.t("benefits.basis.no")
		}
		return sh.t("benefits.basis.yes")
	}})
	return sendParts(w, sh.t("benefits.basis.name"), columns, ids, func(some []int64) ([]happening, error) {
		return s.countedHappenings(r.Context(), sh, some, cities)
	})
}

// countedHappenings are some counted events, with what figures take of them; each is named by the first activity that tells of it.
func (s Site) countedHappenings(ctx context.Context, sh *sheet, ids []int64, cities map[int64]int64) ([]happening, error) {
	var of []int64
	for _, id := range ids {
		of = append(of, cities[id])
	}
	ties, err := s.learnedTies(ctx, sh, distinct(of))
	if err != nil {
		return nil, err
	}
	byID := map[int64]happening{}
	for _, c := range portal.CountedIn(ties, sh.now) {
		line := happening{c.City, c.Activity}
		line.activity.ID = c.Rows[0]
		byID[line.activity.ID] = line
	}
	var lines []happening
	for _, id := range ids {
		if line, ok := byID[id]; ok { // it may have been taken out since
			lines = append(lines, line)
		}
	}
	return lines, nil
}
