package bench_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const (
	connections = 64
	rounds      = 5
	roundTime   = 1500 * time.Millisecond
)

// target is what a load asks for, over and over.
type target struct {
	host, path, header string // header lines end in CRLF
	status             int
}

// request is the target as bytes on a connection.
func (t target) request() []byte {
	return []byte("GET " + t.path + " HTTP/1.1\r\nHost: " + t.host + "\r\n" + t.header + "\r\n")
}

// rate is how many answers a second come over many connections, each asking again as soon as it is answered. The client is no more than
// a reader of lines, so that the other core is the slower one.
func rate(t *testing.T, to target, span time.Duration) float64 {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), span)
	defer cancel()
	var done atomic.Int64
	var asking sync.WaitGroup
	failed := make(chan error, connections)
	begun := time.Now()
	for range connections {
		asking.Go(func() {
			n, err := askUntil(ctx, to)
			done.Add(n)
			if err != nil {
				failed <- err
			}
		})
	}
	asking.Wait()
	select {
	case err := <-failed:
		t.Fatal(err)
	default:
	}
	return float64(done.Load()) / time.Since(begun).Seconds()
}

// askUntil asks over one connection until ctx ends, and counts the answers.
func askUntil(ctx context.Context, to target) (n int64, err error) {
	c, err := dial(to.host)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	request := to.request()
	for ctx.Err() == nil {
		if _, err := c.ask(request, to.status); err != nil {
			return n, fmt.Errorf("%s: %w", to.path, err)
		}
		n++
	}
	return n, nil
}

// caller is one connection that stays open.
type caller struct {
	net.Conn
	in *bufio.Reader
}

func dial(host string) (*caller, error) {
	c, err := net.Dial("tcp", host)
	if err != nil {
		return nil, err
	}
	return &caller{c, bufio.NewReaderSize(c, 64<<10)}, nil
}

// ask sends a request and reads its answer to the end; it returns the size of the body.
func (c *caller) ask(request []byte, want int) (size int, err error) {
	if _, err := c.Write(request); err != nil {
		return 0, err
	}
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if len(line) < 12 || string(line[9:12]) != strconv.Itoa(want) {
		return 0, fmt.Errorf("answered %q", line)
	}
	size = -1
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		if len(line) <= 2 {
			break
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok && strings.EqualFold(name, "Content-Length") {
			if size, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return 0, err
			}
		} else if ok && strings.EqualFold(name, "Transfer-Encoding") {
			return c.chunks()
		}
	}
	if size < 0 && want == 304 {
		return 0, nil
	}
	if size < 0 {
		return 0, errors.New("an answer of unknown length")
	}
	_, err = c.in.Discard(size)
	return size, err
}

// chunks reads the rest of the head and a body that comes in chunks.
func (c *caller) chunks() (size int, err error) {
	for line := "x"; line != "\r\n"; {
		if line, err = c.in.ReadString('\n'); err != nil {
			return 0, err
		}
	}
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			return 0, err
		}
		n, err := strconv.ParseInt(strings.TrimSpace(line), 16, 64)
		if err != nil {
			return 0, err
		}
		if _, err := io.CopyN(io.Discard, c.in, n+2); err != nil || n == 0 {
			return size, err
		}
		size += int(n)
	}
}

// rates are the medians of the rates of some targets, which take turns, so that a slower moment of the machine is one for all.
func rates(t *testing.T, targets ...target) []float64 {
	t.Helper()
	all := make([][]float64, len(targets))
	for _, to := range targets {
		rate(t, to, roundTime/4) // warms up
	}
	for range rounds {
		for i, to := range targets {
			all[i] = append(all[i], rate(t, to, roundTime))
		}
	}
	medians := make([]float64, len(targets))
	for i, list := range all {
		medians[i] = median(list)
	}
	return medians
}

// lags are how long each of some things takes, in turns: the median, and what 99 of 100 take at most.
func lags(t *testing.T, times int, things ...func() error) (median, slow []time.Duration) {
	t.Helper()
	all := make([][]time.Duration, len(things))
	for turn := range times + times/10 {
		for i, do := range things {
			begun := time.Now()
			if err := do(); err != nil {
				t.Fatal(err)
			}
			if turn >= times/10 {
				all[i] = append(all[i], time.Since(begun))
			}
		}
	}
	for _, list := range all {
		slices.Sort(list)
		median, slow = append(median, list[len(list)/2]), append(slow, list[(len(list)*99+99)/100-1])
	}
	return median, slow
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
