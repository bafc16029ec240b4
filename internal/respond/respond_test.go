package respond_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func request(method string, l i18n.Lang) *http.Request {
	r := httptest.NewRequest(method, "/en/x?a=1", nil)
	ctx := view.WithAmbient(i18n.With(r.Context(), l), view.Ambient{RequestID: "REQ1"})
	return r.WithContext(ctx)
}

func TestEachErrorHasItsStatusAndWords(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		say    string
	}{
		{portal.ErrNotFound, 404, "The lights are out here"},
		{fmt.Errorf("city x: %w", portal.ErrNotFound), 404, "The lights are out here"},
		{fmt.Errorf("program x: %w", &store.Gone{Kind: portal.KindProgram, ID: 7}), 410, "/en/changes/program/7"},
		{portal.ErrForbidden, 403, "not for your role"},
		{portal.ErrOthers, 403, "somebody else"},
		{respond.ErrCrossOrigin, 403, "another site"},
		{portal.ErrConflict, 409, "has changed"},
		{portal.ErrSignedOut, 401, "new tab"},
		{&portal.Invalid{Problems: []portal.Problem{{Field: "x", Key: "problem.reason"}}}, 422, "Say why you make this change."},
		{&http.MaxBytesError{Limit: 1}, 413, "Too large"},
		{&respond.TooOften{RetryAfter: time.Minute}, 429, "Wait a moment"},
		{context.DeadlineExceeded, 503, "database"},
		{respond.ErrUnavailable, 503, "database"},
		{errors.New("secret detail"), 500, "broke on our side"},
	} {
		w := httptest.NewRecorder()
		respond.Handler(func(http.ResponseWriter, *http.Request) error { return c.err }).ServeHTTP(w, request(http.MethodPost, i18n.EN))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.say) || !strings.Contains(w.Body.String(), "REQ1") {
			t.Errorf("%v: status %d, says %q: %v", c.err, w.Code, c.say, strings.Contains(w.Body.String(), c.say))
		}
		if strings.Contains(w.Body.String(), "secret") || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%v: tells what is inside, or may be kept", c.err)
		}
	}
}

func TestErrorPagesAreInTheReadersLanguage(t *testing.T) {
	w := httptest.NewRecorder()
	respond.Error(w, request(http.MethodGet, i18n.ID), portal.ErrNotFound)
	if !strings.Contains(w.Body.String(), "Lampunya padam di sini") || w.Header().Get("Content-Language") != "id" {
		t.Errorf("%v", w.Header())
	}
}

func TestTooOftenAndAwaySayWhenToTryAgain(t *testing.T) {
	for err, want := range map[error]string{&respond.TooOften{RetryAfter: time.Minute}: "60", context.DeadlineExceeded: "10", portal.ErrNotFound: ""} {
		w := httptest.NewRecorder()
		respond.Error(w, request(http.MethodGet, i18n.ID), err)
		if got := w.Header().Get("Retry-After"); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}

func TestReaderWhoIsSignedOutComesBackAfterSignIn(t *testing.T) {
	w := httptest.NewRecorder()
	respond.Error(w, request(http.MethodGet, i18n.EN), portal.ErrSignedOut)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/en/sign-in?next=%2Fen%2Fx%3Fa%3D1" {
		t.Errorf("%d %q", w.Code, w.Header().Get("Location"))
	}
}

func TestRedirectsLeadOnlyToOurOwnPaths(t *testing.T) {
	for path, want := range map[string]bool{
		"/": true, "/admin?x=1": true, "": false, "admin": false, "//evil": false, `/\evil`: false, "https://evil": false, "/\n/evil": false,
	} {
		err := respond.SeeOther(httptest.NewRecorder(), request(http.MethodPost, i18n.ID), path)
		if (err == nil) != want {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestPageOfStaffIsNeverKept(t *testing.T) {
	r := request(http.MethodGet, i18n.ID)
	r = r.WithContext(view.WithAmbient(r.Context(), view.Ambient{Staff: view.Person{Name: "Rina"}}))
	w := httptest.NewRecorder()
	if err := respond.Page(w, r, http.StatusOK, view.ErrorPage(view.Failure{})); err != nil {
		t.Fatal(err)
	}
	if w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("ETag") != "" {
		t.Errorf("%v", w.Header())
	}
}
