package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// findable is what readers find a record by. A table whose records can be found says so by a function from the record to this.
type findable struct {
	Slug  string      // of its own page or file; empty where it is shown on the page of another record
	Above Named       // the record that it belongs to, by whose names it is found as well; may be none
	Title i18n.Text   // how it is called; one without a title only lends its names to what is below it
	Lang  string      // of the title where it is neither Indonesian nor English but as it stands, BCP 47
	Also  []string    // what else it is known by, in any script
	Body  i18n.Text   // what is told of it
	Near  []string    // words that lead to it without being its names
	In    []string    // codes of its fields, by whose names it is found as well
	On    portal.Date // when it was or happened
}

// betweenNames stands between the other names of a record.
const betweenNames = " · "

// document is a findable record as the database takes it.
type document struct {
	ID        int64    `json:"record_id"`
	Slug      string   `json:"slug"`
	AboveKind string   `json:"above_kind"`
	AboveID   int64    `json:"above_id"`
	TitleID   string   `json:"title_id"`
	TitleEN   string   `json:"title_en"`
	TitleLang string   `json:"title_lang"`
	Also      string   `json:"also"`
	BodyID    string   `json:"body_id"`
	BodyEN    string   `json:"body_en"`
	Near      string   `json:"near"`
	In        []string `json:"fields"`
	On        string   `json:"happened_on"`
}

// documentOf puts down what a record is found by. Its kind and its date, in words, lead to it too.
func documentOf(kind portal.Kind, id int64, f findable) document {
	near := slices.Clone(f.Near)
	for _, l := range i18n.Langs {
		near = append(near, l.T("choice.kind."+string(kind)), f.On.In(l))
	}
	return document{
		ID: id, Slug: f.Slug, AboveKind: string(f.Above.Kind), AboveID: f.Above.ID,
		TitleID: f.Title.In(i18n.ID), TitleEN: f.Title.In(i18n.EN), TitleLang: f.Lang, Also: strings.Join(f.Also, betweenNames),
		BodyID: f.Body.In(i18n.ID), BodyEN: f.Body.In(i18n.EN), Near: strings.Join(near, " "), In: f.In, On: string(f.On),
	}
}

// together is several texts as one.
func together(texts ...i18n.Text) (all i18n.Text) {
	for _, t := range texts {
		all.ID, all.EN = strings.TrimSpace(all.ID+" "+t.ID), strings.TrimSpace(all.EN+" "+t.EN)
	}
	return all
}

// words are the catalog's words for a key.
func words(key string) i18n.Text { return i18n.Text{ID: i18n.ID.T(key), EN: i18n.EN.T(key)} }

// organisations are the names of organisations in both languages.
func organisations(list []portal.Organisation) (names []string) {
	for _, o := range list {
		names = append(names, o.Name.ID, o.Name.EN)
	}
	return names
}

// signatories are the people of a step, each with their office.
func signatories(list []portal.Person) (said []i18n.Text) {
	for _, p := range list {
		said = append(said, i18n.Text{ID: p.Name + ", " + p.Role.ID + ".", EN: p.Name + ", " + p.Role.EN + "."})
	}
	return said
}

// wordings are both sides of a scope.
func wordings(lines []portal.ScopeLine) (said []i18n.Text) {
	for _, l := range lines {
		said = append(said, l.Approved, l.Signed)
	}
	return said
}

// findable tells whether readers can find the records of the kind.
func (t door) findable() bool { return t.found != nil }

// learnt is how many documents are written at once.
const learnt = 200

// learn writes what the records are found by, and nothing where that is known already. A document is found by the words in its file too.
// Words of names that are new are put among the spellings.
func (t door) learn(ctx context.Context, q db, records ...any) error {
	if t.found == nil {
		return nil
	}
	for some := range slices.Chunk(records, learnt) {
		var documents []document
		for _, r := range some {
			documents = append(documents, documentOf(t.kind, t.meta(r).ID, t.found(r)))
		}
		err := send(ctx, q,
			`with learnt as (
			insert into search_documents as d
				(kind, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near, above, happened_on)
			select $1, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near,
				coalesce((select a.names from search_documents a where a.kind = now.above_kind and a.record_id = now.above_id), ''), happened_on
			from (`+told+`) as now
			on conflict (kind, record_id) do update
			set slug = excluded.slug, above_kind = excluded.above_kind, above_id = excluded.above_id,
				title_id = excluded.title_id, title_en = excluded.title_en, title_lang = excluded.title_lang, also = excluded.also,
				body_id = excluded.body_id, body_en = excluded.body_en, near = excluded.near, happened_on = excluded.happened_on
			where (d.slug, d.above_kind, d.above_id, d.title_id, d.title_en, d.title_lang, d.also, d.body_id, d.body_en, d.near, d.happened_on)
				is distinct from (excluded.slug, excluded.above_kind, excluded.above_id, excluded.title_id, excluded.title_en,
					excluded.title_lang, excluded.also, excluded.body_id, excluded.body_en, excluded.near, excluded.happened_on)
			returning d.names
			)`+spell,
			t.kind, documents)
		if err != nil {
			return err
		}
	}
	return nil
}

