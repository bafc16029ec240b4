package e2e

import (
	"regexp"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// download is what a button that brings a file would save: its kind, how its bytes begin and how many there are. The button is a form's.
type download struct {
	Status int
	Kind   string
	Begins string
	Size   int
}

func (b *tab) download(form string) download {
	b.t.Helper()
	return eval[download](b, `(async () => {
		const form = document.querySelector('`+form+`');
		const got = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form))}), bytes = await got.arrayBuffer();
		return {Status: got.status, Kind: got.headers.get("Content-Type"), Begins: new TextDecoder().decode(bytes.slice(0, 200)), Size: bytes.byteLength};
	})()`)
}

func TestReportIsFrozenWithItsHashAndTheDossierLeadsFromTheTask(t *testing.T) {
	eachWay(t, frozenReport)
}

func frozenReport(t *testing.T, w way) {
	h := open(t)
	b := h.newStaff(t, "Euis", portal.Reviewer)
	w.take(b)
	b.open(view.Admin(i18n.ID, "reports", "2017"))
	b.press(`main a[href$="/send"]`)
	b.fill("#f-addressee", "Gubernur Jawa Barat")
	b.press(".actions button")
	b.reads("main", i18n.ID.T("saved.report"), i18n.ID.T("periodic.intact"), "Gubernur Jawa Barat")
	hash := regexp.MustCompile(`\b[0-9a-f]{64}\b`).FindString(b.words("main"))
	if hash == "" {
		t.Error("no hash is shown")
	}
	sent := b.path()
	if got := b.download(`form[action$="/file"]`); got.Status != 200 || !strings.HasPrefix(got.Begins, "PK") || got.Size < 2000 {
		t.Errorf("the file: %d, %s, %d bytes", got.Status, got.Kind, got.Size)
	}
	b.accessible([]look{{phone, "dark"}})
	if _, err := h.pool.Exec(t.Context(), "update activities set title_id = title_id || ' (diralat)'"); err != nil {
		t.Fatal(err)
	}
	b.open(sent)
	b.reads("main", hash, i18n.ID.T("periodic.intact"))
	if strings.Contains(b.words("main"), "(diralat)") {
		t.Error("what was sent changes with the register")
	}

	b.open(view.Admin(i18n.ID))
	b.press(`.queue a[href*="/dossiers/"]`)
	b.reads("main", i18n.ID.T("dossier.approvals"), i18n.ID.T("dossier.figures"), i18n.ID.T("dossier.cost"))
	b.accessible([]look{{phone, "light"}})
}
