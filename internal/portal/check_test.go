package portal_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var both = i18n.Text{ID: "id", EN: "en"}

// checked is a record that knows its own rules.
type checked interface{ Check() error }

// Each of these is the least that its record's rules accept.
func leastCity() portal.City {
	return portal.City{Slug: "suwon", Name: both, Country: "KR", Standing: portal.Partner, LabelAnchor: "start"}
}

func leastAgreement() portal.Agreement {
	return portal.Agreement{
		Slug: "suwon-1997", CityID: 1, Title: both, LegalType: portal.SisterCity, Instrument: portal.Memorandum,
		Regime: portal.Regime1993, Reported: portal.ReportedUnknown,
	}
}

func leastStep() portal.Step { return portal.Step{AgreementID: 1, Stage: portal.Signed} }

func leastApproval() portal.Approval {
	return portal.Approval{AgreementID: 1, Kind: portal.ByCouncil, Body: "DPRD", NumberNotFound: true, Decision: portal.Approved}
}

func leastProgram() portal.Program {
	return portal.Program{Slug: "camp", Title: both, Kind: "youth", Status: portal.ProgramUnknown}
}

func leastActivity() portal.Activity {
	return portal.Activity{CityID: 1, Title: both, Nature: portal.Protocol, Kind: "courtesy_call"}
}

func leastOutcome() portal.Outcome {
	return portal.Outcome{ProgramID: 1, Indicator: both, Unit: both, Planned: new(int64(1))}
}

func leastSource() portal.Source {
	return portal.Source{Slug: "swcic", Title: "T", Publisher: "P", Language: "ko", Quality: portal.Official}
}

func leastDocument() portal.Document {
	return portal.Document{
		Title: both, AltText: both, Hash: strings.Repeat("0a", 32), Size: 1, MediaType: "application/pdf", Language: "id",
		AboutKind: portal.KindAgreement, AboutID: 1,
	}
}

func leastSector() portal.Sector { return portal.Sector{Code: "EDU", Name: both, Group: 3} }

func leastLimit() portal.Limit { return portal.Limit{Stage: portal.CouncilStage} }

func leastStaff() portal.Staff {
	return portal.Staff{Email: "ani@bandung.go.id", Name: "Ani", Role: portal.Editor}
}

// but is the record with one thing changed.
func but[R any](record R, change func(*R)) R {
	change(&record)
	return record
}

func TestTheLeastOfEachRecordIsEnough(t *testing.T) {
	for _, record := range []checked{
		leastCity(), leastAgreement(), leastStep(), leastApproval(), leastProgram(), leastActivity(), leastOutcome(), leastSource(),
		leastDocument(), leastSector(), leastLimit(), leastStaff(), leastPromise(), leastOpportunity(), leastVenue(), leastMirror(),
		but(leastApproval(), func(a *portal.Approval) { a.Number, a.NumberNotFound = "12/2023", false }),
		but(leastOutcome(), func(o *portal.Outcome) { o.Planned, o.Achieved = nil, new(int64(0)) }),
		but(leastAgreement(), func(a *portal.Agreement) { a.SignedOn, a.InForceUntil = "2024-04-22", "2024" }),
		but(leastSource(), func(s *portal.Source) {
			s.URL, s.ArchiveURL = "https://suwon.go.kr/a?b=c", "http://archive.example:8080/"
		}),
		but(leastCity(), func(c *portal.City) { c.Population, c.Lat, c.Lon = new(int64(0)), -90, 180 }),
		but(leastLimit(), func(l *portal.Limit) { l.WorkingDays = new(int64(45)) }),
	} {
		if err := record.Check(); err != nil {
			t.Errorf("%T: %v", record, err)
		}
	}
}

