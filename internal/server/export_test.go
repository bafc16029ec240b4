package server

import "github.com/go-chi/chi/v5"

// Routes lets tests walk all routes.
func (s *Server) Routes() chi.Routes { return s.router.Load() }
