package store

import (
	"strconv"
	"strings"
)

const (
	tiers      = 5               // of documents; where many hold the words, later ones are not looked at: see the function search_tier
	looked     = 8 * SearchLimit // documents of a tier at most that hold the words of phrases and are looked through for the phrases
	titleMatch = 50              // titles at most that are looked at for how they begin, in each language, of cities and of all else
)

// tiersSQL is a question for documents that answer the table asked loosely, tier after tier, and then fit. Since the database begins with a
// tier only where more rows are wanted, a limit keeps it from all that hold a common word.
func tiersSQL(narrowed, fitting string) string {
	var parts []string
	for tier := range tiers {
		parts = append(parts, `(select *
		from (
			select *
			from search_documents
			where search_tier(kind, record_id) = `+strconv.Itoa(tier)+`
				and words @@ asked.loose`+narrowed+`
			limit `+strconv.Itoa(looked)+`
		) as d
		where d.title_id <> ''`+fitting+`)`)
	}
	return strings.Join(parts, `
		union all
		`)
}

// ofKind narrows tiers to documents of one kind by their index.
const ofKind = `
				and array[kind] @> array[@kind]`

// titledSQL is a question for the documents whose title begins as was typed, those first whose title is no longer: what is called like a
// common word is found however many hold it.
func titledSQL() string {
	var parts []string
	for _, some := range []string{"kind = 'city'", "kind <> 'city'"} {
		for _, title := range []string{"search_title(title_id)", "search_title(title_en)"} {
			parts = append(parts, `(select kind, record_id
			from search_documents
			where `+some+`
				and `+title+` ~>=~ search_title(@typed)
				and `+title+` ~<=~ (search_title(@typed) || chr(1114111))
			order by `+title+` using ~<~
			limit `+strconv.Itoa(titleMatch)+`)`)
		}
	}
	return strings.Join(parts, `
			union
			`)
}
