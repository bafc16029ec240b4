package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// SearchLimit is how many hits are counted and set in order at most.
const SearchLimit = 1000

// few is the number of hits below which a word is likely to be misspelled.
const few = 5

// Search is what a reader looks for.
type Search struct {
	Lang   i18n.Lang
	Words  string      // as typed: words, "phrases", -words, words joined by or
	Kind   portal.Kind // of the hits; empty = all
	Number int         // of the page, from 1
	Size   int
}

// Found is the answer to a search.
type Found struct {
	Words   string              // as they were read; empty where nothing was asked
	Instead string              // the words that were answered instead, because those typed find nothing
	Partly  bool                // no record holds all the words; the hits hold some of them
	Meant   string              // words that are likelier and find more, offered beside the answer
	Also    []string            // words of the same meaning that were looked for too
	Counts  map[portal.Kind]int // hits by kind, whatever kind was asked for
	Hits    []Hit
}

// Total is how many hits there are of a kind, of all kinds where none is named. Above a limit they are not counted on.
func (f Found) Total(kind portal.Kind) (n int) {
	if kind != "" {
		return f.Counts[kind]
	}
	for _, some := range f.Counts {
		n += some
	}
	return n
}

// Hit is a record that was found.
type Hit struct {
	Named
	Slug  string // of its own page or file, may be empty
	On    portal.Date
	Title []Piece
	Lang  string  // of the title where it is not the reader's, BCP 47; may be empty
	Also  []Piece // those of its other names that hold the words
	Text  []Piece // a passage of what is told of it
	Above Above
}

// Above is the record that a hit belongs to; empty where it stands alone.
type Above struct {
	Named
	Slug  string
	Title string
}

// Piece is a stretch of text; Hit where it is what the reader looked for.
type Piece struct {
	Text string
	Hit  bool
}

// Search finds the public records that hold the words, in either language, the likeliest first. Where nothing holds them all it
// answers with the words spelled like names that are there, or else with records that hold some of them. It asks seven questions
// at most.
func (s *Store) Search(ctx context.Context, q Search) (Found, error) {
	list := terms(typed(q.Words))
	f := Found{Words: joinTerms(list)}
	if len(list) == 0 {
		return f, nil
	}
	asked, err := s.understand(ctx, list, &f)
	if err != nil {
		return f, err
	}
	if f.Total("") < few {
		if asked, err = s.otherwise(ctx, list, asked, &f); err != nil {
			return f, err
		}
	}
	if f.Total(q.Kind) > 0 {
		f.Hits, err = s.hits(ctx, q, asked)
	}
	return f, err
}

// understand widens the terms by words of the same meaning and counts what they find.
func (s *Store) understand(ctx context.Context, list []term, f *Found) (question, error) {
	wide, also, err := s.widen(ctx, list)
	if err != nil {
		return question{}, err
	}
	asked := questionOf(wide, " & ")
	f.Also = also
	f.Counts, err = s.counts(ctx, asked)
	return asked, err
}

// otherwise looks for a better reading of a search that finds little: as it may have been meant, then by some of its words.
func (s *Store) otherwise(ctx context.Context, list []term, asked question, f *Found) (question, error) {
	better, respelled, err := s.respell(ctx, list)
	if err != nil {
		return asked, err
	}
	if respelled {
		var meant Found
		again, err := s.understand(ctx, better, &meant)
		switch {
		case err != nil:
			return asked, err
		case meant.Total("") > 0 && f.Total("") == 0:
			f.Instead, f.Also, f.Counts = joinTerms(better), meant.Also, meant.Counts
			return again, nil
		case meant.Total("") > f.Total(""):
			f.Meant = joinTerms(better)
		}
		list = better
	}
	if f.Total("") > 0 || len(list) < 2 {
		return asked, nil
	}
	f.Partly, f.Also = true, nil
	some := questionOf(only(list, func(t term) bool { return !t.not }), " | ")
	f.Counts, err = s.counts(ctx, some)
	return some, err
}

// question is a search as the database takes it: each reading of each term, in words.
type question struct {
	terms    []int
	readings []string
	half     []bool // the reading is the beginning of a word
	not      []bool
	between  string // the sign that joins the terms
}

func questionOf(list []term, between string) question {
	q := question{between: between}
	add := func(term int, said string, half, not bool) {
		q.terms, q.readings = append(q.terms, term), append(q.readings, said)
		q.half, q.not = append(q.half, half), append(q.not, not)
	}
	for i, t := range list {
		said := t.said
		if t.quoted {
			said = `"` + said + `"`
		}
		add(i, said, false, t.not)
		for _, other := range t.or {
			add(i, `"`+other+`"`, false, t.not)
		}
		if i == len(list)-1 && t.half() {
			add(i, t.said, true, false)
		}
	}
	return q
}

