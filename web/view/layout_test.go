package view

import (
	"context"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

func html(t *testing.T, ctx context.Context, c templ.Component) *goquery.Document {
	t.Helper()
	var out strings.Builder
	if err := c.Render(ctx, &out); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func english(t *testing.T, a Ambient) context.Context {
	return WithAmbient(i18n.With(t.Context(), i18n.EN), a)
}

func attr(d *goquery.Document, selector, name string) string {
	v, _ := d.Find(selector).First().Attr(name)
	return v
}

func TestLayoutLeadsToTheSamePageInBothLanguages(t *testing.T) {
	page := Page{Title: "Fort Worth", Path: Partner, Args: []string{"fort-worth"}, Section: Partners}
	d := html(t, english(t, Ambient{BaseURL: "https://kembar.example", Theme: "dark", Path: "/en/partners/fort-worth"}), Layout(page))
	want := map[[2]string]string{
		{"html", "lang"}:                            "en",
		{"html", "data-theme"}:                      "dark",
		{"link[rel=canonical]", "href"}:             "https://kembar.example/en/partners/fort-worth",
		{"link[hreflang=id]", "href"}:               "https://kembar.example/mitra/fort-worth",
		{"link[hreflang=x-default]", "href"}:        "https://kembar.example/mitra/fort-worth",
		{".langs a[lang=id]", "href"}:               "/mitra/fort-worth",
		{".langs a[aria-current]", "lang"}:          "en",
		{".nav-wide a[aria-current]", "href"}:       "/en/partners",
		{"form.theme", "action"}:                    "/en/appearance",
		{"form.theme [name=return]", "value"}:       "/en/partners/fort-worth",
		{"form.theme [aria-pressed=true]", "value"}: "dark",
	}
	for at, v := range want {
		if got := attr(d, at[0], at[1]); got != v {
			t.Errorf("%s %s = %q, want %q", at[0], at[1], got, v)
		}
	}
	if got := d.Find("title").Text(); got != "Fort Worth – Kota Kembar Bandung" {
		t.Errorf("title %q", got)
	}
}

func TestLayoutFollowsTheDeviceWhereNothingIsChosen(t *testing.T) {
	d := html(t, english(t, Ambient{}), Layout(Page{Path: Home}))
	if _, ok := d.Find("html").Attr("data-theme"); ok {
		t.Error("data-theme is set without a choice")
	}
	if got := attr(d, "form.theme [aria-pressed=true]", "value"); got != themeDevice {
		t.Errorf("pressed %q", got)
	}
}

func TestLayoutsHoldNoInlineStyleOrScript(t *testing.T) {
	ctx := english(t, Ambient{Staff: Person{"Rina", "editor"}})
	for name, c := range map[string]templ.Component{
		"public":  Layout(Page{Path: Home, JSONLD: map[string]string{"name": "</script><script>"}}),
		"admin":   AdminLayout(AdminPage{Title: "x", Failed: true}),
		"sign in": SignInLayout(SignInPage{Path: SignIn}),
	} {
		d := html(t, ctx, c)
		if n := d.Find("style, [style], script:not([type='application/ld+json']):not([src]), [onclick]").Length(); n != 0 {
			t.Errorf("%s: %d inline styles or scripts", name, n)
		}
		if n := d.Find("main#main").Length(); n != 1 {
			t.Errorf("%s: %d mains", name, n)
		}
	}
}

func TestAdminPageSaysThatItsFormFailed(t *testing.T) {
	d := html(t, t.Context(), AdminLayout(AdminPage{Title: "Ubah perjanjian", Failed: true}))
	if got := d.Find("title").Text(); !strings.HasPrefix(got, "Galat: Ubah perjanjian") {
		t.Errorf("title %q", got)
	}
	if attr(d, "meta[name=robots]", "content") != "noindex" {
		t.Error("a page of staff may be indexed")
	}
}

func TestUnknownFactsAreSaidInWords(t *testing.T) {
	d := html(t, t.Context(), Facts([]Fact{{Label: "Biaya"}, {Label: "Ditandatangani", Disputed: true, Values: []Cited{{Text: "24 Mei 1960", Refs: []int{2}}, {Text: "2 Juni 1960"}}}}))
	if got := strings.TrimSpace(d.Find("dd").First().Text()); got != "Belum ada data" {
		t.Errorf("unknown fact says %q", got)
	}
	if got := strings.Join(strings.Fields(d.Find("dd").Last().Text()), " "); got != "24 Mei 1960 2 atau 2 Juni 1960" {
		t.Errorf("disputed fact says %q", got)
	}
	if got := attr(d, ".refs a", "aria-label"); got != "Sumber 2" || attr(d, ".refs a", "href") != "#s2" {
		t.Errorf("reference is called %q", got)
	}
}

func TestDrawingsSayThemselvesInASentence(t *testing.T) {
	p := Pulse{Name: "Suwon", From: 1960, To: 2026, Start: 1997, Count: 3, Years: []Year{{Year: 1997, Solid: 3}, {Year: 2010, Solid: 1, Unproven: 2}}}
	d := html(t, t.Context(), PulseBlock(p))
	want := "Denyut Bandung dan Suwon, 1997 sampai 2026. Kegiatan bertanggal: 3. Tahun dengan kegiatan: 2."
	if got := attr(d, "svg[role=img]", "aria-label"); got != want {
		t.Errorf("label %q", got)
	}
	if got := d.Find("details tbody tr").Length(); got != 2 {
		t.Errorf("the table has %d rows, want 2", got)
	}
}

func TestTableCellsAreLabelledForPhones(t *testing.T) {
	table := Table{Select: "id", Columns: []Column{{Label: "Mitra"}, {Label: "Berlaku sampai", Short: "Sampai", Sort: Sort{"?sort=until", Descending}}},
		Rows: []Row{{Cells: []templ.Component{Text(Cited{Text: "Suwon"}), Text(Cited{})}, SelectValue: "7", SelectLabel: "Pilih Suwon"}}}
	d := html(t, t.Context(), TableView(table))
	if attr(d, "td[data-l]", "data-l") != "Sampai" || attr(d, "th[aria-sort]", "aria-sort") != "descending" {
		t.Error("labels or order are missing")
	}
	if attr(d, "input[name=id]", "aria-label") != "Pilih Suwon" || d.Find("th[scope=row]").Text() == "" {
		t.Error("the row has no name")
	}
}

func TestWhatTheNavigationHasNoRoomForStandsInTheFooter(t *testing.T) {
	d := html(t, english(t, Ambient{}), Layout(Page{Path: Home, Updated: "20 November 2026"}))
	if n := d.Find(".nav-wide li").Length(); n > 7 {
		t.Errorf("the navigation has %d entries, more than a line holds", n)
	}
	for _, path := range []Path{Approvals, Sources, About} {
		if d.Find(`.nav a[href="`+path.EN+`"]`).Length() != 0 || d.Find(`.footer-grid a[href="`+path.EN+`"]`).Length() != 1 {
			t.Errorf("%s stands in the navigation, or not in the footer", path.EN)
		}
	}
	end := d.Find(".footer-end")
	if got := end.Find("span").Text(); end.Find(`a[rel~="license"]`).Length() != 1 || !strings.Contains(got, "Content: CC BY 4.0") || !strings.Contains(got, "Updated 20 November 2026") {
		t.Errorf("the last line says %q", got)
	}
}
