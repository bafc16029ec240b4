package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (s Site) about(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.AboutView(sh.aboutPage()))
}

// deciding are the stages of which a text that we have read says who acts; reporting to the ministry is not among them, because its
// rule has not been checked.
var deciding = []portal.Stage{
	portal.Initiative, portal.Exploration, portal.Intent, portal.Plan, portal.CouncilStage, portal.Verification,
	portal.Drafting, portal.PartnerConsent, portal.FullPowers, portal.Signed, portal.Implementation,
}

// laws are the acts that have been read, in full or as quoted by others; the words of each entry say which.
var laws = []string{"uu37", "uu24", "uu23", "pp28", "permendagri25", "permendagri3", "permenlu9", "permenlu3", "edaran1993"}

func (sh *sheet) aboutPage() view.AboutPage {
	title := sh.t("about.title")
	p := view.AboutPage{
		Page: sh.page(view.About, view.About, title, sh.t("about.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("about.lead")}},
		What: []string{sh.t("about.what_1"), sh.t("about.what_2"), sh.t("about.what_3")},
		Rule: sh.t("about.rule", portal.RuleVersion),
	}
	for _, stage := range deciding {
		p.Decide = append(p.Decide, view.StepText{Name: sh.choice("stage", string(stage)), Text: sh.t("about.stage." + string(stage))})
	}
	for _, law := range laws {
		p.Laws = append(p.Laws, view.Fact{
			Label: sh.t("about.law." + law), Values: []view.Cited{{Text: sh.t("about.law." + law + ".text")}}, Note: sh.t("about.law." + law + ".read"),
		})
	}
	for _, label := range portal.Labels {
		p.Labels = append(p.Labels, view.VitalityLabel{Light: lights[label], Word: sh.t(label.Key()), Reason: sh.t("about.label." + string(label))})
	}
	for _, mark := range portal.LegalMarks {
		p.Marks = append(p.Marks, view.MarkText{Tag: view.TagValue{Tone: legalTone(mark), Word: sh.t(mark.Key())}, Text: sh.t("about.mark." + string(mark))})
	}
	return p
}
