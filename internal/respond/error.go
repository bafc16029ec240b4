package respond

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Errors of the way a request comes in, beside those of package portal.
var (
	ErrBadRequest  = errors.New("request cannot be read")
	ErrCrossOrigin = errors.New("post from another site")
	ErrMethod      = errors.New("method not allowed")
	ErrFormat      = errors.New("no format that the client takes")
	ErrTooLong     = errors.New("address too long")
	ErrMisdirected = errors.New("not a host of this site")
	ErrUnavailable = errors.New("not ready")
)

// TooOften asks the reader to wait.
type TooOften struct{ RetryAfter time.Duration }

func (e *TooOften) Error() string { return "too often" }

// retryAfter is when a reader may try again while the database is away.
const retryAfter = 10 * time.Second

// fault is how an error is answered: the status, and the key of its words below error.
type fault struct {
	status int
	key    string
}

// faults is the table of errors that are known by their value.
var faults = []struct {
	err error
	fault
}{
	{portal.ErrNotFound, fault{http.StatusNotFound, "not_found"}},
	{portal.ErrOthers, fault{http.StatusForbidden, "others"}}, // which is an ErrForbidden as well
	{portal.ErrForbidden, fault{http.StatusForbidden, "forbidden"}},
	{portal.ErrConflict, fault{http.StatusConflict, "conflict"}},
	{store.ErrKept, fault{http.StatusUnauthorized, "kept"}},
	{portal.ErrSignedOut, fault{http.StatusUnauthorized, "signed_out"}},
	{ErrBadRequest, fault{http.StatusBadRequest, "bad_request"}},
	{ErrCrossOrigin, fault{http.StatusForbidden, "cross_origin"}},
	{ErrMethod, fault{http.StatusMethodNotAllowed, "method"}},
	{ErrFormat, fault{http.StatusNotAcceptable, "format"}},
	{ErrTooLong, fault{http.StatusRequestURITooLong, "bad_request"}},
	{ErrMisdirected, fault{http.StatusMisdirectedRequest, "misdirected"}},
	{ErrUnavailable, fault{http.StatusServiceUnavailable, "unavailable"}},
	{media.ErrAway, fault{http.StatusServiceUnavailable, "unavailable"}},
	{media.ErrFull, fault{http.StatusInsufficientStorage, "full"}},
	{http.ErrNotMultipart, fault{http.StatusBadRequest, "bad_request"}},
	{http.ErrMissingBoundary, fault{http.StatusBadRequest, "bad_request"}},
}

// faultOf finds how an error is answered.
func faultOf(err error) fault {
	if _, gone := errors.AsType[*store.Gone](err); gone { // which is an ErrNotFound as well
		return fault{http.StatusGone, "gone"}
	}
	for _, known := range faults {
		if errors.Is(err, known.err) {
			return known.fault
		}
	}
	if portal.AsInvalid(err) != nil {
		return fault{http.StatusUnprocessableEntity, "invalid"}
	}
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return fault{http.StatusRequestEntityTooLarge, "too_large"}
	}
	if _, often := errors.AsType[*TooOften](err); often {
		return fault{http.StatusTooManyRequests, "too_many"}
	}
	if store.Away(err) {
		return fault{http.StatusServiceUnavailable, "unavailable"}
	}
	return fault{http.StatusInternalServerError, "internal"}
}

// Error answers with the page of an error, or with its problem where programs ask.
func Error(w http.ResponseWriter, r *http.Request, err error) {
	if forPrograms(r.Context()) {
		problem(w, r, err)
		return
	}
	if errors.Is(err, portal.ErrSignedOut) && r.Method != http.MethodPost {
		http.Redirect(w, r, signIn(r), http.StatusSeeOther)
		return
	}
	f := faultOf(err)
	wait(w.Header(), f, err)
	record(r.Context(), f, err)
	if err := Page(w, r, f.status, view.ErrorPage(failure(r, f, err))); err != nil {
		slog.ErrorContext(r.Context(), "error page failed", "error", err)
		http.Error(w, http.StatusText(f.status), f.status)
	}
}

