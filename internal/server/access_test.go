package server_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// rights are all routes of staff beside those of the desks, each with the least role that it lets in. A new route that stands in none of
// these lists fails the test: say here who may use it.
var rights = map[portal.Role][]string{
	portal.Editor: {
		"GET ", "POST /tasks/give", "GET /changes", "GET /changes/{id}", "GET /changes/{id}/preview", "GET /changes/{id}/edit", "POST /changes/{id}/edit",
		"POST /changes/{id}/withdraw", "POST /changes/{id}/recall", "POST /changes/{id}/restart", "POST /changes/{id}/restore", "POST /changes/{id}/comment", "POST /changes/{id}/readers", "GET /kept", "POST /changes/{id}/unschedule",
		"GET /batches", "GET /batches/{id}", "POST /batches/{id}/withdraw", "GET /batches/{id}/undo", "POST /batches/{id}/undo",
		"GET /letters", "GET /letters/{id}", "POST /letters/{id}", "GET /letters/{id}/file", "GET /dossiers/{id}", "GET /errands/{id}",
		"GET /imports", "GET /imports/{id}", "POST /imports/{id}/match", "POST /imports/{id}/hand-in", "POST /imports/{id}/drop",
		"GET /notices", "POST /notices", "GET /password", "POST /password", "GET /confirm", "POST /confirm", "POST /confirm/passkey",
		"POST /confirm/passkey/start", "GET /security", "POST /security/account", "POST /security/sessions", "POST /security/start", "GET /security/app",
		"POST /security/app", "POST /security/codes", "POST /security/remove", "POST /security/passkey", "POST /security/passkey/start",
		"POST /security/passkey/remove",
		"GET /files", "POST /files", "GET /files/{hash}", "GET /files/{hash}/small", "GET /links", "GET /links/{id}", "POST /links/{id}/check", "POST /links/{id}/archive",
		"GET /reports", "GET /reports/{period}", "POST /reports/{period}/file", "GET /sent-reports/{id}", "POST /sent-reports/{id}/file", "POST /sent-reports/{id}/content",
		"GET /translations", "POST /translations", "GET /questionnaires", "GET /questionnaires/new", "POST /questionnaires/new",
		"POST /tasks/export", "POST /changes/export", "POST /batches/export", "POST /letters/export", "POST /links/export", "POST /translations/export",
		"GET /questionnaires/{id}", "POST /questionnaires/{id}/close", "GET /questionnaires/{id}/paper", "POST /questionnaires/{id}/paper",
	},
	portal.Reviewer: {
		"POST /changes/{id}/decide", "POST /changes/{id}/assign", "POST /changes/assign", "POST /changes/{id}/review", "GET /changes/{id}/urgent",
		"POST /changes/{id}/urgent", "POST /batches/{id}/decide", "POST /batches/{id}/assign", "GET /reports/{period}/send", "POST /reports/{period}/send",
	},
	portal.Administrator: {
		"GET /staff", "GET /staff/new", "POST /staff/new", "GET /staff/{id}", "POST /staff/{id}", "POST /staff/{id}/sessions", "POST /staff/{id}/hand-over", "POST /staff/{id}/account",
		"GET /staff/{id}/factor", "POST /staff/{id}/factor", "POST /staff/{id}/invitation", "POST /staff/{id}/invitation/withdraw",
		"GET /jobs", "POST /jobs/{id}/again", "GET /outbox", "GET /outbox/{id}", "POST /outbox/{id}/send", "GET /audit", "POST /audit/export",
		"POST /files/{hash}/forget",
	},
}

// deskRights are the routes of the desk of every kind of record. All of them are for everybody of the staff: who may decide is the
// question of changes.
var deskRights = []string{
	"GET ", "POST /list", "GET /new", "POST /new", "GET /bulk", "POST /bulk", "POST /export", "GET /template", "GET /import", "POST /import",
	"GET /{id}", "POST /{id}", "GET /{id}/history", "GET /{id}/retire", "POST /{id}/retire",
}

