package admin_test

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"kotakembar/internal/admin"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// exported is the file in which a list leaves the house.
func (p person) exported(desk string, q url.Values) []byte {
	p.t.Helper()
	resp, err := p.client.PostForm(p.url+view.Admin(i18n.ID, desk, "export"), q)
	if err != nil {
		p.t.Fatal(err)
	}
	defer resp.Body.Close()
	file, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		p.t.Fatalf("export of %s: %d %v", desk, resp.StatusCode, err)
	}
	return file
}

// brings sends a file to a desk.
func (p person) brings(desk, name string, file []byte) answer {
	p.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := part.Write(file); err != nil {
		p.t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		p.t.Fatal(err)
	}
	resp, err := p.client.Post(p.url+view.Admin(i18n.ID, desk, "import"), w.FormDataContentType(), &body)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.read(resp)
}

// checked is a file that was brought, its columns matched as proposed, and its lines checked.
func (p person) checked(desk, name string, file []byte) (string, portal.Import) {
	p.t.Helper()
	at := p.brings(desk, name, file).is(http.StatusSeeOther).location
	p.post(at+"/match", p.get(at).is(http.StatusOK).filled()).is(http.StatusSeeOther)
	id, err := strconv.ParseInt(at[strings.LastIndex(at, "/")+1:], 10, 64)
	if err != nil {
		p.t.Fatal(err)
	}
	im, err := p.Import(p.t.Context(), id)
	if err != nil {
		p.t.Fatal(err)
	}
	if im.State != portal.ImportChecked {
		p.t.Fatalf("the import of %s is %s: %d of %d", desk, im.State, im.Checked, im.Lines)
	}
	return at, im
}

// published puts a record into the register, as two people would.
func published[R any](p person, records store.Records[R], r R) int64 {
	p.t.Helper()
	after, err := records.Snapshot(r, portal.Evidence{})
	if err != nil {
		p.t.Fatal(err)
	}
	staff, err := p.StaffByEmail(p.t.Context(), p.name+"@example.test")
	if err != nil {
		p.t.Fatal(err)
	}
	c := portal.Change{Kind: records.Kind(), Op: portal.OpSave, After: after, Reason: "untuk uji", State: portal.Submitted}
	solo := portal.Actor{ID: staff.ID, Name: staff.Name, Role: portal.Reviewer, Solo: true}
	if err := p.SaveChange(p.t.Context(), solo, &c); err != nil {
		p.t.Fatal(err)
	}
	if c, err = p.Decide(p.t.Context(), solo, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
		p.t.Fatal(err)
	}
	return c.RecordID
}

// stocked is an office whose every desk has a record, some with what spreadsheets could take for something else.
func stocked(t *testing.T) person {
	p := newOffice(t, false).person("Rina", portal.Editor)
	days := int64(30)
	programs, err := p.Programs.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	odd := i18n.Text{ID: "=1+1\nbaris | kedua; \"kutip\"", EN: "@sum, 'quoted' \\ back"}
	program := published(p, p.Programs, portal.Program{
		CityID: programs[0].CityID, Slug: "uji-lembar", Kind: portal.ProgramKinds[0], Status: portal.ProgramPlanned, Title: odd, StartOn: "2005-06?",
		Organisations: []portal.Organisation{{Name: odd, Side: portal.Sides[0]}},
	})
	published(p, p.Outcomes, portal.Outcome{ProgramID: program, Indicator: odd, Unit: odd, Achieved: &days})
	published(p, p.Opportunities, portal.Opportunity{ProgramID: program, Title: odd, Who: odd, Kind: portal.OpportunityKinds[0],
		DeadlineOn: "2030-01-02", URL: "https://example.test/?a=1"})
	published(p, p.Documents, portal.Document{Title: odd, AltText: odd, Hash: strings.Repeat("ab", 32), Size: 10, MediaType: "application/pdf",
		Language: "id", AboutKind: portal.KindProgram, AboutID: program})
	return p
}

// desks are the desks by the kinds of their records.
var desks = map[portal.Kind]string{
	portal.KindCity: "cities", portal.KindAgreement: "agreements", portal.KindStep: "steps", portal.KindApproval: "approvals",
	portal.KindPromise: "promises", portal.KindProgram: "programs", portal.KindActivity: "activities", portal.KindOutcome: "outcomes",
	portal.KindOpportunity: "opportunities", portal.KindVenue: "venues", portal.KindMirror: "mirrors", portal.KindSector: "sectors",
	portal.KindSource: "sources", portal.KindDocument: "documents", portal.KindLimit: "limits",
}

