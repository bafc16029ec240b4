package jobs_test

import (
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestOldAddressHearsThatItIsNoLongerThatOfTheAccount(t *testing.T) {
	h := newHouse(t)
	chief, asep := h.person("kepala", portal.Administrator), h.person("asep", portal.Editor)
	if err := h.SetNotices(t.Context(), asep.ID, portal.Notices{Lang: i18n.EN}); err != nil { // who wants no other mail is told, too
		t.Fatal(err)
	}
	if _, err := h.SetAccount(t.Context(), chief, portal.Staff{ID: asep.ID, Name: "Asep", Email: "baru@contoh.example"}, i18n.EN); err != nil {
		t.Fatal(err)
	}
	post := newPostOffice(t, nil)
	h.node(post.sends)
	h.until("the old address is told", "select count(*) = 1 from mails where kind = 'moved' and state = 'sent'")
	told := post.to("asep@contoh.example")
	if len(told) != 1 || !strings.Contains(told[0].plain, "kepala changed the email address") || strings.Contains(told[0].plain, "baru@") {
		t.Errorf("the old address was told %v", told)
	}
}
