package public

import (
	"context"
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (s Site) method(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	coverage, err := s.coverage(r.Context(), sh)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.MethodView(sh.methodPage(coverage)))
}

// coverage is how complete the records are. Of very many they are counted once after each publication.
func (s Site) coverage(ctx context.Context, sh *sheet) ([]portal.Coverage, error) {
	ix, err := s.tieIndex(ctx, sh.now)
	if err != nil {
		return nil, err
	}
	if !ix.mark.Many {
		return s.Store.Coverage(ctx)
	}
	return counted(ix, sh.sameSums("coverage"), func() ([]portal.Coverage, error) { return s.Store.Coverage(ctx) })
}

// What the page says of everything that is counted, as keys of the catalog.
var (
	neverCounts = []string{"unsourced", "planned", "signing", "protocol", "twice", "effort", "draft"}
	dateRules   = []string{"year", "due", "edges", "unknown", "small", "compare"}
	beside      = []string{"clair", "cost", "mirror"}
)

func (sh *sheet) methodPage(coverage []portal.Coverage) view.MethodPage {
	title := sh.t("method.title")
	lead := sentence(" ", sh.t("method.lead"), sh.t("method.version", portal.RuleVersion))
	p := view.MethodPage{
		Page:  sh.page(view.Method, view.Method, title, sh.t("method.description")),
		Head:  view.PageHead{Title: title, Lead: view.Cited{Text: lead}},
		Never: sh.each("method.never.", neverCounts),
		Dates: sh.each("method.dates.", dateRules),
	}
	for _, label := range portal.Labels {
		p.Labels = append(p.Labels, view.VitalityLabel{Light: lights[label], Word: sh.t(label.Key()), Reason: sh.t("method.label." + string(label))})
	}
	for _, mark := range portal.LegalMarks {
		p.Marks = append(p.Marks, view.MarkText{Tag: view.TagValue{Tone: legalTone(mark), Word: sh.t(mark.Key())}, Text: sh.t("method.mark." + string(mark))})
	}
	for _, key := range portal.IndicatorKeys {
		p.Indicators = append(p.Indicators, view.IndicatorRule{
			ID: view.IndicatorID(string(key)), Name: sh.t(key.Key()), Formula: sh.t("indicator.formula." + string(key)),
			Silence: sh.t("method.silence", sh.t("indicator.silence."+string(key))),
		})
	}
	for _, name := range beside {
		p.Beside = append(p.Beside, sh.told("method.beside."+name))
	}
	for _, c := range coverage {
		p.Coverage = append(p.Coverage, sh.coverageRow(c))
	}
	for _, c := range portal.RuleChanges {
		label := sh.t("method.change", c.Version, c.Since.In(sh.lang))
		p.Changes = append(p.Changes, view.Fact{Label: label, Values: []view.Cited{{Text: sh.t(c.Key())}}})
	}
	return p
}

// each is a list of sentences.
func (sh *sheet) each(prefix string, names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = sh.t(prefix + name)
	}
	return list
}

// told is a line of facts whose words are fixed: its label under the key, what it says under key.text.
func (sh *sheet) told(key string) view.Fact {
	return view.Fact{Label: sh.t(key), Values: []view.Cited{{Text: sh.t(key + ".text")}}}
}

func (sh *sheet) coverageRow(c portal.Coverage) view.CoverageRow {
	share := func(part *int) string {
		switch {
		case part == nil:
			return ""
		case c.All == 0:
			return sh.number(0)
		}
		return sh.portion(portal.Share{Part: *part, Of: c.All})
	}
	return view.CoverageRow{
		Kind: sh.choice("kind", string(c.Kind)), All: sh.number(c.All),
		Dated: share(c.Dated), Sourced: share(c.Sourced), Costed: share(c.Costed), Attended: share(c.Attended), Resulted: share(c.Resulted),
	}
}

// portion is a count with its percentage, or among how many it is where those are too few for one: "34 (77%)", "2 dari 3".
func (sh *sheet) portion(s portal.Share) string {
	if !s.Percent() {
		return s.In(sh.lang)
	}
	return sh.number(s.Part) + " (" + s.In(sh.lang) + ")"
}
