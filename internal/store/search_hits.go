package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// findSQL counts hits by kind and sets them in order: the first of them that are found, where there are very many. A city weighs most;
// where partners are asked for they come first, then those that are only explored, then the claimed ones, and only then all else. What
// belongs to another record or only tells of one weighs less. A title that begins as was typed counts twice, and the name of a city that
// is just that three times.
func findSQL(narrowed string) string {
	return askedSQL + `, titled as (
			` + titledSQL() + `
	), found as materialized (
		select d.kind, d.record_id, ts_rank('{0.05, 0.1, 0.8, 1}', d.words, d.query)
			* case d.kind when 'city' then case when @partners then (
				select 1000 ^ case standing when 'partner' then 4 when 'ended' then 3 when 'prospect' then 2 else 1 end from cities where id = d.record_id
			) else 2 end when 'activity' then .9 when 'step' then .6 when 'outcome' then .6 when 'source' then .5 else 1 end
			* case when d.kind = 'city' and lower(@typed) in (lower(d.title_id), lower(d.title_en)) then 3
				when starts_with(lower(d.title_id), lower(@typed)) or starts_with(lower(d.title_en), lower(@typed)) then 2
				else 1 end as rank
		from (
			(select d.kind, d.record_id, d.words, d.title_id, d.title_en, asked.query
			from asked
			cross join titled
			join search_documents d using (kind, record_id)
			where d.title_id <> ''
				and d.words @@ asked.query` + strings.ReplaceAll(narrowed, "[kind]", "[d.kind]") + `)
			union all
			(select d.kind, d.record_id, d.words, d.title_id, d.title_en, asked.query
			from asked
			cross join lateral (
				` + tiersSQL(narrowed, " and (asked.exact or d.words @@ asked.query)") + `
			) as d
			where (d.kind, d.record_id) not in (select kind, record_id from titled))
			limit @most
		) as d
	), page as (
		select kind, record_id, row_number() over (order by rank desc, kind, record_id) as place
		from (
			select *
			from found
			order by rank desc, kind, record_id
			limit @size
			offset @skip
		) as best
	)
	select (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n from found group by kind) as counted),
		(select coalesce(array_agg(kind order by place), '{}') from page),
		(select coalesce(array_agg(record_id order by place), '{}') from page),
		coalesce((select shown::text from asked), '')`
}

// The questions for hits of any kind, and of one.
var findAllSQL, findKindSQL = findSQL(""), findSQL(ofKind)

// ranked is what a question of the search finds: how many of each kind, and those of one page.
type ranked struct {
	Counts map[portal.Kind]int
	Kinds  []portal.Kind
	IDs    []int64
	Shown  string // what to mark in them
}

// find answers a question of the search; words are those that it was made of.
func (s *Store) find(ctx context.Context, q Search, kind portal.Kind, words string, asked question) (r ranked, err error) {
	args, sql := asked.args(), findAllSQL
	args["partners"], args["typed"] = asked.partners, words
	args["most"], args["size"], args["skip"] = SearchLimit, q.Size, (q.Number-1)*q.Size
	if kind != "" {
		args["kind"], sql = kind, findKindSQL
	}
	err = s.pool.QueryRow(ctx, sql, args).Scan(&r.Counts, &r.Kinds, &r.IDs, &r.Shown)
	return r, err
}

