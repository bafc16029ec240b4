// Package mail hands messages to a mail server by SMTP.
//
// Here belong the address of the server, the form of a message on its way, and what a refusal means. What does not belong here: who
// is written to and why, words for readers, trying again. No error names an address or repeats a message.
package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Message is one message to one reader.
type Message struct {
	ID      string // of the message, the same however often it is sent, so that a second copy can be told
	To      string
	Lang    string
	Subject string
	Plain   string
	HTML    string
	Leave   string // https address at which one post ends mail of this kind (RFC 8058); may be empty
}

// Server is a mail server that takes our messages.
type Server struct {
	host     string
	port     int
	implicit bool // TLS from the first byte
	user     string
	password string
	from     mail.Address
	roots    *tls.Config // for tests
}

// Open reads the address of a server, smtp://name:password@host:587 or smtps://host, and the sender of all messages. It speaks with
// nobody yet. With smtp:// TLS is begun before anything is said, but on this machine itself where the server has none.
func Open(address, from string) (*Server, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" || u.Path != "" && u.Path != "/" || u.RawQuery != "" {
		return nil, errors.New("it must be smtp:// or smtps://, a name and password where the server asks for them, and a host")
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, errors.New("the sender must be an email address, such as Kota Kembar <kembar@bandung.go.id>")
	}
	s := &Server{host: u.Hostname(), port: 587, implicit: u.Scheme == "smtps", from: *sender}
	if s.implicit {
		s.port = 465
	}
	if u.Port() != "" {
		if s.port, err = strconv.Atoi(u.Port()); err != nil {
			return nil, errors.New("its port must be a number")
		}
	}
	s.user = u.User.Username()
	s.password, _ = u.User.Password()
	return s, nil
}

// Refused is a message that the server did not take.
type Refused struct {
	Code  int  // of SMTP, 0 where the server could not be reached
	Final bool // trying again is of no use
}

func (r *Refused) Error() string {
	switch {
	case r.Code == 0:
		return "the mail server could not be reached, or ended the talk"
	case r.Final:
		return fmt.Sprintf("the mail server refused the message for good (code %d)", r.Code)
	}
	return fmt.Sprintf("the mail server refused the message for now (code %d)", r.Code)
}

// Send hands a message over. An error is a *Refused.
func (s *Server) Send(ctx context.Context, m Message) error {
	written, err := s.write(m)
	if err != nil {
		return &Refused{Code: 501, Final: true} // what the server would say of an address that is none
	}
	client, err := gomail.NewClient(s.host, s.options()...)
	if err != nil {
		return &Refused{}
	}
	return refusal(client.DialAndSendWithContext(ctx, written))
}

func (s *Server) options() []gomail.Option {
	const patience = 30 * time.Second
	options := []gomail.Option{gomail.WithPort(s.port), gomail.WithTimeout(patience)}
	switch {
	case s.implicit:
		options = append(options, gomail.WithSSL())
	case loopback(s.host):
		options = append(options, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.user != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.user), gomail.WithPassword(s.password))
	}
	if s.roots != nil {
		options = append(options, gomail.WithTLSConfig(s.roots))
	}
	return options
}

func loopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// write puts a message in its form on the way: plain and HTML, marked as written by a machine.
func (s *Server) write(m Message) (*gomail.Msg, error) {
	w := gomail.NewMsg()
	w.FromMailAddress(&s.from)
	if err := w.To(m.To); err != nil {
		return nil, err
	}
	w.Subject(m.Subject)
	w.SetDate()
	_, domain, _ := strings.Cut(s.from.Address, "@")
	w.SetMessageIDWithValue(m.ID + "@" + domain)
	w.SetGenHeader("Auto-Submitted", "auto-generated")
	w.SetGenHeader("Content-Language", m.Lang)
	if m.Leave != "" {
		if err := w.SetListUnsubscribeOneClick(m.Leave); err != nil {
			w.SetListUnsubscribe(m.Leave) // a site without https, where one click cannot be promised
		}
	}
	w.SetBodyString(gomail.TypeTextPlain, m.Plain)
	w.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	return w, nil
}

// refusal says what the server's answer means, and nothing of what it said.
func refusal(err error) error {
	if err == nil {
		return nil
	}
	sent, ok := errors.AsType[*gomail.SendError](err)
	if !ok {
		return &Refused{}
	}
	if _, network := errors.AsType[net.Error](err); network {
		return &Refused{}
	}
	const permanent = 500
	return &Refused{Code: sent.ErrorCode(), Final: sent.ErrorCode() >= permanent && !sent.IsTemp()}
}
