package jobs_test

import (
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestReviewersHearOfWhatWasPublishedWithoutThemAndItsAuthorOfTheReview(t *testing.T) {
	h := newHouse(t)
	author, peer := h.person("rina", portal.Reviewer), h.person("dewi", portal.Reviewer)
	h.person("asep", portal.Editor)
	post := newPostOffice(t, nil)
	c := h.handedIn(author, "braunschweig")
	if err := h.PublishUrgently(t.Context(), author, c.ID, c.Revision, "Alamatnya keliru."); err != nil {
		t.Fatal(err)
	}
	h.node(post.sends)
	h.mails(portal.MailSent, 1)
	if told := post.to("dewi@contoh.example"); len(told) != 1 || !strings.Contains(told[0].subject(), "Terbit tanpa tinjauan") || !strings.Contains(told[0].plain, "Alamatnya keliru.") {
		t.Errorf("the reviewer was told %v", told)
	}
	if err := h.ReviewUrgent(t.Context(), peer, c.ID, portal.Undone, "Alamatnya benar."); err != nil {
		t.Fatal(err)
	}
	h.mails(portal.MailSent, 2)
	if told := post.to("rina@contoh.example"); len(told) != 1 || !strings.Contains(told[0].subject(), "ditarik kembali") {
		t.Errorf("the author was told %v", told)
	}
}
