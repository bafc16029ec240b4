// Package view is how things look: the layouts, the components and the page of each record, as templ.
//
// Here belong markup, the geometry of drawings and the addresses of pages. Components take values whose words and
// sums are prepared; fixed words come from the catalog by the language of the context. What does not belong here:
// questions to the store, HTTP, and rules of the records.
package view

import (
	"context"

	"kotakembar/internal/i18n"
)

// Page is what the layout must know of a public page.
type Page struct {
	Title       string   // without the name of the site; empty on the home page
	Description string   // one sentence for search engines and link previews
	Path        Path     // this page's address in both languages
	Args        []string // what fills the placeholders of Path
	Query       string   // of the address, kept where the reader changes the language: ?q=magang
	Part        string   // of Query what makes the page one of its own for search engines, ?page=2: filters do not, parts of a list do
	Section     Path     // the entry of the navigation that is current
	NoIndex     bool     // keep search engines away
	Failed      bool     // a form on it came back with errors; the title says so
	JSONLD      any      // schema.org description of the record, or nil
	File        Link     // the list on the page as a table to keep; may be empty
	Card        ShareCard
	Updated     string     // when the data last changed, as people write dates
	Printed     string     // today, as people write dates
	Feeds       []FeedLink // of what the page tells, for programs that subscribe
	Unreviewed  bool       // one person published the record that the page is about, and nobody else has reviewed it yet
	History     Link       // to the versions of the record that the page is about; may be empty
}

// AdminPage is what the layout must know of a page of staff.
type AdminPage struct {
	Title  string
	Lead   string // one sentence below the title, may be empty
	Crumbs []Crumb
	Action Link // the one thing to do from here, such as a new record; may be empty
	Rail   []RailGroup
	Other  string // this page in the other language
	Failed bool   // the form came back with errors; the title says so
	Files  DeskFiles
}

// SignInPage is what the layout must know of a page before sign-in.
type SignInPage struct {
	Title    string
	Lead     string
	Path     Path
	Args     []string
	Skyline  []Building // up to five buildings beside the form, may be empty
	Failed   bool
	Headline string // the words on the stage
}

// RailGroup is a group of sections of the work area that belong together.
type RailGroup struct {
	Name  string
	Items []RailItem
}

// RailItem is one section of the work area with its count, where it has one.
type RailItem struct {
	Label   string
	URL     string
	Count   string
	Counted string // what is counted, where the label does not say it
	Current bool
}

// FeedLink is a feed that a page announces.
type FeedLink struct{ Type, Title, URL string }

// Link is a labelled address. An empty one is not shown.
type Link struct {
	Label string
	URL   string
}

// navItems are the sections of the public site that exist, as many as a line has room for. What else there is stands in the footer.
var navItems = []struct {
	path Path
	key  string
	icon IconName
}{
	{Partners, "nav.partners", ""},
	{Agreements, "nav.agreements", ""},
	{Programs, "nav.programs", ""},
	{Benefits, "nav.benefits", ""},
	{History, "nav.history", ""},
	{Data, "nav.data", ""},
	{Find, "nav.search", IconSearch},
}

// Licence is the one under which anybody may use what the register says.
const Licence = "https://creativecommons.org/licenses/by/4.0/"

// themes are the choices of appearance: the value of the cookie and the key of its word.
var themes = []struct{ value, key string }{
	{themeDevice, "theme.device"},
	{"light", "theme.light"},
	{"dark", "theme.dark"},
}

// themeDevice is the choice to follow the device, which needs no cookie.
const themeDevice = "device"

// themeMedia is when a colour for a theme counts: always where the reader chose the theme, else as the device says.
func themeMedia(chosen, theme string) string {
	if chosen == theme {
		return "all"
	}
	return "(prefers-color-scheme: " + theme + ")"
}

// chosen tells whether the theme is the reader's choice.
func (a Ambient) chosen(theme string) bool {
	return a.Theme == theme || a.Theme == "" && theme == themeDevice
}

// documentTitle is the text of the title element; a form that came back says so first.
func documentTitle(ctx context.Context, title string, failed bool) string {
	site := i18n.T(ctx, "site.name")
	if failed {
		title = i18n.T(ctx, "form.failed_title", title)
	}
	if title == "" {
		return site
	}
	return title + " – " + site
}

// otherLang is the language that the reader has not chosen.
func otherLang(l i18n.Lang) i18n.Lang {
	if l == i18n.EN {
		return i18n.ID
	}
	return i18n.EN
}

// locale is a language as Open Graph writes it.
func locale(l i18n.Lang) string {
	if l == i18n.EN {
		return "en_GB"
	}
	return "id_ID"
}

// absolute is a path of ours with the site's scheme and host before it.
func absolute(ctx context.Context, path string) string {
	return AmbientFrom(ctx).BaseURL + path
}
