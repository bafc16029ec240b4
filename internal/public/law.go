package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) legalPath(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	sources, err := s.Store.SourcesBySlug(r.Context(), lawSources())
	if err != nil {
		return err
	}
	limits, err := s.Store.Limits.All(r.Context())
	if err != nil {
		return err
	}
	var names []store.Named
	for _, l := range limits {
		names = append(names, store.Named{Kind: portal.KindLimit, ID: l.ID})
	}
	cited, rulings, err := s.Store.Cited(r.Context(), names)
	if err != nil {
		return err
	}
	sh.learn(cited, rulings)
	return respond.Page(w, r, http.StatusOK, view.LegalPathView(sh.legalPathPage(sources, limits)))
}

func (sh *sheet) legalPathPage(sources map[string]portal.Source, limits []portal.Limit) view.LegalPathPage {
	title := sh.t("law.title")
	p := view.LegalPathPage{
		Page: sh.page(view.LegalPath, view.LegalPath, title, sh.t("law.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("law.page_lead")}},
	}
	known := slices.ContainsFunc(limits, func(l portal.Limit) bool { return l.WorkingDays != nil })
	if !known {
		p.NoLimits = sh.t("law.no_limits")
	}
	for _, s := range legalStages {
		p.Stages = append(p.Stages, sh.legalStage(s, sources, limits))
	}
	for _, rule := range legalRules {
		p.Rules = append(p.Rules, sh.citedFact("law.rules."+rule.name, "", rule.sources, sources))
	}
	for _, regime := range portal.Regimes {
		p.Regimes = append(p.Regimes, view.Fact{
			Label: sh.choice("regime", string(regime)), Values: []view.Cited{{Text: sh.t("law.regime." + string(regime))}},
		})
	}
	for _, law := range laws {
		p.Laws = append(p.Laws, sh.citedFact("law."+law.name, sh.t("law."+law.name+".read"), law.sources, sources))
	}
	p.Sources = sh.list()
	return p
}

// citedFact is a line of fixed words with the sources in which they were read.
func (sh *sheet) citedFact(key, note string, slugs []string, sources map[string]portal.Source) view.Fact {
	f := sh.told(key)
	f.Values[0].Refs, f.Note = sh.refsTo(slugs, sources), note
	if len(f.Values[0].Refs) == 0 {
		f.Note = sentence(" ", note, sh.t("fact.unsourced")+".")
	}
	return f
}

// refsTo are the numbers of sources named by their slugs, as far as the register still holds them.
func (sh *sheet) refsTo(slugs []string, sources map[string]portal.Source) []int {
	var found []portal.Source
	for _, slug := range slugs {
		if s, ok := sources[slug]; ok {
			found = append(found, s)
		}
	}
	return sh.numbersOf(found)
}

func (sh *sheet) legalStage(s legalStage, sources map[string]portal.Source, limits []portal.Limit) view.LegalStage {
	key, name := "law.stage."+string(s.stage), sh.choice("stage", string(s.stage))
	if i18n.Has(key + ".name") {
		name = sh.t(key + ".name")
	}
	tones := map[string]view.Tone{readDirectly: view.ToneOn, readQuoted: view.ToneNeutral, notRead: view.ToneWarn}
	stage := view.LegalStage{
		ID: "tahap-" + string(s.stage), Name: name, Term: sh.meaning(s.term),
		Read: view.TagValue{Tone: tones[s.read], Word: sh.t("law.read." + s.read)},
	}
	for _, part := range []string{"who", "yields", "basis"} {
		f := view.Fact{Label: sh.t("law." + part)}
		if i18n.Has(key + "." + part) {
			f.Values = []view.Cited{{Text: sh.t(key + "." + part)}}
			if part == "basis" {
				f.Values[0].Refs = sh.refsTo(s.sources, sources)
			}
		}
		stage.Facts = append(stage.Facts, f)
	}
	for _, l := range limits {
		if l.Stage == s.stage && l.WorkingDays != nil {
			of := store.Named{Kind: portal.KindLimit, ID: l.ID}
			f := view.Fact{Label: sh.t("law.limit"), Note: l.Note.In(sh.lang)}
			f.Values = []view.Cited{sh.said(of, sh.t("law.limit_days", sh.lang.Number(*l.WorkingDays)), "working_days")}
			stage.Facts = append(stage.Facts, f)
		}
	}
	return stage
}
