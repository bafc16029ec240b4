package respond

import "strings"

// Who may show a page in a frame.
const (
	NoFrames  = "'none'"
	AnyFrames = "*"
)

// Policy is what a page of ours may load and do: nothing but what this site serves itself. Only the answers of Frame may be shown by
// others in a frame.
func Policy(frames string) string {
	return strings.Join([]string{
		"default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "script-src 'self'", "connect-src 'self'",
		"manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors " + frames,
	}, "; ")
}
