package view

import (
	"fmt"
	"strings"

	qr "github.com/piglig/go-qr"
)

// AccountSecurity is what stands between an account and others: the second factor and the sessions.
type AccountSecurity struct {
	Notice   string
	Password string // that it ends soon; empty where it does not
	Needed   bool   // the second factor, before anything else can be done
	State    TagValue
	Text     string
	Actions  []PostLink
	Account  FormPage // name and language
	Passkeys PasskeyList
	Sessions SessionList
}

// SessionList is the sessions of one person.
type SessionList struct {
	Table Table
	End   PostLink // all of them, or all others; without an action where there is nothing to end
}

// Setup is how a key comes into an authenticator app.
type Setup struct {
	Code    QRCode
	Key     string // as people type it
	Address string // of the key, which an app on the same device opens
	Form    FormPage
}

// RecoveryCodes are codes on the only page that ever shows them.
type RecoveryCodes struct {
	Codes []string
	Back  Link
}

// QRCode is a drawing of dark squares.
type QRCode struct {
	Path string
	Box  string // its viewBox, with the quiet zone of four squares that readers need
}

// QR draws a text as a QR code (ISO/IEC 18004) that survives 15% of damage.
func QR(text string) (QRCode, error) {
	const quiet = 4
	code, err := qr.EncodeText(text, qr.Medium)
	if err != nil {
		return QRCode{}, err
	}
	var path strings.Builder
	size := code.Size()
	for y := range size {
		for x := range size {
			if code.Module(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return QRCode{Path: path.String(), Box: fmt.Sprintf("0 0 %d %d", size+2*quiet, size+2*quiet)}, nil
}
