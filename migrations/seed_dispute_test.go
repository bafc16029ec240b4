package migrations_test

import (
	"cmp"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// dispute is where the register keeps what the dossier calls an alternative.
type dispute struct {
	kind  portal.Kind
	field string
	holds string            // the value of the dossier that the record itself holds, where it is not the preferred one word for word
	apart map[string]string // fields of the values of the dossier that answer another question, which the record itself holds
}

// disputes names the place of every alternative by agreement or program and field of the dossier.
var disputes = map[string]dispute{
	"bdg-braunschweig date of establishment": {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-braunschweig first contact":         {kind: portal.KindStep, field: "happened_on"},
	"bdg-fort-worth date":                    {kind: portal.KindAgreement, field: "signed_on", apart: map[string]string{"13 May (2025 anniversary event date)": "reported"}},
	"bdg-fort-worth origin":                  {kind: portal.KindAgreement, field: "summary"},
	"bdg-suwon date":                         {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-liuzhou name":                       {kind: portal.KindCity, field: "name"},
	"bdg-liuzhou year":                       {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-liuzhou activity":                   {kind: portal.KindAgreement, field: "summary"},
	"bdg-yingkou year":                       {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-yingkou name":                       {kind: portal.KindCity, field: "name"},
	"bdg-hamamatsu status before 2014":       {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-kawasaki type":                      {kind: portal.KindAgreement, field: "legal_type", holds: "inter-city memorandum in the environmental field"},
	"bdg-toyota type":                        {kind: portal.KindAgreement, field: "instrument", apart: map[string]string{"sister city": "legal_type"}},
	"bdg-seoul stage":                        {kind: portal.KindAgreement, field: "instrument", holds: "LoI 2015, six points"},
	"bdg-namur date format":                  {kind: portal.KindAgreement, field: "signed_on"},
	"bdg-melbourne formal status":            {kind: portal.KindAgreement, field: "legal_type", holds: "MoU 2024, called partnership by City of Melbourne staff"},
	"bdg-melbourne sectors":                  {kind: portal.KindAgreement, field: "sectors", holds: signedInMelbourne},
	"bdg-melbourne extra national step":      {kind: portal.KindAgreement, field: "regime"},
	"bdg-hangzhou status":                    {kind: portal.KindAgreement, field: "reported", holds: "exploratory talks in March 2023"},
	"bdg-bengaluru status":                   {kind: portal.KindAgreement, field: "reported"},
	"bdg-cebu existence":                     {kind: portal.KindCity, field: "standing"},
	"bdg-bari existence":                     {kind: portal.KindCity, field: "standing"},
	"pr-kws-jica period":                     {kind: portal.KindProgram, field: "start_on"},
	"pr-seo-hongdae existence":               {kind: portal.KindProgram, field: "status", holds: "plan for October 2015"},
}

// signedInMelbourne are the fields of the signed text as the dossier words them; the record holds their codes.
const signedInMelbourne = "smart city; economy and trade; higher education, training and capacity; liveable city; city resilience (2024 MoU)"

func TestEveryDisputedValueIsKeptWithARuling(t *testing.T) {
	t.Parallel()
	d, r, found := readDossier(t), readRegister(t), 0
	for _, a := range d.Agreements {
		agreement := r.agreements[a.slug()]
		for _, alternative := range a.Alternatives {
			found++
			place := disputes[a.ID+" "+alternative.Field]
			record, held := store.Named{Kind: place.kind, ID: agreement.ID}, agreement.SignedOn
			switch place.kind {
			case portal.KindCity:
				record.ID = agreement.CityID
			case portal.KindStep:
				step := firstStep(r, agreement)
				record.ID, held = step.ID, step.HappenedOn
			}
			compareDispute(t, r, a.ID, record, place, held, alternative)
		}
	}
	for _, p := range d.Programs {
		for _, alternative := range p.Alternatives {
			found++
			program := r.programs[p.ID[len("pr-"):]]
			place := disputes[p.ID+" "+alternative.Field]
			compareDispute(t, r, p.ID, store.Named{Kind: place.kind, ID: program.ID}, place, program.StartOn, alternative)
		}
	}
	same(t, "number of disputes", found, len(disputes))
}

// firstStep is the earliest step of an agreement.
func firstStep(r register, a portal.Agreement) portal.Step {
	i := slices.IndexFunc(r.steps, func(s portal.Step) bool { return s.AgreementID == a.ID })
	return r.steps[i]
}

// compareDispute asks of each value that its sources support the record, if the record holds it, or else say it.
func compareDispute(t *testing.T, r register, what string, record store.Named, place dispute, held portal.Date, want alternative) {
	t.Helper()
	same(t, what+" "+want.Field+" has a ruling", r.hasRuling(record, place.field), true)
	for _, v := range want.Values {
		date, words := portal.Date(v.Value), ""
		field := cmp.Or(place.apart[v.Value], place.field)
		isHeld := v.Value == want.Preferred || v.Value == place.holds || field != place.field
		if date.Valid() {
			isHeld, words = date == held.Plain(), date.In(i18n.EN)
		}
		for _, source := range v.Sources {
			if isHeld && !r.supports(record, field, source) || !isHeld && !r.says(record, field, source, words) {
				t.Errorf("%s %s: %q of %s is missing", what, want.Field, v.Value, source)
			}
		}
	}
}
