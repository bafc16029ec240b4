package auth

import (
	"cmp"
	"context"
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
	Min, Max int // characters
	Kinds    int // of signs in each, at least; 1 for any
	Days     int // for which a password holds; 0 for ever
}

// Bounds of the settings. A password without second factor has 12 characters and more (OWASP ASVS 5.0, 6.2.1 asks for 8 and recommends 15);
// at least 64 must be possible (6.2.9), and hashing stays cheap.
const (
	usualMin, usualMax = 12, 128

	// usualKinds is a mix that a phrase of some words has by the spaces between them, so that the rule costs its writer nothing.
	usualKinds = 2

	// Kinds is how many kinds of signs there are: small letters, capitals, digits, and all others, the space among them.
	Kinds = 4

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

// kinds is the least number of kinds of signs.
func (r PasswordRules) kinds() int { return cmp.Or(r.Kinds, usualKinds) }

// Hint is the key of the words that tell the rules, and what they are filled with.
func (r PasswordRules) Hint() (key string, args []any) {
	if r.kinds() == 1 {
		return "hint.new", []any{r.Least()}
	}
	return "hint.new_kinds", []any{r.Least(), r.kinds()}
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
	case kindsIn(password) < r.kinds():
		p.Add("password", "problem.password_kinds", r.kinds())
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

// kindsIn counts the kinds of signs in a password. Letters without small and capital ones, such as those of Chinese, are others.
func kindsIn(password string) (n int) {
	var seen [Kinds]bool
	for _, sign := range password {
		kind := 3
		switch {
		case unicode.IsLower(sign):
			kind = 0
		case unicode.IsUpper(sign):
			kind = 1
		case unicode.IsDigit(sign):
			kind = 2
		}
		if !seen[kind] {
			seen[kind], n = true, n+1
		}
	}
	return n
}

// soon is how many days before a password ends its holder is told.
const soon = 14

// ends is when the password of somebody ends; zero for never.
func (r PasswordRules) ends(of portal.Staff) time.Time {
	if r.Days == 0 {
		return time.Time{}
	}
	return of.PasswordAt.AddDate(0, 0, r.Days)
}

// old tells whether the password of somebody had ended at an instant.
func (r PasswordRules) old(of portal.Staff, at time.Time) bool {
	ends := r.ends(of)
	return !ends.IsZero() && at.After(ends)
}

// EndsSoon is when the password ends by which somebody signed in; ok is false where it holds for longer than two weeks, or another proof
// than a password let them in.
func (k *Keeper) EndsSoon(ctx context.Context) (ends time.Time, ok bool) {
	v := visitOf(ctx)
	if v.err != nil || v.session.Elsewhere || v.person.MustChange {
		return ends, false
	}
	ends = k.Passwords.ends(v.person)
	return ends, !ends.IsZero() && k.Now().AddDate(0, 0, soon).After(ends)
}
