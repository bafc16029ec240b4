package form_test

import (
	"net/url"
	"slices"
	"testing"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestDateKeepsWhatWasTypedAndSaysWhatToDo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day, month, year, about string
		want                    portal.Date
		problem                 string
	}{
		{"", "", "", "", "", ""},
		{"24", "5", "1960", "", "1960-05-24", ""},
		{"", "8", "1997", "", "1997-08", ""},
		{"", "", "2005", "1", "2005~", ""},
		{"31", "2", "2024", "", "", "problem.date_calendar"},
		{"24", "", "1960", "", "", "problem.date_month"},
		{"24", "5", "", "", "", "problem.date_year"},
		{"24", "5", "60", "", "", "problem.date_year_four"},
		{"31", "Februari", "2024", "", "", "problem.date_digits"},
		{"-1", "2", "2024", "", "", "problem.date_digits"},
	} {
		var date portal.Date
		f := form.Form{form.Date("signed_on", &date)}.Fill()
		err := f.Read(url.Values{
			"signed_on_day": {c.day}, "signed_on_month": {c.month}, "signed_on_year": {c.year}, "signed_on_about": {c.about},
		})
		if date != c.want {
			t.Errorf("%s %s %s: read as %q, want %q", c.day, c.month, c.year, date, c.want)
		}
		if c.problem == "" && err != nil || c.problem != "" && (err == nil || f[0].Problems[0].Key != c.problem) {
			t.Errorf("%s %s %s: %v, want %q", c.day, c.month, c.year, err, c.problem)
		}
		if got := f[0].Inputs[1].Value; got != c.month {
			t.Errorf("the month typed as %q is shown as %q", c.month, got)
		}
	}
}

func TestDateThatWasUncertainStaysSo(t *testing.T) {
	t.Parallel()
	date := portal.Date("2005?")
	f := form.Form{form.Date("on", &date)}.Fill()
	if !f[0].Inputs[3].Checked {
		t.Error("the mark of doubt is not shown")
	}
	if err := f.Read(url.Values{"on_year": {"2005"}, "on_about": {"1"}}); err != nil || date != "2005?" {
		t.Errorf("read back as %q, %v", date, err)
	}
}

func TestUnknownNumberIsNotZero(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]*int64{
		"": nil, "0": new(int64(0)), "11097": new(int64(11097)), "11.097": new(int64(11097)), "850.000.000": new(int64(850_000_000)),
		"1,250": new(int64(1250)),
	} {
		var n *int64
		f := form.Form{form.Number("cost", &n)}.Fill()
		if err := f.Read(url.Values{"cost": {typed}}); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if (n == nil) != (want == nil) || n != nil && *n != *want {
			t.Errorf("%q read as %v", typed, n)
		}
	}
	for _, typed := range []string{"banyak", "1.25", "1e9", "9999999999999999999"} {
		var n *int64
		f := form.Form{form.Number("cost", &n)}.Fill()
		if err := f.Read(url.Values{"cost": {typed}}); err == nil || f[0].Inputs[0].Value != typed {
			t.Errorf("%q: %v, shown as %q", typed, err, f[0].Inputs[0].Value)
		}
	}
}

func TestChoiceOutsideTheListIsRefused(t *testing.T) {
	t.Parallel()
	standing := portal.Partner
	f := form.Form{form.Choice("standing", &standing, portal.Standings)}.Fill()
	if err := f.Read(url.Values{"standing": {"emperor"}}); err == nil || f[0].Problems[0].Key != "problem.choice" {
		t.Errorf("%v", err)
	}
}

func people(list *[]portal.Person) form.Form {
	return form.Form{form.List("signatories", list, func(p *portal.Person) form.Form {
		return form.Form{form.Text("name", &p.Name), form.Both("role", &p.Role), form.Text("side", &p.Side)}
	})}
}

