package portal

import "kotakembar/internal/i18n"

// Citation ties a source to one field of one record. Where the source says another value than the record, Says holds that value:
// two citations of one field that say different things make a dispute.
type Citation struct {
	Field    string    `json:"field"`
	SourceID int64     `json:"source_id"`
	Says     i18n.Text `json:"says"`    // what the source says in place of, or in more detail than, the record; empty = the same
	Locator  string    `json:"locator"` // page, article, paragraph
}

// Ruling is what the register says where sources differ on a field: which value it uses meanwhile, and why.
type Ruling struct {
	Field string    `json:"field"`
	Why   i18n.Text `json:"why"`
}

// Evidence is all citations and rulings of one record.
type Evidence struct {
	Citations []Citation
	Rulings   []Ruling
}

// Cited is a citation together with where it belongs and what it cites, for pages.
type Cited struct {
	Kind     Kind
	RecordID int64
	Citation
	Source Source
}
