package card

import (
	"container/list"
	"context"
	"sync"
)

// Studio draws cards, so many at once and no more, and remembers the last ones within a number of bytes.
type Studio struct {
	seats chan struct{}
	most  int

	mu    sync.Mutex
	held  int
	kept  map[string]*list.Element
	order *list.List // of drawings, the one asked for last in front
}

type drawing struct {
	tag string
	png []byte
}

// NewStudio opens a studio with seats for so many cards at once and a memory of so many bytes.
func NewStudio(seats, memory int) *Studio {
	return &Studio{seats: make(chan struct{}, seats), most: memory, kept: map[string]*list.Element{}, order: list.New()}
}

// Draw returns the card as a PNG. Where all seats are taken it waits for one as long as the context lasts.
func (s *Studio) Draw(ctx context.Context, c Card) ([]byte, error) {
	tag := c.Tag()
	if png := s.recall(tag); png != nil {
		return png, nil
	}
	select {
	case s.seats <- struct{}{}:
		defer func() { <-s.seats }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if png := s.recall(tag); png != nil { // drawn while this one waited
		return png, nil
	}
	png, err := c.draw().png()
	if err == nil {
		s.remember(drawing{tag, png})
	}
	return png, err
}

func (s *Studio) recall(tag string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.kept[tag]
	if !ok {
		return nil
	}
	s.order.MoveToFront(at)
	return at.Value.(drawing).png
}

// remember keeps a drawing, and lets go of those that nobody has asked for the longest time.
func (s *Studio) remember(d drawing) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[d.tag] != nil { // two have drawn it at once
		return
	}
	s.kept[d.tag] = s.order.PushFront(d)
	s.held += len(d.png)
	for s.held > s.most && s.order.Len() > 0 {
		last := s.order.Remove(s.order.Back()).(drawing)
		delete(s.kept, last.tag)
		s.held -= len(last.png)
	}
}
