package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
)

// guide is the pages that explain the API to people, made of its description.
type guide struct {
	site Face
	spec *huma.OpenAPI
}

func (g guide) overview(w http.ResponseWriter, r *http.Request) error { return portal.ErrNotFound }
func (g guide) kind(w http.ResponseWriter, r *http.Request) error     { return portal.ErrNotFound }
