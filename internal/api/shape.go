package api

import (
	"encoding/json"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Common is what every document holds beside its own fields.
type Common struct {
	ID        int64      `json:"id"`
	Version   int64      `json:"version"`
	UpdatedAt *time.Time `json:"updated_at"`
	Reviewed  bool       `json:"reviewed"`
	Href      string     `json:"href"`
	Page      opt[Text]  `json:"page"`
	Citations []Citation `json:"citations"`
	Disputed  []Dispute  `json:"disputed"`
}

// Text is a text in both languages; a side that nobody has written is null.
type Text struct {
	ID *string `json:"id"`
	EN *string `json:"en"`
}

// EDTF is a date with the precision that is known (ISO 8601-2).
type EDTF string

// TransformSchema says in which forms the register writes dates.
func (EDTF) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	s.Pattern = `^\d{4}(-\d{2}(-\d{2})?)?[~?]?$`
	return s
}

// Ref names another record.
type Ref struct {
	ID    int64   `json:"id"`
	Slug  *string `json:"slug"`
	Title Text    `json:"title"`
	Href  string  `json:"href"`
}

// Organisation is a body that takes part, and on which side.
type Organisation struct {
	Name Text   `json:"name"`
	Side string `json:"side"`
}

// Money is an amount of the smallest unit of a currency that the register counts.
type Money struct {
	Amount   int64  `json:"amount"`
	Currency string `json:"currency"`
	Decimals int    `json:"decimals"`
}

// opt is a value that may be unknown: null.
type opt[T any] struct {
	Value *T `json:"value"`
}

// MarshalJSON writes the value alone.
func (o opt[T]) MarshalJSON() ([]byte, error) { return json.Marshal(o.Value) }

// TransformSchema says that the value may be null.
func (o opt[T]) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	return &huma.Schema{AnyOf: []*huma.Schema{s.Properties["value"], {Type: "null"}}}
}

func some[T any](v T) opt[T] { return opt[T]{&v} }

// The values of records as documents have them: what is unknown inside is null outside.

func text(t i18n.Text) Text { return Text{known(t.ID), known(t.EN)} }

func maybeText(t i18n.Text) opt[Text] {
	if t.Empty() {
		return opt[Text]{}
	}
	return some(text(t))
}

// known is a text, code or address, null where it is empty.
func known[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	plain := string(s)
	return &plain
}

func date(d portal.Date) *EDTF {
	if d == "" {
		return nil
	}
	edtf := EDTF(d)
	return &edtf
}

// list is a list that is never null.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

func organisations(all []portal.Organisation) []Organisation {
	told := make([]Organisation, len(all))
	for i, o := range all {
		told[i] = Organisation{text(o.Name), o.Side}
	}
	return told
}

func money(amount *int64, currency string) opt[Money] {
	if amount == nil {
		return opt[Money]{}
	}
	return some(Money{*amount, currency, portal.Decimals(currency)})
}
