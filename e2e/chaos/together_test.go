package chaos

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// atOnce does something many times at the same time, and returns the answers.
func atOnce(t *testing.T, times int, do func(i int) (answer, error)) []answer {
	t.Helper()
	answers, errs := make([]answer, times), make([]error, times)
	var all sync.WaitGroup
	for i := range times {
		all.Go(func() { answers[i], errs[i] = do(i) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	return answers
}

// statuses counts answers by their status.
func statuses(answers []answer) map[int]int {
	counts := map[int]int{}
	for _, a := range answers {
		counts[a.status]++
	}
	return counts
}

// must is an answer that has to come at once.
func must(t *testing.T) func(answer, error) answer {
	return func(a answer, err error) answer {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
}

// written is a form of a new source as somebody has filled it.
func written(t *testing.T, w *writer, slug string) (action string, form url.Values) {
	t.Helper()
	action, form = w.form(must(t)(w.get("/admin/sources/new")), "form#answers")
	for name, v := range map[string]string{"title": "Surat " + slug, "slug": slug, "publisher": "Kota Bandung", "reason": "uji", "do": "submit"} {
		form.Set(name, v)
	}
	return action, form
}

func TestFormThatIsSentThreeTimesAtOnceIsOneChangeAndOfTenApprovalsOneCounts(t *testing.T) {
	d := newDatabase(t)
	nodes := []*node{newNode(t, d.url), newNode(t, d.url)}
	var people []*writer
	for i := range 10 {
		people = append(people, newWriter(t, fmt.Sprintf("sepuluh-%d", i), nodes[i%2].url()))
	}
	for n := range 5 {
		slug := fmt.Sprintf("sekali-%d", n)
		action, form := written(t, people[0], slug)
		sent := atOnce(t, 3, func(i int) (answer, error) { return people[i].post(action, form) })
		if got := statuses(sent); got[http.StatusSeeOther] != 3 || sent[0].to != sent[1].to || sent[1].to != sent[2].to {
			t.Errorf("three posts of one form are answered with %v, and lead to %s, %s and %s", got, sent[0].to, sent[1].to, sent[2].to)
		}
		change, _, _ := strings.Cut(sent[0].to, "?")
		decide, verdict := people[0].form(must(t)(people[0].get(change)), `form[action$="/decide"]`)
		verdict.Set("verdict", "apply")
		decided := atOnce(t, 10, func(i int) (answer, error) { return people[i].post(decide, verdict) })
		if got := statuses(decided); got[http.StatusSeeOther] != 1 || got[http.StatusConflict] != 9 {
			t.Errorf("ten approvals are answered with %v", got)
		}
		if n := d.number("select count(*) from changes where title = $1", "Surat "+slug); n != 1 {
			t.Errorf("of %s there are %d changes", slug, n)
		}
	}
}

func TestOfTwoWhoEditOneRecordTheSecondIsToldAndLosesNoWord(t *testing.T) {
	d := newDatabase(t)
	one, two := newNode(t, d.url), newNode(t, d.url)
	a, b := newWriter(t, "satu", one.url()), newWriter(t, "dua", two.url())
	at := fmt.Sprintf("/admin/sources/%d", d.number("select min(id) from sources"))
	actionA, formA := a.form(must(t)(a.get(at)), "form#answers")
	actionB, formB := b.form(must(t)(b.get(at)), "form#answers")
	formA.Set("publisher", "Penerbit satu")
	formB.Set("publisher", "Penerbit dua")
	for _, form := range []url.Values{formA, formB} {
		form.Set("reason", "uji")
		form.Set("do", "submit")
	}
	change, _, _ := strings.Cut(must(t)(a.post(actionA, formA)).to, "?")
	decide, verdict := a.form(must(t)(a.get(change)), `form[action$="/decide"]`)
	verdict.Set("verdict", "apply")
	if got := must(t)(a.post(decide, verdict)).status; got != http.StatusSeeOther {
		t.Fatalf("status %d", got)
	}
	if told := must(t)(b.post(actionB, formB)); told.status != http.StatusConflict || !strings.Contains(told.body, "Penerbit dua") || !strings.Contains(told.body, "Penerbit satu") {
		t.Errorf("the second is answered with %d", told.status)
	}
}

func TestNoNodeShowsAnOldPageAfterAPublicationIsTold(t *testing.T) {
	d := newDatabase(t)
	one, two := newNode(t, d.url), newNode(t, d.url)
	crowd := newCrew(t, "ramai", one.url(), two.url())
	editor, reader := newWriter(t, "penulis", one.url()), newWriter(t, "pembaca", two.url())
	id := d.number("select min(id) from sources")
	var slug string
	if err := d.pool.QueryRow(t.Context(), "select slug from sources where id = $1", id).Scan(&slug); err != nil {
		t.Fatal(err)
	}
	page := "/sumber/" + slug
	for n := range 25 {
		title := fmt.Sprintf("Judul ke-%d dari uji", n)
		must(t)(reader.get(page))
		action, form := editor.form(must(t)(editor.get(fmt.Sprintf("/admin/sources/%d", id))), "form#answers")
		form.Set("title", title)
		form.Set("reason", "uji")
		form.Set("do", "submit")
		change, _, _ := strings.Cut(must(t)(editor.post(action, form)).to, "?")
		decide, verdict := editor.form(must(t)(editor.get(change)), `form[action$="/decide"]`)
		verdict.Set("verdict", "apply")
		if got := must(t)(editor.post(decide, verdict)).status; got != http.StatusSeeOther {
			t.Fatalf("status %d", got)
		}
		for _, w := range []*writer{editor, reader} {
			if seen := must(t)(w.get(page)); !strings.Contains(seen.body, title) {
				t.Errorf("%s sees an old page after publication %d (status %d)", w.name, n, seen.status)
			}
		}
	}
	crowd.finish(d)
}
