package globe

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// pace is how much goes on in a tie: from and to how many programs and activities, and how many years ago the last ones may lie.
type pace struct{ leastPrograms, mostPrograms, leastActivities, mostActivities, quiet int }

// paces are those of a hundred ties: most are silent or nearly so, and very few are lively.
func paceOf(d dice) pace {
	switch n := d.IntN(100); {
	case n < 35:
		return pace{0, 4, 0, 0, 0}
	case n < 70:
		return pace{2, 8, 1, 3, 15}
	case n < 92:
		return pace{5, 25, 3, 9, 4}
	case n < 99:
		return pace{20, 60, 10, 40, 0}
	}
	return pace{100, 300, 60, 240, 0}
}

func standingOf(d dice) portal.Standing {
	switch n := d.IntN(100); {
	case n < 72:
		return portal.Partner
	case n < 84:
		return portal.Prospect
	case n < 92:
		return portal.Ended
	case n < 97:
		return portal.Unproven
	}
	return portal.NoTie
}

// Ties makes the ties from one number up to another, counted from 0; they must be made in order.
func (w *World) Ties(from, until int) []portal.Tie {
	var ties []portal.Tie
	for i := from; i < min(until, len(w.places)); i++ {
		ties = append(ties, w.tie(i))
	}
	return ties
}

func (w *World) tie(i int) portal.Tie {
	d := w.dice(ofTies, i)
	standing, pace := standingOf(d), paceOf(d)
	t := portal.Tie{City: w.city(d, w.places[i], standing)}
	w.cite(d, &t, portal.KindCity, t.City.ID, "standing", 90)
	began := w.day.AddDate(-int(d.ExpFloat64()*18)-1, -d.IntN(12), -d.IntN(28))
	if earliest := time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC); began.Before(earliest) {
		began = earliest.AddDate(d.IntN(20), d.IntN(12), 0)
	}
	switch standing {
	case portal.Partner, portal.Ended:
		w.signed(d, &t, began)
	case portal.Prospect:
		if d.often(60) {
			w.intent(d, &t, began)
		}
	case portal.Unproven:
		w.agreement(d, &t, portal.UnknownInstrument, began)
	case portal.NoTie:
		pace.leastPrograms, pace.mostPrograms = 1, 2
	}
	w.programs(d, &t, pace, began)
	w.activities(d, &t, pace, began)
	w.beside(d, &t)
	return t
}

// signed makes the papers of a tie that was concluded, from an intent to what extended it, or to its end.
func (w *World) signed(d dice, t *portal.Tie, began time.Time) {
	if d.often(45) {
		w.intent(d, t, began.AddDate(-1, 0, 0))
	}
	a := w.agreement(d, t, pick(d, portal.Charter, portal.Memorandum, portal.Memorandum, portal.UnknownInstrument), began)
	for last := began; d.often(65); {
		last = last.AddDate(d.between(3, 8), 0, 0)
		if last.After(w.day) {
			break
		}
		more := w.agreement(d, t, pick(d, portal.Extension, portal.Implementing), last)
		more.ParentID = a.ID
	}
	if t.City.Standing == portal.Ended {
		w.step(d, t, a.ID, pick(d, portal.Terminated, portal.Lapsed), d.within(began, w.day))
	}
}

func (w *World) intent(d dice, t *portal.Tie, at time.Time) {
	a := w.agreement(d, t, portal.LetterOfIntent, at)
	w.step(d, t, a.ID, portal.Intent, at)
}

// agreement makes a paper with its steps, approvals and promises.
func (w *World) agreement(d dice, t *portal.Tie, instrument portal.Instrument, at time.Time) *portal.Agreement {
	a := portal.Agreement{
		Meta: w.number(portal.KindAgreement), CityID: t.City.ID, Instrument: instrument, SignedOn: d.dated(at),
		LegalType: pick(d, portal.SisterCity, portal.SisterCity, portal.OtherCooperation), Regime: regimeOf(at.Year()),
		Sectors: some(d, 4, w.sectors), Reported: pick(d, portal.ReportedStates...),
	}
	a.Slug = slugCut(t.City.Slug, "-"+strconv.FormatInt(a.ID, 10))
	a.Title = i18n.Text{
		ID: fmt.Sprintf("%s dengan %s, %d", instruments[instrument].ID, t.City.Name.ID, at.Year()),
		EN: fmt.Sprintf("%s with %s, %d", instruments[instrument].EN, t.City.Name.EN, at.Year()),
	}
	if instrument != portal.LetterOfIntent && d.often(60) {
		years := pick(d, 3, 5, 5, 10)
		a.InForceUntil = portal.Date(at.AddDate(years, 0, 0).Format(time.DateOnly))
		a.Term = i18n.Text{ID: fmt.Sprintf("%d tahun", years), EN: fmt.Sprintf("%d years", years)}
	}
	if d.often(50) {
		a.Summary = i18n.Text{ID: "Kedua kota bekerja sama di bidang yang disebut naskahnya.", EN: "Both cities work together in the fields that the paper names."}
	}
	t.Agreements = append(t.Agreements, a)
	w.cite(d, t, portal.KindAgreement, a.ID, "signed_on", 92)
	w.cite(d, t, portal.KindAgreement, a.ID, "instrument", 50)
	w.cite(d, t, portal.KindAgreement, a.ID, "sectors", 40)
	if a.InForceUntil != "" {
		w.cite(d, t, portal.KindAgreement, a.ID, "in_force_until", 50)
	}
	if instrument.Binding() {
		w.step(d, t, a.ID, portal.Signed, at)
	}
	w.approval(d, t, a, at)
	w.promises(d, t, a, at)
	return &t.Agreements[len(t.Agreements)-1]
}

