package jobs_test

import (
	"bufio"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	netmail "net/mail"
	"net/textproto"
	"strings"
	"sync"
	"testing"

	"mime/quotedprintable"

	"kotakembar/internal/mail"
)

// postOffice is a mail server that keeps what it takes, and refuses as the test says.
type postOffice struct {
	t        *testing.T
	listener net.Listener

	mu    sync.Mutex
	asked int
	taken []letter
	// answer is what the server says to the n-th recipient, from 1; nil for yes.
	answer func(n int) string
}

// letter is a message as its reader gets it.
type letter struct {
	to          string
	header      netmail.Header
	plain, html string
}

func newPostOffice(t *testing.T, answer func(n int) string) *postOffice {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &postOffice{t: t, listener: listener, answer: answer}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go p.serve(conn)
		}
	}()
	return p
}

// server is the way to the post office.
func (p *postOffice) server() *mail.Server {
	p.t.Helper()
	s, err := mail.Open("smtp://"+p.listener.Addr().String(), "Kota Kembar <kembar@contoh.example>")
	if err != nil {
		p.t.Fatal(err)
	}
	return s
}

func (p *postOffice) serve(conn net.Conn) {
	defer conn.Close()
	in := textproto.NewReader(bufio.NewReader(conn))
	say := func(words string) { _, _ = fmt.Fprint(conn, words+"\r\n") }
	say("220 mail.contoh.example")
	to := ""
	for {
		line, err := in.ReadLine()
		if err != nil {
			return
		}
		switch verb, rest, _ := strings.Cut(line, " "); strings.ToUpper(verb) {
		case "RCPT":
			to = strings.Trim(strings.TrimPrefix(strings.ToUpper(rest[:3])+rest[3:], "TO:"), "<>")
			say(p.judge())
		case "DATA":
			say("354 go on")
			body, err := io.ReadAll(in.DotReader())
			if err != nil {
				return
			}
			p.take(to, string(body))
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 yes")
		}
	}
}

func (p *postOffice) judge() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked++
	if p.answer != nil {
		if words := p.answer(p.asked); words != "" {
			return words
		}
	}
	return "250 yes"
}

// take reads a message as mail programs do.
func (p *postOffice) take(to, body string) {
	m, err := netmail.ReadMessage(strings.NewReader(body))
	if err != nil {
		p.t.Error(err)
		return
	}
	l := letter{to: to, header: m.Header}
	kind, args, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		p.t.Errorf("content type %q, %v", kind, err)
		return
	}
	for parts := multipart.NewReader(m.Body, args["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err != nil {
			break
		}
		text, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			p.t.Error(err)
		}
		words := strings.ReplaceAll(string(text), "\r\n", "\n")
		if strings.HasPrefix(part.Header.Get("Content-Type"), "text/html") {
			l.html = words
		} else {
			l.plain = words
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.taken = append(p.taken, l)
}

// to are the letters to an address.
func (p *postOffice) to(address string) (list []letter) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range p.taken {
		if l.to == address {
			list = append(list, l)
		}
	}
	return list
}

// subject is the subject in the letters of its language.
func (l letter) subject() string {
	words, err := new(mime.WordDecoder).DecodeHeader(l.header.Get("Subject"))
	if err != nil {
		return err.Error()
	}
	return words
}
