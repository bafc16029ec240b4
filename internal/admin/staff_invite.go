package admin

import (
	"context"
	"errors"
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// passwordLink is what can be done with the password of a person: a one-time link, of which one may be open.
func (o Office) passwordLink(ctx context.Context, p portal.Staff) (view.PasswordLink, error) {
	l := i18n.From(ctx)
	i, err := o.Store.InvitationOf(ctx, p.ID)
	if err != nil && !errors.Is(err, portal.ErrNotFound) {
		return view.PasswordLink{}, err
	}
	at := personAt(l, p.ID) + "/invitation"
	link := view.PasswordLink{
		Text: l.T("staff.link_none"), Make: view.PostLink{Label: l.T("staff.link_make"), Action: at, Look: view.LookGhost},
	}
	if i.ID == 0 {
		return link, nil
	}
	key, withdraw := "staff.link_open", "staff.link_withdraw"
	if p.LastSeenAt.IsZero() {
		key, withdraw = "staff.link_new", "staff.invite_withdraw"
	}
	if !i.Open(o.Now()) {
		key = map[string]string{"staff.link_open": "staff.link_late", "staff.link_new": "staff.link_new_late"}[key]
	}
	link.Text, link.Make.Label = l.T(key, portal.When(l, i.Expires)), l.T("staff.link_again")
	link.Withdraw = view.PostLink{Label: l.T(withdraw), Action: at + "/withdraw", Look: view.LookDanger}
	return link, nil
}

// invite gives a person a one-time link, in the place of an earlier one.
func (o Office) invite(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	token, err := o.Keeper.Invite(r.Context(), p.ID, o.Mails)
	if err != nil {
		return err
	}
	return o.invited(w, r, p, token)
}

func (o Office) withdrawInvitation(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	gone, err := o.Store.WithdrawInvitation(r.Context(), actor(r.Context()), p.ID)
	if err != nil {
		return err
	}
	done := "link_withdrawn"
	if gone {
		done = "uninvited"
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), "staff")+"?saved="+done)
}