// readAsTheyStand are those that show a page to whom they let in, where there is a record.
var readAsTheyStand = []string{"GET ", "GET /new", "GET /template", "GET /import", "GET /{id}", "GET /{id}/history", "GET /{id}/retire"}

// seated is a browser whose person has a session, without the pains of a password.
func (s site) seated(name string, role portal.Role) *browser {
	s.t.Helper()
	id, err := s.store.AddStaff(s.t.Context(), portal.Staff{Email: name + "@bandung.go.id", Name: name, Role: role, PasswordHash: "-"})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.seat(id)
}

func (s site) seat(id int64) *browser {
	s.t.Helper()
	token := make([]byte, 32)
	_, _ = rand.Read(token)
	hash := sha256.Sum256(token)
	now := time.Now()
	if err := s.store.AddSession(s.t.Context(), store.NewSession{TokenHash: hash[:], StaffID: id, ProvedAt: now, Expires: now.Add(time.Hour)}); err != nil {
		s.t.Fatal(err)
	}
	b := s.browser()
	b.id = id
	b.cookies["__Host-kotakembar"] = &http.Cookie{Name: "__Host-kotakembar", Value: base64.RawURLEncoding.EncodeToString(token)}
	return b
}

// staffRoute is a route of staff, taken apart.
type staffRoute struct {
	route
	desk string // the desk that it belongs to, empty for none
	rest string // method and pattern below the desk, or below all desks
}

func (r staffRoute) least() (portal.Role, bool) {
	if r.desk != "" {
		return portal.Editor, slices.Contains(deskRights, r.rest)
	}
	for role, all := range rights {
		if slices.Contains(all, r.rest) {
			return role, true
		}
	}
	return "", false
}

// staffRoutes are all that the router knows, in Indonesian; another test holds that both languages have the same guards.
func staffRoutes(t *testing.T, s site) (all []staffRoute, desks []string) {
	t.Helper()
	prefix := view.Desks.In(i18n.ID)
	for _, r := range routesOf(t, s) {
		if name, found := strings.CutSuffix(r.pattern, "/template"); found && strings.HasPrefix(name, prefix+"/") {
			desks = append(desks, strings.TrimPrefix(name, prefix+"/"))
		}
	}
	for _, r := range routesOf(t, s) {
		below, ours := strings.CutPrefix(r.pattern, prefix)
		if !ours || below != "" && below[0] != '/' {
			continue
		}
		one := staffRoute{route: r, rest: r.method + " " + below}
		if name, rest, _ := strings.Cut(strings.TrimPrefix(below, "/"), "/"); slices.Contains(desks, name) {
			one.desk, one.rest = name, strings.TrimSuffix(r.method+" /"+rest, "/")
			if rest == "" {
				one.rest = r.method + " "
			}
		}
		all = append(all, one)
	}
	return all, desks
}

func TestEveryRoleAtEveryRouteOfStaffForEveryKindOfRecord(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	routes, desks := staffRoutes(t, s)
	if len(desks) != len(portal.Kinds) {
		t.Errorf("%d desks for %d kinds of records", len(desks), len(portal.Kinds))
	}
	people := map[portal.Role]*browser{}
	for _, role := range portal.Roles {
		people[role] = s.seated(string(role), role)
	}
	records := map[string]string{}
	for _, desk := range desks {
		records[desk] = people[portal.Editor].firstOf(desk)
	}
	for _, r := range routes {
		least, known := r.least()
		if !known {
			t.Errorf("%s: nobody has said who may use it", r.rest)
			continue
		}
		record := records[r.desk]
		if record != "" {
			r.address = strings.ReplaceAll(r.address, "999999", record)
		}
		visitor := http.StatusSeeOther
		if r.method == http.MethodPost {
			visitor = http.StatusUnauthorized
		}
		must(t, r.route, "as nobody", s.browser().try(r.route), visitor)
		for _, role := range portal.Roles {
			a := people[role].try(r.route)
			switch {
			case !role.Includes(least):
				must(t, r.route, "as "+string(role), a, http.StatusForbidden)
			case r.desk != "" && slices.Contains(readAsTheyStand, r.rest) && (record != "" || !strings.Contains(r.rest, "{")):
				must(t, r.route, "as "+string(role), a, http.StatusOK)
			case a.StatusCode == http.StatusUnauthorized || a.StatusCode == http.StatusForbidden || a.StatusCode >= 500:
				t.Errorf("%s as %s: status %d", r.rest, role, a.StatusCode)
			}
		}
	}
}

