package server

import "net/http"

// seenWriter remembers what was answered.
type seenWriter struct {
	http.ResponseWriter
	status int // 0 before anything was sent
	bytes  int64
}

// WriteHeader sends one status; others that only prepare for it go before.
func (s *seenWriter) WriteHeader(status int) {
	prepares := status < http.StatusOK && status != http.StatusSwitchingProtocols
	if s.status != 0 && !prepares {
		return
	}
	if !prepares {
		s.status = status
	}
	s.ResponseWriter.WriteHeader(status)
}

func (s *seenWriter) Write(p []byte) (int, error) {
	s.WriteHeader(http.StatusOK)
	n, err := s.ResponseWriter.Write(p)
	s.bytes += int64(n)
	return n, err
}

// Unwrap lets the server reach what the connection can do.
func (s *seenWriter) Unwrap() http.ResponseWriter { return s.ResponseWriter }
