package store_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// crowd puts in ten thousand programs that hold three words, late ones, so that most stand in the last tier.
func crowd(t *testing.T) (*store.Store, *pgxpool.Pool) {
	t.Helper()
	pool := storetest.Pool(t)
	stands(t, pool, portal.KindProgram, 10_000, 10_000, "Kelas gerabah", "tungku tanah")
	return store.New(pool), pool
}

// stands puts in documents of a kind from a number on.
func stands(t *testing.T, pool *pgxpool.Pool, kind portal.Kind, from, count int, title, body string) {
	t.Helper()
	_, err := pool.Exec(t.Context(),
		`insert into search_documents (kind, record_id, slug, above_kind, above_id, title_id, title_en, title_lang, also, body_id, body_en, near)
		select $1, n, $1 || n, '', 0, $4, $4, '', '', $5, $5, ''
		from generate_series($2::int, $2::int + $3::int - 1) as n`, kind, from, count, title, body)
	if err == nil {
		_, err = pool.Exec(t.Context(), "analyze search_documents")
	}
	if err != nil {
		t.Fatal(err)
	}
}

var (
	heapRows = regexp.MustCompile(`Bitmap Heap Scan on search_documents .*\(actual rows=(\d+) `)
	lastTier = regexp.MustCompile(`search_documents_tier_4_idx \(never executed\)`)
)

// read is how many documents a search looks at, and whether at those of the last tier.
func read(t *testing.T, s *store.Store, words string, kind portal.Kind) (n int, last bool) {
	t.Helper()
	plan, err := s.Explain(t.Context(), words, kind)
	if err != nil {
		t.Fatal(err)
	}
	for _, rows := range heapRows.FindAllStringSubmatch(plan, -1) {
		some, err := strconv.Atoi(rows[1])
		if err != nil {
			t.Fatal(err)
		}
		n += some
	}
	return n, !lastTier.MatchString(plan)
}

func TestSearchForACommonWordReadsSomeDocumentsAlone(t *testing.T) {
	t.Parallel()
	s, _ := crowd(t)
	for _, words := range []string{"gerabah", "tungku", "kelas gerabah", "gerab", "gerabah -suwon", "gerabah or kelas"} {
		for _, kind := range []portal.Kind{"", portal.KindProgram} {
			if n, last := read(t, s, words, kind); n == 0 || n > store.SearchLimit || last {
				t.Errorf("%q, kind %q: %d documents are read, those of the last tier: %v", words, kind, n, last)
			}
		}
		if found := look(t, s, words, i18n.ID); found.Total("") != store.SearchLimit || len(found.Hits) != 10 {
			t.Errorf("%q finds %d, %d are shown", words, found.Total(""), len(found.Hits))
		}
	}
	for _, words := range []string{`"gerabah kelas"`, `"tanah tungku"`, "gerabah -kelas"} { // words that all hold, and none as is asked
		if n, _ := read(t, s, words, ""); n == 0 || n > 2*8*store.SearchLimit {
			t.Errorf("%q: %d documents are read", words, n)
		}
	}
}

func TestRareWordIsFoundInTheLastTier(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	stands(t, pool, portal.KindProgram, 30_001, 1, "Kelas gerabah", "tungku celadon")
	for _, words := range []string{"celadon", "gerabah celadon", "celad", `"tungku celadon"`, "celadon kelas"} {
		if found := look(t, s, words, i18n.EN); found.Total("") != 1 || found.Instead != "" || found.Partly {
			t.Errorf("%q: %s", words, listed(found))
		}
	}
}

// TestWhatIsCalledAsWasTypedIsFoundHoweverManyHoldTheWords is of a record that stands behind a thousand others that hold its name.
func TestWhatIsCalledAsWasTypedIsFoundHoweverManyHoldTheWords(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	stands(t, pool, portal.KindCity, 30_001, 1, "Gerabah", "")
	stands(t, pool, portal.KindCity, 40_000, 20, "Gerabah Utara", "gerabah")
	stands(t, pool, portal.KindVenue, 30_001, 1, "Kelas Gerabah Tua", "")
	for words, first := range map[string]string{"gerabah": "city30001", "GERABAH": "city30001", "kelas gerabah tua": "venue30001"} {
		if found := look(t, s, words, i18n.ID); len(found.Hits) == 0 || found.Hits[0].Slug != first {
			t.Errorf("%q: %s is not the first of %s", words, first, listed(found))
		}
	}
	if hits := suggested(t, s, "gerab", i18n.ID); len(hits) == 0 || hits[0].Slug != "city30001" {
		t.Errorf("suggested: %s", listed(store.Found{Hits: hits}))
	}
}

