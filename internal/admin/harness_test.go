package admin_test

import (
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/admin"
	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// office is the face for staff on a server of its own.
type office struct {
	*store.Store
	t     *testing.T
	url   string
	files *media.Store
	dir   string // of the files
}

// place is where a kept file lies.
func (o office) place(hash string) string { return filepath.Join(o.dir, hash[:2], hash[2:]) }

func newOffice(t *testing.T, solo bool) office {
	t.Helper()
	o, _ := newOfficeOver(t, storetest.URL(t), solo)
	return o
}

// newOfficeOver is an office whose database the test may also ask itself.
func newOfficeOver(t *testing.T, database string, solo bool) (office, *pgxpool.Pool) {
	t.Helper()
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return officeOn(t, pool, solo), pool
}

// officeOn is an office over a pool of connections.
func officeOn(t *testing.T, pool *pgxpool.Pool, solo bool) office {
	t.Helper()
	s := store.New(pool)
	dir := t.TempDir()
	files, err := media.Open(dir, media.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	keeper := auth.NewKeeper(auth.Keeper{
		Store: s, Solo: solo, Now: time.Now, Answer: respond.Error,
		Secure: func(*http.Request) bool { return false },
		Desk:   view.Admin,
	})
	r := chi.NewRouter()
	r.Use(english, keeper.Load)
	admin.Office{Store: s, Keeper: keeper, Files: files, Now: time.Now, ContactDays: 180}.Mount(r)
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	return office{Store: s, t: t, url: server.URL, files: files, dir: dir}
}

// english tells the language by the address and reads forms, as the server does.
func english(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := i18n.ID
		if strings.HasPrefix(r.URL.Path, "/en/") {
			l = i18n.EN
		}
		_ = r.ParseForm() // what is wrong with a body, its handler finds
		next.ServeHTTP(w, r.WithContext(i18n.With(r.Context(), l)))
	})
}

// person is somebody at a browser of their own.
type person struct {
	office
	client *http.Client
	name   string
}

const password = "correct horse battery"

func (o office) person(name string, role portal.Role) person {
	o.t.Helper()
	hash, err := auth.Hash(password)
	if err != nil {
		o.t.Fatal(err)
	}
	email := name + "@example.test"
	if _, err := o.AddStaff(o.t.Context(), portal.Staff{Email: email, Name: name, Role: role, PasswordHash: hash}); err != nil {
		o.t.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		o.t.Fatal(err)
	}
	p := person{office: o, name: name, client: &http.Client{
		Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	if a := p.post("/masuk", url.Values{"email": {email}, "password": {password}}); a.status != http.StatusSeeOther {
		o.t.Fatalf("sign-in of %s: %d %s", name, a.status, a.text("main"))
	}
	return p
}

// answer is what came back.
type answer struct {
	t        *testing.T
	status   int
	location string
	page     *goquery.Document
}

func (a answer) text(selector string) string {
	return strings.Join(strings.Fields(a.page.Find(selector).Text()), " ")
}

// holds fails unless the selected part of the page says the words.
func (a answer) holds(selector, words string) {
	a.t.Helper()
	if got := a.text(selector); !strings.Contains(got, words) {
		a.t.Errorf("%s says %q, want it to hold %q", selector, got, words)
	}
}

func (a answer) is(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("status %d, want %d: %s", a.status, status, a.text("main"))
	}
	return a
}

func (p person) get(path string) answer {
	p.t.Helper()
	resp, err := p.client.Get(p.url + path)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.read(resp)
}

func (p person) post(path string, form url.Values) answer {
	p.t.Helper()
	resp, err := p.client.PostForm(p.url+path, form)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.read(resp)
}

func (p person) read(resp *http.Response) answer {
	p.t.Helper()
	defer resp.Body.Close()
	page, err := goquery.NewDocumentFromReader(resp.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return answer{t: p.t, status: resp.StatusCode, location: resp.Header.Get("Location"), page: page}
}

// filled is what the page's main form would send as it stands.
func (a answer) filled() url.Values {
	form := url.Values{}
	a.page.Find("main form.form").First().Find("input, textarea, select").Each(func(_ int, s *goquery.Selection) {
		name, ok := s.Attr("name")
		if !ok {
			return
		}
		kind, _ := s.Attr("type")
		_, checked := s.Attr("checked")
		switch {
		case s.Is("select"):
			form.Add(name, s.Find("option[selected]").AttrOr("value", ""))
		case s.Is("textarea"):
			form.Add(name, s.Text())
		case kind == "checkbox" || kind == "radio":
			if checked {
				form.Add(name, s.AttrOr("value", "on"))
			}
		default:
			form.Add(name, s.AttrOr("value", ""))
		}
	})
	return form
}

// approval is the decision form of a page, filled to approve.
func approval(page answer) url.Values {
	verdict := page.is(http.StatusOK).filled()
	verdict.Set("verdict", "apply")
	return verdict
}

// path is the address of a record at its desk.
func path(desk string, id int64, more ...string) string {
	return view.Admin(i18n.ID, append([]string{desk, strconv.FormatInt(id, 10)}, more...)...)
}

// changeOf is the number of the change to which a redirect leads.
func (a answer) changeOf() int64 {
	a.t.Helper()
	rest, ok := strings.CutPrefix(a.location, "/admin/changes/")
	if !ok {
		a.t.Fatalf("redirect to %q, want a change", a.location)
	}
	rest, _, _ = strings.Cut(rest, "?")
	id, err := strconv.ParseInt(rest, 10, 64)
	if err != nil {
		a.t.Fatal(err)
	}
	return id
}

// selection is a part of a page.
type selection = goquery.Selection