func TestEachBrokenRuleIsToldAtItsField(t *testing.T) {
	half := i18n.Text{ID: "hanya satu"}
	for _, tt := range []struct {
		record checked
		want   string // field: key of the only problem
	}{
		{but(leastCity(), func(c *portal.City) { c.Slug = "Suwon" }), "slug: problem.slug"},
		{but(leastCity(), func(c *portal.City) { c.Slug = "su--won" }), "slug: problem.slug"},
		{but(leastCity(), func(c *portal.City) { c.Slug = strings.Repeat("s", 81) }), "slug: problem.slug"},
		{but(leastCity(), func(c *portal.City) { c.Name.EN = "" }), "name_en: problem.text_en"},
		{but(leastCity(), func(c *portal.City) { c.Country = "kr" }), "country: problem.country"},
		{but(leastCity(), func(c *portal.City) { c.Lat = 90.1 }), "lat: problem.latitude"},
		{but(leastCity(), func(c *portal.City) { c.Lon = -180.1 }), "lon: problem.longitude"},
		{but(leastCity(), func(c *portal.City) { c.Population = new(int64(-1)) }), "population: problem.negative"},
		{but(leastCity(), func(c *portal.City) { c.AreaKm2 = new(0.0) }), "area_km2: problem.negative"},
		{but(leastCity(), func(c *portal.City) { c.TimeZone = "Asia/Atlantis" }), "time_zone: problem.time_zone"},
		{but(leastCity(), func(c *portal.City) { c.NativeLang, c.NativeText = "", "안녕하세요" }), "native_lang: problem.native_lang"},
		{but(leastCity(), func(c *portal.City) { c.WikidataID = "P190" }), "wikidata_id: problem.wikidata"},
		{but(leastCity(), func(c *portal.City) { c.Standing = "friend" }), "standing: problem.choice"},

		{but(leastAgreement(), func(a *portal.Agreement) { a.CityID = 0 }), "city_id: problem.required"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.ID, a.ParentID = 3, 3 }), "parent_id: problem.own_parent"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.Instrument = "" }), "instrument: problem.choice"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.Term = half }), "term_en: problem.text_en"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.SignedOn = "1997-02-30" }), "signed_on: problem.date"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.SignedOn, a.InForceUntil = "2024-04-22", "2024-04-21" }), "in_force_until: problem.until_before_signed"},
		{but(leastAgreement(), func(a *portal.Agreement) { a.InForceFrom, a.InForceUntil = "2024-05", "2024-04" }), "in_force_until: problem.until_before_from"},

		{but(leastStep(), func(s *portal.Step) { s.AgreementID = 0 }), "agreement_id: problem.required"},
		{but(leastStep(), func(s *portal.Step) { s.Stage = "signing" }), "stage: problem.choice"},
		{but(leastStep(), func(s *portal.Step) { s.Signatories = []portal.Person{{Side: "ID"}} }), "signatories: problem.signatory_name"},

		{but(leastApproval(), func(a *portal.Approval) { a.NumberNotFound = false }), "number: problem.number_or_not_found"},
		{but(leastApproval(), func(a *portal.Approval) { a.Number = "1" }), "number: problem.number_and_not_found"},
		{but(leastApproval(), func(a *portal.Approval) { a.ProposedOn, a.DecidedOn = "2023-04", "2023-03-30" }), "decided_on: problem.decided_before_proposed"},
		{but(leastApproval(), func(a *portal.Approval) { a.Body = "" }), "body: problem.required"},

		{but(leastApproval(), func(a *portal.Approval) { a.Scope = []portal.ScopeLine{{}} }), "scope: problem.scope_words"},
		{but(leastApproval(), func(a *portal.Approval) { a.Scope = []portal.ScopeLine{{Approved: half}} }), "scope: problem.scope_languages"},
		{but(leastApproval(), func(a *portal.Approval) { a.Scope = []portal.ScopeLine{{Approved: both, Turn: portal.TurnWider}} }), "scope: problem.scope_turn"},
		{but(leastApproval(), func(a *portal.Approval) {
			a.Scope = []portal.ScopeLine{{Approved: both, Signed: both, Turn: portal.TurnChanged}}
		}), "scope: problem.scope_turn"},
		{but(leastApproval(), func(a *portal.Approval) { a.Scope = []portal.ScopeLine{{Approved: both, Turn: portal.TurnDropped}} }), "scope: problem.choice"},
		{but(leastProgram(), func(p *portal.Program) { p.Cost = new(int64(5)) }), "currency: problem.currency"},
		{but(leastProgram(), func(p *portal.Program) { p.Cost, p.Currency = new(int64(-5)), "IDR" }), "cost: problem.negative"},
		{but(leastProgram(), func(p *portal.Program) { p.StartOn, p.EndOn = "2018", "2017" }), "end_on: problem.end_before_start"},
		{but(leastProgram(), func(p *portal.Program) { p.Organisations = []portal.Organisation{{Name: half, Side: "home"}} }), "organisations: problem.organisation_name"},
		{but(leastProgram(), func(p *portal.Program) { p.Organisations = []portal.Organisation{{Name: both, Side: "us"}} }), "organisations: problem.choice"},

		{but(leastActivity(), func(a *portal.Activity) { a.Nature = "" }), "nature: problem.choice"},
		{but(leastActivity(), func(a *portal.Activity) { a.Kind = "party" }), "kind: problem.choice"},
		{but(leastActivity(), func(a *portal.Activity) { a.Participants.Student = new(int64(-1)) }), "student: problem.negative"},
		{but(leastActivity(), func(a *portal.Activity) {
			a.Costs = []portal.Cost{{Payer: "home_city", Amount: new(int64(1)), Currency: "rp"}}
		}), "costs: problem.currency"},
		{but(leastActivity(), func(a *portal.Activity) { a.StartOn, a.EndOn = "2024-05-02", "2024-05-01" }), "end_on: problem.end_before_start"},
		{but(leastActivity(), func(a *portal.Activity) { a.Result = half }), "result_en: problem.text_en"},
		{but(leastActivity(), func(a *portal.Activity) { a.Purpose = half }), "purpose_en: problem.text_en"},
		{but(leastActivity(), func(a *portal.Activity) { a.ApprovedBy = half }), "approved_by_en: problem.text_en"},
		{but(leastActivity(), func(a *portal.Activity) { a.ApprovedOn = "2024-05" }), "approved_by: problem.approved_by"},
		{but(leastActivity(), func(a *portal.Activity) { a.ApprovedBy, a.ApprovedOn = both, "May" }), "approved_on: problem.date"},
		{but(leastActivity(), func(a *portal.Activity) { a.ApprovedBy, a.ApprovalSoughtOn = both, "2024" }), "approval_sought_on: problem.approved_and_not_found"},
		{but(leastActivity(), func(a *portal.Activity) { a.ReportAbsent = half }), "report_absent_en: problem.text_en"},
		{but(leastActivity(), func(a *portal.Activity) { a.ReportAbsent, a.ReportReceivedOn = both, "2024" }), "report_absent: problem.report_received_and_absent"},
		{but(leastActivity(), func(a *portal.Activity) { a.ApprovalSoughtOn = "never" }), "approval_sought_on: problem.date"},
		{but(leastActivity(), func(a *portal.Activity) { a.StartOn, a.ReportReceivedOn = "2024-05-02", "2024-04" }), "report_received_on: problem.report_before_start"},
		{but(leastActivity(), func(a *portal.Activity) { a.StartOn, a.ReportDueOn = "2024-05-02", "2024-05-01" }), "report_due_on: problem.report_before_start"},

		{but(leastOutcome(), func(o *portal.Outcome) { o.Planned = nil }), "achieved: problem.planned_or_achieved"},
		{but(leastOutcome(), func(o *portal.Outcome) { o.Achieved = new(int64(-1)) }), "achieved: problem.negative"},

		{but(leastPromise(), func(u *portal.Promise) { u.AgreementID = 0 }), "agreement_id: problem.required"},
		{but(leastPromise(), func(u *portal.Promise) { u.Words = half }), "words_en: problem.text_en"},
		{but(leastPromise(), func(u *portal.Promise) { u.Target = half }), "target_en: problem.text_en"},
		{but(leastPromise(), func(u *portal.Promise) { u.State = "kept" }), "state: problem.choice"},
		{but(leastPromise(), func(u *portal.Promise) { u.DueOn = "soon" }), "due_on: problem.date"},

		{but(leastOpportunity(), func(o *portal.Opportunity) { o.DeadlineOn = "" }), "deadline_on: problem.required"},
		{but(leastOpportunity(), func(o *portal.Opportunity) { o.OpensOn = "2026-12-02" }), "deadline_on: problem.deadline_before_opening"},
		{but(leastOpportunity(), func(o *portal.Opportunity) { o.Who = i18n.Text{ID: "siswa"} }), "who_en: problem.text_en"},
		{but(leastOpportunity(), func(o *portal.Opportunity) { o.Kind = "job" }), "kind: problem.choice"},
		{but(leastOpportunity(), func(o *portal.Opportunity) { o.URL = "mailto:a@b.example" }), "url: problem.url"},

		{but(leastVenue(), func(v *portal.Venue) { v.CityID = 0 }), "city_id: problem.required"},
		{but(leastVenue(), func(v *portal.Venue) { v.ConfirmedOn = "2018-05" }), "confirmed_by: problem.confirmed_by"},
		{but(leastVenue(), func(v *portal.Venue) { v.OpenedOn, v.ClosedOn = "2018", "2017" }), "closed_on: problem.closed_before_opened"},
		{but(leastVenue(), func(v *portal.Venue) { v.OpenedOn, v.ConfirmedOn, v.ConfirmedBy = "2018", "2017", both }), "confirmed_on: problem.confirmed_before_opened"},
		{but(leastVenue(), func(v *portal.Venue) { v.Kind = "" }), "kind: problem.choice"},

		{but(leastMirror(), func(m *portal.Mirror) { m.CityID = 0 }), "city_id: problem.required"},
		{but(leastMirror(), func(m *portal.Mirror) { m.Listed = "maybe" }), "listed: problem.choice"},
		{but(leastMirror(), func(m *portal.Mirror) { m.URL = "/halaman" }), "url: problem.url"},

		{but(leastSource(), func(s *portal.Source) { s.URL = "javascript:alert(1)" }), "url: problem.url"},
		{but(leastSource(), func(s *portal.Source) { s.URL = "/relative" }), "url: problem.url"},
		{but(leastSource(), func(s *portal.Source) { s.URL = "https://" }), "url: problem.url"},
		{but(leastSource(), func(s *portal.Source) { s.URL = "https://:443/a" }), "url: problem.url"},
		{but(leastSource(), func(s *portal.Source) { s.ArchiveURL = "//archive.example/a" }), "archive_url: problem.url"},
		{but(leastSource(), func(s *portal.Source) { s.Quality = "good" }), "quality: problem.choice"},

		{but(leastDocument(), func(d *portal.Document) { d.Hash = strings.Repeat("0A", 32) }), "file: problem.file"},
		{but(leastDocument(), func(d *portal.Document) { d.AboutKind = portal.KindSector }), "about: problem.required"},
		{but(leastDocument(), func(d *portal.Document) { d.AltText = i18n.Text{EN: "only"} }), "alt_text_id: problem.text_id"},

		{but(leastSector(), func(s *portal.Sector) { s.Code = "Edu" }), "code: problem.sector_code"},
		{but(leastSector(), func(s *portal.Sector) { s.SDGs = []int64{18} }), "sdgs: problem.sdg"},
		{but(leastSector(), func(s *portal.Sector) { s.Group = 5 }), "field_group: problem.choice"},
		{but(leastLimit(), func(l *portal.Limit) { l.WorkingDays = new(int64(0)) }), "working_days: problem.negative"},

		{but(leastStaff(), func(s *portal.Staff) { s.Email = "ani" }), "email: problem.email"},
		{but(leastStaff(), func(s *portal.Staff) { s.Email = "Ani <ani@bandung.go.id>" }), "email: problem.email"},
		{but(leastStaff(), func(s *portal.Staff) { s.Name = strings.Repeat("é", 121) }), "name: problem.name"},
		{but(leastStaff(), func(s *portal.Staff) { s.Role = "" }), "role: problem.choice"},
	} {
		var told []string
		if invalid := portal.AsInvalid(tt.record.Check()); invalid != nil {
			for _, p := range invalid.Problems {
				told = append(told, p.Field+": "+p.Key)
			}
		}
		if len(told) != 1 || told[0] != tt.want {
			t.Errorf("%T: told %q, want %q", tt.record, told, tt.want)
		}
	}
}