// firstOf is the number of the first record in the list of a desk, empty where there is none.
func (b *browser) firstOf(desk string) string {
	b.t.Helper()
	number := regexp.MustCompile(`href="/admin/` + desk + `/([0-9]+)"`).FindStringSubmatch(b.get("/admin/" + desk).is(http.StatusOK).body)
	if number == nil {
		return ""
	}
	return number[1]
}

// waiting is the address of a change of a kind of record that waits for a decision.
func waiting(t *testing.T, pool *pgxpool.Pool, kind portal.Kind, author *browser) string {
	t.Helper()
	var id int64
	err := pool.QueryRow(t.Context(),
		`insert into changes (kind, record_id, base_version, title, reason, state, author_id, author)
		values ($1, 1, 1, 'Coba', 'Untuk dicoba.', 'submitted', $2, 'seseorang')
		returning id`, kind, author.id).Scan(&id)
	if err != nil {
		t.Fatal(err)
	}
	return view.Admin(i18n.ID, "changes", strconv.FormatInt(id, 10))
}

// sendsBack decides on a change that nobody has touched since it was handed in.
func (b *browser) sendsBack(change string) int {
	b.t.Helper()
	return b.post(change+"/decide", url.Values{"verdict": {"return"}, "note": {"Tunggu dulu."}, "revision": {"1"}}).StatusCode
}

func TestWhoMayDecideOnAChangeOfEveryKindOfRecord(t *testing.T) {
	t.Parallel()
	s := closed(t, nil)
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	alone := closed(t, func(c *server.Config) { c.Solo = true })
	alone.store = s.store
	alone.Open(t.Context(), s.store)

	editor, colleague := s.seated("asep", portal.Editor), s.seated("dewi", portal.Editor)
	reviewer, peer, head := s.seated("rina", portal.Reviewer), s.seated("sri", portal.Reviewer), s.seated("ani", portal.Administrator)
	inSolo := func(b *browser) *browser {
		same := alone.browser()
		same.cookies = b.cookies
		return same
	}
	for _, kind := range portal.Kinds {
		byEditor, second := waiting(t, pool, kind, editor), waiting(t, pool, kind, colleague)
		own, third := waiting(t, pool, kind, reviewer), waiting(t, pool, kind, head)
		for _, c := range []struct {
			who    string
			b      *browser
			change string
			want   int
		}{
			{"nobody", s.browser(), byEditor, http.StatusUnauthorized},
			{"an editor", colleague, byEditor, http.StatusForbidden},
			{"its author, an editor", editor, byEditor, http.StatusForbidden},
			{"its author, an editor in an office of one", inSolo(editor), byEditor, http.StatusForbidden},
			{"its author, a reviewer", reviewer, own, http.StatusForbidden},
			{"its author, an administrator", head, third, http.StatusForbidden},
			{"another reviewer", peer, byEditor, http.StatusSeeOther},
			{"an administrator", head, second, http.StatusSeeOther},
			{"its author, a reviewer in an office of one", inSolo(reviewer), own, http.StatusSeeOther},
			{"its author, an administrator in an office of one", inSolo(head), third, http.StatusSeeOther},
		} {
			if got := c.b.sendsBack(c.change); got != c.want {
				t.Errorf("%s: %s gets %d, want %d", kind, c.who, got, c.want)
			}
		}
	}
}
