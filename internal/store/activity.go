package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var activities = table[portal.Activity]{
	kind:   portal.KindActivity,
	name:   "activities",
	label:  func(l i18n.Lang) string { return "title_" + string(l) },
	search: "(title_id || ' ' || title_en)",
	order:  "start_on desc nulls last, id",
	meta:   func(a *portal.Activity) *portal.Meta { return &a.Meta },
	check:  portal.Activity.Check,
	found: func(a portal.Activity) findable {
		return findable{Above: Named{portal.KindCity, a.CityID}, Title: a.Title, Body: together(a.Purpose, a.Result), On: a.StartOn, In: a.Sectors,
			Near: append(organisations(a.Organisations), a.PlaceName.ID, a.PlaceName.EN)}
	},
	columns: func(a *portal.Activity) []column {
		return columns(
			ref("city_id", &a.CityID),
			ref("agreement_id", &a.AgreementID),
			ref("program_id", &a.ProgramID),
			both("title", &a.Title),
			column{"nature", &a.Nature},
			column{"kind", &a.Kind},
			on("start_on", &a.StartOn),
			on("end_on", &a.EndOn),
			list("sectors", &a.Sectors),
			known("place", &a.Place),
			both("place_name", &a.PlaceName),
			known("initiator", &a.Initiator),
			column{"also_trip", &a.AlsoTrip},
			both("purpose", &a.Purpose),
			both("approved_by", &a.ApprovedBy),
			on("approved_on", &a.ApprovedOn),
			on("approval_sought_on", &a.ApprovalSoughtOn),
			column{"elected", &a.Participants.Elected},
			column{"official", &a.Participants.Official},
			column{"student", &a.Participants.Student},
			column{"resident", &a.Participants.Resident},
			column{"artist", &a.Participants.Artist},
			column{"business", &a.Participants.Business},
			list("organisations", &a.Organisations),
			list("costs", &a.Costs),
			on("report_due_on", &a.ReportDueOn),
			on("report_received_on", &a.ReportReceivedOn),
			both("report_absent", &a.ReportAbsent),
			both("result", &a.Result),
		)
	},
}

// ActivityFilter narrows a list of activities; what is empty narrows nothing.
type ActivityFilter struct {
	CityID      int64
	AgreementID int64
	ProgramID   int64
	Countries   []string
	Sectors     []string
	Natures     []portal.Nature
	Kinds       []string
	Places      []string
}

// ActivityPart returns a part of the activities that fit, dated by their start.
func (s *Store) ActivityPart(ctx context.Context, p Part, f ActivityFilter) (Listed[portal.Activity], error) {
	return activities.part(ctx, s.pool, p, filter{
		dated: "start_on",
		where: `(@city = 0 or city_id = @city)
			and (@agreement = 0 or agreement_id = @agreement)
			and (@program = 0 or program_id = @program)
			and (cardinality(@countries::text[]) = 0 or city_id in (select id from cities where country = any(@countries)))
			and (cardinality(@sectors::text[]) = 0 or sectors && @sectors)
			and (cardinality(@natures::text[]) = 0 or nature = any(@natures))
			and (cardinality(@kinds::text[]) = 0 or kind = any(@kinds))
			and (cardinality(@places::text[]) = 0 or place = any(@places))`,
		args: pgx.NamedArgs{
			"city": f.CityID, "agreement": f.AgreementID, "program": f.ProgramID, "countries": some(f.Countries),
			"sectors": some(f.Sectors), "natures": some(f.Natures), "kinds": some(f.Kinds), "places": some(f.Places),
		},
	})
}
