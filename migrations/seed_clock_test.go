package migrations_test

import (
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestEveryCityHasASourcedClock(t *testing.T) {
	t.Parallel()
	r := readRegister(t)
	for slug, c := range r.cities {
		if _, ok := portal.ClockOf(r.cities["bandung"].TimeZone, c.TimeZone, time.Now()); !ok {
			t.Errorf("%s: no clock shows the time of %q", slug, c.TimeZone)
		}
		same(t, slug+" has a sourced zone", r.supports(store.Named{Kind: portal.KindCity, ID: c.ID}, "time_zone", "tzdb"), true)
	}
}

// TestClockIsThatOfThePlace asks that the sun, by the longitude, is not far from what the clock says.
func TestClockIsThatOfThePlace(t *testing.T) {
	t.Parallel()
	for slug, c := range readRegister(t).cities {
		clock, _ := portal.ClockOf("Etc/GMT", c.TimeZone, time.Now())
		if off := clock.Standard - int(c.Lon/15*60); off < -120 || off > 120 {
			t.Errorf("%s: %q is %d minutes off the sun at %.1f degrees", slug, c.TimeZone, off, c.Lon)
		}
	}
}

func TestSeededClockIsNotPutIntoACityThatStaffHaveEdited(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	takeBack(t, pool, "00044")
	if _, err := pool.Exec(t.Context(), "update cities set version = 2 where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if err := store.MigrateUp(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	var suwon, seoul string
	if err := pool.QueryRow(t.Context(),
		"select (select time_zone from cities where slug = 'suwon'), (select time_zone from cities where slug = 'seoul')").Scan(&suwon, &seoul); err != nil {
		t.Fatal(err)
	}
	same(t, "zones of the edited city and of the other", suwon+"|"+seoul, "|Asia/Seoul")
}
