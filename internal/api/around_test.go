package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestAnswerThatDidNotChangeIsNotSentAgain(t *testing.T) {
	f := openOwn(t)
	for _, path := range []string{"/api/v1/agreements/suwon", "/api/v1/agreements?limit=2", "/api/v1", "/api/v1/openapi.json"} {
		first := f.get(t, path).is(http.StatusOK)
		tag := first.Header().Get("ETag")
		if !strings.HasPrefix(tag, `"`) || first.Header().Get("Cache-Control") != "public, max-age=60" {
			t.Errorf("%s: tag %q, %q", path, tag, first.Header().Get("Cache-Control"))
		}
		for _, known := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
			again := f.get(t, path, "If-None-Match", known).is(http.StatusNotModified)
			if again.Body.Len() > 0 || again.Header().Get("ETag") != tag {
				t.Errorf("%s, %s: %d bytes, tag %q", path, known, again.Body.Len(), again.Header().Get("ETag"))
			}
		}
		f.get(t, path, "If-None-Match", `"other"`).is(http.StatusOK)
	}
	tag := f.get(t, "/api/v1/agreements/suwon").Header().Get("ETag")
	if _, err := f.pool.Exec(t.Context(), "update agreements set summary_en = summary_en || '.' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if a := f.get(t, "/api/v1/agreements/suwon", "If-None-Match", tag).is(http.StatusOK); a.Header().Get("ETag") == tag {
		t.Error("a changed record has the same tag")
	}
}

func TestOtherSitesMayRead(t *testing.T) {
	f := open(t)
	for _, path := range []string{"/api/v1/partners", "/api/v1/partners?limit=x", "/api/v1/nothing", "/api/v1/openapi.json"} {
		a := f.get(t, path, "Origin", "https://journalist.example")
		if a.Header().Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(a.Header().Get("Access-Control-Expose-Headers"), "ETag") {
			t.Errorf("%s: %v", path, a.Header())
		}
	}
	for _, path := range []string{"/api/v1", "/api/v1/partners", "/api/v1/partners/suwon", "/api/v1/openapi.yaml"} {
		a := f.ask(t, http.MethodOptions, path, "Origin", "https://journalist.example", "Access-Control-Request-Method", "GET").is(http.StatusNoContent)
		if a.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD, OPTIONS" || !strings.Contains(a.Header().Get("Access-Control-Allow-Headers"), "If-None-Match") {
			t.Errorf("%s: %v", path, a.Header())
		}
	}
	if a := f.get(t, "/mitra", "Origin", "https://journalist.example").is(http.StatusOK); a.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Error("a page of the site is open to other sites as well")
	}
}

func TestHeadAnswersLikeGet(t *testing.T) {
	f := open(t)
	get, head := f.get(t, "/api/v1/sectors").is(http.StatusOK), f.ask(t, http.MethodHead, "/api/v1/sectors").is(http.StatusOK)
	if head.Header().Get("ETag") != get.Header().Get("ETag") || head.Header().Get("Content-Type") != "application/json" {
		t.Errorf("%v, want %v", head.Header(), get.Header())
	}
}

func TestClientsThatTakeNoJSONAreTold(t *testing.T) {
	f := open(t)
	for accept, want := range map[string]int{
		"": 200, "*/*": 200, "application/*": 200, "application/json": 200, "text/html, application/json;q=0.5": 200,
		"text/html,application/xhtml+xml,*/*;q=0.8": 200, "text/html": 406, "application/json;q=0": 406, "application/xml": 406,
	} {
		if a := f.get(t, "/api/v1/sectors", "Accept", accept); a.Code != want {
			t.Errorf("%q: %d, want %d", accept, a.Code, want)
		}
	}
}

