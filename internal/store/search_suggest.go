package store

import (
	"context"
	"strings"
	"unicode"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
)

const (
	suggestFrom = 2   // letters and digits from which names are suggested
	suggestMost = 8   // names that are suggested at most
	suggestLook = 400 // cities by whose names it is suggested at most, and records of any kind that are looked through for others
)

// Suggest finds the public records one of whose names has words that begin with those typed so far, at most eight and the likeliest
// first; where there are none, those of the names that are spelled most like them. Their texts are left out. It asks three questions
// at most.
func (s *Store) Suggest(ctx context.Context, lang i18n.Lang, words string) ([]Hit, error) {
	list := only(terms(typed(words)), func(t term) bool { return !t.not })
	if !tells(list) {
		return nil, nil
	}
	hits, err := s.suggested(ctx, lang, list)
	if err != nil || len(hits) > 0 {
		return hits, err
	}
	better, err := s.respell(ctx, list)
	if err != nil || !better.found {
		return nil, err
	}
	return s.suggested(ctx, lang, better.terms)
}

// tells is whether enough was typed to suggest something by.
func tells(list []term) bool {
	letters := 0
	for _, c := range said(list) {
		if unicode.In(c, unicode.L, unicode.Nd) {
			letters++
		}
	}
	return letters >= suggestFrom
}

// said is the terms as bare words.
func said(list []term) string {
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = t.said
	}
	return strings.Join(words, " ")
}

// suggestSQL looks in names alone (weights A and B): in titles that begin as was typed, in the names of cities, and in those of other
// records that hold the words, of which so many are looked through at most. Steps have no names of their own. Of records of one name the
// weightiest is suggested. One that begins as was typed counts twice, and of two that weigh alike the shorter one is first.
var suggestSQL = `with beginnings as (
		select '''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*' as said, search_begins(word) as many
		from string_to_table(search_names(@typed), ' ') as word
		where word <> ''
	), asked as (
		select string_agg(said || 'AB', ' & ')::tsquery as query, coalesce(string_agg(said, ' & ') filter (where not many), min(said))::tsquery as loose,
			string_agg(said, ' & ')::tsquery as named
		from beginnings
	), titled as (
			` + titledSQL() + `
	), looked as (
		select d.kind, d.record_id, d.title_id, d.title_en, d.words
		from titled
		join search_documents d using (kind, record_id)
		union all
		(select d.kind, d.record_id, d.title_id, d.title_en, d.words
		from asked
		join search_documents d on d.kind = 'city' and to_tsvector('register_words', d.names) @@ asked.named
		limit @most)
		union all
		(select d.kind, d.record_id, d.title_id, d.title_en, d.words
		from asked
		cross join lateral (
			` + tiersSQL("", "") + `
		) as d
		limit @most)
	), suggested as (
		select d.kind, d.record_id, case @lang when 'en' then d.title_en else d.title_id end as title,
			case when d.kind = 'city' then 2 when d.kind in ('program', 'agreement') then 1.2 when d.kind in ('outcome', 'source') then .5 else 1 end as weight
		from asked
		cross join looked d
		where d.title_id <> ''
			and d.kind <> 'step'
			and d.words @@ asked.query
	), named as (
		select distinct on (lower(title)) kind, record_id, title, weight * case when starts_with(lower(title), lower(@typed)) then 2 else 1 end as weight
		from suggested
		order by lower(title), weight desc, kind, record_id
	), likeliest as (
		select kind, record_id, row_number() over (order by weight desc, length(title), title) as place
		from named
		order by place
		limit @size
	)
	select d.kind, d.record_id, d.slug, coalesce(d.happened_on, ''), case @lang when 'en' then d.title_en else d.title_id end, d.title_lang,
		ts_headline('register_words', d.also, asked.query, @marking), '', '',
		d.above_kind, d.above_id, coalesce(a.slug, ''), coalesce(case @lang when 'en' then a.title_en else a.title_id end, ''),
		coalesce(c.native_name, ''), coalesce(c.native_lang, ''), coalesce(c.standing, '')
	from likeliest
	cross join asked
	join search_documents d using (kind, record_id)
	left join search_documents a on a.kind = d.above_kind and a.record_id = d.above_id
	left join cities c on d.kind = 'city' and c.id = d.record_id
	order by likeliest.place`

func (s *Store) suggested(ctx context.Context, lang i18n.Lang, list []term) ([]Hit, error) {
	args := pgx.StrictNamedArgs{"typed": said(list), "lang": lang, "most": suggestLook, "size": suggestMost, "marking": marking}
	return all(ctx, s.pool, scanHit, suggestSQL, args)
}
