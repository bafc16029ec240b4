package media

import (
	"bytes"
	"encoding/hex"
	"net/http"
	"regexp"
)

// The kinds of files that are kept.
const (
	PDF  = "application/pdf"
	JPEG = "image/jpeg"
	PNG  = "image/png"
	WebP = "image/webp"
)

// active are names in a PDF that run something or carry other files. They can also hide in packed parts, where nobody looks
// here; what keeps readers safe is that Serve never lets a browser open a PDF of ours. This check keeps honest files clean.
var active = [][]byte{[]byte("/JavaScript"), []byte("/JS"), []byte("/Launch"), []byte("/EmbeddedFile")}

// longestActive is how much of what came before must be looked at again, since a name may lie across two writes: three bytes
// for each of its letters, and the one after it.
const longestActive = 3*len("/EmbeddedFile") + 1

// sniffed is how many bytes at the beginning tell what a file is.
const sniffed = 512

// inspector looks at the bytes of a file as they are written to it.
type inspector struct {
	head []byte // the first bytes
	tail []byte // the last ones, to be looked at with the next
	runs bool   // an active name was seen
}

func (i *inspector) Write(p []byte) (int, error) {
	if missing := sniffed - len(i.head); missing > 0 {
		i.head = append(i.head, p[:min(missing, len(p))]...)
	}
	window := append(i.tail, p...)
	i.runs = i.runs || names(window)
	i.tail = bytes.Clone(window[max(0, len(window)-longestActive):])
	return len(p), nil
}

// names tells whether one of the active names stands in the bytes. A name at the very end waits for the next write or the end,
// because it could be the beginning of a longer one.
func names(b []byte) bool {
	b = plain(b)
	for _, name := range active {
		for rest := b; ; {
			at := bytes.Index(rest, name)
			if at < 0 {
				break
			}
			rest = bytes.TrimPrefix(rest[at+len(name):], []byte("s")) // EmbeddedFiles is one too
			if len(rest) > 0 && !regular(rest[0]) {
				return true
			}
		}
	}
	return false
}

// plain writes out the letters of names that are given as # and two hex digits (ISO 32000-1, 7.3.5).
func plain(b []byte) []byte {
	if !bytes.Contains(b, []byte("#")) {
		return b
	}
	return escaped.ReplaceAllFunc(b, func(code []byte) []byte {
		letter, _ := hex.DecodeString(string(code[1:])) // the pattern allows nothing else
		return letter
	})
}

var escaped = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)

// regular tells whether a byte goes on with a PDF name (ISO 32000-1, 7.2.2).
func regular(c byte) bool {
	return c > ' ' && c < 0x7f && !bytes.ContainsRune([]byte("()<>[]{}/%"), rune(c))
}

// verdict is the media type of what was written, or why it is refused.
func (i *inspector) verdict() (string, error) {
	if len(i.head) == 0 {
		return "", refused("problem.file_empty")
	}
	switch kind := http.DetectContentType(i.head); kind {
	case JPEG, PNG, WebP:
		return kind, nil
	case PDF:
		if i.runs || names(append(i.tail, ' ')) {
			return "", refused("problem.file_active")
		}
		return kind, nil
	}
	return "", refused("problem.file_kind")
}
