package public

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// mountQuestionnaires puts the pages on the router by which those answer who took part in a program.
func (s Site) mountQuestionnaires(r chi.Router) {
	codes, posts := r.With(seldom(s.Searches)), r.With(seldom(s.Posts))
	for _, l := range i18n.Langs {
		page(codes, l, view.Questionnaire, s.questionnaire)
		page(codes, l, view.QuestionnaireSheet, s.questionSheet)
		posts.Method(http.MethodPost, view.Questionnaire.Pattern(l), inLanguage(l, respond.Handler(s.answer)))
	}
}

// asking is a questionnaire with the program that it is about, and what somebody answers.
type asking struct {
	portal.Questionnaire
	program portal.Program
	sheet   portal.Sheet
	form    form.Form
	stamp   stamp
	notice  string
}

// asked finds the questionnaire of the code in the address. One whose program is not public is none.
func (s Site) asked(r *http.Request) (a asking, err error) {
	if a.Questionnaire, err = s.Store.QuestionnaireByCode(r.Context(), chi.URLParam(r, "code")); err != nil {
		return a, err
	}
	a.program, err = s.Store.Programs.ByID(r.Context(), a.ProgramID)
	a.sheet = portal.Sheet{}
	a.form = form.Questionnaire(a.Questions, a.sheet)
	return a, err
}

// questionnaire shows the questions.
func (s Site) questionnaire(w http.ResponseWriter, r *http.Request) error {
	a, err := s.asked(r)
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	seal, err := s.seal(r.Context())
	if err != nil {
		return err
	}
	a.stamp = seal.fresh(s.Now())
	a.form.Fill()
	p := sh.questionnairePage(a, seal)
	if r.URL.Query().Get("saved") == "answer" {
		p.Notice, p.Form = sh.t("questionnaire.thanks"), nil
	}
	return respond.Private(w, r, view.QuestionnaireView(p)) // its stamp is for one reader
}

func (sh *sheet) questionnairePage(a asking, k seal) view.QuestionnairePage {
	title := sh.t("questionnaire.title", a.program.Title.In(sh.lang))
	p := view.QuestionnairePage{
		Page:    sh.page(view.Questionnaire, view.Programs, title, sh.t("questionnaire.lead"), a.Code),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("questionnaire.lead")}},
		Notice:  a.notice,
		Program: view.Link{Label: sh.t("questionnaire.program"), URL: view.Program.In(sh.lang, a.program.Slug)},
	}
	p.Page.NoIndex, p.Page.Failed = true, a.form.Err() != nil || a.notice != ""
	if !a.Open() {
		p.Notice = sh.t("questionnaire.closed")
		return p
	}
	p.Print = view.Link{Label: sh.t("questionnaire.print"), URL: view.QuestionnaireSheet.In(sh.lang, a.Code)}
	p.Form = &view.FormPage{
		Action: view.Questionnaire.In(sh.lang, a.Code), Form: a.form, Lure: lureInput, Rest: a.form.Blame(nil),
		Hidden: []view.Hidden{{Name: stampInput, Value: k.write(a.stamp)}}, Submit: []view.Choice{{Label: sh.t("questionnaire.send")}},
	}
	return p
}

// answer counts what somebody answered. Whatever stands in its way, the form comes back as it was filled.
func (s Site) answer(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	a, err := s.asked(r)
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	seal, err := s.seal(ctx)
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return errors.Join(respond.ErrBadRequest, err)
	}
	posted := post{values: r.PostForm}
	if err := s.judge(&posted, seal); err != nil {
		return err
	}
	a.stamp = posted.stamp
	wrong := a.form.Read(posted.values)
	if posted.refused != "" {
		a.notice = sh.t("letter.refused." + posted.refused)
	} else if err := a.sheet.Check(a.Questionnaire); err != nil && wrong == nil {
		wrong, a.notice = err, sh.t("problem.no_answer")
	}
	if wrong != nil || a.notice != "" || !a.Open() {
		return respond.Page(w, r, http.StatusUnprocessableEntity, view.QuestionnaireView(sh.questionnairePage(a, seal)))
	}
	return s.countAnswer(w, r, sh, a, seal)
}

// countAnswer counts the sheet, unless too many come from where it was sent.
func (s Site) countAnswer(w http.ResponseWriter, r *http.Request, sh *sheet, a asking, k seal) error {
	ctx, subject := r.Context(), "questionnaire "+k.subject(r)
	often, err := s.often(ctx, subject)
	if err != nil {
		return err
	}
	if often {
		w.Header().Set("Retry-After", strconv.Itoa(int(quiet.Seconds())))
		a.notice = sh.t("letter.refused.often")
		return respond.Page(w, r, http.StatusTooManyRequests, view.QuestionnaireView(sh.questionnairePage(a, k)))
	}
	if err := s.Store.CountSheet(ctx, a.ID, a.sheet, a.stamp.key, s.Now()); err != nil {
		return err
	}
	if err := s.Store.NoteLetterPost(ctx, subject, s.Now()); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Questionnaire.In(sh.lang, a.Code)+"?saved=answer")
}

// questionSheet is the questionnaire on paper.
func (s Site) questionSheet(w http.ResponseWriter, r *http.Request) error {
	a, err := s.asked(r)
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	title := sh.t("questionnaire.title", a.program.Title.In(sh.lang))
	p := view.QuestionSheet{
		Page:    sh.page(view.QuestionnaireSheet, view.Programs, title, sh.t("questionnaire.lead"), a.Code),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("questionnaire.paper_lead")}},
		Address: view.AmbientFrom(r.Context()).BaseURL + view.Questionnaire.In(sh.lang, a.Code),
	}
	p.Page.NoIndex = true
	for _, q := range a.Questions {
		on := view.QuestionOnPaper{Words: sh.t("question." + string(q))}
		for _, choice := range q.Choices() {
			on.Choices = append(on.Choices, sh.t("choice.answer."+string(q)+"."+choice))
		}
		p.Questions = append(p.Questions, on)
	}
	return respond.Page(w, r, http.StatusOK, view.QuestionSheetView(p))
}

// questionResults is what the page of a program shows of its questionnaire; nil where none was ever opened.
func (s Site) questionResults(r *http.Request, sh *sheet, of store.Named) (*view.QuestionResults, error) {
	q, err := s.Store.QuestionnaireOf(r.Context(), of.ID)
	if errors.Is(err, portal.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	results := view.QuestionResultsOf(sh.lang, q)
	if q.Open() {
		results.Answer = view.Link{Label: sh.t("questionnaire.open"), URL: view.Questionnaire.In(sh.lang, q.Code)}
	}
	return &results, nil
}
