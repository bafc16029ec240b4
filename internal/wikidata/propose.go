package wikidata

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Proposal is what is proposed of the differences.
type Proposal struct {
	Batch   portal.Batch // without a number where nothing is proposed
	Changes int
	Waiting bool // more can be proposed once the source is public that the set brings
}

// sourceSlug is the address of the source that the statements of Wikidata on a city are.
func sourceSlug(home portal.City) string { return "wikidata-" + strings.ToLower(home.WikidataID) }

// Propose hands the differences in as one set of changes in the name of an actor. Nothing that the register says is overwritten: a date
// becomes what a source says beside it, a city that is not known a claim without proof, a claim on a city without a paper what a source
// says of its standing, and a number is added where there was none.
func Propose(ctx context.Context, st *store.Store, actor portal.Actor, home portal.City, differences []Difference) (p Proposal, err error) {
	r := proposer{st: st, home: home}
	source, err := st.Sources.BySlug(ctx, sourceSlug(home))
	if err != nil && !errors.Is(err, portal.ErrNotFound) {
		return p, err
	}
	r.source = source.ID
	for _, d := range differences {
		if err := r.add(ctx, d); err != nil {
			return p, err
		}
	}
	if r.wanted && r.source == 0 {
		p.Waiting = true
		if err := r.addSource(); err != nil {
			return p, err
		}
	}
	p.Changes = len(r.changes)
	if p.Changes == 0 {
		return p, nil
	}
	p.Batch = portal.Batch{Origin: portal.BatchImport, Reason: i18n.ID.T("wikidata.reason"), Key: keyOf(r.changes)}
	return p, st.AddBatch(ctx, actor, &p.Batch, r.changes)
}

// keyOf lets the same proposals be one set, however often a file is read.
func keyOf(changes []portal.Change) string {
	sum := sha256.New()
	for _, c := range changes {
		after, _ := json.Marshal(c.After) // a snapshot is JSON already
		sum.Write([]byte(c.Kind))
		sum.Write(after)
	}
	return "wikidata/" + hex.EncodeToString(sum.Sum(nil))
}

type proposer struct {
	st      *store.Store
	home    portal.City
	source  int64 // 0 while it is not public
	wanted  bool
	changes []portal.Change
}

func (r *proposer) add(ctx context.Context, d Difference) error {
	switch d.Finding {
	case NotHere:
		if r.wanted = true; r.source != 0 {
			return r.addCity(d.Twin)
		}
	case Unnumbered:
		return r.addOnCity(ctx, d, nil)
	case NoPaper:
		if !d.Twin.Evidenced() {
			return nil // that anybody wrote it there is nothing to go by
		}
		if r.wanted = true; r.source != 0 {
			// No agreement is made of it: one in the register stands for a paper, or for what sources with a name of their own say.
			return r.addOnCity(ctx, d, r.cited("standing", twinned(d.Twin), d.Twin))
		}
	case OtherDate:
		if r.wanted = true; r.source != 0 {
			said := i18n.Text{ID: d.Theirs.In(i18n.ID), EN: d.Theirs.In(i18n.EN)}
			return addOnLive(ctx, r, r.st.Agreements, portal.KindAgreement, d.Agreement.ID, d.Agreement.Title.ID, d.Agreement, r.cited(d.Field, said, d.Twin))
		}
	}
	return nil
}

// addOnCity adds a change of a city of the register. Its number goes with each, so that a second one does not take the first one's away.
func (r *proposer) addOnCity(ctx context.Context, d Difference, said []portal.Citation) error {
	city := d.City
	city.WikidataID = d.Twin.ID
	return addOnLive(ctx, r, r.st.Cities, portal.KindCity, city.ID, city.Name.ID, city, said)
}

// cited is what Wikidata says of a field, once with each reference that it gives for the partner.
func (r *proposer) cited(field string, says i18n.Text, t Twin) (list []portal.Citation) {
	references := t.References
	if len(references) == 0 {
		references = []string{""}
	}
	for _, reference := range references {
		list = append(list, portal.Citation{Field: field, SourceID: r.source, Says: says, Locator: reference})
	}
	return list
}

