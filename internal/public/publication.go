package public

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// published is what readers see of a publication: what it changed, question by question.
type published struct {
	portal.Publication
	rows []view.DiffRow // what differs, without what only arranges the register
	all  []view.DiffRow // every answer after it, of a new record alone
}

// publishedOf reads publications with the forms of their records, in a number of questions that does not depend on how many they are.
func (s Site) publishedOf(ctx context.Context, list []portal.Publication) ([]published, error) {
	var subjects []form.Subject
	for _, p := range list {
		subjects = append(subjects, form.Subject{Kind: p.Kind, State: p.Before}, form.Subject{Kind: p.Kind, State: p.After})
	}
	forms, err := s.Answers(ctx, subjects...)
	if err != nil {
		return nil, err
	}
	l := i18n.From(ctx)
	read := make([]published, len(list))
	for i, p := range list {
		rows, _ := view.Differences(l, forms[2*i], forms[2*i+1], p.Before, p.After)
		rows = slices.DeleteFunc(rows, arranging)
		for j := range rows {
			rows[j] = inTongue(l, rows[j])
			if p.Kind == portal.KindSource {
				rows[j] = inItsOwn(l, rows[j], p.Before, p.After)
			}
		}
		read[i] = published{Publication: p, rows: rows}
		if p.New {
			read[i].rows, read[i].all = nil, answered(rows)
		}
	}
	return read, nil
}

// arrangements are the columns by which the register arranges its pages and its map. They tell nothing of the record itself.
var arrangements = []string{"slug", "is_home", "native_lang", "label_dx", "label_dy", "label_anchor", "label_on_phone"}

func arranging(r view.DiffRow) bool {
	return !slices.ContainsFunc(r.Names, func(name string) bool { return !slices.Contains(arrangements, name) })
}

// inTongue leaves of a text in both languages the reader's own side, unless it is the other one alone that differs; sources
// that go on are shown once.
func inTongue(l i18n.Lang, r view.DiffRow) view.DiffRow {
	r.Once = true
	was, is := side(l, r.Now), side(l, r.New)
	same := slices.Equal(texts(was), texts(is))
	if (same || len(is) == 0) && len(was)+len(is) < len(r.Now)+len(r.New) {
		return r
	}
	r.Now, r.New = was, is
	return r
}

// inItsOwn marks title and publisher of a source as in its language before and after a change.
func inItsOwn(l i18n.Lang, r view.DiffRow, before, after portal.Snapshot) view.DiffRow {
	if !slices.ContainsFunc(r.Names, func(name string) bool { return name == "title" || name == "publisher" }) {
		return r
	}
	r.Own = true
	for i := range r.Now {
		r.Now[i].Lang = sourceTongue(l, before)
	}
	for i := range r.New {
		r.New[i].Lang = sourceTongue(l, after)
	}
	return r
}

// sourceTongue is the language of the title of a source in one of its states, where it differs from the reader's.
func sourceTongue(l i18n.Lang, state portal.Snapshot) i18n.Lang {
	var title, lang string
	if json.Unmarshal(state.Fields["title"], &title) != nil || json.Unmarshal(state.Fields["language"], &lang) != nil {
		return ""
	}
	return langOf(foreign(i18n.Spoken(title, lang), l))
}

// side are the lines in a language, and those that are in none.
func side(l i18n.Lang, lines []view.Cited) (own []view.Cited) {
	for _, line := range lines {
		if line.Lang == "" || line.Lang == l {
			line.Lang = ""
			own = append(own, line)
		}
	}
	return own
}

func texts(lines []view.Cited) (list []string) {
	for _, line := range lines {
		list = append(list, line.Text)
	}
	return list
}

// answered are the questions that a new record answers, as answers alone.
func answered(rows []view.DiffRow) (list []view.DiffRow) {
	for _, r := range rows {
		if r.Now, r.NowSources = r.New, r.NewSources; len(r.Now) > 0 {
			list = append(list, r)
		}
	}
	return list
}

// nameOf is the name of a record, of one that was taken out its number. That of a source is in the source's language.
func (s Site) nameOf(ctx context.Context, sh *sheet, p portal.Publication) view.Cited {
	if p.Gone {
		return view.Cited{Text: sh.t("publication.number", p.RecordID)}
	}
	name := view.Cited{Text: cmp.Or(s.Called(ctx, form.Subject{Kind: p.Kind, State: p.State()}), p.Title)}
	if p.Kind == portal.KindSource {
		name.Lang = sourceTongue(sh.lang, p.State())
	}
	return name
}

// who says by which roles a change was made and decided on; the facts of the migrations were decided on by nobody here.
func (sh *sheet) whoPublished(p portal.Publication) string {
	if p.Seeded {
		return sh.t("publication.seeded")
	}
	if p.Unseen {
		return sh.t("publication.unreviewed", sh.role(p.Author))
	}
	return sh.t("publication.who", sh.role(p.Author), sh.role(p.Reviewer))
}

func (sh *sheet) role(r portal.Role) string {
	if r == "" {
		return sh.t("publication.staff")
	}
	return strings.ToLower(sh.choice("role", string(r)))
}

// reason is why a change was made, in the words of its author, which are Indonesian as the office is.
func (sh *sheet) reason(p portal.Publication) view.Cited {
	if p.Seeded || p.Reason == "" {
		return view.Cited{}
	}
	c := view.Cited{Text: sh.t("publication.reason", p.Reason)}
	if sh.lang != i18n.ID {
		c.Text, c.Lang = p.Reason, i18n.ID
	}
	return c
}

func (sh *sheet) act(p portal.Publication) view.TagValue {
	tones := map[portal.Act]view.Tone{portal.ActAdded: view.ToneOn, portal.ActRetired: view.ToneAlert}
	tone, ok := tones[p.Act()]
	if !ok {
		tone = view.ToneNeutral
	}
	return view.TagValue{Tone: tone, Word: sh.t("act." + string(p.Act()))}
}

// about ties a page to the record that it is about: the way to its versions, and the mark of what nobody has reviewed yet.
func (n *notes) about(p *view.Page, of store.Named) {
	p.History, p.Unreviewed = n.historyLink(of, "publication.link"), n.unreviewed[of]
}

// historyLink leads to the versions of a record.
func (n *notes) historyLink(of store.Named, key string) view.Link {
	return view.Link{Label: n.lang.T(key), URL: view.RecordHistory.In(n.lang, string(of.Kind), strconv.FormatInt(of.ID, 10))}
}

// versionID is the anchor of a version on the page of its record's history.
func versionID(change int64) string { return "perubahan-" + strconv.FormatInt(change, 10) }
