package backup

import (
	"errors"
	"hash"
	"io"
)

// joined reads the pieces of a table as one.
type joined struct {
	*reader
	table string
	n     int // the piece that is read now
	sum   hash.Hash
	err   error // why it could not be read to its end
}

func (p *joined) Read(b []byte) (int, error) {
	for p.err == nil && p.next == pieceName(p.table, p.n) {
		n, err := p.tar.Read(b)
		p.sum.Write(b[:n])
		if err == nil || n > 0 {
			return n, nil
		}
		if !errors.Is(err, io.EOF) {
			p.err = damaged("table %s: %w", p.table, err)
			break
		}
		p.err = p.advance()
		p.n++
	}
	if p.err != nil {
		return 0, p.err
	}
	return 0, io.EOF
}

// faulty remembers why a reader could not be read to its end.
type faulty struct {
	from io.Reader
	err  error
}

func (f *faulty) Read(b []byte) (int, error) {
	n, err := f.from.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}
