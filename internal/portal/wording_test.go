package portal_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

// marked writes stretches with what differs in brackets.
func marked(list []portal.Stretch) string {
	var s strings.Builder
	for _, part := range list {
		if part.Differs {
			s.WriteString("[" + part.Text + "]")
		} else {
			s.WriteString(part.Text)
		}
	}
	return s.String()
}

func TestTextsAreComparedByWord(t *testing.T) {
	for _, tt := range []struct{ was, is, old, new string }{
		{"24 April 2026", "24 April 2028", "24 April [2026]", "24 April [2028]"},
		{"Kota pintar; kota layak anak", "Kota pintar; kota layak huni; ketahanan", "Kota pintar; kota layak [anak]", "Kota pintar; kota layak [huni; ketahanan]"},
		{"pelatihan guru bahasa", "pelatihan dan guru", "pelatihan guru[ bahasa]", "pelatihan [dan ]guru"},
		{"satu dua tiga", "lima enam tujuh", "[satu dua tiga]", "[lima enam tujuh]"},
		{"", "baru", "", "[baru]"},
		{"sama", "sama", "sama", "sama"},
		{"杭州市的友好", "杭州市之友好", "杭州市[的]友好", "杭州市[之]友好"},
	} {
		old, new := portal.Beside(tt.was, tt.is)
		if marked(old) != tt.old || marked(new) != tt.new {
			t.Errorf("%q to %q: %q and %q, want %q and %q", tt.was, tt.is, marked(old), marked(new), tt.old, tt.new)
		}
	}
}

func TestComparedTextsStayWhole(t *testing.T) {
	words := []string{"kota ", "kembar", "\n", ",", "  ", "é", "杭", "2026", "(", "�"}
	random := rand.New(rand.NewPCG(1, 2))
	text := func() (s string) {
		for range random.IntN(30) {
			s += words[random.IntN(len(words))]
		}
		return s
	}
	whole := func(list []portal.Stretch) (s string) {
		for _, part := range list {
			s += part.Text
		}
		return s
	}
	for range 500 {
		was, is := text(), text()
		old, new := portal.Beside(was, is)
		if whole(old) != was || whole(new) != is {
			t.Fatalf("%q and %q became %q and %q", was, is, whole(old), whole(new))
		}
	}
}

func TestVeryLongTextsAreComparedWithoutEnd(t *testing.T) {
	was, is := "awal "+strings.Repeat("lama kata ", 5000)+"akhir", "awal "+strings.Repeat("baru sekali ", 5000)+"akhir"
	old, new := portal.Beside(was, is)
	if len(old) != 3 || len(new) != 3 || old[0].Differs || !old[1].Differs || old[2].Differs {
		t.Errorf("%d and %d stretches", len(old), len(new))
	}
}

func TestTextsWithLittleInCommonAreTwoTexts(t *testing.T) {
	if !portal.Alike(portal.Beside("pelatihan guru bahasa", "pelatihan guru seni")) {
		t.Error("two thirds are the same")
	}
	if portal.Alike(portal.Beside("pelatihan guru bahasa", "kunjungan wali kota guru")) {
		t.Error("one word is the same")
	}
}
