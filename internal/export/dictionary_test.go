package export_test

import (
	"slices"
	"testing"

	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/store"
)

func TestEveryFieldIsExplainedInBothLanguages(t *testing.T) {
	r := open(t)
	said := func(what string, texts ...i18n.Text) {
		for _, text := range texts {
			if text.ID == "" || text.EN == "" {
				t.Errorf("%s is not explained in both languages: %+v", what, text)
			}
		}
	}
	for _, s := range r.sets() {
		said(s.Name, s.Title, s.Row)
		for i, f := range s.Fields {
			said(s.Name+"."+f.Name, f.Label, f.Meaning)
			if f.Name != s.Columns[i].Name || f.Type != s.Columns[i].Type {
				t.Errorf("%s.%s is explained as %s", s.Name, s.Columns[i].Name, f.Name)
			}
			if (f.Type == store.Objects) != (len(f.Parts) > 0) {
				t.Errorf("%s.%s has %d parts", s.Name, f.Name, len(f.Parts))
			}
			for _, part := range f.Parts {
				said(s.Name+"."+f.Name+"."+part.Name, part.Label, part.Meaning)
			}
			for _, choice := range f.Choices {
				said(s.Name+"."+f.Name+"="+choice.Value, choice.Word)
			}
		}
	}
}

func TestDictionarySaysWhatTheFormsAsk(t *testing.T) {
	r := open(t)
	sets := r.sets()
	of := func(table, column string) export.Field {
		t.Helper()
		i := slices.IndexFunc(sets, func(s export.Set) bool { return s.Name == table })
		j := slices.IndexFunc(sets[i].Fields, func(f export.Field) bool { return f.Name == column })
		return sets[i].Fields[j]
	}
	if f := of("agreements", "legal_type"); len(f.Choices) != 2 || f.Choices[0] != (export.Choice{Value: "sister_city", Word: i18n.Text{ID: "Kota kembar", EN: "Sister city"}}) {
		t.Errorf("the legal type is one of %+v", f.Choices)
	}
	if f := of("agreements", "title_en"); f.Label.EN != "Title, in English" || f.Label.ID != "Judul, dalam bahasa Inggris" {
		t.Errorf("the English title is called %+v", f.Label)
	}
	if f := of("opportunities", "cost_id"); f.Label.EN == "Cost, in Indonesian" {
		t.Errorf("the cost of an opportunity is called as that of a program: %+v", f.Label)
	}
	if f := of("programs", "cost"); f.Unit.EN == "" {
		t.Error("nobody says in what cost is counted")
	}
	if f := of("activities", "costs"); len(f.Parts) != 3 || len(f.Parts[0].Choices) != 7 {
		t.Errorf("costs consist of %+v", f.Parts)
	}
	if f := of("citations", "kind"); len(f.Choices) != 15 {
		t.Errorf("a citation belongs to one of %d kinds", len(f.Choices))
	}
}
