package main

import (
	"fmt"
	"log/slog"
	"net/netip"
	"path/filepath"
	"time"

	"kotakembar/internal/auth"
	"kotakembar/internal/identity"
	"kotakembar/internal/mail"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/watch"
)

// setting is one row of the table of settings.
type setting struct{ name, standard, meaning string }

// settings is that table: --help prints it, and a test holds the README's against it.
var settings = []setting{
	{"DATABASE_URL", "", "address of a PostgreSQL server, 15 or newer, with its extensions unaccent and pg_trgm; it may name several hosts, of which target_session_attrs=read-write finds the one that takes writes; without it a private one is run in the data folder"},
	{"DATABASE_READ_URL", "", "address of copies (hot standbys) of that server, from which pages of citizens are read while a copy holds all that was published; it may name several hosts, of which target_session_attrs=prefer-standby finds a copy first"},
	{"KOTAKEMBAR_ADDR", "127.0.0.1:8080", "address and port to listen on"},
	{"KOTAKEMBAR_BASE_URL", "", "scheme and host by which the public reaches the site, such as https://kembar.example; without it links of sources are not checked, since sites could not see who asks"},
	{"KOTAKEMBAR_DATA", "./var", "folder of the private database and of uploaded files"},
	{"KOTAKEMBAR_FILES", "", "bucket of uploaded files that many nodes share, by the protocol of Amazon S3, such as s3://kembar?endpoint=https://s3.example&region=id; without it they lie in the data folder"},
	{"KOTAKEMBAR_FILES_KEY", "", "name of the key to that bucket"},
	{"KOTAKEMBAR_FILES_SECRET", "", "the key to that bucket"},
	{"KOTAKEMBAR_ADMIN_EMAIL", "admin@kotakembar.local", "email of the first administrator, made when there is no staff yet"},
	{"KOTAKEMBAR_ADMIN_PASSWORD", "", "password of the first administrator; without it a one-time password is printed"},
	{"KOTAKEMBAR_POSTGRES_BIN", "", "folder of the programs postgres and initdb, where they are not found by themselves"},
	{"KOTAKEMBAR_HOSTS", "", "further host names of the site, separated by commas; those of the base URL, the listen address and this machine are always known"},
	{"KOTAKEMBAR_TRUSTED_PROXIES", "", "networks of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, such as 10.0.0.0/8, separated by commas"},
	{"KOTAKEMBAR_SOLO_REVIEW", "false", "true lets people decide on their own changes, for an office of one person"},
	{"KOTAKEMBAR_SECOND_FACTOR", "none", "who must sign in with a second factor: none, reviewers (and administrators), or everybody; who is free to may always"},
	{"KOTAKEMBAR_PASSWORD_MIN", "12", "least number of characters of a new password, from 8 to 64; 15 where there is no second factor is better"},
	{"KOTAKEMBAR_PASSWORD_MAX", "128", "greatest number of characters of a password, from 64 to 256"},
	{"KOTAKEMBAR_PASSWORD_MIX", "2", "least number of kinds of signs in a new password, out of small letters, capitals, digits and others such as a space, from 1 to 4; 1 asks for no mix"},
	{"KOTAKEMBAR_PASSWORD_DAYS", "365", "days for which a password holds; its holder is told two weeks before, and asked for another at the first sign-in after; 0 for ever"},
	{"KOTAKEMBAR_OIDC_ISSUER", "", "address of an OpenID Connect provider by which staff may sign in too, such as https://login.example/realms/city; they need an account here with the same verified email"},
	{"KOTAKEMBAR_OIDC_CLIENT", "", "name of this site at that provider; its two redirect addresses are /masuk/akun-kantor/kembali and /en/sign-in/office-account/back below the base URL"},
	{"KOTAKEMBAR_OIDC_SECRET", "", "secret of this site at that provider"},
	{"KOTAKEMBAR_OIDC_ROLES", "", "claim of that provider, and which of its values give which role here at each sign-in, such as groups kembar-editor=editor,kembar-head=administrator; who has none of them may not come in by it; without it roles are given here alone"},
	{"KOTAKEMBAR_CONTACT_DAYS", "180", "days for which name and email of a citizen who wrote are kept after the final answer"},
	{"KOTAKEMBAR_AUDIT_YEARS", "5", "years for which the audit trail of staff is kept, from 1 to 30"},
	{"KOTAKEMBAR_API_RATE", "60", "requests that one address may make to the API in a minute; 0 for any number, where a proxy keeps count"},
	{"KOTAKEMBAR_JOBS", "true", "false leaves background work, such as mail and link checks, to other nodes; one at least must do it"},
	{"KOTAKEMBAR_SMTP_URL", "", "mail server, such as smtp://name:password@mail.example:587 or smtps://mail.example; without it mails are kept on the page Outbox"},
	{"KOTAKEMBAR_MAIL_FROM", "", "sender of all mails, such as Kota Kembar <kembar@bandung.go.id>; needed with a mail server"},
	{"KOTAKEMBAR_DRAIN", "0", "seconds, up to 60, for which a program that was asked to end says that it is not ready and still answers, so that a balancer sends readers elsewhere first"},
	{"KOTAKEMBAR_LOG", "text", "text or json; add a level after a comma, such as json,debug; the signal USR1 makes a running copy say everything, USR2 what is set here again"},
	{"KOTAKEMBAR_SLOW_QUERY", "500", "milliseconds from which a question to the database is written to the log, without values; 0 for never"},
	{"KOTAKEMBAR_METRICS_ADDR", "", "address and port at which Prometheus may fetch /metrics, such as 127.0.0.1:9464; let nobody else reach it; without it there are no numbers"},
	{"OTEL_EXPORTER_OTLP_ENDPOINT", "", "collector of OpenTelemetry that takes OTLP as JSON over HTTP, such as http://127.0.0.1:4318; the other usual OTEL_ variables count too; without it no traces are told"},
}

