package public

import (
	"slices"

	"kotakembar/internal/portal"
)

// How the rule of a stage was read. What was not read is not told as a rule.
const (
	readDirectly = "direct"
	readQuoted   = "quoted"
	notRead      = "none"
)

// legalStage is a stage of the path, its term in the glossary, how its rule was read and in which sources, by their slugs.
type legalStage struct {
	stage   portal.Stage
	term    string
	read    string
	sources []string
}

// legalStages are the stages in their order; the last one stands for all ways in which a paper goes on or ends.
var legalStages = []legalStage{
	{portal.Initiative, "prakarsa", readDirectly, []string{"perda-semarang-2021"}},
	{portal.Exploration, "penjajakan", readDirectly, []string{"perda-semarang-2021", "ksln-mou"}},
	{portal.Intent, "letter-of-intent", readDirectly, []string{"perda-semarang-2021", "ksln-mou", "jabarnews-tyt-2017"}},
	{portal.Plan, "rencana-kerja-sama", readDirectly, []string{"perda-semarang-2021", "ksln-mou", "bandung-ksdpl"}},
	{portal.CouncilStage, "persetujuan-dprd", readQuoted, []string{"hai-mel-2023", "ant-mel-2023", "perda-semarang-2021", "bandung-ksdpl"}},
	{portal.Verification, "verifikasi", readDirectly, []string{"perda-semarang-2021", "ksln-mou"}},
	{portal.Drafting, "pembahasan-antarkementerian", readQuoted, []string{"perda-semarang-2021", "swn-proc"}},
	{portal.PartnerConsent, "naskah-kerja-sama", readQuoted, []string{"swn-proc", "aminpahmi-2023"}},
	{portal.FullPowers, "surat-kuasa", readQuoted, []string{"swn-proc", "bandung-ksdpl"}},
	{portal.Signed, "penandatanganan", readQuoted, []string{"swn-proc"}},
	{portal.Implementation, "pelaksanaan", readQuoted, []string{"swn-proc", "bandung-ksdpl"}},
	{portal.Monitoring, "pemantauan-evaluasi", notRead, []string{"bandung-ksdpl"}},
	{portal.Renewed, "perpanjangan", notRead, nil},
}

// legalText is a rule or an act with the sources in which it was read, by their slugs.
type legalText struct {
	name    string
	sources []string
}

var legalRules = []legalText{
	{"kinds", []string{"perda-semarang-2021"}},
	{"head", []string{"perda-semarang-2021"}},
	{"object", []string{"perda-semarang-2021"}},
	{"state", []string{"jambi-ksdpl"}},
}

// laws are the acts that have been read, in full or as quoted by others; the words of each entry say which.
var laws = []legalText{
	{"uu37", []string{"uu-37-1999"}},
	{"uu24", []string{"uu-24-2000"}},
	{"uu23", []string{"aminpahmi-2023"}},
	{"pp28", []string{"pp-28-2018", "hai-mel-2023"}},
	{"permendagri25", []string{"banten-2020", "permendagri-25-2020"}},
	{"permendagri3", []string{"banten-2020"}},
	{"permenlu9", []string{"bandung-ksdpl"}},
	{"permenlu3", []string{"setkab-2023"}},
	{"edaran1993", nil},
}

// slugsOfLaws are the sources in which some acts were read, by their slugs.
func slugsOfLaws(names ...string) (slugs []string) {
	for _, l := range laws {
		if slices.Contains(names, l.name) {
			slugs = append(slugs, l.sources...)
		}
	}
	return slugs
}

// lawSources are the slugs of all sources that the page may name.
func lawSources() []string {
	var slugs []string
	for _, s := range legalStages {
		slugs = append(slugs, s.sources...)
	}
	for _, t := range slices.Concat(legalRules, laws) {
		slugs = append(slugs, t.sources...)
	}
	return distinct(slugs)
}