// askedSQL makes a question the tables asked (query: what to find, shown: what to mark). A reading counts in either language and
// as it stands, so that words of both languages may be mixed.
const askedSQL = `with readings as (
		select asked.term, asked.negated, string_agg('(' || reading.query::text || ')', ' | ') as query
		from unnest(@terms::int[], @readings::text[], @half::boolean[], @negated::boolean[]) as asked (term, said, half, negated)
		cross join unnest(array['register_id', 'register_en', 'register_words']::regconfig[]) as config
		cross join lateral (
			select case when asked.half then to_tsquery(config, '''' || asked.said || ''':*') else websearch_to_tsquery(config, search_plain(asked.said)) end
			where not asked.half
				or config = 'register_words'::regconfig
		) as reading (query)
		where numnode(reading.query) > 0
		group by asked.term, asked.negated
	), asked as (
		select string_agg(case when negated then '!' else '' end || '(' || query || ')', @between)::tsquery as query,
			coalesce(string_agg(query, ' | ') filter (where not negated), '')::tsquery as shown
		from readings
	)`

func (q question) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"terms": q.terms, "readings": q.readings, "half": q.half, "negated": q.not, "between": q.between}
}

// countsSQL counts hits by kind.
const countsSQL = askedSQL + `
	select kind, count(*)
	from (
		select d.kind
		from search_documents d
		join asked on d.words @@ asked.query
		where d.title_id <> ''
		limit @most
	) as found
	group by kind`

func (s *Store) counts(ctx context.Context, q question) (map[portal.Kind]int, error) {
	args := q.args()
	args["most"] = SearchLimit
	rows, err := s.pool.Query(ctx, countsSQL, args)
	if err != nil {
		return nil, err
	}
	counts := map[portal.Kind]int{}
	var kind portal.Kind
	var n int
	_, err = pgx.ForEachRow(rows, []any{&kind, &n}, func() error {
		counts[kind] = n
		return nil
	})
	return counts, err
}

// hitsSQL sets hits in order, those alone that come first by their kind where there are very many, and marks the words in the ones
// of the page. A city weighs most, what belongs to another record or only tells of one weighs less.
const hitsSQL = askedSQL + `, found as (
		select d.kind, d.record_id, d.words,
			case d.kind when 'city' then 2 when 'step' then .6 when 'outcome' then .6 when 'source' then .5 else 1 end as weight
		from search_documents d
		join asked on d.words @@ asked.query
		where d.title_id <> ''
			and (@kind = '' or d.kind = @kind)
		order by weight desc
		limit @most
	), page as (
		select kind, record_id, weight * ts_rank('{0.05, 0.1, 0.8, 1}', words, asked.query) as rank
		from found
		cross join asked
		order by rank desc, kind, record_id
		limit @size
		offset @skip
	)
	select d.kind, d.record_id, d.slug, coalesce(d.happened_on, ''),
		ts_headline(@config::regconfig, case @lang when 'en' then d.title_en else d.title_id end, shown, @marking), d.title_lang,
		ts_headline('register_words', d.also, shown, @marking),
		ts_headline(@config::regconfig, left(case @lang when 'en' then d.body_en else d.body_id end, 20000), shown, @marking),
		d.above_kind, d.above_id, coalesce(a.slug, ''), coalesce(case @lang when 'en' then a.title_en else a.title_id end, '')
	from page
	cross join asked
	join search_documents d using (kind, record_id)
	left join search_documents a on a.kind = d.above_kind and a.record_id = d.above_id
	order by page.rank desc, d.kind, d.record_id`

// The signs around a hit in what the database returns; no text of a record holds them.
const (
	markOn, markOff = "\x02", "\x03"
	marking         = `HighlightAll=true, StartSel="` + markOn + `", StopSel="` + markOff + `"`
)

func (s *Store) hits(ctx context.Context, q Search, asked question) ([]Hit, error) {
	args := asked.args()
	args["kind"], args["lang"], args["config"] = q.Kind, q.Lang, "register_"+string(q.Lang)
	args["most"], args["size"], args["skip"] = SearchLimit, q.Size, (q.Number-1)*q.Size
	args["marking"] = marking
	return all(ctx, s.pool, scanHit, hitsSQL, args)
}

func scanHit(row pgx.CollectableRow) (h Hit, err error) {
	var title, also, text string
	err = row.Scan(&h.Kind, &h.ID, &h.Slug, &h.On, &title, &h.Lang, &also, &text, &h.Above.Kind, &h.Above.ID, &h.Above.Slug, &h.Above.Title)
	h.Title, h.Also, h.Text = pieces(title), pieces(hitNames(also)), pieces(passage(text))
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

// hitNames keeps of several names those that hold a hit.
func hitNames(s string) string {
	held := only(strings.Split(s, betweenNames), func(name string) bool { return strings.Contains(name, markOn) })
	return strings.Join(held, ", ")
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
