package auth_test

import (
	"strings"
	"testing"

	"kotakembar/internal/auth"
)

func TestHashFitsItsPasswordAlone(t *testing.T) {
	hash, err := auth.Hash("kata sandi")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash %q", hash)
	}
	if !auth.Verify(hash, "kata sandi") || auth.Verify(hash, "kata sandi ") || auth.Verify(hash, "") {
		t.Error("the hash fits the wrong passwords")
	}
	if other, _ := auth.Hash("kata sandi"); other == hash {
		t.Error("two hashes of one password are equal")
	}
}

func TestHashThatCannotBeReadFitsNoPassword(t *testing.T) {
	for _, hash := range []string{
		"", "x", "$argon2id$v=19$m=19456,t=2,p=1$$", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=8,t=0,p=0$AAAA$AAAA",
		"$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=18$m=8,t=1,p=1$AAAA$AAAA",
	} {
		if auth.Verify(hash, "") {
			t.Errorf("%q fits", hash)
		}
	}
}

func TestOneTimePasswordsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		p := auth.OneTimePassword()
		if len(p) != 19 || seen[p] {
			t.Fatalf("password %q", p)
		}
		seen[p] = true
	}
}

func TestLoopbackIsThisMachineAlone(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "LOCALHOST:80": true, "127.0.0.1:8080": true, "[::1]:80": true, "127.9.9.9": true,
		"localhost.evil.example": false, "10.0.0.1": false, "0.0.0.0:8080": false, "": false, "127.0.0.1.evil.example": false,
	} {
		if auth.Loopback(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}
