package public

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/http"
	"time"

	"github.com/go-chi/httprate"

	"kotakembar/internal/caller"
	"kotakembar/internal/portal"
)

// How long a person has a form before them, and how often one address may write.
const (
	quickest   = 3 * time.Second // no person reads and fills the form faster
	longest    = 20 * time.Hour  // within the time for which an abandoned file is kept
	hourly     = 10              // letters of one address; a school or an office shares one
	daily      = 30
	quiet      = time.Hour // to wait where there were too many
	keyLength  = 16        // bytes
	timeLength = 8
)

// seal knows what this site gave out itself, by a secret that all nodes share.
type seal struct{ secret []byte }

func (s Site) seal(ctx context.Context) (seal, error) {
	secret, err := s.Store.LetterSecret(ctx)
	return seal{secret}, err
}

// stamp is when a form was given out, and the key by which it makes one letter however often it is sent.
type stamp struct {
	key string
	at  time.Time
}

// fresh stamps a form that is given out now.
func (k seal) fresh(now time.Time) stamp {
	key := make([]byte, keyLength)
	_, _ = rand.Read(key) // never fails
	return stamp{key: base64.RawURLEncoding.EncodeToString(key), at: now.Truncate(time.Second)}
}

// write is the stamp as a form carries it.
func (k seal) write(s stamp) string {
	body := binary.BigEndian.AppendUint64(nil, uint64(s.at.Unix()))
	return k.sign("form", append(body, s.key...))
}

// read is the stamp that a form came back with; ok is false for one that this site did not give out.
func (k seal) read(written string) (s stamp, ok bool) {
	body, ok := k.open("form", written)
	if !ok || len(body) < timeLength {
		return stamp{}, false
	}
	return stamp{key: string(body[timeLength:]), at: time.Unix(int64(binary.BigEndian.Uint64(body)), 0)}, true
}

// refusal says why a form with this stamp is not taken as it is, in the last part of a catalog key; empty where it is.
func (s stamp) refusal(now time.Time) string {
	switch age := now.Sub(s.at); {
	case s.key == "" || age > longest:
		return "stale"
	case age < quickest:
		return "quick"
	}
	return ""
}

// writeFile lets a form that comes back with problems carry the file that was kept of it. It goes with that form alone.
func (k seal) writeFile(f portal.LetterFile, s stamp) string {
	if f.Hash == "" {
		return ""
	}
	body, err := json.Marshal(f)
	if err != nil {
		return ""
	}
	return k.sign("file "+s.key, body)
}

func (k seal) readFile(written string, s stamp) (f portal.LetterFile) {
	if body, ok := k.open("file "+s.key, written); !ok || json.Unmarshal(body, &f) != nil {
		return portal.LetterFile{}
	}
	return f
}

// subject is an address in a form that tells nobody which one it is.
func (k seal) subject(r *http.Request) string {
	return base64.RawURLEncoding.EncodeToString(k.mac("address", []byte(httprate.CanonicalizeIP(caller.Text(r.Context())))))
}

func (k seal) sign(purpose string, body []byte) string {
	return base64.RawURLEncoding.EncodeToString(append(k.mac(purpose, body), body...))
}

func (k seal) open(purpose, written string) (body []byte, ok bool) {
	b, err := base64.RawURLEncoding.DecodeString(written)
	if err != nil || len(b) < sha256.Size {
		return nil, false
	}
	return b[sha256.Size:], hmac.Equal(b[:sha256.Size], k.mac(purpose, b[sha256.Size:]))
}

func (k seal) mac(purpose string, body []byte) []byte {
	sum := hmac.New(sha256.New, k.secret)
	sum.Write([]byte(purpose + "\x00"))
	sum.Write(body)
	return sum.Sum(nil)
}

// often tells whether too many letters have come from an address.
func (s Site) often(ctx context.Context, subject string) (bool, error) {
	lately, err := s.Store.LetterPosts(ctx, subject, s.Now().Add(-quiet))
	if err != nil || lately >= hourly {
		return lately >= hourly, err
	}
	today, err := s.Store.LetterPosts(ctx, subject, s.Now().Add(-24*time.Hour))
	return today >= daily, err
}
