package store

import "github.com/jackc/pgx/v5"

// question is a search as the database takes it: each reading of each term, in words.
type question struct {
	terms    []int
	readings []string
	half     []bool // the reading is the beginning of a word
	not      []bool
	between  string // the sign that joins the terms
	partners bool   // nothing but words for what a partner city is: cities come before all that only mentions them
}

func questionOf(list []term, between string) question {
	q := question{between: between}
	add := func(term int, said string, half, not bool) {
		q.terms, q.readings = append(q.terms, term), append(q.readings, said)
		q.half, q.not = append(q.half, half), append(q.not, not)
	}
	for i, t := range list {
		said := t.said
		if t.quoted || len(t.or) > 0 { // one of several words of a meaning counts as the others do
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

// wholeWord is the question for a word as it stands or in either language.
const wholeWord = `plainto_tsquery('register_id', search_plain(asked.said)) || plainto_tsquery('register_en', search_plain(asked.said))
			|| plainto_tsquery('register_words', search_plain(asked.said))`

// askedSQL makes a question the table asked: what to find (query), the same with phrases taken for their words and without what is best
// looked for in what the rest finds, which the indexes answer alone (loose), whether the two are one (exact), and what to mark (shown). A reading counts in either language and as it stands, so that
// words of both languages may be mixed. A word that the register holds is not taken for the beginning of others.
const askedSQL = `with readings as (
		select asked.term, asked.negated, string_agg('(' || reading.query::text || ')', ' | ') as query,
			bool_or(asked.half and @between = ' & ' and search_begins(asked.said)) as begins_many
		from unnest(@terms::int[], @readings::text[], @half::boolean[], @negated::boolean[]) as asked (term, said, half, negated)
		cross join unnest(array['register_id', 'register_en', 'register_words']::regconfig[]) as config
		cross join lateral (
			select case when asked.half then to_tsquery(config, '''' || asked.said || ''':*') else websearch_to_tsquery(config, search_plain(asked.said)) end
			where not asked.half
				or config = 'register_words'::regconfig and not search_holds(` + wholeWord + `)
		) as reading (query)
		where numnode(reading.query) > 0
		group by asked.term, asked.negated
	), joined as (
		select string_agg(case when negated then '!' else '' end || '(' || query || ')', @between) as query,
			string_agg('(' || regexp_replace(query, '<[-0-9]+>', '&', 'g') || ')', @between) filter (where not negated and not begins_many) as loose,
			coalesce(string_agg(query, ' | ') filter (where not negated), '') as shown
		from readings
	), asked as (
		select query::tsquery, coalesce(loose, query)::tsquery as loose, coalesce(loose, query)::tsquery = query::tsquery as exact, shown::tsquery
		from joined
	)`

func (q question) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"terms": q.terms, "readings": q.readings, "half": q.half, "negated": q.not, "between": q.between}
}