func regimeOf(year int) portal.Regime {
	switch {
	case year < 1993:
		return portal.RegimeBefore1993
	case year < 2006:
		return portal.Regime1993
	case year < 2018:
		return portal.Regime2006
	}
	return portal.Regime2018
}

// slugCut is an address that is not too long, with an ending that tells it from others.
func slugCut(slug, ending string) string {
	if most := 80 - len(ending); len(slug) > most {
		slug = slug[:most]
	}
	return slug + ending
}

var instruments = map[portal.Instrument]i18n.Text{
	portal.LetterOfIntent:    {ID: "Surat niat", EN: "Letter of intent"},
	portal.Charter:           {ID: "Piagam", EN: "Charter"},
	portal.Memorandum:        {ID: "Nota kesepahaman", EN: "Memorandum of understanding"},
	portal.Implementing:      {ID: "Pengaturan pelaksanaan", EN: "Implementing arrangement"},
	portal.Extension:         {ID: "Perpanjangan", EN: "Extension"},
	portal.UnknownInstrument: {ID: "Kerja sama", EN: "Cooperation"},
}

func (w *World) step(d dice, t *portal.Tie, agreement int64, stage portal.Stage, at time.Time) {
	s := portal.Step{
		Meta: w.number(portal.KindStep), AgreementID: agreement, Stage: stage, HappenedOn: d.dated(at),
		Place: i18n.Text{ID: t.City.Name.ID, EN: t.City.Name.EN}, NoDocument: d.often(15),
	}
	t.Steps = append(t.Steps, s)
	w.cite(d, t, portal.KindStep, s.ID, "happened_on", 90)
}

// approval is what councils and ministries decided before the signature; of old papers it is mostly unknown.
func (w *World) approval(d dice, t *portal.Tie, a portal.Agreement, at time.Time) {
	if !d.often(map[portal.Regime]int{portal.Regime2006: 45, portal.Regime2018: 70}[a.Regime]) {
		return
	}
	one := portal.Approval{
		Meta: w.number(portal.KindApproval), AgreementID: a.ID, Kind: pick(d, portal.ByCouncil, portal.ByCouncil, portal.ByMinistry, portal.ByForeignCouncil),
		DecidedOn: d.dated(at.AddDate(0, -d.between(1, 9), 0)), Decision: portal.Approved, NumberNotFound: d.often(30),
		Sectors: slices.Clone(a.Sectors),
	}
	if !one.NumberNotFound {
		one.Number = fmt.Sprintf("%d/%d", d.between(1, 90), at.Year())
	}
	one.Body = map[portal.ApprovalKind]string{
		portal.ByCouncil: "DPRD Kota", portal.ByMinistry: "Kementerian Dalam Negeri", portal.ByForeignCouncil: "Council of " + t.City.Name.EN,
	}[one.Kind]
	if d.often(8) {
		one.Decision = pick(d, portal.Pending, portal.Refused)
	}
	t.Approvals = append(t.Approvals, one)
	w.cite(d, t, portal.KindApproval, one.ID, "decision", 90)
}

func (w *World) promises(d dice, t *portal.Tie, a portal.Agreement, at time.Time) {
	for d.often(25) {
		u := portal.Promise{
			Meta: w.number(portal.KindPromise), AgreementID: a.ID, Article: fmt.Sprintf("Pasal %d", d.between(1, 9)),
			Words: pick(d, undertakings...), Sectors: a.Sectors[:1], State: pick(d, portal.PromiseStates...),
		}
		if d.often(50) {
			u.DueOn = portal.Date(strconv.Itoa(at.Year() + d.between(1, 6)))
		}
		t.Promises = append(t.Promises, u)
		w.cite(d, t, portal.KindPromise, u.ID, "words", 90)
	}
}

var undertakings = []i18n.Text{
	{ID: "Bertukar sepuluh siswa setiap tahun", EN: "To exchange ten pupils every year"},
	{ID: "Melatih petugas pemadam kebakaran", EN: "To train fire officers"},
	{ID: "Membuka ruang pamer bersama", EN: "To open a joint showroom"},
	{ID: "Menyusun rencana pengelolaan sampah", EN: "To draw up a plan for waste"},
	{ID: "Mengadakan pekan budaya", EN: "To hold a week of culture"},
}
