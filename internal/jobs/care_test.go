package jobs_test

import (
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestWhoHasToDoWithAChangeHearsOfCommentsAndOfBeingAssigned(t *testing.T) {
	h := newHouse(t)
	author, boss, peer := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer), h.person("dewi", portal.Reviewer)
	for _, p := range []portal.Actor{boss, peer} {
		if err := h.SetNotices(t.Context(), p.ID, portal.Notices{Decided: true, Lang: portal.UsualNotices.Lang}); err != nil {
			t.Fatal(err)
		}
	}
	post := newPostOffice(t, nil)
	h.node(post.sends)
	c := h.handedIn(author, "braunschweig")
	if err := h.Assign(t.Context(), boss, c.ID, peer.ID); err != nil {
		t.Fatal(err)
	}
	h.mails(portal.MailSent, 1)
	if told := post.to("dewi@contoh.example"); len(told) != 1 || !strings.Contains(told[0].subject(), "Diserahkan kepada Anda") {
		t.Errorf("the assigned reviewer was told %v", told)
	}
	if err := h.AddComment(t.Context(), boss, portal.Comment{ChangeID: c.ID, Words: "Apakah arsipnya dibaca?"}); err != nil {
		t.Fatal(err)
	}
	h.mails(portal.MailSent, 3) // the author and who looks after it, and not who said it
	if told := post.to("asep@contoh.example"); len(told) != 1 || !strings.Contains(told[0].plain, "Apakah arsipnya dibaca?") {
		t.Errorf("the author was told %v", told)
	}
	if told := post.to("rina@contoh.example"); len(told) != 0 {
		t.Errorf("who said it was told %v", told)
	}
}

func TestWhoIsGivenTheOpenWorkOfSomebodyWhoLeftHearsOfIt(t *testing.T) {
	h := newHouse(t)
	gone, next := h.person("asep", portal.Editor), h.person("dewi", portal.Editor)
	chief := h.person("kepala", portal.Administrator)
	h.handedIn(gone, "braunschweig")
	if _, err := h.pool.Exec(t.Context(), "update staff set disabled = true where id = $1", gone.ID); err != nil {
		t.Fatal(err)
	}
	if n, err := h.HandOver(t.Context(), chief, gone.ID, next.ID); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	post := newPostOffice(t, nil)
	h.node(post.sends)
	h.until("they are told", "select count(*) = 1 from mails where kind = 'heir' and state = 'sent'")
	told := post.to("dewi@contoh.example")
	if len(told) != 1 || told[0].subject() != "Satu usulan diserahkan kepada Anda" || !strings.Contains(told[0].plain, "kepala menyerahkan") ||
		!strings.Contains(told[0].plain, "asep") {
		t.Errorf("who goes on with it was told %v", told)
	}
}
