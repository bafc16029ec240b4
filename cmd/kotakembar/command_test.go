package main

import (
	"errors"
	"os"
	"strings"
	"testing"

	"kotakembar/internal/auth"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestEveryProblemOfTheSettingsIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	s := settled{
		"DATABASE_URL": "mysql://name:geheim@host/db", "KOTAKEMBAR_ADDR": "8080", "KOTAKEMBAR_BASE_URL": "kembar.example/x",
		"KOTAKEMBAR_ADMIN_EMAIL": "nobody", "KOTAKEMBAR_HOSTS": "https://kembar.example",
		"KOTAKEMBAR_TRUSTED_PROXIES": "10.0.0.0/99", "KOTAKEMBAR_SOLO_REVIEW": "maybe", "KOTAKEMBAR_LOG": "xml", "KOTAKEMBAR_OIDC_ISSUER": "http://login.example",
		"KOTAKEMBAR_OIDC_ROLES": "groups boss=king", "KOTAKEMBAR_PASSWORD_MIN": "6", "KOTAKEMBAR_PASSWORD_MAX": "20", "KOTAKEMBAR_PASSWORD_DAYS": "-1",
		"KOTAKEMBAR_PASSWORD_MIX": "5",
	}
	code, _, complaint := said(t, s, "", "serve")
	if code != exitUsage || strings.Contains(complaint, "geheim") {
		t.Errorf("exit code %d, says %q", code, complaint)
	}
	for name := range s {
		if !strings.Contains(complaint, name+" ") {
			t.Errorf("nothing is said about %s:\n%s", name, complaint)
		}
	}
}

func TestSettingsAreReadAsWritten(t *testing.T) {
	t.Parallel()
	c, err := readConfig(settled{
		"KOTAKEMBAR_ADDR": "0.0.0.0:80", "KOTAKEMBAR_BASE_URL": "https://kembar.example/", "KOTAKEMBAR_HOSTS": "www.kembar.example, [2001:db8::1]",
		"KOTAKEMBAR_TRUSTED_PROXIES": "10.1.2.3/8, ::1", "KOTAKEMBAR_SOLO_REVIEW": "true", "KOTAKEMBAR_LOG": "json,debug",
	}.env)
	if err != nil {
		t.Fatal(err)
	}
	if c.baseURL != "https://kembar.example" || !c.solo || !c.logJSON || c.logLevel.String() != "DEBUG" {
		t.Errorf("%+v", c)
	}
	if got := strings.Join(c.hosts, " "); got != "localhost 127.0.0.1 ::1 www.kembar.example 2001:db8::1 kembar.example 0.0.0.0" {
		t.Errorf("hosts %s", got)
	}
	if len(c.proxies) != 2 || c.proxies[0].String() != "10.0.0.0/8" || c.proxies[1].String() != "::1/128" {
		t.Errorf("proxies %v", c.proxies)
	}
}

// BSSN's regulation asks that length, kinds of signs and period of passwords are governed; both of the last can be turned off.
func TestPasswordsAreGovernedUnlessTheSettingsSayOtherwise(t *testing.T) {
	t.Parallel()
	c, err := readConfig(settled{"KOTAKEMBAR_ADMIN_PASSWORD": "korek api biru tua"}.env)
	if want := (auth.PasswordRules{Min: 12, Max: 128, Kinds: 2, Days: 365}); err != nil || c.passwords != want {
		t.Errorf("%+v, %v; want %+v", c.passwords, err, want)
	}
	if err := c.checkAdminPassword(); err != nil {
		t.Error(err)
	}
	c.adminPassword = "korekapibirutua"
	if err := c.checkAdminPassword(); err == nil {
		t.Error("the first administrator has a password of one kind of signs")
	}
	c, err = readConfig(settled{"KOTAKEMBAR_PASSWORD_MIX": "1", "KOTAKEMBAR_PASSWORD_DAYS": "0", "KOTAKEMBAR_ADMIN_PASSWORD": "korekapibirutua"}.env)
	if err := errors.Join(err, c.checkAdminPassword()); err != nil {
		t.Error(err)
	}
}