func TestWhatEveryDeskExportsComesInAgainWithoutAnyChange(t *testing.T) {
	t.Parallel()
	p := stocked(t)
	counts, _, err := p.Counts(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range portal.Kinds {
		for _, as := range []string{"csv", "csv-bom", "xlsx"} {
			file := p.exported(desks[kind], url.Values{"as": {as}})
			at, im := p.checked(desks[kind], "daftar."+as, file)
			if n := counts[kind]; n == 0 || im.Lines != n || im.Counts[portal.LineUnchanged] != n {
				t.Errorf("%s as %s: %d records, %d lines, %v: %s", kind, as, n, im.Lines, im.Counts, p.get(at).text("main table"))
			}
		}
	}
}

func TestListLeavesAsItIsFilteredAndIsTold(t *testing.T) {
	t.Parallel()
	p := newOffice(t, false).person("Rina", portal.Editor)
	file := string(p.exported("cities", url.Values{"as": {"csv-bom"}, "q": {"kawasaki"}}))
	if lines := strings.Count(file, "kawasaki"); !strings.HasPrefix(file, "\uFEFFNomor catatan,") || lines == 0 || strings.Contains(file, "braunschweig") {
		t.Errorf("the list leaves as %q", file)
	}
	p.post(view.Admin(i18n.ID, "cities", "export"), url.Values{"as": {"exe"}}).is(http.StatusNotFound)
	told, err := p.Traces(t.Context(), store.TraceFilter{Kind: portal.TraceExported})
	if err != nil || len(told) != 1 || told[0].About != "cities.csv" {
		t.Errorf("the audit trail tells of %v, %v", told, err)
	}
}

// faultCount is how many of the lines that are brought at once are wrong.
const faultCount = 50

// lineCount is how many lines are brought at once; KOTAKEMBAR_LINES asks for another number, as `make bench-import` does.
func lineCount(t *testing.T) int {
	t.Helper()
	asked := os.Getenv("KOTAKEMBAR_LINES")
	if asked == "" {
		return 2_000
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < faultCount {
		t.Fatalf("KOTAKEMBAR_LINES is %q, want a number from %d on", asked, faultCount)
	}
	return n
}

// manyPrograms is a file of programs with faults spread over it, and the lines that have one.
func manyPrograms(count int) (file []byte, wrong []int) {
	var out bytes.Buffer
	out.WriteString("slug;title_id;title_en;kind;status;start_on;city_id;summary_id;summary_en;source\r\n")
	for i := range count {
		slug, start, city := fmt.Sprintf("impor-%d", i), "2019-05", "kawasaki"
		summary := "Ringkasan;Summary"
		if i%100 == 7 {
			summary = "\"Ringkasan\r\ndua baris\";\"Summary\nof three\nlines\"" // one row, as spreadsheets count
		}
		if step := count / faultCount; i%step == step/2 {
			wrong = append(wrong, i+2)
			switch (i / step) % 4 {
			case 0:
				slug = "Tidak Boleh"
			case 1:
				start = "31/12/2019"
			case 2:
				city = "kota-entah"
			case 3:
				slug = "impor-0" // an earlier line's
			}
		}
		fmt.Fprintf(&out, "%s;Program %d;Program %d;exchange;completed;%s;%s;%s;\r\n", slug, i, i, start, city, summary)
	}
	return out.Bytes(), wrong
}

func TestFileOfManyProgramsComesInButForItsFaultsAndGoesInOneStep(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	before, _, err := o.Counts(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	count := lineCount(t)
	file, wrong := manyPrograms(count)
	lap := stopwatch(t)
	at := editor.brings("programs", "program.csv", file).is(http.StatusSeeOther).location
	form := editor.get(at).is(http.StatusOK).filled()
	lap("taken in")
	boss.get(at).is(http.StatusForbidden).holds("main", "milik orang lain")
	for editor.post(at+"/match", form).is(http.StatusSeeOther); editor.get(at).page.Find("progress").Length() > 0; {
		id, _ := strconv.ParseInt(at[strings.LastIndex(at, "/")+1:], 10, 64)
		if err := (admin.Office{Store: o.Store}).CheckImport(t.Context(), id, time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	lap("checked")
	var named []int
	for page := 1; len(named) < len(wrong); page++ {
		rows := editor.get(fmt.Sprintf("%s?lines=wrong&page=%d", at, page)).is(http.StatusOK).page.Find("main tbody tr")
		if rows.Length() == 0 {
			break
		}
		for i := range rows.Length() {
			n, _ := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(rows.Eq(i).Children().First().Text()), ".", ""))
			named = append(named, n)
		}
	}
	if !slices.Equal(named, wrong) {
		t.Fatalf("named as wrong: %v, want %v", named, wrong)
	}
	editor.post(at+"/hand-in", url.Values{}).is(http.StatusUnprocessableEntity).holds(".error-summary", "alasan")
	under := editor.post(at+"/hand-in", url.Values{"reason": {"daftar lama"}}).is(http.StatusSeeOther).location
	if again := editor.post(at+"/hand-in", url.Values{"reason": {"daftar lama"}}).is(http.StatusSeeOther).location; again != under {
		t.Errorf("handed in twice: %s and %s", under, again)
	}
	boss.get(under).is(http.StatusForbidden)
	editor.get(under).is(http.StatusOK).holds("main", "dari")
	editor.post(at+"/drop", url.Values{}).is(http.StatusNotFound)
	if to := editor.get(at).is(http.StatusSeeOther).location; to != under {
		t.Errorf("the file leads to %s while it is handed in, want %s", to, under)
	}
	batch := editor.sees(under)
	editor.get(batch).is(http.StatusOK).holds("main", fmt.Sprintf("Baris berkas yang tidak ikut karena masih salah: %d.", faultCount))
	lap("handed in")
	decided := func(at string, programs int) {
		t.Helper()
		verdict := boss.get(at).is(http.StatusOK).filled()
		verdict.Set("verdict", "apply")
		under := boss.post(at+"/decide", verdict).is(http.StatusSeeOther).location
		if boss.get(at).is(http.StatusOK).page.Find("form[action$='/decide']").Length() > 0 {
			t.Error("while a decision is carried out, the set can be decided on once more")
		}
		if led := boss.sees(under); led != at {
			t.Errorf("the decision leads to %s, want %s", led, at)
		}
		if now, _, err := o.Counts(t.Context(), 0); err != nil || now[portal.KindProgram] != before[portal.KindProgram]+programs {
			t.Fatalf("%d programs, had %d, want %d more: %v", now[portal.KindProgram], before[portal.KindProgram], programs, err)
		}
	}
	decided(batch, count-faultCount)
	lap("decided")
	ask := editor.get(batch + "/undo").is(http.StatusOK).filled()
	ask.Set("reason", "daftar yang salah")
	undo := editor.sees(editor.post(batch+"/undo", ask).is(http.StatusSeeOther).location)
	lap("undo made")
	decided(undo, 0)
	lap("undone")
}

// sees waits for work in the background, which the test does itself, and returns where it leads.
func (p person) sees(errand string) string {
	p.t.Helper()
	id, err := strconv.ParseInt(errand[strings.LastIndex(errand, "/")+1:], 10, 64)
	if err != nil || !strings.Contains(errand, "/errands/") {
		p.t.Fatalf("%q is no errand", errand)
	}
	if err := p.RunErrand(p.t.Context(), id); err != nil {
		p.t.Fatal(err)
	}
	to, _, _ := strings.Cut(p.get(errand).is(http.StatusSeeOther).location, "?")
	return to
}

// stopwatch logs how long each step took, and the most memory that the test program held in it.
func stopwatch(t *testing.T) func(step string) {
	var most atomic.Uint64
	go func() {
		for tick := time.NewTicker(50 * time.Millisecond); ; {
			select {
			case <-t.Context().Done():
				tick.Stop()
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most.Store(max(most.Load(), m.HeapInuse))
			}
		}
	}()
	begun := time.Now()
	return func(step string) {
		t.Helper()
		t.Logf("%-10s %6.1f s, at most %d MB", step, time.Since(begun).Seconds(), most.Swap(0)>>20)
		begun = time.Now()
	}
}

func TestEveryKindOfRecordHasItsWayInByAFile(t *testing.T) {
	t.Parallel()
	editor := newOffice(t, false).person("Rina", portal.Editor)
	page := editor.get(view.Admin(i18n.ID, "imports")).is(http.StatusOK)
	page.holds("main", "Belum ada berkas")
	for kind, desk := range desks {
		for _, way := range []string{"template", "import"} {
			if page.page.Find(`main a[href="`+view.Admin(i18n.ID, desk, way)+`"]`).Length() != 1 {
				t.Errorf("no way leads to the %s of %s", way, kind)
			}
		}
	}
	editor.brings("programs", "program.xlsx", []byte("slug;title_id\r\na;b\r\n")).is(http.StatusUnprocessableEntity).
		holds(".error-summary", "bukan berkas XLSX")
}
