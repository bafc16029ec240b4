package guess_test

import (
	"testing"

	"kotakembar/internal/guess"
)

// few are bits of which a computer guesses all at once; many are more than it does in years where each guess takes a hash.
const few, many = 33, 40

func TestWhatPeopleChooseIsGuessedSoon(t *testing.T) {
	for _, password := range []string{
		"", "password", "Password1234", "P@ssw0rd2024!", "123456789012", "qwertyuiop12", "1qaz2wsx3edc", "zaq12wsxcde3", "aaaaaaaaaaaa",
		"abcdefghijkl", "sayangkamu123!", "Sayangkamu2025", "akucintakamu99", "bandungbandung", "Bandung2026!!", "persibbandung1933",
		"kotakembar2026", "passwordpassword", "iloveyou12345", "17081945170845", "19450817abcd", "qwerty-123456", "Merdeka17081945",
		"321321321321", "manchesterunited", "administrator1", "katasandi12345", "abcabcabcabcabc",
	} {
		if bits := guess.Bits(password); bits >= few {
			t.Errorf("%q: %.1f bits", password, bits)
		}
	}
}

func TestRandomWordsAndSignsAreHardToGuess(t *testing.T) {
	for _, password := range []string{
		"korek api biru tua", "empat jendela menyala", "sepeda-awan-lumbung-raket", "kxqvnwplzrty", "Tr7#mQ2!xLp9", "horse staple battery correct",
		"h3k0-vqm4-p7t1-zc9d", "会议室窗外的雨声很大吗请你告诉我",
	} {
		if bits := guess.Bits(password); bits < many {
			t.Errorf("%q: %.1f bits", password, bits)
		}
	}
}

func TestOwnNamesMakeAPasswordEasy(t *testing.T) {
	const password = "ratnaningsih.wulan88"
	if bits := guess.Bits(password); bits < many {
		t.Errorf("for others: %.1f bits", bits)
	}
	if bits := guess.Bits(password, "Wulan Ratnaningsih"); bits >= few {
		t.Errorf("for its holder: %.1f bits", bits)
	}
	if bits := guess.Bits("RatnaningsihWulan", "wulan.ratnaningsih@bandung.go.id"); bits >= few {
		t.Errorf("from the address: %.1f bits", bits)
	}
}

func TestMoreSignsAreNeverEasier(t *testing.T) {
	for _, pair := range [][2]string{{"sayangku", "sayangku7"}, {"korek api", "korek api biru"}, {"abcdef", "abcdefz"}} {
		if guess.Bits(pair[0]) > guess.Bits(pair[1]) {
			t.Errorf("%q is harder than %q", pair[0], pair[1])
		}
	}
}

func FuzzBits(f *testing.F) {
	for _, seed := range []string{"", "korek api biru tua", "\xff\xfe", "1q2w3e4r5t6y", "ßßßß𝔘𝔘"} {
		f.Add(seed, "Wulan")
	}
	f.Fuzz(func(t *testing.T, password, about string) {
		if bits := guess.Bits(password, about); bits < 0 || bits > 6*64 {
			t.Errorf("%q: %f bits", password, bits)
		}
	})
}
