package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestTwoNodesOnOneEmptyDatabaseMakeOneAdministrator(t *testing.T) {
	t.Parallel()
	database := storetest.Empty(t)
	first, second := start(t, at(t, database, nil)), start(t, at(t, database, nil))
	first.ready()
	second.ready()
	printed := strings.Count(first.before.String()+second.before.String(), "One-time password:")
	if people := staffOf(t, database); len(people) != 1 || printed != 1 {
		t.Errorf("%d people, %d passwords printed", len(people), printed)
	}
	for _, node := range []*running{first, second} {
		if got := node.get("/mitra").StatusCode; got != http.StatusOK {
			t.Errorf("status %d", got)
		}
		if code := node.ends(); code != exitOK {
			t.Errorf("exit code %d", code)
		}
	}
}

func staffOf(t *testing.T, database string) []string {
	t.Helper()
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	people, err := store.New(pool).Staff(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	emails := make([]string, len(people))
	for i, p := range people {
		emails[i] = fmt.Sprintf("%s %s must change %v", p.Email, p.Role, p.MustChange)
	}
	return emails
}

func TestFirstAdministratorMayBeNamedBeforehand(t *testing.T) {
	t.Parallel()
	database := storetest.URL(t)
	const secret = "kata sandi yang panjang"
	node := start(t, at(t, database, settled{"KOTAKEMBAR_ADMIN_EMAIL": "Rina@bandung.go.id", "KOTAKEMBAR_ADMIN_PASSWORD": secret})).ready()
	if got := staffOf(t, database); len(got) != 1 || got[0] != "rina@bandung.go.id administrator must change false" {
		t.Errorf("staff %v", got)
	}
	signIn(t, node, "rina@bandung.go.id", secret, "/admin")
	node.ends()
	if all := node.before.String() + node.log.String(); strings.Contains(all, secret) || strings.Contains(all, "password") {
		t.Errorf("it printed %q", all)
	}
}

func signIn(t *testing.T, p *running, email, password, leadsTo string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.PostForm(p.url+"/masuk", url.Values{"email": {email}, "password": {password}})
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Body.Close()
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != leadsTo {
		t.Errorf("sign-in of %s: status %d to %q", email, r.StatusCode, r.Header.Get("Location"))
	}
}

func TestSiteWaitsForADatabaseThatIsAwayAtStart(t *testing.T) {
	t.Parallel()
	real := mustParse(t, storetest.Empty(t))
	later, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := later.Addr().String()
	if err := later.Close(); err != nil {
		t.Fatal(err)
	}
	away := *real
	away.Host, away.RawQuery = address, "sslmode=disable"
	node := start(t, at(t, away.String(), nil))
	for _, path := range []string{"/", "/en/partners"} {
		if r := node.get(path); r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
			t.Errorf("%s: status %d, Retry-After %q", path, r.StatusCode, r.Header.Get("Retry-After"))
		}
	}
	if got := node.get("/healthz").StatusCode; got != http.StatusOK {
		t.Errorf("healthz: %d", got)
	}
	passOn(t, address, real)
	node.ready()
	if got := node.get("/readyz").StatusCode; got != http.StatusOK {
		t.Errorf("readyz: %d", got)
	}
	node.ends()
}

// passOn opens the address as a way to the real database.
func passOn(t *testing.T, address string, real *url.URL) {
	t.Helper()
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	network, target := "tcp", real.Host
	if folder := real.Query().Get("host"); folder != "" {
		network, target = "unix", folder+"/.s.PGSQL.5432"
	}
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer near.Close()
				far, err := net.Dial(network, target)
				if err != nil {
					return
				}
				defer far.Close()
				go func() { _, _ = io.Copy(near, far); _ = near.Close() }()
				_, _ = io.Copy(far, near)
			}()
		}
	}()
}

