package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func TestRecordThatWasTakenOutIsToldApartFromOneThatNeverWas(t *testing.T) {
	f := openOwn(t)
	id, err := f.store.AddStaff(t.Context(), portal.Staff{Email: "rina@kota.test", Name: "Rina", Role: portal.Reviewer, PasswordHash: "x"})
	if err != nil {
		t.Fatal(err)
	}
	actor := portal.Actor{ID: id, Name: "Rina", Role: portal.Reviewer, Solo: true}
	for kind, slug := range map[portal.Kind]string{portal.KindProgram: "kws-2019", portal.KindActivity: "bsw-bridge"} {
		var id int64
		if err := f.pool.QueryRow(t.Context(), "select seed_id($1, $2)", kind, slug).Scan(&id); err != nil {
			t.Fatal(err)
		}
		f.retire(t, actor, kind, id)
		path := "/api/v1/programs/" + slug
		if kind == portal.KindActivity {
			path = fmt.Sprint("/api/v1/activities/", id)
		}
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Accept-Language", "en")
		f.ServeHTTP(w, r)
		if w.Code != http.StatusGone || !strings.Contains(w.Body.String(), `"title":"Taken out"`) || strings.Contains(w.Body.String(), "is taken out") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

// retire takes a record out.
func (f face) retire(t *testing.T, actor portal.Actor, kind portal.Kind, id int64) {
	t.Helper()
	_, version, err := f.store.Live(t.Context(), kind, id)
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: kind, RecordID: id, BaseVersion: version, Op: portal.OpRetire, Title: "x", Reason: "Dobel.", State: portal.Submitted}
	if err := f.store.SaveChange(t.Context(), actor, &c); err != nil {
		t.Fatal(err)
	}
	if _, err := f.store.Decide(t.Context(), actor, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
		t.Fatal(err)
	}
}
