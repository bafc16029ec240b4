package cache

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// encoding is how bytes travel (RFC 9110, 8.4.1).
type encoding int

// The encodings, the one that readers get first comes last.
const (
	identity encoding = iota
	gzipped
	zstandard
	brotlied
	encodings
)

func (e encoding) String() string { return [...]string{"identity", "gzip", "zstd", "br"}[e] }

// window is how far back the encoders look, as a power of two: further than a page is long, and no more memory than that.
const window = 18

// zstandards packs for all at the same time.
var zstandards = sync.OnceValue(func() *zstd.Encoder {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<window))
	if err != nil {
		panic(err) // settings that cannot be
	}
	return w
})

// encode packs bytes once for all readers, so that it may take its time.
func (e encoding) encode(plain []byte) []byte {
	var packed bytes.Buffer
	var w io.WriteCloser
	switch e {
	case zstandard:
		return zstandards().EncodeAll(plain, nil)
	case gzipped:
		w, _ = gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level is one that there is
	case brotlied:
		w = brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: 7, LGWin: window})
	default:
		return plain
	}
	_, _ = w.Write(plain) // a buffer takes everything
	_ = w.Close()
	return packed.Bytes()
}

// packs tells whether bytes of a media type become fewer by packing.
func packs(mediaType string) bool {
	for _, part := range []string{"text/", "json", "xml", "yaml", "javascript"} {
		if strings.Contains(mediaType, part) {
			return true
		}
	}
	return false
}

// choose is the best of the forms that a reader takes.
func (a *answer) choose(accept string) *form {
	for e := encodings - 1; e > identity && a.packs && accept != ""; e-- {
		if !Takes(accept, e.String()) {
			continue
		}
		if f := a.in(e); f != nil {
			return f
		}
	}
	return a.in(identity)
}

// Takes tells whether a reader takes an encoding: named, and not with a weight of zero (RFC 9110, 12.5.3).
func Takes(accept, name string) bool {
	for one := range strings.SplitSeq(accept, ",") {
		coding, weight, weighed := strings.Cut(one, ";")
		if strings.TrimSpace(coding) != name {
			continue
		}
		if !weighed {
			return true
		}
		q, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(weight), "q="), 64)
		return err == nil && q > 0
	}
	return false
}
