package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// batched hands in one new English name for several cities, as a list does.
func batched(p person, name string, slugs ...string) portal.Batch {
	p.t.Helper()
	staff, err := p.StaffByEmail(p.t.Context(), p.name+"@example.test")
	if err != nil {
		p.t.Fatal(err)
	}
	var list []portal.Change
	for _, slug := range slugs {
		city, err := p.Cities.BySlug(p.t.Context(), slug)
		if err != nil {
			p.t.Fatal(err)
		}
		live, version, err := p.Live(p.t.Context(), portal.KindCity, city.ID)
		if err != nil {
			p.t.Fatal(err)
		}
		after := portal.Pick(live, live, nil)
		after.Fields["name_en"] = []byte(strconv.Quote(name))
		list = append(list, portal.Change{
			Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave, Title: slug, After: after,
		})
	}
	b := portal.Batch{Origin: portal.BatchBulk, Reason: "satu ejaan untuk semua"}
	if err := p.AddBatch(p.t.Context(), portal.Actor{ID: staff.ID, Name: staff.Name, Role: staff.Role}, &b, list); err != nil {
		p.t.Fatal(err)
	}
	return b
}

func englishName(o office, slug string) string {
	o.t.Helper()
	city, err := o.Cities.BySlug(o.t.Context(), slug)
	if err != nil {
		o.t.Fatal(err)
	}
	return city.Name.EN
}

func TestSetOfChangesIsDecidedAndUndoneOnItsPage(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	was := englishName(o, "kawasaki")
	b := batched(editor, "Sama", "kawasaki", "suwon")
	own := editor.get(path("batches", b.ID)).is(http.StatusOK)
	own.holds(".notice", "usulan Anda sendiri")
	if own.page.Find("input[name=verdict]").Length() != 0 {
		t.Error("the author may decide")
	}
	boss.get(view.Admin(i18n.ID, "batches")).is(http.StatusOK).holds("main .queue", "2 menunggu")
	page := boss.get(path("batches", b.ID)).is(http.StatusOK)
	page.holds("main .queue", "Perubahan kota: KawasakiNama: EN: Kawasaki → menjadi EN: Sama")
	verdict := page.filled()
	verdict.Set("verdict", "return")
	boss.post(path("batches", b.ID, "decide"), verdict).is(http.StatusUnprocessableEntity).holds(".error-summary", "Tulis catatan")
	verdict.Set("verdict", "apply")
	boss.post(path("batches", b.ID, "decide"), verdict).is(http.StatusSeeOther)
	if a, b := englishName(o, "kawasaki"), englishName(o, "suwon"); a != "Sama" || b != "Sama" {
		t.Fatalf("published %q and %q", a, b)
	}
	editor.get(path("batches", b.ID)+"?state=applied").is(http.StatusOK).holds(".chips", "Terbit 2")
	ask := editor.get(path("batches", b.ID, "undo")).is(http.StatusOK).filled()
	editor.post(path("batches", b.ID, "undo"), ask).is(http.StatusUnprocessableEntity).holds(".error-summary", "alasan")
	ask.Set("reason", "ejaannya keliru")
	undo := editor.post(path("batches", b.ID, "undo"), ask).is(http.StatusSeeOther).location
	boss.post(undo[:len(undo)-len("?saved=submitted")]+"/decide", approval(boss.get(undo))).is(http.StatusSeeOther)
	if now := englishName(o, "kawasaki"); now != was {
		t.Errorf("undone to %q, was %q", now, was)
	}
	ask.Set("key", "other")
	editor.post(path("batches", b.ID, "undo"), ask).is(http.StatusConflict).holds(".error-summary", "Tidak ada yang bisa dibatalkan")
}

func TestSetOfChangesKeepsToItsRoles(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	author, other := o.person("Rina", portal.Reviewer), o.person("Sri", portal.Editor)
	b := batched(author, "Sama", "kawasaki")
	apply := url.Values{"revision": {strconv.FormatInt(1<<51, 10)}, "verdict": {"apply"}}
	other.post(path("batches", b.ID, "decide"), apply).is(http.StatusForbidden)
	author.post(path("batches", b.ID, "decide"), apply).is(http.StatusForbidden)
	other.post(path("batches", b.ID, "withdraw"), nil).is(http.StatusForbidden)
	author.get(path("batches", b.ID+1)).is(http.StatusNotFound)
	author.get(path("batches", b.ID+1, "undo")).is(http.StatusNotFound)
	author.get(view.Admin(i18n.ID, "changes")).is(http.StatusOK)
	author.post(path("batches", b.ID, "withdraw"), nil).is(http.StatusSeeOther)
	author.get(path("batches", b.ID)).is(http.StatusOK).holds(".chips", "Ditarik 1")
	if now := englishName(o, "kawasaki"); now == "Sama" {
		t.Error("it was published")
	}
}