// config is what the settings say, checked.
type config struct {
	databaseURL   string
	readURL       string // of copies of the database; empty for none
	addr          string
	baseURL       string
	data          string
	files         string // the bucket of uploaded files, empty for a folder
	filesKey      media.Key
	adminEmail    string
	adminPassword string
	postgresBin   string
	hosts         []string
	proxies       []netip.Prefix
	solo          bool
	factor        portal.Role
	passwords     auth.PasswordRules
	identity      *identity.Provider     // nil where there is none
	roles         map[string]portal.Role // by values of a claim; nil where roles are given here alone
	contactDays   int
	auditYears    int
	apiRate       int
	jobs          bool
	drain         time.Duration
	mail          *mail.Server // nil where there is none
	logJSON       bool
	logLevel      slog.Level
	slow          time.Duration // of questions to the database; 0 for none
	tracer        *watch.Tracer // nil where nobody gathers spans
	metricsAddr   string        // empty where nobody fetches numbers
}

func (c config) databaseDir() string { return filepath.Join(c.data, "database") }
func (c config) filesDir() string    { return filepath.Join(c.data, "files") }

// openFiles opens the place of uploaded files.
func (c config) openFiles() (files *media.Store, err error) {
	if c.files == "" {
		files, err = media.Open(c.filesDir(), 0)
	} else {
		files, err = media.OpenBucket(c.files, c.filesKey, filepath.Join(c.data, "incoming"), 0)
	}
	if err != nil {
		return nil, fmt.Errorf("%w; give this user the right to write there, or set KOTAKEMBAR_DATA to another folder", err)
	}
	return files, nil
}

// logger writes what the program has to say.
func (c config) logger(w world) *slog.Logger { return c.loggerAt(w, c.logLevel) }

// loggerAt is logger for a level that may change.
func (c config) loggerAt(w world, level slog.Leveler) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if c.logJSON {
		return slog.New(watch.Handler(slog.NewJSONHandler(w.err, options)))
	}
	return slog.New(watch.Handler(slog.NewTextHandler(w.err, options)))
}