func TestReadmeAndHelpNameEverySetting(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, help, _ := said(t, nil, "", "--help")
	rows := 0
	for line := range strings.Lines(string(readme)) {
		if strings.HasPrefix(line, "| `DATABASE_") || strings.HasPrefix(line, "| `KOTAKEMBAR_") || strings.HasPrefix(line, "| `OTEL_") {
			rows++
		}
	}
	if rows != len(settings) {
		t.Errorf("the README has %d settings, the program %d", rows, len(settings))
	}
	for _, s := range settings {
		if row := readmeRow(s); !strings.Contains(string(readme), row) {
			t.Errorf("the README lacks this row:\n%s", row)
		}
		if !strings.Contains(help, "  "+s.name+"\n") {
			t.Errorf("--help lacks %s", s.name)
		}
	}
}

func readmeRow(s setting) string {
	standard := ""
	if s.standard != "" {
		standard = "`" + s.standard + "` "
	}
	return "| `" + s.name + "` | " + standard + "| " + s.meaning + " |\n"
}

func TestCommandLinesThatAreNotUnderstoodSayWhatTheyShouldBe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args []string
		say  string
	}{
		{[]string{"sevre"}, "there is no command"},
		{[]string{"serve", "now"}, `it takes no "now"`},
		{[]string{"migrate"}, "say up, down or status"},
		{[]string{"migrate", "sideways"}, `it cannot "sideways"`},
		{[]string{"staff"}, "say add, reset or disable"},
		{[]string{"staff", "add"}, "give one email address"},
		{[]string{"staff", "sack", "rina@bandung.go.id"}, `it cannot "sack"`},
		{[]string{"staff", "add", "rina@bandung.go.id", "--rolle", "editor"}, "flag provided but not defined"},
		{[]string{"check", "--deplyo"}, "flag provided but not defined"},
	} {
		if code, _, complaint := said(t, nil, "", c.args...); code != exitUsage || !strings.Contains(complaint, c.say) {
			t.Errorf("%v: exit code %d, says %q", c.args, code, complaint)
		}
	}
	for _, c := range commands() {
		if code, out, _ := said(t, nil, "", c.name, "--help"); code != exitOK || !strings.Contains(out, c.usage) {
			t.Errorf("%s --help: exit code %d, says %q", c.name, code, out)
		}
	}
}

func TestVersionNamesTheBuild(t *testing.T) {
	t.Parallel()
	if code, out, _ := said(t, nil, "", "version"); code != exitOK || !strings.Contains(out, "kotakembar") || !strings.Contains(out, "go1.") {
		t.Errorf("%d %q", code, out)
	}
}

