package e2e

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// newStaff opens a browser in which a new member of staff has just signed in.
func (h house) newStaff(t *testing.T, name string, role portal.Role) *tab {
	t.Helper()
	person := h.employ(t, name, role)
	b := h.newReader(t, desk)
	for _, c := range h.signedIn(t, person.Email) {
		b.do(call(network.SetCookie, network.SetCookieParams{Name: c.Name, Value: c.Value, URL: h.url, HTTPOnly: &c.HttpOnly}))
	}
	b.open(view.Admin(i18n.ID))
	if at := b.address(); at != view.Admin(i18n.ID) {
		t.Fatalf("%s has signed in and is at %s", name, at)
	}
	return b
}

// signedIn are the cookies of a person who has signed in, by the form that browsers show, but without one, which would take longer.
func (h house) signedIn(t *testing.T, email string) []*http.Cookie {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.PostForm(h.url+view.SignIn.In(i18n.ID), url.Values{"email": {email}, "password": {password}})
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if to := resp.Header.Get("Location"); resp.StatusCode != http.StatusSeeOther || to != view.Admin(i18n.ID) {
		t.Fatalf("the sign-in of %s answers %d and leads to %q", email, resp.StatusCode, to)
	}
	return resp.Cookies()
}

// signIn fills the form that the tab shows, and returns the status of what comes.
func (b *tab) signIn(email, password string) int {
	b.t.Helper()
	b.fill("#f-email", email)
	b.fill("#f-password", password)
	return b.tryPress("main form .button")
}

// edit opens the form of the record that a search in a desk finds first.
func (b *tab) edit(section, search string) {
	b.t.Helper()
	b.open(view.Admin(i18n.ID, section) + "?q=" + search)
	b.press("main table tbody a")
}

// cite adds a source to an answer.
func (b *tab) cite(field, source string) {
	b.t.Helper()
	rows := `input[name^="cite.` + field + `."][name$=".source"]`
	last := eval[string](b, `"#" + Array.from(document.querySelectorAll('`+rows+`')).at(-1).id`)
	b.do(chromedp.Click(chromedp.CSS("details.proof:has(" + last + ") > summary")))
	b.fill(last, source)
}

// Buttons of every form.
const (
	submit = `.actions button[value="submit"]`
	draft  = `.actions button[value="draft"]`
)

// handIn says why and hands the form in.
func (b *tab) handIn(reason string) {
	b.t.Helper()
	b.fill("#f-reason", reason)
	b.press(submit)
	b.reads("main", i18n.ID.T("saved.submitted"))
}

// approve decides on the change that has waited longest.
func (b *tab) approve() {
	b.t.Helper()
	b.open(view.Admin(i18n.ID))
	b.press(`.queue a[href*="/changes/"]`)
	b.tick(`input[name="verdict"][value="apply"]`)
	b.press(`form[action$="decide"] .actions button`)
	b.reads("main", i18n.ID.T("saved.applied"))
}

// changes counts the changes that people made.
func (h house) changes(t *testing.T) (n int) {
	t.Helper()
	if err := h.pool.QueryRow(t.Context(), "select count(*) from changes where author_id is not null").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
