package admin

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// questionnairesRoute is the part of addresses of questionnaires.
const questionnairesRoute = "questionnaires"

func (o Office) mountQuestionnaires(r chi.Router) {
	r.Method(http.MethodGet, "/"+questionnairesRoute, respond.Handler(o.questionnaires))
	r.Method(http.MethodGet, "/"+questionnairesRoute+"/new", respond.Handler(o.newQuestionnaire))
	r.Method(http.MethodPost, "/"+questionnairesRoute+"/new", respond.Handler(o.openQuestionnaire))
	r.Method(http.MethodGet, "/"+questionnairesRoute+"/{id}", respond.Handler(o.questionnaire))
	r.Method(http.MethodPost, "/"+questionnairesRoute+"/{id}/close", respond.Handler(o.closeQuestionnaire))
	r.Method(http.MethodGet, "/"+questionnairesRoute+"/{id}/paper", respond.Handler(o.askPaper))
	r.Method(http.MethodPost, "/"+questionnairesRoute+"/{id}/paper", respond.Handler(o.takePaper))
}

func questionnaireAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{questionnairesRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// questionnaires lists all questionnaires, the latest first.
func (o Office) questionnaires(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	found, err := o.Store.Questionnaires(ctx)
	if err != nil {
		return err
	}
	page := asked(r.URL.Query())
	first := min((page.Number-1)*page.Size, len(found))
	part := found[first:min(first+page.Size, len(found))]
	titles, err := titlesOf(ctx, o.Store, portal.KindProgram, part, func(q portal.Questionnaire) int64 { return q.ProgramID })
	if err != nil {
		return err
	}
	t := view.Table{Caption: l.T("admin.questionnaires"), Columns: columnsOf(l, "choice.kind.program", "questionnaire.state", "questionnaire.sheets_in", "questionnaire.opened_at")}
	for _, q := range part {
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: titleOr(l, titles[q.ProgramID]), URL: questionnaireAt(l, q.ID)}), view.Tag(questionnaireTag(l, q)),
			view.Text(view.Cited{Text: l.Number(int64(q.Sheets))}), view.Text(view.Cited{Text: portal.When(l, q.OpenedAt)}),
		}})
	}
	return o.page(w, r, http.StatusOK, questionnairesRoute, view.AdminPage{
		Title: l.T("admin.questionnaires"), Lead: l.T("questionnaire.desk_lead"), Action: view.Link{Label: l.T("questionnaire.new"), URL: view.Admin(l, questionnairesRoute, "new")},
	}, view.MachineryView(view.Machinery{Table: t, Empty: l.T("questionnaire.none"), Pages: pages(l, r.URL.Query(), page, len(found))}))
}

// titleOr is the title of a program, or that it is not public.
func titleOr(l i18n.Lang, title string) string {
	if title == "" {
		return l.T("questionnaire.taken_out")
	}
	return title
}

func questionnaireTag(l i18n.Lang, q portal.Questionnaire) view.TagValue {
	if q.Open() {
		return view.TagValue{Word: l.T("questionnaire.is_open"), Tone: view.ToneOn}
	}
	return view.TagValue{Word: l.T("questionnaire.is_closed"), Tone: view.ToneNeutral}
}

// newQuestionnaire offers all questions for the program that the address names.
func (o Office) newQuestionnaire(w http.ResponseWriter, r *http.Request) error {
	q := portal.Questionnaire{ProgramID: named(r.URL.Query(), "program"), Questions: portal.Questions}
	if q.ProgramID != 0 {
		if earlier, err := o.Store.QuestionnaireOf(r.Context(), q.ProgramID); err == nil {
			return respond.SeeOther(w, r, questionnaireAt(i18n.From(r.Context()), earlier.ID))
		} else if !errors.Is(err, portal.ErrNotFound) {
			return err
		}
	}
	return o.showQuestionnaireForm(w, r, http.StatusOK, q, nil)
}

func (o Office) questionnaireForm(ctx context.Context, q *portal.Questionnaire, chosen *[]string) (form.Form, error) {
	c, err := o.choices(ctx)
	if err != nil {
		return nil, err
	}
	var options []form.Option
	for _, question := range portal.Questions {
		options = append(options, form.Option{Value: string(question), Key: "question." + string(question)})
	}
	return form.Form{
		form.Record("program_id", &q.ProgramID, c.programs),
		form.Many("questions", chosen, options).With("hint.questions"),
	}, nil
}

func (o Office) showQuestionnaireForm(w http.ResponseWriter, r *http.Request, status int, q portal.Questionnaire, wrong error) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	chosen := wordsOf(q.Questions)
	f, err := o.questionnaireForm(ctx, &q, &chosen)
	if err != nil {
		return err
	}
	f.Fill()
	page := view.FormPage{
		Action: view.Admin(l, questionnairesRoute, "new"), Form: f, Rest: f.Blame(wrong), Submit: []view.Choice{{Label: l.T("questionnaire.open_it")}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, questionnairesRoute)},
	}
	return o.page(w, r, status, questionnairesRoute, view.AdminPage{
		Title: l.T("questionnaire.new"), Lead: l.T("questionnaire.new_lead"),
		Crumbs: []view.Crumb{{Label: l.T("admin.questionnaires"), URL: view.Admin(l, questionnairesRoute)}, {Label: l.T("questionnaire.new")}},
	}, view.FormView(page))
}

