package admin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func TestFileIsPreviewedValueByValueAndFaultByFault(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	p, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	slug := "kawasaki"
	list, _, err := p.Cities.List(t.Context(), store.Page{Search: slug, Number: 1, Size: 5})
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	was := list[0]
	file := "slug;name_id;name_en;wikidata_id\r\n" +
		slug + ";" + was.Name.ID + " Raya;" + was.Name.EN + ";" + was.WikidataID + "\r\n" +
		"braunschweig;;Brunswick;Q-1\r\n" +
		"suwon;Suwon;Suwon;Q20714\r\n"
	at, im := p.checked("cities", "mitra.csv", []byte(file))
	if im.Counts[portal.LineChanged] != 1 || im.Counts[portal.LineWrong] != 1 || im.Counts[portal.LineUnchanged] != 1 {
		t.Fatalf("lines: %v", im.Counts)
	}
	changed := p.get(at + "?lines=changed").is(http.StatusOK)
	changed.holds("main tbody .diff-brief", "ID: "+was.Name.ID+" → menjadi ID: "+was.Name.ID+" Raya")
	if got := changed.text("main tbody ins"); got != "Raya" {
		t.Errorf("what differs is %q", got)
	}
	if got := changed.text("main tbody .diff-brief"); strings.Contains(got, "EN:") {
		t.Errorf("what stays is shown, too: %q", got)
	}
	wrong := p.get(at + "?lines=wrong").is(http.StatusOK)
	if n := wrong.page.Find("main tbody tr").First().Find("li").Length(); n != 2 {
		t.Errorf("%d faults stand by themselves: %q", n, wrong.text("main tbody"))
	}
	same := p.get(at + "?lines=unchanged").is(http.StatusOK)
	if got := same.text("main tbody tr td:last-child"); got != "Tidak ada yang berubah." {
		t.Errorf("of a line that is as the register it is said that %q", got)
	}

	batch := p.post(at+"/hand-in", url.Values{"reason": {"Nama resmi."}}).is(http.StatusSeeOther).location
	boss.get(batch).is(http.StatusOK).holds("main .queue .diff-brief ins", "Raya")
}
