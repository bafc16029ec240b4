package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// draft begins a change of one column of a public record.
func (s site) draft(author portal.Actor, kind portal.Kind, id int64, column, value string) portal.Change {
	s.t.Helper()
	live, version, err := s.store.Live(s.t.Context(), kind, id)
	if err != nil || version == 0 {
		s.t.Fatal(version, err)
	}
	raw, err := json.Marshal(value)
	if err != nil {
		s.t.Fatal(err)
	}
	after := portal.Pick(live, live, nil)
	after.Fields[column] = raw
	c := portal.Change{
		Kind: kind, RecordID: id, BaseVersion: version, Op: portal.OpSave, Title: "x", Before: live, After: after, State: portal.Draft,
	}
	if err := s.store.SaveChange(s.t.Context(), author, &c); err != nil {
		s.t.Fatal(err)
	}
	return c
}

func TestPreviewIsThePublicPageAsItWouldBeAndChangesNothing(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	author := portal.Actor{ID: s.person("rina@bandung.go.id", portal.Editor, nil), Name: "rina", Role: portal.Editor}
	s.person("asep@bandung.go.id", portal.Editor, nil)
	agreement, err := s.store.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	const words = "Kalimat yang belum terbit."
	c := s.draft(author, portal.KindAgreement, agreement.ID, "summary_id", words)
	at := view.Admin(i18n.ID, "changes", strconv.FormatInt(c.ID, 10), "preview")
	rina := s.signedIn("rina@bandung.go.id")
	shown := rina.get(at).is(http.StatusOK)
	for _, want := range []string{words, i18n.ID.T("preview.title"), `<meta name="robots" content="noindex"`, agreement.Title.ID} {
		if !strings.Contains(shown.body, want) {
			t.Errorf("the preview does not hold %q", want)
		}
	}
	if kept, robots := shown.Header.Get("Cache-Control"), shown.Header.Get("X-Robots-Tag"); kept != "no-store" || robots != "noindex" {
		t.Errorf("the preview may be kept: %q, %q", kept, robots)
	}
	public := s.browser().get(view.Agreement.In(i18n.ID, "melbourne")).is(http.StatusOK)
	if strings.Contains(public.body, words) || strings.Contains(public.body, i18n.ID.T("preview.title")) {
		t.Error("what was previewed is public")
	}
	if now, err := s.store.Agreements.ByID(t.Context(), agreement.ID); err != nil || now.Version != agreement.Version {
		t.Errorf("the record is in version %d, %v", now.Version, err)
	}
	s.signedIn("asep@bandung.go.id").get(at).is(http.StatusNotFound) // a draft is its author's alone
}

func TestRecordWithoutAPageIsPreviewedOnThePageItStandsOn(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	author := portal.Actor{ID: s.person("rina@bandung.go.id", portal.Editor, nil), Name: "rina", Role: portal.Editor}
	promises, err := s.store.Promises.All(t.Context())
	if err != nil || len(promises) == 0 {
		t.Fatal(len(promises), err)
	}
	const words = "Janji yang belum terbit"
	c := s.draft(author, portal.KindPromise, promises[0].ID, "words_id", words)
	shown := s.signedIn("rina@bandung.go.id").get(view.Admin(i18n.ID, "changes", strconv.FormatInt(c.ID, 10), "preview")).is(http.StatusOK)
	if !strings.Contains(shown.body, words) {
		t.Error("the promise is not on the page of its agreement")
	}
}

func TestFormIsPreviewedAsTypedWithoutBeingSaved(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person("rina@bandung.go.id", portal.Editor, nil)
	rina := s.signedIn("rina@bandung.go.id")
	agreement, err := s.store.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at := view.Admin(i18n.ID, "agreements", strconv.FormatInt(agreement.ID, 10))
	form := filled(t, rina.get(at).is(http.StatusOK).body)
	form.Set("summary_id", "Kalimat yang hanya diketik.")
	form.Set("do", "preview")
	if shown := rina.post(at, form).is(http.StatusOK); !strings.Contains(shown.body, "Kalimat yang hanya diketik.") || strings.Contains(shown.body, `name="summary_id"`) {
		t.Error("the page is not shown as typed")
	}
	form.Set("title_en", "")
	if again := rina.post(at, form).is(http.StatusUnprocessableEntity); !strings.Contains(again.body, "Kalimat yang hanya diketik.") {
		t.Error("a form that cannot be previewed comes back without what was typed")
	}
	_, made, err := s.store.Changes(t.Context(), store.ChangeFilter{States: []portal.State{portal.Draft, portal.Submitted}, Number: 1, Size: 1})
	if err != nil || made > 0 {
		t.Errorf("previews made %d changes, %v", made, err)
	}
}

// filled is what the form of a page would send as it stands.
func filled(t testing.TB, body string) url.Values {
	t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{}
	page.Find("form.form [name]").Each(func(_ int, in *goquery.Selection) {
		_, checked := in.Attr("checked")
		switch kind := in.AttrOr("type", ""); {
		case in.Is("button") || (kind == "checkbox" || kind == "radio") && !checked:
		case in.Is("select"):
			form.Add(in.AttrOr("name", ""), in.Find("option[selected]").AttrOr("value", ""))
		case in.Is("textarea"):
			form.Add(in.AttrOr("name", ""), in.Text())
		default:
			form.Add(in.AttrOr("name", ""), in.AttrOr("value", ""))
		}
	})
	return form
}