func TestRowsAreReadBlankOnesDroppedAndMoreOffered(t *testing.T) {
	t.Parallel()
	list := []portal.Person{{Name: "Sally Capp", Role: i18n.Text{ID: "Wali Kota", EN: "Lord Mayor"}, Side: "AU"}}
	f := people(&list).Fill()
	if len(f[0].Rows) != 2 || f[0].Rows[0][0].Inputs[0].Name != "signatories.0.name" || f[0].Rows[0][1].Inputs[1].Name != "signatories.0.role_en" {
		t.Fatalf("shown as %d rows, first input %q", len(f[0].Rows), f[0].Rows[0][0].Inputs[0].Name)
	}
	err := f.Read(url.Values{
		"signatories.0.name": {""}, "signatories.0.role_id": {" "}, "signatories.0.side": {""},
		"signatories.1.name": {"Ota"}, "signatories.1.role_id": {"Wali Kota"}, "signatories.1.role_en": {"Mayor"}, "signatories.1.side": {"JP"},
		form.More: {"signatories"},
	})
	if err != nil || len(list) != 1 || list[0].Name != "Ota" || list[0].Role.EN != "Mayor" {
		t.Errorf("read %+v, %v", list, err)
	}
	if len(f[0].Rows) != 4 || f[0].Rows[0][0].Inputs[0].Name != "signatories.0.name" {
		t.Errorf("%d rows shown after asking for more, first %q", len(f[0].Rows), f[0].Rows[0][0].Inputs[0].Name)
	}
}

func TestRowsOfAForgedPostAreBounded(t *testing.T) {
	t.Parallel()
	var list []portal.Person
	f := people(&list).Fill()
	if err := f.Read(url.Values{"signatories.900000000.name": {"x"}, "signatories.-1.name": {"y"}}); err != nil || len(list) != 0 {
		t.Errorf("%d rows read, %v", len(list), err)
	}
}

func cited(date *portal.Date, e *portal.Evidence) form.Form {
	book := form.NewBook([]form.BookEntry{{ID: 7, Slug: "bsw-de", Title: "Bandung"}})
	return form.Form{form.Date("signed_on", date), form.Text("slug", new(string)).Own()}.Cite(e, book).Fill()
}

func TestEvidenceIsReadForItsFieldAlone(t *testing.T) {
	t.Parallel()
	date := portal.Date("1960")
	e := portal.Evidence{Citations: []portal.Citation{{Field: "signed_on", SourceID: 7}, {Field: "other", SourceID: 7}}}
	f := cited(&date, &e)
	if f[1].Evidence != nil {
		t.Error("evidence is asked for an address")
	}
	if got := f[0].Evidence.Rows[0].Source.Value; got != "bsw-de" {
		t.Errorf("the source is shown as %q", got)
	}
	err := f.Read(url.Values{
		"signed_on_year": {"1960"}, "cite.signed_on.0.source": {"BSW-DE"}, "cite.signed_on.0.says_id": {"2 Juni 1960"},
		"cite.signed_on.0.says_en": {"2 June 1960"}, "why.signed_on_id": {"dua peristiwa"}, "why.signed_on_en": {"two events"},
	})
	want := []portal.Citation{
		{Field: "other", SourceID: 7},
		{Field: "signed_on", SourceID: 7, Says: i18n.Text{ID: "2 Juni 1960", EN: "2 June 1960"}},
	}
	if err != nil || !slices.Equal(e.Citations, want) || len(e.Rulings) != 1 {
		t.Errorf("read %+v, %+v, %v", e.Citations, e.Rulings, err)
	}
}

func TestUnknownSourceStaysAsTyped(t *testing.T) {
	t.Parallel()
	var date portal.Date
	var e portal.Evidence
	f := cited(&date, &e)
	err := f.Read(url.Values{"cite.signed_on.0.source": {"nobody"}})
	if err == nil || f[0].Problems[0].Key != "problem.source_unknown" || f[0].Problems[0].Field != "cite.signed_on.0.source" {
		t.Errorf("%v: %+v", err, f[0].Problems)
	}
	if row := f[0].Evidence.Rows[0]; row.Source.Value != "nobody" || !row.Source.Invalid || !f[0].Evidence.Open {
		t.Errorf("shown as %+v", row.Source)
	}
}

func TestBrokenRuleIsFiledUnderItsQuestion(t *testing.T) {
	t.Parallel()
	var title i18n.Text
	f := form.Form{form.Both("title", &title)}.Fill()
	rest := f.Blame(&portal.Invalid{Problems: []portal.Problem{{Field: "title_en", Key: "problem.text_en"}, {Field: "", Key: "problem.in_use"}}})
	if len(rest) != 1 || len(f[0].Problems) != 1 || !f[0].Inputs[1].Invalid || f[0].Inputs[0].Invalid {
		t.Errorf("rest %v, filed %v, inputs %+v", rest, f[0].Problems, f[0].Inputs)
	}
}
