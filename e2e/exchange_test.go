package e2e

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// saves clicks on what brings a file, and returns where the browser keeps it.
func (b *tab) saves(selector string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	folder, saved := b.t.TempDir(), make(chan string, 1)
	err := chromedp.ListenBrowser(ctx, func(event any) {
		e, is := event.(*cdpbrowser.EventDownloadProgress)
		if is && e.State == cdpbrowser.DownloadProgressStateCompleted && filepath.Dir(e.FilePath) == folder {
			select {
			case saved <- e.FilePath:
			default: // it was told of before
			}
		}
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.CallBrowser(ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
			Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder, EventsEnabled: new(true),
			BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
		})
		return err
	}), chromedp.Click(chromedp.CSS(selector)))
	select {
	case file := <-saved:
		return file
	case <-ctx.Done():
		b.t.Fatalf("%s on %s brings no file", selector, b.address())
		return ""
	}
}

// table reads a file of a list: its headings, and how many lines follow.
func table(t *testing.T, path string) (headings []string, lines int) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	about, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	most := tabular.Limits{Rows: 1000, Columns: 200, Cell: 32_767, Unpacked: 64 << 20}
	err = tabular.Read(path, file, about.Size(), most, func(names []string) error {
		headings = slices.Clone(names)
		return nil
	}, func(int, []string) error {
		lines++
		return nil
	})
	if err != nil && lines > 0 {
		t.Fatal(err)
	}
	return headings, lines
}

func TestListThatIsTakenAlongAndBroughtBackChangesNothing(t *testing.T) {
	eachWay(t, thereAndBack)
}

func thereAndBack(t *testing.T, w way) {
	h := open(t)
	editor := h.newStaff(t, "Asep", portal.Editor)
	w.take(editor)
	as := map[bool]string{false: "xlsx", true: "csv"}[w.plain]
	list := view.Admin(i18n.ID, "agreements")
	editor.open(list + "?q=Braunschweig")
	shown := editor.count("main table tbody tr")
	file := editor.saves(`form[action$="/export"]:has(input[name="as"][value="` + as + `"]) button`)
	headings, lines := table(t, file)
	if lines != shown || shown == 0 {
		t.Errorf("the file has %d lines, and the list as it was narrowed %d", lines, shown)
	}
	blank, none := table(t, editor.saves(`main a[href$="/template"]`))
	if !slices.Equal(blank, headings) || none != 0 {
		t.Errorf("the template asks for %q with %d lines below, and the list has %q", blank, none, headings)
	}

	editor.open(list)
	editor.press(`main a[href$="/agreements/import"]`)
	editor.fits()
	editor.brings("#f-file", file)
	editor.press(".actions button")
	editor.accessible([]look{{phone, "dark"}})
	editor.press(".actions button")
	editor.reads("main", i18n.ID.T("intake.nothing_to_bring"))
	editor.reads(".chips", i18n.ID.T("choice.line.unchanged"))
	editor.fits()
	if n := editor.count("main table tbody tr"); n != lines || strings.Contains(editor.words("main"), i18n.ID.T("intake.reason")) {
		t.Errorf("of %d lines %d are shown as unchanged, or something can be handed in", lines, n)
	}
	if n := h.changes(t); n != 0 {
		t.Errorf("%d changes came of it", n)
	}
}
