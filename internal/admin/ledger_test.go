package admin_test

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// takes presses a button by which a list is taken along as it stands, and reads the file.
func (p person) takes(list, as string) (header []string, rows [][]string) {
	p.t.Helper()
	at, asked, _ := strings.Cut(list, "?")
	shown := view.Admin(i18n.ID, at)
	if at == "tasks" {
		shown = view.Admin(i18n.ID)
	}
	page := p.get(shown + "?" + asked).is(http.StatusOK).page
	form := page.Find(`main form[action="` + view.Admin(i18n.ID, at, "export") + `"]:has([value="` + as + `"])`)
	q := url.Values{}
	for _, input := range form.Find("input").EachIter() {
		q.Add(input.AttrOr("name", ""), input.AttrOr("value", ""))
	}
	file := p.exported(at, q)
	limits := tabular.Limits{Rows: 5_000, Columns: 100, Cell: 32_767, Unpacked: 1 << 24}
	if err := tabular.Read("list."+as[:3], bytes.NewReader(file), int64(len(file)), limits, func(names []string) error {
		header = names
		return nil
	}, func(_ int, cells []string) error {
		rows = append(rows, cells)
		return nil
	}); err != nil {
		p.t.Fatalf("%s as %s: %v", list, as, err)
	}
	return header, rows
}

// takesAll is a list in all forms in which it leaves, which must say the same.
func (p person) takesAll(list string) [][]string {
	p.t.Helper()
	header, rows := p.takes(list, "xlsx")
	for _, as := range []string{"csv", "csv-bom"} {
		names, cells := p.takes(list, as)
		if said(append(cells, names)) != said(append(rows, header)) {
			p.t.Errorf("%s: as %s\n%s\nas XLSX\n%s", list, as, said(cells), said(rows))
		}
	}
	if strings.Contains(strings.Join(header, " "), ".") {
		p.t.Errorf("%s: a column without words in %v", list, header)
	}
	return rows
}

// said is a table as one text.
func said(rows [][]string) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = strings.TrimRight(strings.Join(row, " | "), " |")
	}
	return strings.Join(lines, "\n")
}

func TestQueueOfChangesLeavesAsItIsNarrowedWithoutWhatTheReaderMayNotSee(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	proposed(editor, "kawasaki")
	_, hidden := proposed(editor, "suwon")
	editor.limit(hidden)
	batched(editor, "Sama", "cebu", "melbourne")
	if rows := editor.takesAll("changes"); len(rows) != 4 {
		t.Errorf("the author takes along %s", said(rows))
	}
	if rows := boss.takesAll("changes"); len(rows) != 3 || strings.Contains(said(rows), "Suwon") || !strings.Contains(said(rows), "Menunggu tinjauan") {
		t.Errorf("the reviewer takes along %s", said(rows))
	}
	if rows := boss.takesAll("changes?q=kawasaki"); len(rows) != 1 || !strings.Contains(said(rows), "Kawasaki") {
		t.Errorf("narrowed: %s", said(rows))
	}
	if rows := boss.takesAll("batches"); len(rows) != 1 || rows[0][3] != "Rina" || rows[0][6] != "2" {
		t.Errorf("sets: %s", said(rows))
	}
}

func TestLettersLeaveWithoutWhoSentThem(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	p := o.person("Rina", portal.Editor)
	one := o.letter(func(l *portal.Letter) { l.Words = "=HYPERLINK(\"x\")" })
	o.letter(func(l *portal.Letter) {
		l.Kind, l.Title, l.AboutKind, l.AboutID, l.Field = portal.Idea, "Tukar guru", "", 0, ""
	})
	rows := p.takesAll("letters")
	if all := said(rows); len(rows) != 2 || strings.Contains(all, "Siti") || strings.Contains(all, "contoh.example") || strings.Contains(all, one.Code) ||
		!strings.Contains(all, "Braunschweig") {
		t.Errorf("letters: %s", all)
	}
	if file := string(p.exported("letters", url.Values{"as": {"csv"}, "kind": {"correction"}})); !strings.Contains(file, "'=HYPERLINK") || strings.Contains(file, "guru") {
		t.Errorf("corrections: %s", file)
	}
}

func TestLinksTranslationsAndTasksLeaveAsTheyAreNarrowed(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("Rina", portal.Editor)
	source, err := o.Sources.BySlug(t.Context(), "seed")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(t.Context(), `insert into links (source_id, url, status, fault, failures, checked_at, good_at, failing_since)
		values ($1, $2, 404, 'gone', 3, '2026-11-20 01:00Z', '2026-09-01', '2026-11-10')`, source.ID, source.URL); err != nil {
		t.Fatal(err)
	}
	if rows := p.takesAll("links?state=dead"); len(rows) != 1 || rows[0][2] != source.URL || rows[0][7] != "2026-11-20 08:00" {
		t.Errorf("dead links: %s", said(rows))
	}
	if rows := p.takesAll("links"); len(rows) < 30 {
		t.Errorf("%d links leave", len(rows))
	}
	if rows := p.takesAll("tasks?kind=link"); len(rows) != 1 || rows[0][1] != source.Title || !strings.HasSuffix(rows[0][4], path("links", source.ID)) {
		t.Errorf("tasks: %s", said(rows))
	}
	if rows, short := p.takesAll("tasks"), p.get(view.Admin(i18n.ID)).page.Find("main .queue > li").Length(); len(rows) <= short {
		t.Errorf("%d tasks leave, and the page shows %d already", len(rows), short)
	}
	if _, err := pool.Exec(t.Context(), "update programs set plan_id = 'Hanya bahasa Indonesia', plan_en = '' where slug = 'seo-hongdae'"); err != nil {
		t.Fatal(err)
	}
	found, err := o.Translations(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if rows := p.takesAll("translations?kind=program&state=missing"); len(rows) != len(found) || rows[0][5] != "Hanya bahasa Indonesia" {
		t.Errorf("%d texts are to be translated, and these leave: %s", len(found), said(rows))
	}
}

func TestEveryListThatLeavesIsTold(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("kepala", portal.Administrator)
	want := map[string]bool{}
	for _, list := range []string{"changes", "batches", "letters", "tasks", "links", "translations"} {
		editor.exported(list, url.Values{"as": {"xlsx"}})
		editor.post(view.Admin(i18n.ID, list, "export"), url.Values{"as": {"exe"}}).is(http.StatusNotFound)
		want[list+".xlsx"] = true
	}
	for i, as := range []string{"xlsx", "csv-bom"} { // the first file is told of in the second
		if _, rows := boss.takes("audit?what=exported", as); len(rows) != len(want)+i || rows[i][2] != "Rina" || rows[i][6] != "translations.xlsx" {
			t.Errorf("the trail as %s: %s", as, said(rows))
		}
	}
	want["jejak-audit.xlsx"], want["jejak-audit.csv"] = true, true
	told, err := o.Traces(t.Context(), store.TraceFilter{Kind: portal.TraceExported})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range told {
		delete(want, one.About)
	}
	if len(want) > 0 {
		t.Errorf("the trail does not tell of %v", want)
	}
}