// hitsSQL reads the hits of a page and marks the words in them.
const hitsSQL = `select d.kind, d.record_id, d.slug, coalesce(d.happened_on, ''),
		ts_headline(@config::regconfig, case @lang when 'en' then d.title_en else d.title_id end, @shown::tsquery, @marking), d.title_lang,
		ts_headline('register_words', d.also, @shown::tsquery, @marking),
		ts_headline(@config::regconfig, left(case @lang when 'en' then d.body_en else d.body_id end, 20000), @shown::tsquery, @marking),
		case when d.kind = 'document' then ts_headline(@config::regconfig, left(f.words, 100000), @shown::tsquery, @marking) else '' end,
		d.above_kind, d.above_id, coalesce(a.slug, ''), coalesce(case @lang when 'en' then a.title_en else a.title_id end, ''),
		coalesce(c.native_name, ''), coalesce(c.native_lang, ''), coalesce(c.standing, '')
	from unnest(@kinds::text[], @ids::bigint[]) with ordinality as page (kind, record_id, place)
	join search_documents d using (kind, record_id)
	left join search_documents a on a.kind = d.above_kind and a.record_id = d.above_id
	left join files f on d.kind = 'document' and f.hash = d.slug and f.words <> ''
	left join cities c on d.kind = 'city' and c.id = d.record_id
	order by page.place`

// The signs around a hit in what the database returns; no text of a record holds them.
const (
	markOn, markOff = "\x02", "\x03"
	marking         = `HighlightAll=true, StartSel="` + markOn + `", StopSel="` + markOff + `"`
)

// hits reads those of a page.
func (s *Store) hits(ctx context.Context, lang i18n.Lang, page ranked, bound map[string]bool) ([]Hit, error) {
	hits, err := all(ctx, s.pool, scanHit, hitsSQL, pgx.StrictNamedArgs{
		"kinds": page.Kinds, "ids": page.IDs, "shown": page.Shown, "lang": lang, "config": "register_" + string(lang), "marking": marking,
	})
	for i, h := range hits {
		hits[i].Title, hits[i].Text = unbroken(h.Title, bound), unbroken(h.Text, bound)
	}
	return hits, err
}

func scanHit(row pgx.CollectableRow) (h Hit, err error) {
	var title, also, text, native, lang string
	var inFile zeronull.Text
	err = row.Scan(&h.Kind, &h.ID, &h.Slug, &h.On, &title, &h.Lang, &also, &text, &inFile, &h.Above.Kind, &h.Above.ID, &h.Above.Slug, &h.Above.Title,
		&native, &lang, &h.Standing)
	h.Title, h.Also, h.Text = pieces(title), hitNames(also, native, lang), pieces(passage(text))
	if told, _, _ := strings.Cut(text, "\n"); !strings.Contains(told, markOn) && strings.Contains(string(inFile), markOn) {
		h.Text, h.InFile = pieces(passage(string(inFile))), true
	}
	return h, err
}

const (
	passageLead = 100 // bytes before the first hit that a passage may begin with
	passageSize = 260 // bytes of a passage, more or less
)

// passage cuts a long text to the sentence with its first hit and what follows, between words.
func passage(s string) string {
	hit := max(strings.Index(s, markOn), 0)
	if len(s) > passageSize && hit > passageLead {
		start := hit - passageLead + strings.IndexByte(s[hit-passageLead:hit]+" ", ' ') + 1
		if stop := strings.LastIndex(s[:hit], ". "); stop >= hit-passageLead {
			start = stop + len(". ")
		}
		s = "… " + s[min(start, hit):]
	}
	if len(s) > passageSize {
		if end := strings.IndexByte(s[passageSize:], ' '); end >= 0 {
			s = s[:passageSize+end] + " …"
		}
	}
	return s
}

// hitNames keeps of several names those that hold a hit, each in its language where its script tells it.
func hitNames(s, native, lang string) (names []Name) {
	for _, name := range strings.Split(s, betweenNames) {
		if strings.Contains(name, markOn) {
			n := Name{Pieces: pieces(name)}
			n.Lang = i18n.Written(n.String(), native, lang)
			names = append(names, n)
		}
	}
	return names
}

// pieces parts a text at the signs around hits.
func pieces(s string) []Piece {
	var list []Piece
	for s != "" {
		before, rest, _ := strings.Cut(s, markOn)
		if before != "" {
			list = append(list, Piece{Text: before})
		}
		var hit string
		if hit, s, _ = strings.Cut(rest, markOff); hit != "" {
			list = append(list, Piece{Text: hit, Hit: true})
		}
	}
	return list
}
