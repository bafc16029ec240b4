package mail

import (
	"strings"
	"testing"
)

func TestAddressOfAMailServerIsReadOrRefusedInWords(t *testing.T) {
	t.Parallel()
	const from = "Kota Kembar <kembar@contoh.example>"
	for address, want := range map[string]Server{
		"smtp://mail.contoh.example":                       {host: "mail.contoh.example", port: 587},
		"smtp://nama:kata%20sandi@mail.contoh.example:25/": {host: "mail.contoh.example", port: 25, user: "nama", password: "kata sandi"},
		"smtps://mail.contoh.example":                      {host: "mail.contoh.example", port: 465, implicit: true},
	} {
		got, err := Open(address, from)
		if err != nil || got.host != want.host || got.port != want.port || got.implicit != want.implicit || got.user != want.user || got.password != want.password {
			t.Errorf("%s: %+v, %v", address, got, err)
		}
	}
	for _, c := range [][2]string{
		{"mail.contoh.example:587", from}, {"https://mail.contoh.example", from}, {"smtp://", from}, {"smtp://host?tls=no", from},
		{"smtp://host", ""}, {"smtp://host", "nobody"},
	} {
		if _, err := Open(c[0], c[1]); err == nil {
			t.Errorf("%v is taken", c)
		}
	}
}

func TestServerElsewhereIsNotSpokenToWithoutTLS(t *testing.T) {
	t.Parallel()
	for host, here := range map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true, "mail.contoh.example": false, "10.0.0.1": false} {
		if loopback(host) != here {
			t.Errorf("%s: %v", host, !here)
		}
	}
}

func TestMessageCarriesTheWayOutInOneClick(t *testing.T) {
	t.Parallel()
	s, err := Open("smtp://localhost", "kembar@contoh.example")
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.write(Message{ID: "7.1", To: "siti@contoh.example", Lang: "id", Leave: "https://kembar.example/kabar/x"})
	if err != nil {
		t.Fatal(err)
	}
	var sent strings.Builder
	if _, err := m.WriteTo(&sent); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"List-Unsubscribe: <https://kembar.example/kabar/x>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"} {
		if !strings.Contains(sent.String(), line+"\r\n") {
			t.Errorf("it lacks %q:\n%s", line, sent.String())
		}
	}
	if _, err := s.write(Message{To: "Siti\r\nBcc: x@contoh.example"}); err == nil {
		t.Error("an address with a line break is taken")
	}
}
