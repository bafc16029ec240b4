package admin

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// Parts of the addresses of passkeys.
const (
	passkeyPart  = "passkey"
	passkeyStart = "start"
)

// passkeyQuestion answers with what the reader's device is to be asked; only the script of the page asks for it.
func (o Office) passkeyQuestion(purpose func(context.Context) portal.PasskeyPurpose) respond.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		question, err := o.Keeper.AskPasskey(w, r, purpose(r.Context()))
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		_, err = w.Write(question)
		return err
	}
}

func always(p portal.PasskeyPurpose) func(context.Context) portal.PasskeyPurpose {
	return func(context.Context) portal.PasskeyPurpose { return p }
}

// deviceForm asks for a name by which a passkey is known.
func deviceForm(name *string) form.Form { return form.Form{form.Text("device", name)} }

// passkeys are a person's own passkeys, with a way to add one.
func (o Office) passkeys(r *http.Request, f form.Form) (view.PasskeyList, error) {
	ctx := r.Context()
	l := i18n.From(ctx)
	at := view.Admin(l, securityRoute, passkeyPart)
	list := view.PasskeyList{
		Table: view.Table{Caption: l.T("passkey.title"), Columns: []view.Column{
			{Label: l.T("passkey.device")}, {Label: l.T("passkey.added")}, {Label: l.T("passkey.used")}, {},
		}},
	}
	if o.Keeper.Passkeys(r) {
		list.Add = view.PasskeyQuestion{
			Kind: "create", Action: at, Start: at + "/" + passkeyStart, Name: f[0], Label: l.T("passkey.add"), Look: view.LookGhost,
			Without: l.T("passkey.without"),
		}
	}
	keys, err := o.Store.Passkeys(ctx, actor(ctx).ID)
	for _, k := range keys {
		used := l.T("passkey.never")
		if !k.UsedAt.IsZero() {
			used = portal.When(l, k.UsedAt)
		}
		list.Table.Rows = append(list.Table.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: k.Name}), view.Text(view.Cited{Text: portal.When(l, k.AddedAt)}), view.Text(view.Cited{Text: used}),
			view.PostButton(view.PostLink{Label: l.T("passkey.remove"), Action: at + "/remove", Look: view.LookSmall, Hidden: []view.Hidden{
				{Name: "id", Value: strconv.FormatInt(k.ID, 10)},
			}}),
		}})
	}
	return list, err
}

// addPasskey takes the passkey that a device has made. Who had no recovery codes sees them now, and never again.
func (o Office) addPasskey(w http.ResponseWriter, r *http.Request) error {
	var name string
	f := deviceForm(&name)
	err := f.Read(r.PostForm)
	var codes []string
	if err == nil {
		codes, err = o.Keeper.AddPasskey(w, r, name, r.PostForm.Get("answer"))
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showSecurity(w, r, http.StatusUnprocessableEntity, securityShown{device: f})
	}
	if err != nil {
		return err
	}
	if len(codes) > 0 {
		return o.showCodes(w, r, codes)
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), securityRoute)+"?saved=passkey")
}

func (o Office) removePasskey(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, _ := strconv.ParseInt(r.PostForm.Get("id"), 10, 64)
	if err := o.Store.RemovePasskey(ctx, actor(ctx), id); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), securityRoute)+"?saved=passkey_removed")
}

// signInPasskey lets in who holds a passkey, also in the place of the code after a password.
func (o Office) signInPasskey(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	next, waiting := r.PostForm.Get("next"), auth.Waiting(r.Context())
	err := o.Keeper.SignInPasskey(w, r, r.PostForm.Get("answer"))
	switch {
	case portal.AsInvalid(err) != nil && waiting:
		return o.showCode(w, r, http.StatusUnprocessableEntity, next, relabelled(err))
	case portal.AsInvalid(err) != nil:
		trouble := i18n.T(r.Context(), "problem.passkey")
		return o.showSignIn(w, r, http.StatusUnprocessableEntity, view.SignInForm{Next: next, Trouble: trouble}, nil)
	case err != nil:
		return err
	}
	return respond.SeeOther(w, r, afterSignIn(r, next))
}

// relabelled files a refused passkey under the code, which it stands for.
func relabelled(error) error {
	return &portal.Invalid{Problems: []portal.Problem{{Field: "code", Key: "problem.passkey"}}}
}

// confirmPasskey takes a passkey before a sensitive step.
func (o Office) confirmPasskey(w http.ResponseWriter, r *http.Request) error {
	next := r.PostForm.Get("next")
	err := o.Keeper.ProvePasskey(w, r, r.PostForm.Get("answer"))
	if portal.AsInvalid(err) != nil {
		f := proofForm(r, new(string)).Fill()
		f.Blame(err)
		return o.showProof(w, r, http.StatusUnprocessableEntity, next, f)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, afterSignIn(r, next))
}

// passkeyInstead offers a passkey in the place of a code to those who have one; at the sign-in to everybody.
func (o Office) passkeyInstead(r *http.Request, action, next string, anybody bool) (q view.PasskeyQuestion, err error) {
	has := anybody
	if !anybody {
		has, err = o.Keeper.HasPasskey(r.Context())
	}
	if err != nil || !has || !o.Keeper.Passkeys(r) {
		return q, err
	}
	l := i18n.From(r.Context())
	q = view.PasskeyQuestion{
		Kind: "get", Action: action, Start: strings.TrimSuffix(action, "/") + "/" + passkeyStart, Next: next, Label: l.T("passkey.use"), Look: view.LookGhost,
	}
	q.Without = l.T("passkey.without_code")
	if anybody {
		q.Without = l.T("passkey.without_sign_in")
	}
	return q, nil
}
