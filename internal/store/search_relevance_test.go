package store_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// answer is a record that has to stand among the first three, by the address of its page or by words of its title.
type answer struct {
	kind portal.Kind
	name string
}

func (a answer) is(h store.Hit) bool {
	return h.Kind == a.kind && (h.Slug == a.name || strings.Contains(said(h.Title), a.name))
}

func city(slug string) answer      { return answer{portal.KindCity, slug} }
func agreement(slug string) answer { return answer{portal.KindAgreement, slug} }
func program(slug string) answer   { return answer{portal.KindProgram, slug} }
func activity(name string) answer  { return answer{portal.KindActivity, name} }

// asked is what people type: names, mistyped and in other scripts, words of one meaning, questions, and what everybody types first.
var asked = []struct {
	words   string
	answers []answer
}{
	{"kota kembar jepang", []answer{city("hamamatsu"), city("kawasaki")}},
	{"sister cities in Japan", []answer{city("hamamatsu"), city("kawasaki")}},
	{"kota kembar di Korea", []answer{city("suwon"), agreement("suwon")}},
	{"kota saudara Jerman", []answer{city("braunschweig")}},
	{"twin town Germany", []answer{city("braunschweig")}},
	{"kota kembar cina", []answer{city("liuzhou"), city("yingkou")}},
	{"brunswick", []answer{city("braunschweig")}},
	{"braunshweig", []answer{city("braunschweig")}},
	{"forth wort", []answer{city("fort-worth")}},
	{"melborne", []answer{city("melbourne")}},
	{"bengalore", []answer{city("bengaluru")}},
	{"수원시", []answer{city("suwon")}},
	{"水原", []answer{city("suwon")}},
	{"浜松", []answer{city("hamamatsu")}},
	{"营口", []answer{city("yingkou")}},
	{"litle bandung", []answer{program("seo-hongdae"), program("seo-wall")}},
	{"litle bandung hongdea", []answer{program("seo-hongdae")}},
	{"apa itu Little Bandung di Paris", []answer{program("lb-paris")}},
	{"MoU Melbourne", []answer{city("melbourne"), agreement("melbourne")}},
	{"nota kesepahaman hamamatsu 2025", []answer{agreement("hamamatsu-2025")}},
	{"letter of intent toyota", []answer{city("toyota"), agreement("toyota")}},
	{"persetujuan DPRD Melbourne", []answer{{portal.KindApproval, "DPRD Kota Bandung"}}},
	{"piagam persahabatan 1960", []answer{agreement("braunschweig")}},
	{"siapa saja perawat yang magang", []answer{program("fw-capacity")}},
	{"firefighters", []answer{program("fw-fire")}},
	{"sampah kawasaki", []answer{program("kws-jica")}},
	{"pertukaran pelajar", []answer{program("bsw-itb")}},
	{"bantuan masker korea", []answer{program("swn-2020")}},
	{"face masks suwon", []answer{program("swn-2020")}},
	{"monumen gedung sate", []answer{activity("Gedung Sate")}},
	{"soccer", []answer{program("swn-2002")}},
}

// fields are the names of fields and words for them, of which at least one record is found in either language.
var fields = []string{"olahraga", "sports", "wisata", "pariwisata", "tourism", "health", "kesehatan", "perusahaan rintisan", "kuliah", "study"}

func TestRecordsAreFoundByTheNamesOfTheirFields(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, words := range fields {
		for _, l := range i18n.Langs {
			if found := look(t, s, words, l); found.Total("") == 0 || found.Instead != "" || found.Partly {
				t.Errorf("%q in %s finds %s", words, l, listed(found))
			}
		}
	}
}

// TestWordsThatAreSpelledRightAreNotCorrected is of words that the register does not hold.
func TestWordsThatAreSpelledRightAreNotCorrected(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, words := range []string{"visa", "beasiswa", "scholarship"} {
		if found := look(t, s, words, i18n.ID); found.Instead != "" {
			t.Errorf("%q is answered as %q", words, found.Instead)
		}
	}
	if found := look(t, s, "visa", i18n.EN); found.Total("") > 0 || found.Meant == "" {
		t.Errorf("of visa %d are found, offered is %q", found.Total(""), found.Meant)
	}
}

