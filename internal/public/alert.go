package public

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// mountAlerts puts the pages on the router by which citizens ask for news by mail, and leave.
func (s Site) mountAlerts(r chi.Router) {
	posts := r.With(seldom(s.Posts))
	for _, l := range i18n.Langs {
		page(r, l, view.Alerts, s.alerts)
		page(r, l, view.Alert, s.alert)
		posts.Method(http.MethodPost, view.Alerts.Pattern(l), inLanguage(l, respond.Handler(s.askForNews)))
		posts.Method(http.MethodPost, view.Alert.Pattern(l), inLanguage(l, respond.Handler(s.treatAlert)))
	}
}

// alertDraft is what somebody asks for while they write it.
type alertDraft struct {
	alert  portal.Alert
	form   form.Form
	stamp  stamp
	notice string
}

// alertDraft offers the partners and fields of the register.
func (s Site) alertDraft(r *http.Request, sh *sheet) (*alertDraft, error) {
	d := &alertDraft{alert: portal.Alert{Lang: sh.lang, AskedAt: s.Now()}}
	cities, err := s.partnerChoices(r, sh)
	if err != nil {
		return nil, err
	}
	if err := s.nameSectors(r.Context(), sh); err != nil {
		return nil, err
	}
	fields := []form.Option{{Key: "alert.any"}}
	for _, f := range sh.fields {
		fields = append(fields, form.Option{Value: f.Code, Text: f.Name.In(sh.lang)})
	}
	sector := form.Pick("sector", func() string { return d.alert.Sector }, func(chosen string) bool {
		d.alert.Sector = chosen
		return chosen == "" || sh.sectors[chosen] != i18n.Text{}
	})
	sector.Options = fields
	d.form = form.Form{
		form.Record("city_id", &d.alert.CityID, cities).As("alert.city").With("alert.city_hint"),
		sector.As("alert.sector"),
		form.Text("word", &d.alert.Word).As("alert.word").With("alert.word_hint"),
		form.Text("email", &d.alert.Email).As("alert.email").With("alert.email_hint").For("email"),
	}
	return d, nil
}

// alerts shows the form, with what the address names already chosen.
func (s Site) alerts(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	d, err := s.alertDraft(r, sh)
	if err != nil {
		return err
	}
	seal, err := s.seal(r.Context())
	if err != nil {
		return err
	}
	q := r.URL.Query()
	d.alert.CityID, _ = strconv.ParseInt(q.Get("city_id"), 10, 64) // what is no number is none
	d.alert.Word, d.stamp = q.Get("word"), seal.fresh(s.Now())
	d.form.Fill()
	if q.Get("saved") == "sent" {
		d.notice = sh.t("alert.sent")
	}
	return respond.Private(w, r, view.AlertFormView(s.alertForm(sh, d, seal)))
}

func (s Site) alertForm(sh *sheet, d *alertDraft, k seal) view.AlertForm {
	title := sh.t("alert.title")
	p := view.AlertForm{
		Page: sh.page(view.Alerts, view.Path{}, title, sh.t("alert.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("alert.lead")}}, Notice: d.notice,
		None: view.Link{Label: sh.t("alert.feeds"), URL: view.Recent.In(sh.lang)},
	}
	p.Page.Failed = d.form.Err() != nil
	p.Page.NoIndex = d.alert.CityID != 0 || d.alert.Word != ""
	if s.Mails {
		p.Form = &view.FormPage{
			Action: view.Alerts.In(sh.lang), Form: d.form, Lure: lureInput,
			Hidden: []view.Hidden{{Name: stampInput, Value: k.write(d.stamp)}}, Submit: []view.Choice{{Label: sh.t("alert.send")}},
		}
	}
	return p
}

// askForNews takes in what somebody wants to hear of. The answer does not tell whether the address is known.
func (s Site) askForNews(w http.ResponseWriter, r *http.Request) error {
	if !s.Mails {
		return portal.ErrNotFound
	}
	ctx := r.Context()
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	d, err := s.alertDraft(r, sh)
	if err != nil {
		return err
	}
	seal, err := s.seal(ctx)
	if err != nil {
		return err
	}
	post, _, err := s.receiveTexts(r, seal)
	if err != nil {
		return err
	}
	d.stamp = post.stamp
	_ = d.form.Read(post.values) // its problems stay in the form
	d.form.Blame(d.alert.Check())
	status, subject := http.StatusUnprocessableEntity, seal.subject(r)
	if post.refused != "" {
		d.notice = sh.t("letter.refused." + post.refused)
	} else if d.form.Err() == nil {
		often, err := s.often(ctx, subject)
		if err != nil {
			return err
		}
		if !often {
			return s.takeAlert(w, r, d.alert, subject)
		}
		w.Header().Set("Retry-After", strconv.Itoa(int(quiet.Seconds())))
		status, d.notice = http.StatusTooManyRequests, sh.t("letter.refused.often")
	}
	return respond.Page(w, r, status, view.AlertFormView(s.alertForm(sh, d, seal)))
}

func (s Site) takeAlert(w http.ResponseWriter, r *http.Request, a portal.Alert, subject string) error {
	if err := s.Store.AddAlert(r.Context(), a); err != nil {
		return err
	}
	if err := s.Store.NoteLetterPost(r.Context(), subject, s.Now()); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Alerts.In(a.Lang)+"?saved=sent")
}

// alertOffer leads from a page to the form; an empty link where no mail can be sent.
func (s Site) alertOffer(sh *sheet, name, value string) view.Link {
	if !s.Mails {
		return view.Link{}
	}
	return view.Link{Label: sh.t("alert.offer"), URL: view.Alerts.In(sh.lang) + "?" + url.Values{name: {value}}.Encode()}
}
