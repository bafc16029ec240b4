package bench_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// publishRows hand changes in and approve them, and look when a second copy of the program shows them.
func (b *bench) publishRows() []row {
	author, reviewer := b.person("penulis@bench.example", portal.Editor), b.person("peninjau@bench.example", portal.Reviewer)
	city := b.partner()
	turn := 0
	publish := func() error {
		turn++
		return b.publish(author, reviewer, city, turn)
	}
	middle, _ := lags(b.T, 100, b.selectOne, publish)
	rows := []row{{"publishing one change, review included : SELECT 1", float64(middle[1]) / float64(middle[0]), "x", 25, false,
		fmt.Sprintf("%v : %v", middle[1].Round(time.Microsecond), middle[0].Round(time.Microsecond))}}
	return append(rows, b.visible(publish, city.Slug, &turn))
}

// visible is how long after its publication a change is seen on another copy.
func (b *bench) visible(publish func() error, slug string, turn *int) row {
	other := b.start()
	path := view.Partner.In(i18n.ID, slug)
	var worst time.Duration
	for range 20 {
		other.get(b.T, path) // it is kept ready
		if err := publish(); err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		for !bytes.Contains(other.get(b.T, path), []byte(summary(*turn))) {
			if time.Since(begun) > patience {
				b.Fatal("the other copy never shows what was published")
			}
		}
		worst = max(worst, time.Since(begun))
	}
	return row{"published here, seen on another copy", float64(worst.Microseconds()) / 1000, "ms", 100, false, "the worst of 20, page made anew included"}
}

func summary(turn int) string { return fmt.Sprintf("Ringkasan ke-%d untuk diukur.", turn) }

// publish gives a city another summary.
func (b *bench) publish(author, reviewer portal.Actor, city portal.City, turn int) error {
	live, version, err := b.store.Live(b.Context(), portal.KindCity, city.ID)
	if err != nil {
		return err
	}
	after := portal.Snapshot{Fields: map[string]json.RawMessage{}, Citations: live.Citations, Rulings: live.Rulings}
	for name, value := range live.Fields {
		after.Fields[name] = value
	}
	after.Fields["summary_id"] = json.RawMessage(fmt.Sprintf("%q", summary(turn)))
	c := portal.Change{
		Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave, Title: city.Name.ID, Reason: "Diukur.",
		Before: live, After: after, State: portal.Submitted, Key: fmt.Sprintf("%s %d", author.Name, turn),
	}
	if err := b.store.SaveChange(b.Context(), author, &c); err != nil {
		return err
	}
	_, err = b.store.Decide(b.Context(), reviewer, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
	return err
}

func (b *bench) person(email string, role portal.Role) portal.Actor {
	p, err := b.store.StaffByEmail(b.Context(), email)
	if err == nil {
		return portal.Actor{ID: p.ID, Name: p.Name, Role: role}
	}
	id, err := b.store.AddStaff(b.Context(), portal.Staff{Email: email, Name: email, Role: role, PasswordHash: "-"})
	if err != nil {
		b.Fatal(err)
	}
	return portal.Actor{ID: id, Name: email, Role: role}
}

// partner is a city that has a page.
func (b *bench) partner() portal.City {
	cities, _, err := b.store.Cities.List(b.Context(), store.Page{Where: map[string]string{"standing": string(portal.Partner)}, Number: 1, Size: 1})
	if err != nil || len(cities) == 0 {
		b.Fatalf("%d partners, %v", len(cities), err)
	}
	return cities[0]
}