func TestFieldThatIsRenamedIsFoundByItsNewName(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	sector, err := d.SectorByCode(t.Context(), "SPO")
	if err != nil {
		t.Fatal(err)
	}
	live, version, err := d.Live(t.Context(), portal.KindSector, sector.ID)
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{
		Kind: portal.KindSector, RecordID: sector.ID, BaseVersion: version, Op: portal.OpSave, Title: "SPO",
		Before: live, After: portal.Pick(live, live, nil), Reason: "a better name", State: portal.Submitted,
	}
	set(&c, "name_id", "Atletik")
	d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
	if found := look(t, d.Store, "atletik", i18n.ID); found.Total("") == 0 || found.Instead != "" {
		t.Errorf("found: %s", listed(found))
	}
}

func TestWhatPeopleAskForStandsAmongTheFirstThree(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, q := range asked {
		for _, l := range i18n.Langs {
			found := look(t, s, q.words, l)
			first := found.Hits[:min(3, len(found.Hits))]
			for _, a := range q.answers {
				if !slices.ContainsFunc(first, a.is) {
					t.Errorf("%q in %s: %s %s is not among the first three of %s", q.words, l, a.kind, a.name, listed(found))
				}
			}
		}
	}
}

func TestPartnersComeFirstForTheWordsOfAPartnerCity(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, words := range []string{"sister city", "Kota Kembar", "twin towns"} {
		found := look(t, s, words, i18n.ID)
		cities := min(10, found.Total(portal.KindCity), len(found.Hits))
		for i, h := range found.Hits[:cities] {
			if h.Kind != portal.KindCity {
				t.Errorf("%q: hit %d is a %s: %s", words, i+1, h.Kind, said(h.Title))
			}
		}
		if cities == 0 || found.Hits[0].Slug == "bandung" {
			t.Errorf("%q: no partner comes first: %s", words, listed(found))
		}
	}
}

// TestMoneyIsFoundByItsManyNames is of words that were taken for the next best word, be it one that says nothing.
func TestMoneyIsFoundByItsManyNames(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for _, words := range []string{"dana", "uang", "biaya", "anggaran", "money", "cost", "budget"} {
		for _, l := range i18n.Langs {
			found := look(t, s, words, l)
			if found.Instead != "" || found.Total("") > 30 || !slices.ContainsFunc(found.Hits, program("budget-2008").is) {
				t.Errorf("%q in %s is answered as %q: %s", words, l, found.Instead, listed(found))
			}
		}
	}
	for _, words := range []string{"hibah", "grant", "grants"} {
		if found := look(t, s, words, i18n.EN); found.Total("") == 0 || found.Instead != "" {
			t.Errorf("%q is answered as %q: %s", words, found.Instead, listed(found))
		}
	}
	if found := look(t, s, "danu", i18n.ID); found.Instead == "dan" || found.Meant == "dan" {
		t.Errorf("danu is answered as %q, offered is %q", found.Instead, found.Meant)
	}
}

// TestWhatIsCalledAsWasTypedStandsFirst is of names that several records hold.
func TestWhatIsCalledAsWasTypedStandsFirst(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	for words, first := range map[string]answer{
		"litle bandung": program("seo-hongdae"), "little bandung": program("seo-hongdae"), "toko little bandung": program("pj-store"),
		"little bandung store": program("pj-store"), "melbourne": city("melbourne"),
	} {
		for _, l := range i18n.Langs {
			if found := look(t, s, words, l); len(found.Hits) == 0 || !first.is(found.Hits[0]) {
				t.Errorf("%q in %s: %s %s is not the first of %s", words, l, first.kind, first.name, listed(found))
			}
		}
	}
}
