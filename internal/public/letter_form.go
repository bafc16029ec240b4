package public

import (
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// draft is a letter while it is being written: the form points into it.
type draft struct {
	letter  portal.Letter
	contact portal.Contact
	topic   topic
	cityID  int64 // that an idea is about
	form    form.Form
	stamp   stamp
	notice  string // why the form came back, or what else is to be said above it
}

// prepare finds what the letter is about and puts its questions together.
func (s Site) prepare(r *http.Request, sh *sheet, d *draft, about string) (err error) {
	if d.topic, err = s.topic(r.Context(), sh, about); err != nil {
		return err
	}
	d.letter.AboutKind, d.letter.AboutID, d.letter.Page = d.topic.record.Kind, d.topic.record.ID, d.topic.page
	contact := form.Form{
		form.Text("name", &d.contact.Name).As("letter.name").With("letter.name_hint").Under("letter.contact_section").For("name"),
		form.Text("email", &d.contact.Email).With("letter.email_hint").For("email"),
	}
	if d.letter.Kind == portal.Idea {
		cities, err := s.partnerChoices(r, sh)
		if err != nil {
			return err
		}
		d.form = append(d.ideaForm(cities), contact...)
		return nil
	}
	d.form = append(d.factForm(sh), contact...)
	return nil
}

// partnerChoices offers the cities with which something can be done.
func (s Site) partnerChoices(r *http.Request, sh *sheet) (choices []form.Option, err error) {
	cities, err := s.Store.Cities.All(r.Context())
	for _, c := range cities {
		if c.Standing == portal.Partner || c.Standing == portal.Prospect {
			choices = append(choices, form.Option{Value: strconv.FormatInt(c.ID, 10), Text: c.Name.In(sh.lang)})
		}
	}
	return choices, err
}

func (d *draft) ideaForm(cities []form.Option) form.Form {
	if d.topic.record.Kind == portal.KindCity {
		d.cityID = d.topic.record.ID
	}
	return form.Form{
		form.Text("title", &d.letter.Title).As("letter.idea_title"),
		form.Record("city_id", &d.cityID, cities).As("letter.city").With("letter.optional"),
		form.Long("words", &d.letter.Words).As("letter.words.idea").With("letter.words_hint.idea"),
	}
}

// factForm asks about a correction or a document: of which fact, in which words, on what ground, with which file.
func (d *draft) factForm(sh *sheet) form.Form {
	kind := string(d.letter.Kind)
	var f form.Form
	if facts := d.facts(sh); len(facts) > 0 {
		pick := form.Pick("field", func() string { return d.letter.Field }, func(chosen string) bool {
			d.letter.Field = chosen
			return slices.ContainsFunc(facts, func(o form.Option) bool { return o.Value == chosen })
		})
		pick.Options = facts
		f = append(f, pick.As("letter.field."+kind).With("letter.optional"))
	} else {
		d.letter.Field = ""
	}
	return append(f,
		form.Long("words", &d.letter.Words).As("letter.words."+kind).With("letter.words_hint."+kind),
		form.Text("proof", &d.letter.Proof).As("letter.proof."+kind).With("letter.proof_hint"),
		form.Upload(fileInput, d.kept).As("letter.file."+kind).With("letter.file_hint"))
}

// kept says which file came with the form already.
func (d *draft) kept(l i18n.Lang) []string {
	if d.letter.File.Hash == "" {
		return nil
	}
	return []string{l.T("letter.file_kept", d.letter.File.Name)}
}

// facts are those of the record that people know better at times; the first choice is none.
func (d *draft) facts(sh *sheet) []form.Option {
	kind := d.topic.record.Kind
	if len(knownBetter[kind]) == 0 {
		return nil
	}
	options := []form.Option{{Key: "letter.field_none"}}
	for _, field := range knownBetter[kind] {
		options = append(options, form.Option{Value: field, Text: sh.label(kind, field)})
	}
	return options
}

// knownBetter are the facts of each kind of record that a letter may be about.
var knownBetter = map[portal.Kind][]string{
	portal.KindCity:      {"name", "native_name", "population", "area_km2", "region", "standing", "summary"},
	portal.KindAgreement: {"signed_on", "in_force_from", "in_force_until", "term", "legal_type", "instrument", "sectors", "summary"},
	portal.KindStep:      {"stage", "happened_on", "place", "signatories", "note"},
	portal.KindApproval:  {"number", "decided_on", "decision", "sectors", "scope", "note"},
	portal.KindProgram:   {"title", "status", "start_on", "end_on", "place", "organisations", "plan", "result", "cost", "paid_by"},
	portal.KindActivity:  {"title", "start_on", "end_on", "place_name", "organisations", "result"},
	portal.KindVenue:     {"name", "address", "brands", "opened_on", "closed_on", "confirmed_on"},
}

// read takes the answers from a post, and tells whether anything is wrong with them.
func (d *draft) read(p post) bool {
	_ = d.form.Read(p.values) // its problems stay in the form
	if d.letter.Kind == portal.Idea {
		d.letter.AboutKind, d.letter.AboutID = "", 0
		if d.cityID != 0 {
			d.letter.AboutKind, d.letter.AboutID = portal.KindCity, d.cityID
		}
	}
	d.form.Blame(p.wrong)
	d.form.Blame(d.letter.Check())
	d.form.Blame(d.contact.Check())
	return d.form.Err() != nil
}

// draftPage is the page of the form.
func (s Site) draftPage(sh *sheet, d *draft, k seal) view.ReportPage {
	kind := string(d.letter.Kind)
	title := sh.t("letter.title." + kind)
	p := view.ReportPage{
		Page:   sh.page(view.Report, view.Path{}, title, sh.t("letter.description")),
		Head:   view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("letter.lead." + kind)}},
		Notice: d.notice,
		Kinds:  sh.letterKinds(d),
		Form: view.FormPage{
			Action: view.Report.In(sh.lang), Form: d.form, Lure: lureInput, Upload: d.letter.Kind != portal.Idea,
			Hidden: []view.Hidden{
				{Name: "kind", Value: kind}, {Name: "about", Value: d.topic.written}, {Name: stampInput, Value: k.write(d.stamp)},
			},
			Submit: []view.Choice{{Label: sh.t("letter.send")}},
			Note:   sh.t("letter.contact_note", s.ContactDays),
		},
	}
	p.Page.Failed = d.form.Err() != nil
	p.Page.Query = letterQuery(d.letter.Kind, d.topic.written, d.letter.Field)
	p.Page.NoIndex = p.Page.Query != ""
	if d.topic.name != "" {
		p.About = []view.Fact{{Label: sh.t("letter.about"), Values: []view.Cited{{Text: d.topic.name, URL: d.topic.url}}}}
	}
	if file := d.letter.File; file.Hash != "" {
		p.Form.Hidden = append(p.Form.Hidden, view.Hidden{Name: keptInput, Value: k.writeFile(file, d.stamp)})
	}
	return p
}

// letterKinds leads to the forms of the kinds, which go on with what the letter is about.
func (sh *sheet) letterKinds(d *draft) (chips []view.Chip) {
	for _, kind := range portal.LetterKinds {
		chips = append(chips, view.Chip{
			Label: sh.t("letter.title." + string(kind)), Current: kind == d.letter.Kind,
			URL: view.Report.In(sh.lang) + letterQuery(kind, d.topic.written, ""),
		})
	}
	return chips
}
