package auth

import (
	"testing"
	"time"
)

// The vectors of RFC 6238, appendix B, for SHA-1.
func TestCodesAreThoseOfTheRFC(t *testing.T) {
	secret := []byte("12345678901234567890")
	for at, want := range map[int64]string{
		59: "94287082", 1111111109: "07081804", 1111111111: "14050471", 1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130",
	} {
		if got := totpCode(secret, at/totpPeriod, 8); got != want {
			t.Errorf("at %d the code is %s, want %s", at, got, want)
		}
	}
}

func TestClockMayBeHalfAMinuteWrongAndNoMore(t *testing.T) {
	secret, now := []byte("12345678901234567890"), time.Unix(2_000_000_000, 0)
	for off, want := range map[time.Duration]bool{0: true, -30 * time.Second: true, 30 * time.Second: true, -90 * time.Second: false, 90 * time.Second: false} {
		if _, ok := totpStep(secret, CodeAt(secret, now.Add(off)), now); ok != want {
			t.Errorf("a clock that is %s off: %v", off, ok)
		}
	}
}