func TestEveryProblemIsToldAtOnce(t *testing.T) {
	invalid := portal.AsInvalid(portal.Agreement{}.Check())
	for _, field := range []string{"slug", "title_id", "title_en", "city_id", "legal_type", "instrument", "regime", "reported"} {
		if len(invalid.Of(field)) != 1 {
			t.Errorf("%s: %v", field, invalid.Of(field))
		}
	}
	if len(invalid.Problems) != 8 {
		t.Errorf("problems: %v", invalid)
	}
}

func TestInvalidIsFoundInAWrappedError(t *testing.T) {
	var p portal.Problems
	p.Add("slug", "problem.slug")
	if invalid := portal.AsInvalid(fmt.Errorf("save city 7: %w", p.Err())); invalid == nil || len(invalid.Of("slug")) != 1 {
		t.Errorf("found %v", invalid)
	}
	if invalid := portal.AsInvalid(errors.New("other")); invalid != nil {
		t.Errorf("found %v in another error", invalid)
	}
	if err := (portal.Problems{}).Err(); err != nil {
		t.Errorf("no problems are an error: %v", err)
	}
}

func TestUncountedParticipantsAreUnknownNotZero(t *testing.T) {
	if n, ok := (portal.Participants{Official: new(int64(4)), Elected: new(int64(1))}).Residents(); ok || n != 0 {
		t.Errorf("%d residents, known %t", n, ok)
	}
	if n, ok := (portal.Participants{Student: new(int64(0))}).Residents(); !ok || n != 0 {
		t.Errorf("%d residents, known %t", n, ok)
	}
	if n, _ := (portal.Participants{Student: new(int64(4)), Artist: new(int64(3)), Official: new(int64(9))}).Residents(); n != 7 {
		t.Errorf("%d residents", n)
	}
}
