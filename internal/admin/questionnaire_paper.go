package admin

import (
	"crypto/rand"
	"net/http"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// askPaper shows the form by which staff enter a sheet of paper.
func (o Office) askPaper(w http.ResponseWriter, r *http.Request) error {
	q, err := o.questionnaireOf(r)
	if err != nil {
		return err
	}
	return o.showPaper(w, r, http.StatusOK, q, portal.Sheet{}, rand.Text(), nil)
}

func (o Office) showPaper(w http.ResponseWriter, r *http.Request, status int, q portal.Questionnaire, sheet portal.Sheet, key string, wrong error) error {
	l := i18n.From(r.Context())
	f := form.Questionnaire(q.Questions, sheet).Fill()
	page := view.FormPage{
		Action: questionnaireAt(l, q.ID, "paper"), Form: f, Rest: f.Blame(wrong), Hidden: []view.Hidden{{Name: "key", Value: key}},
		Submit: []view.Choice{{Label: l.T("questionnaire.count_it")}}, Cancel: view.Link{Label: l.T("questionnaire.finished"), URL: questionnaireAt(l, q.ID)},
	}
	return o.page(w, r, status, questionnairesRoute, view.AdminPage{
		Title: l.T("questionnaire.paper"), Lead: l.T("questionnaire.paper_in", l.Number(int64(q.Sheets))),
		Crumbs: []view.Crumb{{Label: l.T("admin.questionnaires"), URL: view.Admin(l, questionnairesRoute)}, {Label: l.T("questionnaire.paper")}},
	}, view.FormView(page))
}

// takePaper counts a sheet of paper, and offers the next one.
func (o Office) takePaper(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	q, err := o.questionnaireOf(r)
	if err != nil {
		return err
	}
	sheet, key := portal.Sheet{}, r.PostForm.Get("key")
	wrong := form.Questionnaire(q.Questions, sheet).Read(r.PostForm)
	if wrong == nil {
		wrong = sheet.Check(q)
	}
	if wrong != nil || key == "" {
		return o.showPaper(w, r, http.StatusUnprocessableEntity, q, sheet, rand.Text(), wrong)
	}
	if err := o.Store.CountSheet(r.Context(), q.ID, sheet, key, o.Now()); err != nil {
		return err
	}
	if err := o.tell(r.Context(), portal.TracePaper, q.Code); err != nil {
		return err
	}
	return respond.SeeOther(w, r, questionnaireAt(i18n.From(r.Context()), q.ID, "paper"))
}
