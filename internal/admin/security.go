package admin

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// securityRoute is the part of addresses of a person's own second factor and sessions.
const securityRoute = "security"

// mountSecurity adds the pages that are also open to those who still have to set up a second factor.
func (o Office) mountSecurity(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(o.Keeper.RequireRole(portal.Editor), o.askAgain)
		r.Method(http.MethodGet, "/confirm", respond.Handler(o.askProof))
		r.Method(http.MethodPost, "/confirm", respond.Handler(o.prove))
		r.Method(http.MethodPost, "/confirm/"+passkeyPart, respond.Handler(o.confirmPasskey))
		r.Method(http.MethodPost, "/confirm/"+passkeyPart+"/"+passkeyStart, o.passkeyQuestion(always(portal.PasskeyConfirm)))
		r.Method(http.MethodGet, "/"+securityRoute, respond.Handler(o.security))
		r.Method(http.MethodPost, "/"+securityRoute+"/account", respond.Handler(o.setOwnAccount))
		r.Method(http.MethodPost, "/"+securityRoute+"/sessions", respond.Handler(o.endOwnSessions))
		r.Method(http.MethodPost, "/"+securityRoute+"/start", respond.Handler(o.startFactor))
		r.Method(http.MethodGet, "/"+securityRoute+"/app", respond.Handler(o.askFirstCode))
		r.Method(http.MethodPost, "/"+securityRoute+"/app", respond.Handler(o.confirmFactor))
		r.Method(http.MethodPost, "/"+securityRoute+"/codes", respond.Handler(o.newCodes))
		r.Method(http.MethodPost, "/"+securityRoute+"/remove", respond.Handler(o.removeFactor))
		r.Method(http.MethodPost, "/"+securityRoute+"/"+passkeyPart, respond.Handler(o.addPasskey))
		r.Method(http.MethodPost, "/"+securityRoute+"/"+passkeyPart+"/"+passkeyStart, o.passkeyQuestion(always(portal.PasskeyAdd)))
		r.Method(http.MethodPost, "/"+securityRoute+"/"+passkeyPart+"/remove", respond.Handler(o.removePasskey))
	})
}

// security shows a person's own factors and sessions.
func (o Office) security(w http.ResponseWriter, r *http.Request) error {
	return o.showSecurity(w, r, http.StatusOK, securityShown{})
}

// securityShown is what the page of an account shows as it was typed; as it stands where it is nil.
type securityShown struct{ device, account form.Form }

func (o Office) showSecurity(w http.ResponseWriter, r *http.Request, status int, shown securityShown) error {
	ctx := r.Context()
	l, here, me := i18n.From(ctx), auth.SessionOf(ctx), actor(ctx)
	p := view.AccountSecurity{
		Notice: saved(l, r.URL.Query().Get("saved")), Needed: me.Role.Includes(o.Keeper.Factor) && !here.Guarded,
		State: view.TagValue{Word: l.T("security.off"), Tone: view.ToneWarn}, Text: l.T("security.off_text"),
		Actions: []view.PostLink{{Label: l.T("security.start"), Action: view.Admin(l, securityRoute, "start"), Look: view.LookPrimary}},
	}
	p.Password = o.passwordEnds(r)
	err := o.ownFactors(ctx, here.Guarded, &p)
	if err != nil {
		return err
	}
	if shown.device == nil {
		shown.device = deviceForm(new(string)).Fill()
	}
	if p.Passkeys, err = o.passkeys(r, shown.device); err != nil {
		return err
	}
	p.Sessions, err = o.sessions(ctx, me.ID, here.ID, view.Admin(l, securityRoute, "sessions"))
	if err != nil {
		return err
	}
	if p.Account, err = o.ownAccount(ctx, shown.account); err != nil {
		return err
	}
	return o.page(w, r, status, securityRoute, view.AdminPage{Title: l.T("admin.security"), Lead: l.T("security.lead")}, view.SecurityView(p))
}

// ownFactors says which second factor the reader has, and what can be done with it.
func (o Office) ownFactors(ctx context.Context, guarded bool, p *view.AccountSecurity) error {
	if !guarded {
		return nil
	}
	l, me := i18n.From(ctx), actor(ctx)
	left, err := o.Store.RecoveryCodesLeft(ctx, me.ID)
	if err != nil {
		return err
	}
	_, app, err := o.Store.TOTP(ctx, me.ID)
	if err != nil && !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	codes := view.PostLink{Label: l.T("security.new_codes"), Action: view.Admin(l, securityRoute, "codes"), Look: view.LookGhost}
	p.State = view.TagValue{Word: l.T("security.on"), Tone: view.ToneOn}
	if !app {
		p.Text = l.T("security.key_text", l.Number(left))
		start := view.PostLink{Label: l.T("security.start_more"), Action: view.Admin(l, securityRoute, "start"), Look: view.LookGhost}
		p.Actions = []view.PostLink{start, codes}
		return nil
	}
	p.Text = l.T("security.on_text", l.Number(left))
	p.Actions = []view.PostLink{codes, {Label: l.T("security.remove_app"), Action: view.Admin(l, securityRoute, "remove"), Look: view.LookDanger}}
	return nil
}

