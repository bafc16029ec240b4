package public

import (
	"net/http"
	"regexp"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// tokenForm is what tokens look like: 26 letters and digits of base 32.
var tokenForm = regexp.MustCompile("^[A-Z2-7]{26}$")

// alert shows whoever was told a token what its address gets. Looking changes nothing; what was left says only that.
func (s Site) alert(w http.ResponseWriter, r *http.Request) error {
	ctx, token := r.Context(), chi.URLParam(r, "token")
	list, err := s.Store.AlertsWith(ctx, token)
	if err != nil {
		return err
	}
	if len(list) == 0 && !tokenForm.MatchString(token) { // cut off by a mail program, say: nobody has left by that
		return portal.ErrNotFound
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	if err := s.nameSectors(r.Context(), sh); err != nil {
		return err
	}
	ids := make([]int64, len(list))
	for i, a := range list {
		ids[i] = a.CityID
	}
	cities, err := s.Store.Titles(ctx, sh.lang, portal.KindCity, ids)
	if err != nil {
		return err
	}
	title := sh.t("alert.yours")
	p := view.AlertPage{
		Page: sh.page(view.Alert, view.Path{}, title, sh.t("alert.description"), token),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("alert.yours_lead")}},
	}
	p.Page.NoIndex = true
	if key := "saved.alert_" + r.URL.Query().Get("saved"); i18n.Has(key) {
		p.Notice = sh.t(key)
	}
	if len(list) == 0 {
		p.Head.Lead, p.Notice = view.Cited{Text: sh.t("alert.gone")}, ""
	}
	at := view.Alert.In(sh.lang, token)
	for _, a := range list {
		p.Topics = append(p.Topics, sh.alertTopic(a, cities, at, a.Token == token))
	}
	if len(list) > 0 {
		p.EndAll = &view.PostLink{Label: sh.t("alert.end_all"), Action: at, Look: view.LookDanger, Hidden: []view.Hidden{{Name: "do", Value: "end_all"}}}
	}
	return respond.Private(w, r, view.AlertView(p))
}

// alertTopic is one alert; it is confirmed by its own token alone.
func (sh *sheet) alertTopic(a portal.Alert, cities map[int64]string, at string, own bool) view.AlertTopic {
	t := view.AlertTopic{State: view.TagValue{Word: sh.t("alert.on"), Tone: view.ToneOn}}
	switch {
	case a.CityID != 0:
		t.Name = sh.t("alert.topic_city", cities[a.CityID])
	case a.Sector != "":
		t.Name = sh.t("alert.topic_sector", sh.sectorNames([]string{a.Sector}))
	default:
		t.Name = sh.t("alert.topic_word", a.Word)
	}
	if a.ConfirmedAt.IsZero() {
		t.State = view.TagValue{Word: sh.t("alert.open"), Tone: view.ToneWarn}
		if own {
			t.Actions = append(t.Actions, view.PostLink{
				Label: sh.t("alert.confirm"), Action: at, Look: view.LookPrimary, Hidden: []view.Hidden{{Name: "do", Value: "confirm"}},
			})
		}
	}
	t.Actions = append(t.Actions, view.PostLink{
		Label: sh.t("alert.end"), Action: at, Look: view.LookGhost,
		Hidden: []view.Hidden{{Name: "do", Value: "end"}, {Name: "id", Value: strconv.FormatInt(a.ID, 10)}},
	})
	return t
}

// treatAlert confirms or ends. Mail programs end all by one post of their own, in either encoding of forms and without having
// looked; they take no answer that leads elsewhere (RFC 8058, 3.1).
func (s Site) treatAlert(w http.ResponseWriter, r *http.Request) error {
	said, _, err := posted(r)
	if err != nil {
		return err
	}
	ctx, token := r.Context(), chi.URLParam(r, "token")
	if said.Get("List-Unsubscribe") == "One-Click" {
		if err := s.Store.EndAlerts(ctx, token); err != nil {
			return err
		}
		return s.alert(w, r)
	}
	at := view.Alert.In(i18n.From(ctx), token)
	switch said.Get("do") {
	case "confirm":
		if err := s.Store.ConfirmAlert(ctx, token, s.Now()); err != nil {
			return err
		}
		return respond.SeeOther(w, r, at+"?saved=on")
	case "end":
		id, err := strconv.ParseInt(said.Get("id"), 10, 64)
		if err != nil {
			return respond.ErrBadRequest
		}
		return s.endAlert(w, r, token, id)
	case "end_all":
		if err := s.Store.EndAlerts(ctx, token); err != nil {
			return err
		}
		return respond.SeeOther(w, r, at)
	}
	return respond.ErrBadRequest
}

// endAlert ends one alert, and goes on with the token of another one of the address where there is one.
func (s Site) endAlert(w http.ResponseWriter, r *http.Request, token string, id int64) error {
	list, err := s.Store.AlertsWith(r.Context(), token)
	if err != nil {
		return err
	}
	if err := s.Store.EndAlert(r.Context(), token, id); err != nil {
		return err
	}
	for _, a := range list {
		if a.ID != id {
			token = a.Token
		}
	}
	return respond.SeeOther(w, r, view.Alert.In(i18n.From(r.Context()), token)+"?saved=ended")
}
