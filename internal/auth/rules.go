package auth

import (
	"cmp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kotakembar/internal/guess"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// PasswordRules are what a new password must be like. The zero value stands for the usual rules.
type PasswordRules struct {
	Min, Max int  // characters
	Mixed    bool // small letters, capitals, digits and other signs in each, where an office must ask for that
	Days     int  // after which a password must be changed; 0 for never
}

// Bounds of the settings. A password without second factor has 12 characters and more (OWASP ASVS 5.0, 6.2.1 asks for 8 and recommends 15);
// at least 64 must be possible (6.2.9), and hashing stays cheap.
const (
	usualMin, usualMax = 12, 128

	LeastMin, MostMin = 8, 64
	LeastMax, MostMax = 64, 256
)

// hard is from how many bits on a password counts as hard to guess. Who has stolen the database tries some thousands a second for each
// processor (cost), who has not five in fifteen minutes; 2^35 last the first for weeks, and the second for ever.
const hard = 35

// Least is the least number of characters.
func (r PasswordRules) Least() int { return cmp.Or(r.Min, usualMin) }

// Most is the greatest number of characters.
func (r PasswordRules) Most() int { return cmp.Or(r.Max, usualMax) }

// Hint is the key of the words that tell the rules, to be filled with Least.
func (r PasswordRules) Hint() string {
	if r.Mixed {
		return "hint.new_mixed"
	}
	return "hint.new"
}

// Check tells what is wrong with a new password of somebody.
func (r PasswordRules) Check(password string, of portal.Staff) error {
	var p portal.Problems
	n := utf8.RuneCountInString(password)
	switch {
	case n < r.Least():
		p.Add("password", "problem.password_short", r.Least())
	case n > r.Most():
		p.Add("password", "problem.password_long", r.Most())
	case r.Mixed && !mixed(password):
		p.Add("password", "problem.password_mixed")
	case guess.Bits(password) < hard:
		p.Add("password", "problem.password_easy")
	case guess.Bits(password, ownWords(of)...) < hard:
		p.Add("password", "problem.password_own")
	}
	return p.Err()
}

// ownWords are those that a guesser tries first: who it is, and what the site is called.
func ownWords(of portal.Staff) []string {
	words := []string{of.Name, of.Email, strings.ReplaceAll(of.Email, "@", " ")}
	for _, l := range i18n.Langs {
		words = append(words, l.T("site.name"))
	}
	return words
}

func mixed(password string) bool {
	var small, capital, digit, other bool
	for _, sign := range password {
		switch {
		case unicode.IsLower(sign):
			small = true
		case unicode.IsUpper(sign):
			capital = true
		case unicode.IsDigit(sign):
			digit = true
		default:
			other = true
		}
	}
	return small && capital && digit && other
}

// old tells whether the password of somebody has to be changed because of its age.
func (r PasswordRules) old(of portal.Staff, now time.Time) bool {
	return r.Days > 0 && now.After(of.PasswordAt.AddDate(0, 0, r.Days))
}
