package jobs_test

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var linkInMail = regexp.MustCompile(`https://kembar\.example/en/sign-in/invitation/([A-Za-z0-9_-]{43})`)

func (h house) invite(by portal.Actor, person portal.Staff) {
	h.t.Helper()
	i := portal.Invitation{Lang: i18n.EN, MadeAt: today, Expires: today.Add(72 * time.Hour)}
	if _, err := h.InviteNew(h.t.Context(), by, person, i, nil); err != nil {
		h.t.Fatal(err)
	}
}

func TestLinkOfAnInvitationIsMadeWhenItsMailIsHandedOver(t *testing.T) {
	h := newHouse(t)
	post := newPostOffice(t, func(n int) string {
		if n < 2 {
			return "451 try later"
		}
		return ""
	})
	h.node(post.sends)
	h.invite(h.person("ani", portal.Administrator), portal.Staff{Email: "rina@contoh.example", Name: "Rina", Role: portal.Reviewer, PasswordHash: "-"})
	h.mails(portal.MailSent, 1)
	got := post.to("rina@contoh.example")
	last := got[len(got)-1]
	if last.subject() != "Invitation to Kota Kembar Bandung" || !strings.Contains(last.plain, "Your role: Reviewer") {
		t.Errorf("the mail says %q: %s", last.subject(), last.plain)
	}
	found := linkInMail.FindStringSubmatch(last.plain)
	if found == nil || !strings.Contains(last.html, found[0]) {
		t.Fatalf("no link in %s", last.plain)
	}
	secret, err := base64.RawURLEncoding.DecodeString(found[1])
	if err != nil {
		t.Fatal(err)
	}
	hash := sha256.Sum256(secret)
	p, err := h.Invited(t.Context(), hash[:], today)
	if err != nil || p.Name != "Rina" {
		t.Errorf("the link is for %q: %v", p.Name, err)
	}
}

func TestOutboxHoldsNoLink(t *testing.T) {
	h := newHouse(t)
	boss := h.person("ani", portal.Administrator)
	h.node(nil)
	h.invite(boss, portal.Staff{Email: "rina@contoh.example", Name: "Rina", Role: portal.Reviewer, PasswordHash: "-"})
	h.mails(portal.MailKept, 1)
	if !h.yes("select plain like '%" + portal.LinkToCome + "%' and (select bool_and(token_hash is null) from invitations) from mails") {
		t.Error("the kept mail does not say that its link is to come")
	}
	p, err := h.StaffByEmail(t.Context(), "rina@contoh.example")
	if err != nil {
		t.Fatal(err)
	}
	if gone, err := h.WithdrawInvitation(t.Context(), boss, p.ID); !gone || err != nil {
		t.Errorf("withdrawn: %t, %v", gone, err)
	}
	if h.yes("select exists (select from mails)") {
		t.Error("the mail of a withdrawn invitation is still there")
	}
}
