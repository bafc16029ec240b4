package portal

import (
	"bytes"
	"encoding/json"
)

// Later is something in the words in which it is kept, as JSON, and is read out of them each time that it is asked for: very many take
// little room, and nothing in them has to be looked through by the collector of garbage. The zero value says nothing.
type Later[T any] struct{ said []byte }

// LaterOf keeps a value, of which everything has to be such as JSON can say.
func LaterOf[T any](value T) Later[T] {
	said, err := json.Marshal(value)
	if err != nil {
		panic(err) // a type that JSON cannot say
	}
	switch string(said) {
	case "null", "[]", "{}":
		return Later[T]{}
	}
	return Later[T]{said}
}

// Read is what is kept, without what does not fit the type.
func (l Later[T]) Read() (value T) {
	if len(l.said) > 0 {
		_ = json.Unmarshal(l.said, &value) // goes on behind what does not fit; it is JSON, which UnmarshalJSON is called with alone
	}
	return value
}

// IsZero tells whether nothing is said.
func (l Later[T]) IsZero() bool { return len(l.said) == 0 }

// MarshalJSON is what is kept.
func (l Later[T]) MarshalJSON() ([]byte, error) {
	if len(l.said) == 0 {
		return []byte("null"), nil
	}
	return l.said, nil
}

// UnmarshalJSON keeps what is said without reading it.
func (l *Later[T]) UnmarshalJSON(said []byte) error {
	if l.said = nil; !bytes.Equal(said, []byte("null")) {
		l.said = bytes.Clone(said)
	}
	return nil
}
