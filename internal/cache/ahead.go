package cache

import (
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Ahead is a listener whose connections answer requests for pages that are ready before net/http has read them. What net/http does
// for every request, whatever it asks for, costs more than these answers do: a goroutine that waits for the reader to leave, two
// deadlines, a map of headers made and sorted anew.
//
// Only a request that is usual in every respect is answered so (see asked), and only where it is certain that it begins with the bytes
// that were read: after another that was just as usual. Everything else goes the whole way, as does the first request of each
// connection.
type Ahead struct {
	net.Listener
	Pages   *Pages
	Passing func() bool   // whether everything goes the whole way now
	Idle    time.Duration // how long a connection may wait for its next request
	Write   time.Duration // how long an answer may take
}

// Accept waits for the next connection.
func (l *Ahead) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	plain, ok := c.(*net.TCPConn)
	if err != nil || !ok {
		return c, err
	}
	return &conn{TCPConn: plain, ahead: l, first: true, asked: newAsked(plain.RemoteAddr().String())}, nil
}

// conn is a connection of which net/http sees what is not answered ahead.
type conn struct {
	*net.TCPConn
	ahead   *Ahead
	asked   *asked
	first   bool   // nothing was read yet
	whole   bool   // net/http has read nothing but whole requests, so that what comes now begins one
	early   []byte // what it has read of the next one
	limited time.Time
	parts   [4][]byte
	writing sync.Mutex
}

// Read gives net/http what it has to see.
func (c *conn) Read(b []byte) (int, error) {
	for {
		n, err := c.TCPConn.Read(b)
		if err != nil {
			return n, err
		}
		if len(b) == 1 { // net/http looks whether the reader is still there, and keeps what it finds
			c.early = append(c.early, b[:n]...)
			return n, nil
		}
		if !c.begins(b[:n]) {
			return n, nil
		}
		answered, err := c.answer()
		if err != nil { // part of the answer may have gone out: nothing may follow it
			return 0, err
		}
		if !answered {
			return n, nil
		}
	}
}

// begins takes in what was read; ok tells that it is a whole request of which net/http has seen nothing, and not the first.
func (c *conn) begins(b []byte) (ok bool) {
	ok = c.whole && len(c.early) == 0
	if len(c.early) > 0 {
		b = append(c.early, b...)
		c.early = nil
	}
	c.whole = (c.whole || c.first) && c.asked.read(b)
	c.first = false
	return ok && c.whole
}

// answer answers what was asked if that is ready.
func (c *conn) answer() (answered bool, err error) {
	if c.ahead.Passing() {
		return false, nil
	}
	a := c.ahead.Pages.ready(&c.asked.request)
	if a == nil {
		return false, nil
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	if err := c.limit(); err != nil {
		return false, err
	}
	f, known := a.fit(&c.asked.request)
	out := net.Buffers(append(c.parts[:0], statusOK, date(), f.whole.lines, f.body))
	if known {
		out = append(c.parts[:0], statusNotModified, date(), f.unsent.lines)
	}
	_, err = out.WriteTo(c.TCPConn)
	return true, err
}

var (
	statusOK          = []byte("HTTP/1.1 200 OK\r\n")
	statusNotModified = []byte("HTTP/1.1 304 Not Modified\r\n")
)

// limit has what net/http set for the request before hold from now on. It need not be exact, and costs more than it tells.
func (c *conn) limit() error {
	now := time.Now()
	if now.Sub(c.limited) < min(c.ahead.Idle, c.ahead.Write)/4 {
		return nil
	}
	c.limited = now
	if err := c.SetReadDeadline(now.Add(c.ahead.Idle)); err != nil {
		return err
	}
	return c.SetWriteDeadline(now.Add(c.ahead.Write))
}

// Close lets an answer come to its end that net/http does not know of.
func (c *conn) Close() error {
	const patience = 5 * time.Second
	_ = c.SetWriteDeadline(time.Now().Add(patience)) // what is closed already is no fault
	c.writing.Lock()
	defer c.writing.Unlock()
	return c.TCPConn.Close()
}

// day is the header with the time of an answer (RFC 9110, 6.6.1), which is made once a second.
type day struct {
	second int64
	line   []byte
}

var lastDay atomic.Pointer[day]

func date() []byte {
	now := time.Now()
	if last := lastDay.Load(); last != nil && last.second == now.Unix() {
		return last.line
	}
	made := &day{now.Unix(), []byte("Date: " + now.UTC().Format(http.TimeFormat) + "\r\n")}
	lastDay.Store(made)
	return made.line
}
