package export

import (
	"hash"
	"io"
)

// measured passes bytes on, counting and hashing them.
type measured struct {
	to   io.Writer
	hash hash.Hash
	size int64
}

func (m *measured) Write(p []byte) (int, error) {
	n, err := m.to.Write(p)
	m.hash.Write(p[:n])
	m.size += int64(n)
	return n, err
}