// twinned says what Wikidata states of a partner: that it is one, since when and until when.
func twinned(t Twin) (says i18n.Text) {
	for l, in := range map[i18n.Lang]*string{i18n.ID: &says.ID, i18n.EN: &says.EN} {
		parts := []string{l.T("wikidata.twinned")}
		if t.Start != "" {
			parts = append(parts, l.T("wikidata.since", t.Start.In(l)))
		}
		if t.End != "" {
			parts = append(parts, l.T("wikidata.until", t.End.In(l)))
		}
		*in = strings.Join(parts, ", ")
	}
	return says
}

// addOnLive adds a change of a public record, with further citations where there are some. One whose citations all stand already is left
// out.
func addOnLive[R any](ctx context.Context, r *proposer, of store.Records[R], kind portal.Kind, id int64, title string, record R, said []portal.Citation) error {
	live, version, err := r.st.Live(ctx, kind, id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(r.changes, func(c portal.Change) bool { return c.Kind == kind && c.RecordID == id })
	evidence := portal.Evidence{Citations: slices.Clone(live.Citations), Rulings: live.Rulings}
	if i >= 0 {
		evidence.Citations = slices.Clone(r.changes[i].After.Citations)
	}
	before := len(evidence.Citations)
	for _, c := range said {
		if !slices.ContainsFunc(evidence.Citations, func(have portal.Citation) bool {
			return have.Field == c.Field && have.SourceID == c.SourceID && have.Locator == c.Locator
		}) {
			evidence.Citations = append(evidence.Citations, c)
		}
	}
	if len(said) > 0 && len(evidence.Citations) == before {
		return nil
	}
	after, err := of.Snapshot(record, evidence)
	if err != nil {
		return err
	}
	c := portal.Change{Kind: kind, RecordID: id, BaseVersion: version, Op: portal.OpSave, Title: title, Before: live, After: after}
	if i >= 0 {
		r.changes[i] = c
	} else {
		r.changes = append(r.changes, c)
	}
	return nil
}

func (r *proposer) addCity(t Twin) error {
	city := portal.City{
		Slug: slugOf(t), Name: t.Name, Country: t.Country, Lat: t.Lat, Lon: t.Lon, WikidataID: t.ID, Standing: portal.Unproven,
		LabelAnchor: portal.Anchors[0],
	}
	after, err := r.st.Cities.Snapshot(city, portal.Evidence{Citations: r.cited("standing", twinned(t), t)})
	r.changes = append(r.changes, portal.Change{Kind: portal.KindCity, Op: portal.OpSave, Title: city.Name.ID, After: after})
	return err
}

// slugOf is an address of a city that is not in the register: its English name as far as its letters go, with its number, so that no
// other city has it.
func slugOf(t Twin) string {
	plain := strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			return c
		case c == ' ' || c == '-':
			return '-'
		}
		return -1
	}, strings.ToLower(t.Name.EN))
	return strings.Trim(strings.Join(strings.FieldsFunc(plain, func(c rune) bool { return c == '-' }), "-")+"-"+strings.ToLower(t.ID), "-")
}

// addSource adds the source that the statements of Wikidata on the home city are. Anybody may write there, so that nothing rests on it.
func (r *proposer) addSource() error {
	source := portal.Source{
		Slug: sourceSlug(r.home), Title: r.home.Name.EN + " (" + r.home.WikidataID + ")", Publisher: "Wikidata",
		URL: "https://www.wikidata.org/wiki/" + r.home.WikidataID, Language: "en", Quality: portal.Unverifiable,
		Note: i18n.Text{ID: i18n.ID.T("wikidata.source_note"), EN: i18n.EN.T("wikidata.source_note")},
	}
	after, err := r.st.Sources.Snapshot(source, portal.Evidence{})
	r.changes = append(r.changes, portal.Change{Kind: portal.KindSource, Op: portal.OpSave, Title: source.Title, After: after})
	return err
}