// record logs what is our fault, here and nowhere else.
func record(ctx context.Context, f fault, err error) {
	if f.status >= http.StatusInternalServerError && !errors.Is(err, ErrUnavailable) {
		slog.ErrorContext(ctx, "request failed", "status", f.status, "error", err)
	}
}

// signIn is the sign-in page that leads back to where the reader wanted to go.
func signIn(r *http.Request) string {
	return view.SignIn.In(i18n.From(r.Context())) + "?" + url.Values{"next": {r.URL.RequestURI()}}.Encode()
}

// wait tells when to try again, where that helps.
func wait(h http.Header, f fault, err error) {
	after := time.Duration(0)
	if f.status == http.StatusServiceUnavailable {
		after = retryAfter
	}
	if often, ok := errors.AsType[*TooOften](err); ok {
		after = often.RetryAfter
	}
	if after > 0 {
		h.Set("Retry-After", strconv.Itoa(int(after.Seconds())))
	}
}

// failure is what the page says: our words in the reader's language, and nothing of what is inside.
func failure(r *http.Request, f fault, err error) view.Failure {
	l := i18n.From(r.Context())
	page := view.Failure{
		Number: strconv.Itoa(f.status), Title: l.T("error." + f.key + ".title"), Text: l.T("error." + f.key + ".text"),
		RequestID: view.AmbientFrom(r.Context()).RequestID,
		Links:     []view.Link{{Label: l.T("error.home"), URL: view.Home.In(l)}},
	}
	if invalid := portal.AsInvalid(err); invalid != nil {
		page.Text = words(l, invalid)
	}
	if large, _ := errors.AsType[*http.MaxBytesError](err); large != nil && large.Limit > media.DefaultLimit { // that of a form with a file
		page.Text = l.T("error.too_large.file", l.Number(media.DefaultLimit>>20))
		page.Links = []view.Link{{Label: l.T("error.too_large.back"), URL: (&url.URL{Path: r.URL.Path}).String()}}
	}
	switch f.status {
	case http.StatusNotFound:
		page.Search = true
		page.Links = append(page.Links, view.Link{Label: l.T("footer.partners"), URL: view.Partners.In(l)}, brokenLink(r, l))
	case http.StatusGone:
		page.Search = true
		page.Links = append(page.Links, aroundGone(l, err)...)
	case http.StatusUnauthorized:
		page.Links = []view.Link{{Label: l.T("footer.sign_in"), URL: view.SignIn.In(l)}}
		if f.key == "kept" {
			page.Links[0].URL += "?" + url.Values{"next": {view.Admin(l, view.KeptForm)}}.Encode()
		}
	}
	return page
}

// brokenLink leads to the form by which readers tell of the address that they came to.
func brokenLink(r *http.Request, l i18n.Lang) view.Link {
	return view.Link{Label: l.T("error.broken_link"), URL: view.ReportAbout(l, r.URL.Path)}
}

// lists are where records stand that have a page of their own.
var lists = map[portal.Kind]view.Path{
	portal.KindCity: view.Partners, portal.KindAgreement: view.Agreements, portal.KindProgram: view.Programs, portal.KindSource: view.Sources,
}

// aroundGone leads from a record that was taken out to its list and to its history.
func aroundGone(l i18n.Lang, err error) (links []view.Link) {
	gone, ok := errors.AsType[*store.Gone](err)
	if !ok {
		return nil
	}
	if list, ok := lists[gone.Kind]; ok {
		links = append(links, view.Link{Label: l.T("kinds." + string(gone.Kind)), URL: list.In(l)})
	}
	return append(links, view.Link{
		Label: l.T("publication.link"), URL: view.RecordHistory.In(l, string(gone.Kind), strconv.FormatInt(gone.ID, 10)),
	})
}

// words are all problems in a row, for the rare page that has no form to show them in.
func words(l i18n.Lang, invalid *portal.Invalid) string {
	said := make([]string, len(invalid.Problems))
	for i, p := range invalid.Problems {
		said[i] = l.T(p.Key, p.Args...) + "."
	}
	return strings.Join(said, " ")
}