// spell keeps the words that learnt names are made of.
const spell = `
	insert into search_spellings
	select distinct its.word
	from learnt
	cross join string_to_table(names, ' ') as its (word)
	where not exists (
		select from search_spellings known
		where known.word = its.word)`

// told are documents $2 of a kind $1 as the table holds them.
const told = `
	select record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, concat_ws(E'\n', body_id, file.words) as body_id,
		concat_ws(E'\n', body_en, file.words) as body_en, concat_ws(' ', near, field.names) as near, nullif(happened_on, '') as happened_on
	from jsonb_to_recordset($2) as said (record_id bigint, slug text, above_kind text, above_id bigint, title_id text, title_en text,
		title_lang text, also text, body_id text, body_en text, near text, fields text[], happened_on text)
	cross join lateral (
		select string_agg(name_id || ' ' || name_en, ' ' order by code) as names from sectors where code = any(fields)
	) as field
	left join (select hash, nullif(words, '') as words from files) as file on $1 = '` + string(portal.KindDocument) + `' and file.hash = slug`

// retell writes what is told of a record that is found by the same names as before, which need not be taken apart again. One that the
// search does not know yet is learnt.
func (t door) retell(ctx context.Context, q db, is document) error {
	return send(ctx, q,
		`with now as (`+told+`), known as (
			update search_documents d
			set slug = now.slug, title_lang = now.title_lang, body_id = now.body_id, body_en = now.body_en, near = now.near, happened_on = now.happened_on
			from now
			where d.kind = $1
				and d.record_id = now.record_id
			returning d.record_id
		), learnt as (
			insert into search_documents
				(kind, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near, above, happened_on)
			select $1, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near,
				coalesce((select a.names from search_documents a where a.kind = now.above_kind and a.record_id = now.above_id), ''), happened_on
			from now
			where record_id not in (select record_id from known)
			returning names
		)`+spell,
		t.kind, []document{is})
}

// learnAll brings the documents of a kind in line with its live records.
func (t door) learnAll(ctx context.Context, q db) error {
	records, err := t.where(ctx, q, "true")
	if err != nil {
		return err
	}
	_, err = q.Exec(ctx, "delete from search_documents d\nwhere kind = $1\n\tand not exists (select from "+t.name+" r where r.id = d.record_id)", t.kind)
	if err != nil {
		return err
	}
	return t.learn(ctx, q, records...)
}

// follow has the search know a record as it is now, as far as readers find it, or what is below it, by other words than before.
func (t door) follow(ctx context.Context, q db, w effect) error {
	if w.before == nil || t.found == nil {
		return t.relearn(ctx, q, w.now)
	}
	was, is := documentOf(t.kind, w.id, t.found(w.before)), documentOf(t.kind, w.id, t.found(w.now))
	switch {
	case slices.Equal(was.texts(), is.texts()):
		return nil
	case slices.Equal(was.lent(), is.lent()):
		return t.retell(ctx, q, is)
	}
	return t.relearn(ctx, q, w.now)
}

// lent is what a document lends, and to what.
func (d document) lent() []string {
	return []string{d.TitleID, d.TitleEN, d.Also, d.AboveKind, strconv.FormatInt(d.AboveID, 10)}
}

// texts is all that a document holds.
func (d document) texts() []string {
	return append(append(d.lent(), d.Slug, d.TitleLang, d.BodyID, d.BodyEN, d.Near, d.On), d.In...)
}

// relearn follows one record that changed: its document, and the words that it lends to those below it, as a field does to what is in it.
func (t door) relearn(ctx context.Context, q db, r any) error {
	if err := t.learn(ctx, q, r); err != nil {
		return err
	}
	if t.kind == portal.KindSector {
		if err := relearnIn(ctx, q, r.(*portal.Sector).Code); err != nil {
			return err
		}
	}
	return lendNames(ctx, q, t.kind, t.meta(r).ID)
}

// forget drops what a record was found by.
func forget(ctx context.Context, q db, of Named) error {
	return send(ctx, q, "delete from search_documents\nwhere kind = $1\n\tand record_id = $2", of.Kind, of.ID)
}

// lendNames gives the names of records to the documents below them: for some records and those below them, or for all where no kind
// is named.
func lendNames(ctx context.Context, q db, kind portal.Kind, ids ...int64) error {
	return send(ctx, q,
		`update search_documents as d
		set above = a.names
		from search_documents a
		where a.kind = d.above_kind
			and a.record_id = d.above_id
			and d.above <> a.names
			and ($1 = '' or (d.kind = $1 and d.record_id = any($2)) or (a.kind = $1 and a.record_id = any($2)))`, kind, ids)
}

// Findable lists the kinds of records that readers can find, in the order in which staff see the kinds.
func Findable() []portal.Kind {
	return only(portal.Kinds, func(k portal.Kind) bool { return doors[k].findable() })
}
