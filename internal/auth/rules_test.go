package auth_test

import (
	"strings"
	"testing"

	"kotakembar/internal/auth"
	"kotakembar/internal/portal"
)

func TestNewPasswordMustBeLongRareAndNotOnesOwnName(t *testing.T) {
	t.Parallel()
	wulan := portal.Staff{Name: "Wulan Ratnaningsih", Email: "w.ratnaningsih@bandung.go.id"}
	usual, any, every := auth.PasswordRules{}, auth.PasswordRules{Kinds: 1}, auth.PasswordRules{Min: 10, Kinds: 4}
	for _, c := range []struct {
		rules    auth.PasswordRules
		password string
		want     string
	}{
		{usual, strings.Repeat("é", 11), "problem.password_short"},
		{usual, "кшзщхъёэжюбйъ", "problem.password_kinds"},
		{any, "кшзщхъёэжюбйъ", ""},
		{usual, "korekapibirutua", "problem.password_kinds"},
		{any, "korekapibirutua", ""},
		{usual, "KorekApiBiruTua", ""},
		{usual, strings.Repeat("kx", 65), "problem.password_long"},
		{usual, "Password1234!", "problem.password_easy"},
		{usual, "sayangkamu123", "problem.password_easy"},
		{usual, "qwertyuiop[]123", "problem.password_easy"},
		{usual, "wulanratnaningsih7", "problem.password_own"},
		{usual, "korek api biru tua", ""},
		{every, "Korek api biru tua", "problem.password_kinds"},
		{every, "Korek api biru 3 tua", ""},
		{auth.PasswordRules{Min: 8, Max: 64, Kinds: 1}, "kxqvnwpz", ""},
		{auth.PasswordRules{Max: 64}, strings.Repeat("kx", 33), "problem.password_long"},
	} {
		err := c.rules.Check(c.password, wulan)
		invalid := portal.AsInvalid(err)
		if (invalid == nil) != (c.want == "") || invalid != nil && invalid.Problems[0].Key != c.want {
			t.Errorf("%q: %v, want %q", c.password, err, c.want)
		}
	}
}
