package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// cost is what one hash takes: argon2id with 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet asks.
type cost struct {
	memory  uint32 // KiB
	passes  uint32
	threads uint8
}

var current = cost{memory: 19 * 1024, passes: 2, threads: 1}

const (
	saltLength = 16
	keyLength  = 32
)

// Hash returns the PHC string of a password, with its salt and cost in it.
func Hash(password string) (string, error) {
	salt := make([]byte, saltLength)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("salt: %w", err)
	}
	return phc(current, salt, current.key(password, salt)), nil
}

func (c cost) key(password string, salt []byte) []byte {
	return argon2.IDKey([]byte(password), salt, c.passes, c.memory, c.threads, keyLength)
}

var encoding = base64.RawStdEncoding.Strict()

func phc(c cost, salt, key []byte) string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.passes, c.threads,
		encoding.EncodeToString(salt), encoding.EncodeToString(key))
}

// Verify tells whether the password is the one that the hash was made of. A hash that cannot be read fits no password.
func Verify(hash, password string) bool {
	c, salt, key, ok := parse(hash)
	return ok && subtle.ConstantTimeCompare(key, c.key(password, salt)) == 1
}

func parse(hash string) (c cost, salt, key []byte, ok bool) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, false
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.passes, &c.threads); err != nil || c.passes == 0 || c.threads == 0 {
		return c, nil, nil, false
	}
	salt, err := encoding.DecodeString(parts[4])
	if err != nil {
		return c, nil, nil, false
	}
	key, err = encoding.DecodeString(parts[5])
	return c, salt, key, err == nil && len(key) == keyLength
}

// nobody is the hash against which the password of an unknown name is held, so that it takes as long as a known one, and that of
// somebody who has not set a password yet. No password fits it, because its key is all zeros.
var nobody = phc(current, make([]byte, saltLength), make([]byte, keyLength))

// OneTimePassword returns a random password of 80 bits in groups that can be read out, to be changed at first sign-in.
func OneTimePassword() string {
	const letters = "0123456789abcdefghjkmnpqrstvwxyz" // 32 signs, none that look alike
	var out strings.Builder
	random := make([]byte, 16)
	_, _ = rand.Read(random) // never fails
	for i, b := range random {
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(letters[b%byte(len(letters))])
	}
	return out.String()
}