// sessions lists the sessions of a person, each with a way to end it but the one that asks.
func (o Office) sessions(ctx context.Context, staffID, here int64, action string) (view.SessionList, error) {
	l := i18n.From(ctx)
	found, err := o.Store.Sessions(ctx, staffID, auth.Idle)
	if err != nil {
		return view.SessionList{}, err
	}
	list := view.SessionList{Table: view.Table{Caption: l.T("security.sessions"), Columns: []view.Column{
		{Label: l.T("security.browser")}, {Label: l.T("security.began")}, {Label: l.T("security.seen")}, {},
	}}}
	others := 0
	for _, s := range found {
		last := view.Tag(view.TagValue{Word: l.T("security.here"), Tone: view.ToneOn})
		if s.ID != here {
			others++
			last = view.PostButton(view.PostLink{Label: l.T("security.end"), Action: action, Look: view.LookSmall, Hidden: []view.Hidden{
				{Name: "id", Value: strconv.FormatInt(s.ID, 10)},
			}})
		}
		list.Table.Rows = append(list.Table.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: agentName(l, s.Agent)}), view.Text(view.Cited{Text: portal.When(l, s.Began)}),
			view.Text(view.Cited{Text: portal.When(l, s.SeenAt)}), last,
		}})
	}
	switch {
	case others > 0 && here != 0:
		list.End = view.PostLink{Label: l.T("security.end_others"), Action: action, Look: view.LookGhost}
	case others > 0:
		list.End = view.PostLink{Label: l.T("security.end_all"), Action: action, Look: view.LookDanger}
	}
	return list, nil
}

// endOwnSessions ends one other session, or all others.
func (o Office) endOwnSessions(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, _ := strconv.ParseInt(r.PostForm.Get("id"), 10, 64)
	if err := o.Store.EndSessions(ctx, actor(ctx), actor(ctx).ID, id, auth.SessionOf(ctx).ID); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), securityRoute)+"?saved=sessions")
}

func (o Office) startFactor(w http.ResponseWriter, r *http.Request) error {
	if err := o.Keeper.StartTOTP(r.Context()); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), securityRoute, "app"))
}

// codeForm asks for a code of the second factor. Codes of sectors have their own words.
func codeForm(code *string) form.Form {
	return form.Form{form.Text("code", code).As("field.factor_code").With("").For("one-time-code")}
}

// firstCodeForm asks for the code that shows that the app has the key.
func firstCodeForm(code *string) form.Form {
	f := codeForm(code)
	f[0].As("field.first_code")
	return f
}

func (o Office) askFirstCode(w http.ResponseWriter, r *http.Request) error {
	return o.showSetup(w, r, http.StatusOK, firstCodeForm(new(string)).Fill())
}

func (o Office) showSetup(w http.ResponseWriter, r *http.Request, status int, f form.Form) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	secret, confirmed, err := o.Store.TOTP(ctx, actor(ctx).ID)
	if confirmed || errors.Is(err, portal.ErrNotFound) {
		return respond.SeeOther(w, r, view.Admin(l, securityRoute))
	}
	if err != nil {
		return err
	}
	person, _ := auth.Person(ctx)
	address := auth.KeyAddress(l.T("site.name"), person.Email, secret)
	drawn, err := view.QR(address)
	if err != nil {
		return err
	}
	page := view.AdminPage{
		Title: l.T("security.setup"), Crumbs: []view.Crumb{{Label: l.T("admin.security"), URL: view.Admin(l, securityRoute)}, {Label: l.T("security.setup")}},
	}
	return o.page(w, r, status, securityRoute, page, view.SetupView(view.Setup{
		Code: drawn, Key: auth.KeyText(secret), Address: address,
		Form: view.FormPage{
			Action: view.Admin(l, securityRoute, "app"), Form: f, Submit: []view.Choice{{Label: l.T("security.confirm")}},
			Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, securityRoute)},
		},
	}))
}

// confirmFactor takes the key into use and shows the recovery codes, which are kept nowhere: the answer to this post is the only page
// with them.
func (o Office) confirmFactor(w http.ResponseWriter, r *http.Request) error {
	var code string
	f := firstCodeForm(&code)
	err := f.Read(r.PostForm)
	var codes []string
	if err == nil {
		codes, err = o.Keeper.ConfirmTOTP(r.Context(), code)
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showSetup(w, r, http.StatusUnprocessableEntity, f)
	}
	if err != nil {
		return err
	}
	return o.showCodes(w, r, codes)
}

func (o Office) newCodes(w http.ResponseWriter, r *http.Request) error {
	if !auth.SessionOf(r.Context()).Guarded {
		return portal.ErrConflict
	}
	codes, err := o.Keeper.NewRecoveryCodes(r.Context())
	if err != nil {
		return err
	}
	return o.showCodes(w, r, codes)
}

func (o Office) showCodes(w http.ResponseWriter, r *http.Request, codes []string) error {
	l := i18n.From(r.Context())
	return o.page(w, r, http.StatusOK, securityRoute, view.AdminPage{Title: l.T("security.codes")}, view.RecoveryCodesView(view.RecoveryCodes{
		Codes: codes, Back: view.Link{Label: l.T("security.codes_back"), URL: view.Admin(l, securityRoute)},
	}))
}

func (o Office) removeFactor(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	if err := o.Store.RemoveFactors(ctx, actor(ctx), actor(ctx).ID); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), securityRoute)+"?saved=factor_removed")
}
