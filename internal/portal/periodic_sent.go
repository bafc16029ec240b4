package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"
)

// SentPeriodic is the report on a period as it was sent. It never changes, whatever becomes of the register.
type SentPeriodic struct {
	ID        int64
	Period    Period
	Addressee string
	SentBy    string
	SentAt    time.Time
	Content   string // the report as JSON
	Hash      string // SHA-256 of the content, hex
	Key       string // one form, one report
}

// Freeze makes the report into one that can be sent.
func (r Periodic) Freeze(addressee string, at time.Time) (SentPeriodic, error) {
	s := SentPeriodic{Period: r.Period, Addressee: strings.TrimSpace(addressee), SentAt: at}
	var p Problems
	p.Must(s.Addressee != "", "addressee", "problem.required")
	if err := p.Err(); err != nil {
		return s, err
	}
	content, err := json.Marshal(r)
	s.Content, s.Hash = string(content), hashOf(content)
	return s, err
}

// Report is the report as it was sent.
func (s SentPeriodic) Report() (r Periodic, err error) {
	err = json.Unmarshal([]byte(s.Content), &r)
	return r, err
}

// Intact tells whether the content is the one that was sent.
func (s SentPeriodic) Intact() bool { return hashOf([]byte(s.Content)) == s.Hash }

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