func TestStaffAreAddedGivenPasswordsAndClosedFromTheTerminal(t *testing.T) {
	t.Parallel()
	database := storetest.URL(t)
	s := at(t, database, nil)
	const email, secret = "rina@bandung.go.id", "kata sandi yang panjang\n"
	for _, c := range []struct {
		args []string
		in   string
		code int
		say  string
	}{
		{[]string{"staff", "add", email, "--role", "administrator", "--name", "Rina Lestari"}, "", exitOK, "One-time password: "},
		{[]string{"staff", "add", "--password-stdin", email}, secret, exitFailed, "email: "},
		{[]string{"staff", "add", "nobody"}, "", exitFailed, "email: "},
		{[]string{"staff", "add", "dimas@bandung.go.id", "--role", "king"}, "", exitFailed, "role: "},
		{[]string{"staff", "add", "dimas@bandung.go.id", "--password-stdin"}, "short\n", exitFailed, "at least 12"},
		{[]string{"staff", "add", "dimas@bandung.go.id", "--password-stdin"}, "korekapibirutua\n", exitFailed, "at least 2 kinds of signs"},
		{[]string{"staff", "reset", email, "--password-stdin"}, "korekapibirutua\n", exitFailed, "at least 2 kinds of signs"},
		{[]string{"staff", "add", "dimas@bandung.go.id", "--password-stdin", "--role", "reviewer"}, secret, exitOK, "was added as reviewer"},
		{[]string{"staff", "reset", "dimas@bandung.go.id"}, "", exitOK, "One-time password: "},
		{[]string{"staff", "reset", "siapa@bandung.go.id"}, "", exitFailed, "there is nobody"},
		{[]string{"staff", "disable", "dimas@bandung.go.id"}, "", exitOK, "can no longer sign in"},
		{[]string{"staff", "disable", email}, "", exitFailed, "At least one administrator"},
	} {
		code, out, complaint := said(t, s, c.in, c.args...)
		if code != c.code || !strings.Contains(out+complaint, c.say) {
			t.Errorf("%v: exit code %d, says %q %q", c.args, code, out, complaint)
		}
	}
}

// waiting counts the steps of the schema that a list says have not been applied.
func waiting(list string) int { return strings.Count("\n"+list, "\nwaiting ") }

func TestCommandsOnADatabaseWithoutSchemaSayWhatToDo(t *testing.T) {
	t.Parallel()
	s := at(t, storetest.Empty(t), nil)
	for _, args := range [][]string{{"staff", "add", "rina@bandung.go.id"}, {"check"}} {
		if code, _, complaint := said(t, s, "", args...); code != exitFailed || !strings.Contains(complaint, "kotakembar migrate up") {
			t.Errorf("%v: exit code %d, says %q", args, code, complaint)
		}
	}
	if code, out, complaint := said(t, s, "", "migrate", "up"); code != exitOK || waiting(out) > 0 {
		t.Errorf("migrate up: %d %q %q", code, out, complaint)
	}
	if code, out, _ := said(t, s, "", "migrate", "down"); code != exitOK || waiting(out) != 1 {
		t.Errorf("migrate down: %d %q", code, out)
	}
}

func TestCheckAsksForAPageAsTheSiteDoes(t *testing.T) {
	t.Parallel()
	database := storetest.URL(t)
	s := at(t, database, nil)
	if code, _, complaint := said(t, s, "", "staff", "add", "rina@bandung.go.id", "--role", "administrator"); code != exitOK {
		t.Fatal(complaint)
	}
	if code, out, complaint := said(t, s, "", "check"); code != exitOK || !strings.Contains(out, "database: fine, 1 ") {
		t.Errorf("check: %d %q %q", code, out, complaint)
	}
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if _, err := pool.Exec(t.Context(), "alter table cities rename column lat to latitude"); err != nil {
		t.Fatal(err)
	}
	if code, _, complaint := said(t, s, "", "check"); code != exitFailed || !strings.Contains(complaint, `column "lat" does not exist`) {
		t.Errorf("without a column: %d %q", code, complaint)
	}
}

func TestCheckWarnsByNumberAboutWeakProductionSettings(t *testing.T) {
	t.Parallel()
	weak := config{addr: "0.0.0.0:80", data: "./var", solo: true, adminPassword: "x", adminEmail: "admin@kotakembar.local"}
	remote := config{addr: "127.0.0.1:80", data: "/var/lib/x", baseURL: "https://kembar.example", databaseURL: "postgres://db.example/x",
		adminEmail: "rina@bandung.go.id", logJSON: true, factor: portal.Reviewer}
	for want, c := range map[string]config{"KK01 KK02 KK03 KK05 KK06 KK07 KK08 KK10 KK11": weak, "KK04 KK09": remote} {
		var found []string
		for _, w := range weaknesses {
			if w.found(c) {
				found = append(found, w.number)
			}
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("found %s, want %s", got, want)
		}
	}
}
