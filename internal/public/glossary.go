package public

import (
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// terms are the entries of the glossary by group, as anchors and as keys of the catalog.
var terms = []struct {
	group string
	names []string
}{
	{"kinds", []string{
		"kota-kembar", "provinsi-kembar", "kerja-sama-daerah", "ksdd", "ksdpk", "ksdpl", "ksdll", "kerja-sama-luar-negeri",
	}},
	{"way", []string{
		"prakarsa", "penjajakan", "letter-of-intent", "rencana-kerja-sama", "persetujuan-dprd", "dibahas-saja", "surat-keputusan-dprd",
		"rapat-paripurna", "panitia-khusus", "komisi-a", "badan-musyawarah", "verifikasi", "pembahasan-antarkementerian", "paraf",
		"surat-kuasa", "surat-kepercayaan", "penandatanganan",
	}},
	{"papers", []string{
		"nota-kesepahaman", "naskah-kerja-sama", "rancangan-naskah", "piagam", "pengaturan-pelaksanaan", "masa-berlaku",
		"perpanjangan", "pengakhiran", "pelaksanaan", "pemantauan-evaluasi",
	}},
	{"people", []string{
		"wali-kota", "sekretaris-daerah", "bagian-kerja-sama", "dinas", "kementerian", "kbri", "apbd", "umkm", "little-bandung",
	}},
	{"ours", []string{
		"denyut", "gedung", "seremoni", "fakta-pokok", "penanda", "janji", "klaim", "tanpa-dokumen", "sumber-berbeda",
	}},
}

func (s Site) glossary(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.GlossaryView(sh.glossaryPage()))
}

func (sh *sheet) glossaryPage() view.GlossaryPage {
	title, other := sh.t("terms.title"), i18n.EN
	if sh.lang == i18n.EN {
		other = i18n.ID
	}
	p := view.GlossaryPage{
		Page: sh.page(view.Glossary, view.Glossary, title, sh.t("terms.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("terms.lead")}},
	}
	for _, theme := range terms {
		g := view.TermGroup{Head: view.RailHead{Title: sh.t("terms.group." + theme.group)}}
		for _, name := range theme.names {
			key := "term." + name
			g.Terms = append(g.Terms, view.GlossaryTerm{
				ID: name, Name: capital(sh.t(key)), Other: view.Cited{Text: capital(other.T(key)), Lang: other}, Text: sh.t(key + ".text"),
			})
		}
		p.Groups = append(p.Groups, g)
	}
	return p
}

// meaning leads to the entry of a term in the glossary.
func (sh *sheet) meaning(name string) view.Link {
	return view.Link{Label: sh.t("terms.meaning", sh.t("term."+name)), URL: view.Glossary.In(sh.lang) + "#" + name}
}
