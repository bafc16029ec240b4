package admin

import (
	"cmp"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// reopen is the word by which a form asks to be shown again as it was sent.
const reopen = "reopen"

// fileLost is the word by which such a form says that a file was chosen in it, which has to be chosen again.
const fileLost = "file_lost"

// keptForm gives the form back that somebody sent after their session or their proof had ended: one button opens that of a record with
// all that they typed; of any other, what they wrote can be changed here, and one button sends it.
func (o Office) keptForm(w http.ResponseWriter, r *http.Request) error {
	l := i18n.From(r.Context())
	post, err := o.Keeper.Kept(r)
	if errors.Is(err, portal.ErrNotFound) {
		return o.page(w, r, http.StatusOK, "", view.AdminPage{Title: l.T("kept.title"), Lead: l.T("kept.none")}, view.Notice(""))
	}
	if err != nil {
		return err
	}
	page := view.FormPage{
		Action: post.Path, Submit: []view.Choice{{Label: l.T("kept.open"), Name: "do", Value: reopen}},
		Cancel: view.Link{Label: l.T("kept.leave"), URL: view.Admin(l)},
	}
	if !post.OfRecord() {
		page.Form, page.Submit = keptWords(post), []view.Choice{{Label: l.T("kept.send")}}
	}
	for _, name := range slices.Sorted(maps.Keys(post.Answers)) {
		asked := name == "do" && post.OfRecord() || slices.ContainsFunc(page.Form, func(f *form.Field) bool { return f.Name == name })
		for _, value := range post.Answers[name] {
			if !asked {
				page.Hidden = append(page.Hidden, view.Hidden{Name: name, Value: value})
			}
		}
	}
	lead := l.T("kept.lead")
	if of := o.deskIn(post.Path); of != "" {
		lead = l.T("kept.of", l.T("kinds."+string(of))) + " " + lead
	}
	if post.File {
		lead += " " + l.T("kept.file")
		page.Hidden = append(page.Hidden, view.Hidden{Name: fileLost, Value: "1"})
	}
	return o.page(w, r, http.StatusOK, "", view.AdminPage{Title: l.T("kept.title"), Lead: lead}, view.FormView(page))
}

// deskIn is the kind of records at whose desk an address lies, empty for an address elsewhere.
func (o Office) deskIn(address string) portal.Kind {
	parts := strings.Split(address, "/")
	for _, d := range o.desks() {
		if slices.Contains(parts, d.path()) {
			return d.kind()
		}
	}
	return ""
}

// keptWords asks for what somebody wrote as they wrote it.
func keptWords(post auth.Post) (f form.Form) {
	for _, name := range auth.KeptWords {
		if !post.Answers.Has(name) {
			continue
		}
		said := post.Answers.Get(name)
		question := form.Long(name, &said)
		if slices.Contains([]string{"name", "email", "addressee"}, name) {
			question = form.Text(name, &said)
		}
		f = append(f, question.As(cmp.Or(labelOf(name), "kept.words")))
	}
	return f.Fill()
}
