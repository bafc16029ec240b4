package auth

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// What authenticator apps expect of time-based codes (RFC 6238) without being told: six digits of HMAC-SHA-1 every 30 seconds.
const (
	totpPeriod = 30
	totpDigits = 6
	totpSecret = 20 // bytes, the length of the hash as RFC 4226 recommends
)

var keyEncoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// totpCode is the code of a step, as RFC 4226, 5.3, makes it.
func totpCode(secret []byte, step int64, digits int) string {
	mac := hmac.New(sha1.New, secret)
	_ = binary.Write(mac, binary.BigEndian, step) // a hash takes everything
	sum := mac.Sum(nil)
	offset := sum[len(sum)-1] & 0xf
	number := binary.BigEndian.Uint32(sum[offset:]) & 0x7fffffff
	modulus := uint32(1)
	for range digits {
		modulus *= 10
	}
	return fmt.Sprintf("%0*d", digits, number%modulus)
}

// totpStep finds the step whose code was typed: the one of now, or its neighbour, for clocks that are not quite right.
func totpStep(secret []byte, typed string, now time.Time) (step int64, ok bool) {
	current := now.Unix() / totpPeriod
	for _, s := range []int64{current - 1, current, current + 1} {
		if subtle.ConstantTimeCompare([]byte(totpCode(secret, s, totpDigits)), []byte(typed)) == 1 {
			step, ok = s, true
		}
	}
	return step, ok
}

// CodeAt is the code that an authenticator app with this key shows at an instant.
func CodeAt(secret []byte, at time.Time) string {
	return totpCode(secret, at.Unix()/totpPeriod, totpDigits)
}

// KeyText is a key as people type it, in groups of four signs.
func KeyText(secret []byte) string {
	var groups []string
	for text := keyEncoding.EncodeToString(secret); text != ""; {
		n := min(4, len(text))
		groups, text = append(groups, text[:n]), text[n:]
	}
	return strings.Join(groups, " ")
}

// KeyAddress is a key as apps read it from a QR code.
func KeyAddress(issuer, account string, secret []byte) string {
	q := url.Values{"secret": {keyEncoding.EncodeToString(secret)}, "issuer": {issuer}}
	return "otpauth://totp/" + url.PathEscape(issuer+":"+account) + "?" + strings.ReplaceAll(q.Encode(), "+", "%20")
}

func newSecret() []byte {
	secret := make([]byte, totpSecret)
	_, _ = rand.Read(secret) // never fails
	return secret
}
