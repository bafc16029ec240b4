package admin

import (
	"context"
	"net/http"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// correctionForm asks how a person is called and reached.
func (o Office) correctionForm(p *portal.Staff, lang *i18n.Lang) form.Form {
	email := form.Text("email", &p.Email)
	if o.Keeper.Identity != nil {
		email.With("hint.email_elsewhere") // which knows people by their address
	}
	return form.Form{form.Text("name", &p.Name), email, mailLanguage(lang)}
}

// ownAccountForm asks the same of the reader, but for the address: that one is changed by an administrator.
func ownAccountForm(p *portal.Staff, lang *i18n.Lang) form.Form {
	return form.Form{form.Text("name", &p.Name), mailLanguage(lang)}
}

func mailLanguage(lang *i18n.Lang) *form.Field {
	return form.Choice("lang", lang, i18n.Langs).As("notice.lang")
}

// setAccount corrects the name, the address and the language of somebody, who may be the administrator that does it.
func (o Office) setAccount(w http.ResponseWriter, r *http.Request) error {
	p, err := o.personAsked(r)
	if err != nil {
		return err
	}
	var lang i18n.Lang
	typed := p
	f := o.correctionForm(&typed, &lang)
	uninvited := false
	if err = f.Read(r.PostForm); err == nil {
		uninvited, err = o.Store.SetAccount(r.Context(), actor(r.Context()), typed, lang)
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showPerson(w, r, http.StatusUnprocessableEntity, p, personShown{account: f})
	}
	if err != nil {
		return err
	}
	did := "account"
	if uninvited {
		did = "account_link"
	}
	return respond.SeeOther(w, r, personAt(i18n.From(r.Context()), p.ID)+"?saved="+did)
}

// ownAccount is the form of the reader's own name and language, as typed where that is not nil.
func (o Office) ownAccount(ctx context.Context, typed form.Form) (view.FormPage, error) {
	l := i18n.From(ctx)
	page := view.FormPage{
		Action: view.Admin(l, securityRoute, "account"), Form: typed, Submit: []view.Choice{{Label: l.T("security.account_save")}},
	}
	if typed != nil {
		return page, nil
	}
	p, err := o.Store.StaffByID(ctx, actor(ctx).ID)
	if err != nil {
		return page, err
	}
	n, err := o.Store.NoticesOf(ctx, p.ID)
	page.Form = ownAccountForm(&p, &n.Lang).Fill()
	return page, err
}

// setOwnAccount corrects the reader's own name and language.
func (o Office) setOwnAccount(w http.ResponseWriter, r *http.Request) error {
	p, err := o.Store.StaffByID(r.Context(), actor(r.Context()).ID)
	if err != nil {
		return err
	}
	var lang i18n.Lang
	f := ownAccountForm(&p, &lang)
	if err = f.Read(r.PostForm); err == nil {
		_, err = o.Store.SetAccount(r.Context(), actor(r.Context()), p, lang)
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showSecurity(w, r, http.StatusUnprocessableEntity, securityShown{account: f})
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), securityRoute)+"?saved=own_account")
}
