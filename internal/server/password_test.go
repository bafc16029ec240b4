package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// yearly is a site whose passwords hold for a year, with somebody whose password has some days left.
func yearly(t *testing.T, more func(*server.Config)) (s site, age func(days string)) {
	t.Helper()
	s = closed(t, func(c *server.Config) {
		c.Passwords.Days = 365
		if more != nil {
			more(c)
		}
	})
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	s.person(rina, portal.Editor, nil)
	return s, func(days string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), "update staff set password_at = now() - $1::interval", days+" days"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPasswordThatEndedIsChangedAtTheNextSignInAndNobodyIsStoppedAtWork(t *testing.T) {
	t.Parallel()
	s, age := yearly(t, nil)
	atWork := s.signedIn(rina)
	age("365") // it ends now, after they came in
	atWork.get("/admin").is(http.StatusOK)

	b := s.signedIn(rina)
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/admin/password")
	if a := b.get("/admin/password").is(http.StatusOK); !strings.Contains(a.text("main"), "lebih dari 365 hari") {
		t.Errorf("says %q", a.text("main"))
	}
	b.change(password, password).is(http.StatusUnprocessableEntity)
	b.change(password, "kata sandi lain yang panjang").is(http.StatusSeeOther)
	b.get("/admin").is(http.StatusOK)
}

func TestPasswordThatEndsSoonIsToldOfTwoWeeksBefore(t *testing.T) {
	t.Parallel()
	s, age := yearly(t, nil)
	b := s.signedIn(rina)
	for _, c := range []struct {
		days string
		told bool
	}{{"350", false}, {"352", true}, {"364", true}} {
		age(c.days)
		for _, path := range []string{"/admin", "/admin/security", "/admin/password"} {
			if a := b.get(path).is(http.StatusOK); strings.Contains(a.text("main"), "Kata sandi Anda berlaku sampai") != c.told {
				t.Errorf("%s after %s days says %q", path, c.days, a.text("main"))
			}
		}
	}
	b.change(password, "kata sandi lain yang panjang").is(http.StatusSeeOther)
	if a := b.get("/admin"); strings.Contains(a.text("main"), "berlaku sampai") {
		t.Error("a new password ends soon, too")
	}
}

func TestWhoComesByTheSingleSignOnIsNotAskedForAPasswordThatTheyDoNotUse(t *testing.T) {
	t.Parallel()
	p, settings := newProvider(t, rina)
	s, age := yearly(t, settings)
	age("400")
	b := s.browser()
	b.get(p.visit(b, "/masuk/akun-kantor")).is(http.StatusSeeOther).leadsTo("/admin")
	if a := b.get("/admin").is(http.StatusOK); strings.Contains(a.text("main"), "berlaku sampai") {
		t.Error("they are told of a password that they do not use")
	}
}

func TestPasswordSetByALinkHoldsForItsWholePeriod(t *testing.T) {
	t.Parallel()
	s, age := yearly(t, nil)
	age("400")
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	people, err := s.store.Staff(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range people {
		if one.Email == rina {
			link := b.shown(b.post("/admin/staff/"+strconv.FormatInt(one.ID, 10)+"/invitation", nil).is(http.StatusOK))
			guest := s.browser()
			guest.choose(link, "korekapibirutua").is(http.StatusUnprocessableEntity) // one kind of signs
			guest.choose(link, chosen).is(http.StatusSeeOther)
			guest.get("/admin").is(http.StatusOK)
		}
	}
}
