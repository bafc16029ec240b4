package globe

import (
	"fmt"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// programs makes what the cities do together, each under one of the agreements where there are any.
func (w *World) programs(d dice, t *portal.Tie, p pace, began time.Time) {
	for range d.between(p.leastPrograms, p.mostPrograms) {
		w.program(d, t, began)
	}
}

func (w *World) program(d dice, t *portal.Tie, began time.Time) {
	at := d.within(began, w.day)
	kind := pick(d, portal.ProgramKinds...)
	g := portal.Program{
		Meta: w.number(portal.KindProgram), CityID: t.City.ID, Kind: kind, Title: w.titleOf(d, t, portal.KindProgram, kind, at.Year()),
		StartOn: d.dated(at), Sectors: some(d, 2, w.sectors), Status: pick(d, portal.ProgramStatuses...),
		Place: i18n.Text{ID: t.City.Name.ID, EN: t.City.Name.EN},
	}
	g.Slug = slugCut(t.City.Slug, "-program-"+strconv.FormatInt(g.ID, 10))
	if len(t.Agreements) > 0 {
		g.AgreementIDs = []int64{pick(d, t.Agreements...).ID}
	}
	if d.often(60) {
		g.EndOn = portal.Date(strconv.Itoa(at.Year() + d.between(0, 4)))
	}
	if d.often(40) {
		g.Plan = i18n.Text{ID: "Rencana yang dibahas kedua pihak.", EN: "A plan that both sides discussed."}
	}
	if d.often(25) {
		g.Result = i18n.Text{ID: "Hasilnya dilaporkan kepada kedua dewan.", EN: "Its results were reported to both councils."}
	}
	if d.often(15) {
		g.Cost, g.Currency = new(int64(d.between(1, 900)*1_000_000)), "IDR"
	}
	t.Programs = append(t.Programs, g)
	w.cite(d, t, portal.KindProgram, g.ID, "title_id", 85)
	if d.often(30) {
		w.outcome(d, t, g)
	}
}

func (w *World) outcome(d dice, t *portal.Tie, g portal.Program) {
	planned := int64(d.between(5, 300))
	o := portal.Outcome{
		Meta: w.number(portal.KindOutcome), ProgramID: g.ID, Indicator: i18n.Text{ID: "Peserta terlatih", EN: "People trained"},
		Unit: i18n.Text{ID: "orang", EN: "people"}, Planned: &planned,
	}
	if d.often(50) {
		o.Achieved, o.AsOf = new(planned*int64(d.between(20, 120))/100), g.StartOn
	}
	t.Outcomes = append(t.Outcomes, o)
	w.cite(d, t, portal.KindOutcome, o.ID, "planned", 90)
}

// activities makes dated events between the beginning and the silence of a tie.
func (w *World) activities(d dice, t *portal.Tie, p pace, began time.Time) {
	until := w.day.AddDate(-d.between(0, p.quiet), 0, 0)
	if until.Before(began) {
		until = w.day
	}
	for range d.between(p.leastActivities, p.mostActivities) {
		w.activity(d, t, d.within(began, until))
	}
}

func (w *World) activity(d dice, t *portal.Tie, at time.Time) {
	const ceremonial = 4 // of the kinds
	a := portal.Activity{
		Meta: w.number(portal.KindActivity), CityID: t.City.ID, Nature: portal.Protocol, Kind: pick(d, portal.ActivityKinds[:ceremonial]...),
		StartOn: d.dated(at), Place: pick(d, portal.Places...), Initiator: pick(d, portal.Initiators...),
	}
	if d.often(45) {
		a.Nature, a.Kind, a.Sectors = portal.Substantive, pick(d, portal.ActivityKinds[ceremonial:]...), some(d, 2, w.sectors)
	}
	a.Title = w.titleOf(d, t, portal.KindActivity, a.Kind, at.Year())
	if len(t.Programs) > 0 && d.often(50) {
		a.ProgramID = pick(d, t.Programs...).ID
	}
	if d.often(40) {
		a.Participants.Official = new(int64(d.between(1, 25)))
	}
	if a.Nature == portal.Substantive && d.often(50) {
		a.Participants.Student, a.Participants.Resident = new(int64(d.between(1, 60))), new(int64(d.between(1, 200)))
	}
	if d.often(10) {
		a.Costs = []portal.Cost{{Payer: pick(d, portal.Payers...), Amount: new(int64(d.between(1, 400)) * 1_000_000), Currency: "IDR"}}
	}
	if d.often(25) {
		a.Result = i18n.Text{ID: "Peserta melanjutkan kerja sama.", EN: "Those who took part went on working together."}
	}
	t.Activities = append(t.Activities, a)
	w.cite(d, t, portal.KindActivity, a.ID, "start_on", 90)
}

// titleOf names what happened by its kind, its city and its year, in the words of the catalog.
func (w *World) titleOf(d dice, t *portal.Tie, of portal.Kind, kind string, year int) i18n.Text {
	key := "choice." + string(of) + ".kind." + kind
	theme := pick(d, known...)
	return i18n.Text{
		ID: fmt.Sprintf("%s %s %d: %s", i18n.ID.T(key), t.City.Name.ID, year, theme.ID),
		EN: fmt.Sprintf("%s, %s %d: %s", i18n.EN.T(key), t.City.Name.EN, year, theme.EN),
	}
}

// beside makes what few ties have: a page of the partner's side that names the home city, and a place to visit.
func (w *World) beside(d dice, t *portal.Tie) {
	if d.often(20) {
		m := portal.Mirror{
			Meta: w.number(portal.KindMirror), CityID: t.City.ID, URL: "https://" + t.City.Slug + ".example/partners",
			Listed: pick(d, portal.ListedAnswers...), CheckedOn: portal.Date(d.within(w.day.AddDate(-2, 0, 0), w.day).Format(time.DateOnly)),
		}
		t.Mirrors = append(t.Mirrors, m)
		w.cite(d, t, portal.KindMirror, m.ID, "listed", 80)
	}
	if d.often(2) {
		v := portal.Venue{
			Meta: w.number(portal.KindVenue), CityID: t.City.ID, Kind: pick(d, portal.VenueKinds...),
			Name: i18n.Text{ID: "Ruang pamer " + t.City.Name.ID, EN: t.City.Name.EN + " showroom"}, OpenedOn: portal.Date(strconv.Itoa(w.day.Year() - d.between(1, 12))),
		}
		t.Venues = append(t.Venues, v)
		w.cite(d, t, portal.KindVenue, v.ID, "opened_on", 80)
	}
}