func TestHitsOfAKindAreFoundHoweverManyOthersHoldTheWords(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	stands(t, pool, portal.KindVenue, 30_001, 3, "Rumah gerabah", "")
	found, err := s.Search(t.Context(), store.Search{Lang: i18n.ID, Words: "gerabah", Kind: portal.KindVenue, Number: 1, Size: 10})
	if err != nil {
		t.Fatal(err)
	}
	ofOthers := slices.ContainsFunc(found.Hits, func(h store.Hit) bool { return h.Kind != portal.KindVenue })
	if len(found.Hits) != 3 || ofOthers || found.Total(portal.KindVenue) != 3 || found.Total(portal.KindProgram) == 0 {
		t.Errorf("%v: %s", found.Counts, listed(found))
	}
	if n, _ := read(t, s, "gerabah", portal.KindVenue); n != 3 {
		t.Errorf("%d documents are read for three venues", n)
	}
}

// TestWordThatIsHeldIsNotTakenForABeginning is of a word with which very many others begin.
func TestWordThatIsHeldIsNotTakenForABeginning(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	if found := look(t, s, "gera", i18n.ID); found.Total("") != store.SearchLimit {
		t.Errorf("as the beginning of a word it finds %d", found.Total(""))
	}
	stands(t, pool, portal.KindCity, 30_001, 1, "Gera", "")
	if found := look(t, s, "gera", i18n.ID); found.Total("") != 1 {
		t.Errorf("as a word it finds %d", found.Total(""))
	}
}

// TestCommonBeginningIsLookedForInWhatTheOtherWordsFind is of the beginning of a word that stands in the first documents.
func TestCommonBeginningIsLookedForInWhatTheOtherWordsFind(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	stands(t, pool, portal.KindProgram, 30_001, 1, "Celadon Bandung", "")
	if found := look(t, s, "celadon bandu", i18n.ID); found.Total("") != 1 || found.Partly {
		t.Errorf("found: %s", listed(found))
	}
	if n, _ := read(t, s, "celadon bandu", ""); n != 1 {
		t.Errorf("%d documents are read for the one that holds the rare word", n)
	}
	if n, _ := read(t, s, "kelas bandu", ""); n < store.SearchLimit {
		t.Errorf("%d of the documents that hold the other word are looked through", n)
	}
}

func TestCityIsSuggestedByALaterWordHoweverManyHoldIt(t *testing.T) {
	t.Parallel()
	s, pool := crowd(t)
	stands(t, pool, portal.KindCity, 30_001, 1, "Lembah Tungku", "")
	for _, typed := range []string{"tung", "tungku lem"} {
		if hits := suggested(t, s, typed, i18n.EN); len(hits) != 1 || hits[0].Slug != "city30001" {
			t.Errorf("%q: %s", typed, listed(store.Found{Hits: hits}))
		}
	}
}

func TestSpellingsAreKeptOnceAndForgottenWithTheNames(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	d := deskOver(t, store.New(pool))
	d.decide(d.boss, d.save(d.editor, d.fresh(utrecht)), store.Verdict{State: portal.Applied})
	kept := func(word string) (n int) {
		t.Helper()
		if err := pool.QueryRow(t.Context(), "select count(*) from search_spellings where word = $1", word).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if kept("utrecht") != 1 || kept("bandung") != 1 {
		t.Errorf("utrecht is kept %d times, bandung %d times", kept("utrecht"), kept("bandung"))
	}
	out := d.begin("utrecht")
	out.Op, out.After = portal.OpRetire, portal.Snapshot{}
	d.decide(d.boss, d.save(d.editor, out), store.Verdict{State: portal.Applied})
	if _, err := pool.Exec(t.Context(), "comment on table search_documents is 'made by an older program'"); err != nil {
		t.Fatal(err)
	}
	if err := store.MigrateUp(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	if kept("utrecht") != 0 || kept("bandung") != 1 {
		t.Errorf("when all is learnt again utrecht is kept %d times, bandung %d times", kept("utrecht"), kept("bandung"))
	}
	if strings.Contains(look(t, d.Store, "utrechd", i18n.ID).Instead, "utrecht") {
		t.Error("a name that is gone is proposed")
	}
}
