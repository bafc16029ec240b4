package jobs_test

import (
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestReviewersHearOfALetterUnlessTheyWantNoneOrItIsTakenUp(t *testing.T) {
	h := newHouse(t)
	h.person("asep", portal.Editor)
	h.person("rina", portal.Reviewer)
	quiet := h.person("dewi", portal.Reviewer)
	if err := h.SetNotices(t.Context(), quiet.ID, portal.Notices{HandedIn: true, Decided: true, Lang: i18n.EN}); err != nil {
		t.Fatal(err)
	}
	arrives := func(key string) portal.Letter {
		l := portal.Letter{Key: key, Lang: i18n.EN, Kind: portal.Correction, Words: "The year is 1961.", ReceivedAt: today}
		if err := h.AddLetter(t.Context(), &l, portal.Contact{Name: "Siti", Email: "siti@contoh.example"}); err != nil {
			t.Fatal(err)
		}
		return l
	}
	taken := arrives("one")
	h.exec("update letters set state = 'reviewing' where id = $1", taken.ID)
	arrives("two")
	post := newPostOffice(t, nil)
	h.node(post.sends)
	h.until("both letters are told of", "select count(*) = 2 from river_job where kind = 'tell_letter' and state = 'completed'")
	h.mails(portal.MailSent, 1)
	told := post.to("rina@contoh.example")
	if len(told) != 1 || told[0].subject() != "Surat warga baru: Koreksi" || !strings.Contains(told[0].plain, "https://kembar.example/admin/letters/") {
		t.Fatalf("the reviewer was told %+v", told)
	}
	for _, private := range []string{"1961", "Siti", "siti@"} {
		if strings.Contains(told[0].plain, private) || strings.Contains(told[0].html, private) {
			t.Errorf("the mail says %q, which belongs behind sign-in", private)
		}
	}
}

func TestWhoIsNamedForALimitedChangeHearsOfItOnce(t *testing.T) {
	h := newHouse(t)
	author, first, second := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer), h.person("dewi", portal.Editor)
	c := h.handedIn(author, "braunschweig")
	for _, named := range [][]int64{{first.ID}, {first.ID, second.ID}} {
		if err := h.SetReaders(t.Context(), author, c.ID, true, named); err != nil {
			t.Fatal(err)
		}
	}
	post := newPostOffice(t, nil)
	h.node(post.sends)
	h.until("both are told", "select count(*) = 2 from river_job where kind = 'tell_reader' and state = 'completed'")
	for _, person := range []string{"rina", "dewi"} {
		h.until(person+" has one mail", "select count(*) = 1 from mails where kind = 'named' and state = 'sent' and key like 'named/%'"+
			" and key like '%/'||(select id from staff where name = $1)||'/%'", person)
		var of []string
		for _, m := range post.to(person + "@contoh.example") {
			if strings.HasPrefix(m.subject(), "Anda boleh melihat") {
				of = append(of, m.subject())
			}
		}
		if len(of) != 1 {
			t.Errorf("%s was told %v", person, of)
		}
	}
}