func wordsOf(questions []portal.Question) []string {
	words := make([]string, len(questions))
	for i, q := range questions {
		words[i] = string(q)
	}
	return words
}

// openQuestionnaire opens a questionnaire for a program.
func (o Office) openQuestionnaire(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	q := portal.Questionnaire{OpenedAt: o.Now(), Code: strings.ToLower(rand.Text()[:10])}
	var chosen []string
	f, err := o.questionnaireForm(ctx, &q, &chosen)
	if err != nil {
		return err
	}
	wrong := f.Read(r.PostForm)
	for _, word := range chosen {
		q.Questions = append(q.Questions, portal.Question(word))
	}
	if wrong == nil {
		wrong = q.Check()
	}
	if wrong != nil {
		return o.showQuestionnaireForm(w, r, http.StatusUnprocessableEntity, q, wrong)
	}
	program, err := o.Store.Programs.ByID(ctx, q.ProgramID)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	id, err := o.Store.OpenQuestionnaire(ctx, actor(ctx), q, program.Title.In(l))
	if errors.Is(err, portal.ErrConflict) { // somebody else was faster
		earlier, err := o.Store.QuestionnaireOf(ctx, q.ProgramID)
		if err != nil {
			return err
		}
		return respond.SeeOther(w, r, questionnaireAt(l, earlier.ID))
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, questionnaireAt(l, id)+"?saved=questionnaire")
}

// questionnaire shows what came of a questionnaire, and the ways to it.
func (o Office) questionnaire(w http.ResponseWriter, r *http.Request) error {
	q, err := o.questionnaireOf(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	l := i18n.From(ctx)
	titles, err := o.Store.Titles(ctx, l, portal.KindProgram, []int64{q.ProgramID})
	if err != nil {
		return err
	}
	title := titleOr(l, titles[q.ProgramID])
	public := view.Questionnaire.In(l, q.Code)
	closing := view.PostLink{Label: l.T("questionnaire.close"), Action: questionnaireAt(l, q.ID, "close"), Look: view.LookGhost}
	if !q.Open() {
		closing.Label = l.T("questionnaire.reopen")
	}
	head := view.Sheet{
		Notice: saved(l, r.URL.Query().Get("saved")), Actions: []view.PostLink{closing},
		Parts: []view.SheetPart{{Title: l.T("questionnaire.ways"), Facts: []view.Fact{
			fact(l.T("questionnaire.state"), questionnaireTag(l, q).Word),
			{Label: l.T("questionnaire.address"), Values: []view.Cited{{Text: view.AmbientFrom(ctx).BaseURL + public, URL: public}}},
			fact(l.T("questionnaire.sheets_in"), l.Number(int64(q.Sheets))),
			fact(l.T("questionnaire.opened_at"), portal.When(l, q.OpenedAt)+", "+q.OpenedBy),
		}}},
		Links: []view.Link{{Label: l.T("questionnaire.print"), URL: view.QuestionnaireSheet.In(l, q.Code)}},
	}
	if q.Open() {
		head.Links = append(head.Links, view.Link{Label: l.T("questionnaire.paper"), URL: questionnaireAt(l, q.ID, "paper")})
	}
	return o.page(w, r, http.StatusOK, questionnairesRoute, view.AdminPage{
		Title: title, Crumbs: []view.Crumb{{Label: l.T("admin.questionnaires"), URL: view.Admin(l, questionnairesRoute)}, {Label: title}},
	}, view.QuestionnaireDesk(head, view.QuestionResultsOf(l, q)))
}

func (o Office) questionnaireOf(r *http.Request) (q portal.Questionnaire, err error) {
	id, err := number(r)
	if err != nil {
		return q, err
	}
	return o.Store.Questionnaire(r.Context(), id)
}

// closeQuestionnaire ends the taking of answers, or begins it again.
func (o Office) closeQuestionnaire(w http.ResponseWriter, r *http.Request) error {
	q, err := o.questionnaireOf(r)
	if err != nil {
		return err
	}
	at, kind := o.Now(), portal.TraceQuestionsEnd
	if !q.Open() {
		at, kind = time.Time{}, portal.TraceQuestionnaire
	}
	if err := o.Store.CloseQuestionnaire(r.Context(), q.ID, at); err != nil {
		return err
	}
	if err := o.tell(r.Context(), kind, q.Code); err != nil {
		return err
	}
	return respond.SeeOther(w, r, questionnaireAt(i18n.From(r.Context()), q.ID))
}