func TestStoppingLetsRequestsInFlightComeToTheirEnd(t *testing.T) {
	t.Parallel()
	node := start(t, at(t, storetest.URL(t), nil)).ready()
	address := strings.TrimPrefix(node.url, "http://")
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const body = "email=a%40bandung.go.id&password=salah"
	fmt.Fprintf(conn, "POST /masuk HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", address, len(body))
	answers := bufio.NewReader(conn)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("%q, %v", line, err)
	}
	_, _ = answers.ReadString('\n') // the empty line; the request is now being read
	node.stop()
	for { // until nobody new is let in
		again, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		_ = again.Close()
	}
	if _, err := io.WriteString(conn, body); err != nil {
		t.Fatal(err)
	}
	r, err := http.ReadResponse(answers, nil)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(string(page), "</html>") {
		t.Errorf("status %d, %d bytes, %v", r.StatusCode, len(page), err)
	}
	if code := <-node.ended; code != exitOK {
		t.Errorf("exit code %d", code)
	}
}

// folder is a folder that other users reach, as the private database needs.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "kotakembar-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestPrivateDatabaseServesCommandsBesideTheSiteAndSurvivesIt(t *testing.T) {
	t.Parallel()
	s := at(t, "", settled{"KOTAKEMBAR_DATA": folder(t)})
	node := start(t, s).ready()
	const secret = "kata sandi yang panjang"
	code, out, complaint := said(t, s, secret+"\n", "staff", "add", "rina@bandung.go.id", "--role", "reviewer", "--password-stdin")
	if code != exitOK || strings.Contains(out, "password") {
		t.Errorf("staff add: %d %q %q", code, out, complaint)
	}
	signIn(t, node, "rina@bandung.go.id", secret, "/admin")
	code, out, complaint = said(t, s, "", "serve")
	if code != exitFailed || !strings.Contains(complaint, "another copy of the program uses the data folder") || out != "" {
		t.Errorf("a second copy: %d %q %q", code, out, complaint)
	}
	if code, out, complaint := said(t, s, "", "check"); code != exitOK || !strings.Contains(out, "2 people") {
		t.Errorf("check: %d %q %q", code, out, complaint)
	}
	if code := node.ends(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if code, out, complaint := said(t, s, "", "migrate", "status"); code != exitOK || waiting(out) > 0 || !strings.Contains(out, "applied") {
		t.Errorf("after the site: %d %q %q", code, out, complaint)
	}
}

func TestSiteSaysInPlainWordsWhyItCannotStart(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for want, s := range map[string]settled{
		"another program listens on " + taken.Addr().String(): {"KOTAKEMBAR_ADDR": taken.Addr().String()},
		"set KOTAKEMBAR_METRICS_ADDR to another port":         {"KOTAKEMBAR_METRICS_ADDR": taken.Addr().String()},
		"set KOTAKEMBAR_DATA to another folder":               {"KOTAKEMBAR_DATA": file},
	} {
		code, _, complaint := said(t, at(t, "postgres://localhost/x", s), "", "serve")
		if code != exitFailed || !strings.Contains(complaint, want) || strings.Count(complaint, "\n") != 1 {
			t.Errorf("exit code %d, says %q", code, complaint)
		}
	}
	s := at(t, "", settled{"KOTAKEMBAR_DATA": folder(t), "KOTAKEMBAR_POSTGRES_BIN": t.TempDir()})
	if code, _, complaint := said(t, s, "", "serve"); code != exitFailed || !strings.Contains(complaint, "missing") {
		t.Errorf("without PostgreSQL: exit code %d, says %q", code, complaint)
	}
}

func TestSiteStopsWhereTheDatabaseAnswersButCannotHoldTheRegister(t *testing.T) {
	t.Parallel()
	taken, missing := storetest.Empty(t), *mustParse(t, storetest.Empty(t))
	pool, err := store.Open(taken)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if _, err := pool.Exec(t.Context(), "create table cities (name text)"); err != nil {
		t.Fatal(err)
	}
	missing.Path = "/nowhere"
	for want, database := range map[string]string{`relation "cities" already exists`: taken, `database "nowhere" does not exist`: missing.String()} {
		code, _, complaint := said(t, at(t, database, nil), "", "serve")
		if code != exitFailed || !strings.Contains(complaint, "the database answers, but") || !strings.Contains(complaint, want) {
			t.Errorf("exit code %d, says %q", code, complaint)
		}
	}
}

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
