package admin

import (
	"net/http"

	"kotakembar/internal/auth"
	"kotakembar/internal/caller"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// askCode asks who has given their password for the code of their second factor.
func (o Office) askCode(w http.ResponseWriter, r *http.Request) error {
	if !auth.Waiting(r.Context()) {
		return respond.SeeOther(w, r, view.SignIn.In(i18n.From(r.Context())))
	}
	return o.showCode(w, r, http.StatusOK, r.URL.Query().Get("next"), nil)
}

func (o Office) takeCode(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	next := r.PostForm.Get("next")
	err := o.Keeper.SignInCode(w, r, r.PostForm.Get("code"), caller.Address(r.Context()))
	if portal.AsInvalid(err) != nil {
		return o.showCode(w, r, refusal(w, err), next, err)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, afterSignIn(r, next))
}

func (o Office) showCode(w http.ResponseWriter, r *http.Request, status int, next string, wrong error) error {
	l := i18n.From(r.Context())
	f := codeForm(new(string)).Fill()
	f.Blame(wrong)
	page := view.SignInPage{
		Title: l.T("sign_in.code_title"), Lead: l.T("sign_in.code_lead"), Headline: l.T("sign_in.headline"),
		Path: view.SignInCode, Failed: wrong != nil,
	}
	passkey, err := o.passkeyInstead(r, view.SignInPasskey.In(l), next, false)
	if err != nil {
		return err
	}
	body := view.SignInCodeView(view.SignInForm{Next: next, Action: view.SignInCode.In(l), Password: f[0], Passkey: passkey})
	return respond.Page(w, r, status, view.WithBody(view.SignInLayout(page), body))
}

// proofForm asks for a code where there is a second factor, else for the password.
func proofForm(r *http.Request, secret *string) form.Form {
	if auth.SessionOf(r.Context()).Guarded {
		return codeForm(secret)
	}
	return form.Form{form.Secret("code", secret).As("field.own_password").With("")}
}

func (o Office) askProof(w http.ResponseWriter, r *http.Request) error {
	return o.showProof(w, r, http.StatusOK, r.URL.Query().Get("next"), proofForm(r, new(string)).Fill())
}

func (o Office) prove(w http.ResponseWriter, r *http.Request) error {
	var secret string
	f := proofForm(r, &secret)
	next := r.PostForm.Get("next")
	err := f.Read(r.PostForm)
	if err == nil {
		err = o.Keeper.Prove(r.Context(), secret, caller.Address(r.Context()))
	}
	if portal.AsInvalid(err) != nil {
		f = proofForm(r, new(string)).Fill()
		f.Blame(err)
		return o.showProof(w, r, refusal(w, err), next, f)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, afterSignIn(r, next))
}

func (o Office) showProof(w http.ResponseWriter, r *http.Request, status int, next string, f form.Form) error {
	l := i18n.From(r.Context())
	lead := l.T("confirm.lead")
	if here := auth.SessionOf(r.Context()); here.Elsewhere && !here.Guarded {
		lead += " " + l.T("confirm.elsewhere")
	}
	passkey, err := o.passkeyInstead(r, view.Admin(l, "confirm", passkeyPart), next, false)
	if err != nil {
		return err
	}
	return o.page(w, r, status, "", view.AdminPage{Title: l.T("confirm.title"), Lead: lead}, view.ProofView(view.FormPage{
		Action: view.Admin(l, "confirm"), Form: f, Submit: []view.Choice{{Label: l.T("confirm.submit")}},
		Hidden: []view.Hidden{{Name: "next", Value: next}},
	}, passkey))
}
