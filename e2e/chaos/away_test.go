package chaos

import (
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// faults are what goes wrong between the program and its database; each returns how it ends.
var faults = []struct {
	name string
	make func(t *testing.T, d *database) (mend func())
}{
	{"the way is cut", func(_ *testing.T, d *database) func() {
		d.way.Stop()
		return func() {
			if err := d.way.Start(); err != nil {
				d.t.Error(err)
			}
		}
	}},
	{"every answer is late", toxic(`{"type": "latency", "attributes": {"latency": 40, "jitter": 30}}`)},
	{"nothing comes through, and nobody says so", toxic(`{"type": "timeout", "attributes": {"timeout": 0}}`)},
	{"connections are reset", toxic(`{"type": "reset_peer", "attributes": {"timeout": 60}}`)},
	{"answers of the database are cut off", toxic(`{"type": "limit_data", "attributes": {"bytes": 40000}}`)},
	{"questions to the database are cut off", toxic(`{"type": "limit_data", "stream": "upstream", "attributes": {"bytes": 9000}}`)},
	{"the database is killed", func(_ *testing.T, d *database) func() {
		d.kill()
		return func() {}
	}},
	{"others have all connections", exhaust},
}

func toxic(json string) func(*testing.T, *database) func() {
	return func(t *testing.T, d *database) func() {
		poison(t, d.way, json)
		return func() { heal(t, d.way) }
	}
}

// exhaust takes every connection that the database gives.
func exhaust(t *testing.T, d *database) func() {
	var held []*pgx.Conn
	for {
		_, _ = d.pool.Exec(t.Context(), "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kotakembar'")
		c, err := pgx.ConnectConfig(t.Context(), d.pool.Config().ConnConfig)
		if err != nil {
			break
		}
		held = append(held, c)
	}
	return func() {
		for _, c := range held {
			_ = c.Close(t.Context())
		}
	}
}

// lasting is how long a fault lasts.
const lasting = 4 * time.Second

func TestNothingToldIsLostWhateverHappensToTheDatabase(t *testing.T) {
	d := newDatabase(t)
	n := newNode(t, d.url)
	c := newCrew(t, "basis", n.url())
	c.allWrite()
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			mend := f.make(t, d)
			time.Sleep(lasting)
			mend()
			t.Logf("everybody writes again after %v", c.allWrite().Round(time.Millisecond))
		})
	}
	c.finish(d)
	if said := n.log.with("status=500"); len(said) > 0 {
		t.Errorf("it logged faults of its own: %s", said[0])
	}
}
