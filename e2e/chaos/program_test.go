package chaos

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestNothingToldIsLostWhenTheProgramIsKilled(t *testing.T) {
	d := newDatabase(t)
	n := newNode(t, d.url)
	c := newCrew(t, "mati", n.url()).breakable()
	for range 3 {
		c.allWrite()
		n.kill()
		n.start()
	}
	c.allWrite()
	c.finish(d)
}

func TestAnswerThatIsLostOnItsWayLeavesNothingTwice(t *testing.T) {
	d := newDatabase(t)
	n := newNode(t, d.url)
	way := newWay(t, n.addr)
	c := newCrew(t, "hilang", "http://"+way.Listen).breakable()
	c.allWrite()
	for range 3 {
		poison(t, way, `{"type": "limit_data", "attributes": {"bytes": 20}}`)
		time.Sleep(lasting / 4)
		heal(t, way)
		c.allWrite()
		poison(t, way, `{"type": "reset_peer", "attributes": {"timeout": 30}}`)
		time.Sleep(lasting / 4)
		heal(t, way)
		c.allWrite()
	}
	c.finish(d)
}

// balancer sends requests to nodes that say that they are ready.
type balancer struct {
	nodes []*httputil.ReverseProxy
	ready []atomic.Bool
	next  atomic.Int64
}

// newBalancer looks at each node many times within a second, as long as the test lasts.
func newBalancer(t *testing.T, nodes ...*node) string {
	t.Helper()
	b := &balancer{ready: make([]atomic.Bool, len(nodes))}
	ctx, stop := context.WithCancel(t.Context())
	var looking sync.WaitGroup
	for i, n := range nodes {
		to, err := url.Parse(n.url())
		if err != nil {
			t.Fatal(err)
		}
		b.nodes = append(b.nodes, &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }})
		b.ready[i].Store(true)
		looking.Go(func() { b.look(ctx, i, n.url()+"/readyz") })
	}
	front := httptest.NewServer(b)
	t.Cleanup(func() { stop(); looking.Wait(); front.Close() })
	return front.URL
}

func (b *balancer) look(ctx context.Context, i int, at string) {
	for tick := time.NewTicker(50 * time.Millisecond); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		r, err := http.Get(at)
		if err == nil {
			_ = r.Body.Close()
		}
		b.ready[i].Store(err == nil && r.StatusCode == http.StatusOK)
	}
}

func (b *balancer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for range b.nodes {
		if i := int(b.next.Add(1)) % len(b.nodes); b.ready[i].Load() {
			b.nodes[i].ServeHTTP(w, r)
			return
		}
	}
	http.Error(w, "no node is ready", http.StatusBadGateway)
}

func TestNodesAreReplacedOneByOneAndNobodyNotices(t *testing.T) {
	d := newDatabase(t)
	one, two := newNode(t, d.url, "KOTAKEMBAR_DRAIN=1"), newNode(t, d.url, "KOTAKEMBAR_DRAIN=1")
	c := newCrew(t, "ganti", newBalancer(t, one, two))
	for range 2 {
		for _, n := range []*node{one, two} {
			c.allWrite()
			if !n.stop() {
				t.Errorf("it did not end well: %v", n.cmd.ProcessState)
			}
			c.allWrite()
			n.start()
			time.Sleep(200 * time.Millisecond) // until the balancer has seen it
		}
	}
	c.finish(d)
	for _, w := range c.writers {
		if w.refused > 0 {
			t.Errorf("%s had to try again %d times", w.name, w.refused)
		}
	}
	for _, n := range []*node{one, two} {
		if said := n.log.with("request failed"); len(said) > 0 {
			t.Errorf("a node logged\n%s", strings.Join(said, "\n"))
		}
	}
}
