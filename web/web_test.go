package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, url, encoding string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, url, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	Handler(http.NotFound).ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryFileIsServedWithItsTypeAndKeptForEver(t *testing.T) {
	for name, a := range assets().byName {
		res := get(t, a.url, "")
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", name, res.StatusCode)
		}
		if got := res.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
			t.Errorf("%s: Cache-Control %q", name, got)
		}
		if path.Ext(name) != ".txt" && strings.HasPrefix(res.Header.Get("Content-Type"), "text/plain") {
			t.Errorf("%s has no type of its own", name)
		}
		if got := body(t, res.Body); got != string(a.plain) {
			t.Errorf("%s: %d bytes, want %d", name, len(got), len(a.plain))
		}
	}
}

func TestUnknownAddressesAreMissing(t *testing.T) {
	for _, url := range []string{"/static/", "/static/css/site.css", "/static/000000000000/css/site.css", URL("no.such"), URL("css/token.css")} {
		if res := get(t, url, ""); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", url, res.StatusCode)
		}
	}
}

func TestStylesheetIsPackedForBrowsersThatUnpack(t *testing.T) {
	res := get(t, URL(Stylesheet), "gzip, br")
	if res.Header.Get("Content-Encoding") != "gzip" || res.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("headers %v", res.Header)
	}
	z, err := gzip.NewReader(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if body(t, z) != string(assets().byName[Stylesheet].plain) {
		t.Error("the packed stylesheet differs from the plain one")
	}
}

func TestStylesheetStaysSmall(t *testing.T) {
	const budget = 12 << 10
	if n := len(assets().byName[Stylesheet].gzipped()); n > budget {
		t.Errorf("stylesheet is %d bytes packed, budget %d", n, budget)
	}
}

func TestStylesOfStaffAreNotLoadedByCitizens(t *testing.T) {
	citizens, staff := string(assets().byName[Stylesheet].plain), string(assets().byName[StaffStylesheet].plain)
	if own := ".admin-rail{"; strings.Contains(strings.ReplaceAll(citizens, " ", ""), own) || !strings.Contains(strings.ReplaceAll(staff, " ", ""), own) {
		t.Error("the rail of the desks is styled for the wrong people")
	}
	if strings.Contains(staff, "@font-face") {
		t.Error("staff load the styles of citizens twice")
	}
}

func TestStylesheetsDeclareTheirLayersFirstAndNothingOutsideThem(t *testing.T) {
	for _, name := range []string{Stylesheet, StaffStylesheet} {
		layered(t, string(assets().byName[name].plain))
	}
}

func layered(t *testing.T, css string) {
	t.Helper()
	if !strings.HasPrefix(css, "@layer reset,token,base,layout,component,utility,print;") {
		t.Errorf("starts with %.80q", css)
	}
	depth, begin := 0, 0
	for i, sign := range css {
		switch sign {
		case ';':
			if depth == 0 {
				begin = i + 1
			}
		case '{':
			if head := css[begin:i]; depth == 0 && !strings.HasPrefix(head, "@layer") && !strings.HasPrefix(head, "@font-face") {
				t.Errorf("outside of every layer: %q", head)
			}
			depth++
		case '}':
			if depth--; depth == 0 {
				begin = i + 1
			}
		}
	}
	if depth != 0 {
		t.Errorf("%d braces stay open", depth)
	}
}

func TestStylesheetLosesOnlySpacesThatSayNothing(t *testing.T) {
	css := string(assets().byName[Stylesheet].plain)
	if !strings.Contains(css, `content: "; "`) {
		t.Error("a string of the stylesheet has changed")
	}
	if strings.Contains(css, "\n") || strings.Contains(css, "{ ") {
		t.Error("spaces are sent that say nothing")
	}
}

func TestDarkIsTheSameByChoiceAndByDevice(t *testing.T) {
	css := strings.Join(strings.Fields(string(read(files, "css/token.css"))), " ")
	block := func(selector string) string {
		_, rest, _ := strings.Cut(css, selector+" {")
		values, _, _ := strings.Cut(rest, "}")
		return strings.TrimSpace(values)
	}
	chosen, device := block(`:root[data-theme="dark"]`), block(":root:not([data-theme])")
	if chosen == "" || chosen != device {
		t.Errorf("chosen %s\ndevice %s", chosen, device)
	}
}

func TestStylesheetLoadsOnlyFilesOfOurs(t *testing.T) {
	css := string(assets().byName[Stylesheet].plain)
	found := regexp.MustCompile(`url\("?([^")]+)`).FindAllStringSubmatch(css, -1)
	if len(found) == 0 {
		t.Fatal("no font is loaded")
	}
	for _, m := range found {
		if assets().byURL[m[1]] == nil {
			t.Errorf("%s is not an address of ours", m[1])
		}
	}
}

func TestScriptStaysSmall(t *testing.T) {
	const budget = 6 << 10
	if n := len(assets().byName[Script].gzipped()); n == 0 || n > budget {
		t.Errorf("the script is %d bytes packed, budget %d", n, budget)
	}
}

func TestBarsOfBrowsersHaveTheColoursOfTheStage(t *testing.T) {
	css := string(read(files, "css/token.css"))
	found := regexp.MustCompile(`--stage: (#\w+);`).FindAllStringSubmatch(css, -1)
	if len(found) < 2 || found[0][1] != StageLight || found[1][1] != StageDark {
		t.Errorf("the style sheet has %q", found)
	}
}