func TestErrorsAreProblemsInTheLanguageOfTheClient(t *testing.T) {
	f := open(t)
	for _, c := range []struct {
		path, language, title string
		status                int
	}{
		{"/api/v1/activities/0", "", "Tidak ada di sini", 404},
		{"/api/v1/activities/0", "id,en;q=0.5", "Tidak ada di sini", 404},
		{"/api/v1/activities/0", "en-GB", "Nothing is here", 404},
		{"/api/v1/activities/0", "de, en;q=0.3", "Nothing is here", 404},
		{"/api/v1/activities/abc", "en", "Nothing is here", 404},
		{"/api/v1/partners/atlantis", "en", "Nothing is here", 404},
		{"/api/v1/nothing", "en", "Nothing is here", 404},
		{"/api/v2", "en", "Nothing is here", 404},
		{"/api", "id", "Tidak ada di sini", 404},
		{"/api/v1/sectors?limit=0", "en", "A parameter needs mending", 422},
	} {
		a := f.get(t, c.path, "Accept-Language", c.language).is(c.status)
		o := a.object()
		lang := map[bool]string{true: "id", false: "en"}[c.title == "Tidak ada di sini"]
		if o.at("title") != c.title || o.at("status") != float64(c.status) || o.at("request_id") != "REQUEST1" ||
			a.Header().Get("Content-Type") != "application/problem+json" || a.Header().Get("Content-Language") != lang ||
			a.Header().Get("Cache-Control") != "no-store" || a.Header().Get("ETag") != "" {
			t.Errorf("%s in %q: %s %v", c.path, c.language, a.Body, a.Header())
		}
	}
	if a := f.ask(t, http.MethodPost, "/api/v1/sectors", "Accept-Language", "en").is(http.StatusMethodNotAllowed); a.object().at("title") != "This API is read only" {
		t.Errorf("%s", a.Body)
	}
}

func TestWhatIsWrongWithAQuestionIsToldParameterByParameter(t *testing.T) {
	f := open(t)
	for _, c := range []struct{ query, field, says string }{
		{"nature=x", "nature", "There is no such value; there are: protocol, substantive."},
		{"nature=protocol,x", "nature", "There is no such value; there are: protocol, substantive."},
		{"colour=red", "colour", "There is no such parameter; there are: "},
		{"limit=0", "limit", "At least 1."},
		{"limit=201", "limit", "At most 200."},
		{"limit=many", "limit", "Write a whole number."},
		{"limit=99999999999999999999", "limit", "Write a whole number."},
		{"q=" + strings.Repeat("x", 121), "q", "At most 120 characters."},
		{"sort=title", "sort", "There is no such value; there are: id, -id, start_on, -start_on."},
		{"fields=title,name", "fields", "There is no such value; there are: partner, agreement,"},
		{"since=2016-02-31", "since", "“2016-02-31” is no date"},
		{"since=2016~", "since", "“2016~” is no date"},
		{"until=yesterday", "until", "“yesterday” is no date"},
		{"updated_since=2016-13-01", "updated_since", "“2016-13-01” is no moment"},
		{"partner=atlantis", "partner", "No record has the short name “atlantis”."},
		{"nature=protocol&nature=substantive", "nature", "The parameter is named twice"},
	} {
		o := f.get(t, "/api/v1/activities?"+c.query, "Accept-Language", "en").is(http.StatusUnprocessableEntity).object()
		said, _ := o.at("errors", 0, "detail").(string)
		if o.at("errors", 0, "field") != c.field || !strings.HasPrefix(said, c.says) || o.at("errors", 1) != nil {
			t.Errorf("%s: %v, want %q", c.query, o.at("errors"), c.says)
		}
	}
	o := f.get(t, "/api/v1/activities?limit=0&nature=x").is(http.StatusUnprocessableEntity).object()
	if errors, _ := o.at("errors").([]any); len(errors) != 2 {
		t.Errorf("two mistakes are told as %v", errors)
	}
	if a := f.get(t, "/api/v1/activities/1?fields=x", "Accept-Language", "en").is(http.StatusUnprocessableEntity); a.object().at("errors", 0, "field") != "fields" {
		t.Errorf("%s", a.Body)
	}
}

func TestAskingTooOftenIsToBeWaitedForAndCountedInHeaders(t *testing.T) {
	t.Parallel()
	f := over(t, storetest.Shared(t), 3)
	for left := 2; left >= 0; left-- {
		a := f.get(t, "/api/v1/sectors?limit=1").is(http.StatusOK)
		if got, want := a.Header().Get("RateLimit"), fmt.Sprintf(`"address";r=%d;t=60`, left); got != want {
			t.Errorf("RateLimit %q, want %q", got, want)
		}
		if got := a.Header().Get("RateLimit-Policy"); got != `"address";q=3;w=60` {
			t.Errorf("RateLimit-Policy %q", got)
		}
	}
	a := f.get(t, "/api/v1/partners", "Accept-Language", "en").is(http.StatusTooManyRequests)
	if a.Header().Get("Retry-After") != "60" || a.object().at("title") != "Too many requests" || a.Header().Get("RateLimit") != `"address";r=0;t=60` {
		t.Errorf("%v %s", a.Header(), a.Body)
	}
	f.get(t, "/mitra").is(http.StatusOK)
}
