package export

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Set is a public table with the words for it and for its columns.
type Set struct {
	store.Table
	Title  i18n.Text
	Row    i18n.Text // what a row is
	Fields []Field   // one for each column, in their order
}

// Field is what the dictionary says of a column, or of a part of the objects in one.
type Field struct {
	Name    string
	Type    store.ColumnType
	Label   i18n.Text
	Meaning i18n.Text
	Unit    i18n.Text // empty where nothing is counted
	Choices []Choice  // all values that it may have; none where it is not a choice
	Parts   []Field   // of objects
}

// Choice is one value of a field with its words.
type Choice struct {
	Value string
	Word  i18n.Text
}

// Sets describes all public tables.
func (r Register) Sets(ctx context.Context) ([]Set, error) { return r.setsOf(ctx, r.Store) }

func (r Register) setsOf(ctx context.Context, at *store.Store) ([]Set, error) {
	tables, err := at.Tables(ctx)
	if err != nil {
		return nil, err
	}
	sets := make([]Set, len(tables))
	for i, t := range tables {
		if sets[i], err = r.describe(t); err != nil {
			return nil, fmt.Errorf("describe %s: %w", t.Name, err)
		}
	}
	return sets, nil
}

// describe puts the words of the forms and of the catalog to a table.
func (r Register) describe(t store.Table) (Set, error) {
	s := Set{Table: t, Row: word("set." + t.Name), Title: word("kinds."+string(t.Kind), "kinds."+t.Name)}
	var questions form.Form
	if t.Kind != "" {
		var err error
		if questions, err = r.Blank(t.Kind); err != nil {
			return s, err
		}
	}
	for _, c := range t.Columns {
		s.Fields = append(s.Fields, fieldOf(t, c, questions))
	}
	return s, nil
}

// fieldOf describes a column: by the question that fills it where there is one, else by its name alone. Where nobody has written what
// it means, the hint of its question has to do.
func fieldOf(t store.Table, c store.Column, questions form.Form) Field {
	kind := string(t.Kind)
	if kind == "" {
		kind = strings.TrimSuffix(t.Name, "s") // citation, ruling
	}
	base, side := c.Name, ""
	f := Field{Name: c.Name, Type: c.Type}
	if stem, l, ok := bilingual(t, c.Name); ok {
		base, side = stem, "dictionary.side."+l
	}
	labels := []string{"field." + kind + "." + base}
	meanings := []string{"meaning." + kind + "." + base, "meaning." + base}
	i := slices.IndexFunc(questions, func(q *form.Field) bool { return len(q.Names([]string{c.Name})) > 0 })
	if i >= 0 && questions[i].Name == base {
		labels, meanings = append(labels, questions[i].Label), append(meanings, questions[i].Hint)
		f.Choices = choices(questions[i])
		f.Parts = partsOf(questions[i])
	}
	f.Label = word(append(labels, "field."+base)...)
	if side != "" {
		f.Label = within(side, f.Label)
	}
	f.Meaning = word(meanings...)
	f.Unit = word("unit."+kind+"."+base, "unit."+base)
	if f.Choices == nil {
		f.Choices = kindChoices(t, c.Name)
	}
	return f
}

// bilingual splits the name of a column that holds one side of a text in both languages.
func bilingual(t store.Table, name string) (stem, lang string, ok bool) {
	for _, l := range i18n.Langs {
		stem, found := strings.CutSuffix(name, "_"+string(l))
		if found && t.Has(stem+"_"+string(i18n.ID)) && t.Has(stem+"_"+string(i18n.EN)) {
			return stem, string(l), true
		}
	}
	return "", "", false
}

// choices are the values of a question that has a fixed list of them.
func choices(q *form.Field) (list []Choice) {
	for _, o := range q.Options {
		if o.Value != "" && o.Key != "" {
			list = append(list, Choice{Value: o.Value, Word: word(o.Key)})
		}
	}
	return list
}

// kindChoices are the values of the columns that say of which kind a record is.
func kindChoices(t store.Table, column string) (list []Choice) {
	var kinds []portal.Kind
	switch {
	case column == "about_kind":
		kinds = portal.DocumentKinds
	case column == "kind" && t.Kind == "":
		kinds = portal.Kinds
	}
	for _, k := range kinds {
		list = append(list, Choice{Value: string(k), Word: word("choice.kind." + string(k))})
	}
	return list
}

// Bilingual is the type of a part of an object that holds a text in both languages, as {"id": ..., "en": ...}.
const Bilingual store.ColumnType = "both"

// partType is what a question asks for within an object.
func partType(q *form.Field) store.ColumnType {
	switch in := q.Inputs[0]; {
	case in.Lang != "":
		return Bilingual
	case in.Numeric:
		return store.Integer
	}
	return store.Text
}

// partsOf describes the objects that a question with rows asks for.
func partsOf(q *form.Field) (list []Field) {
	if len(q.Rows) == 0 {
		return nil
	}
	for _, part := range q.Rows[0] {
		name := part.Name[strings.LastIndex(part.Name, ".")+1:]
		list = append(list, Field{
			Name: name, Type: partType(part), Label: word(part.Label), Meaning: word("meaning." + q.Name + "." + name),
			Unit: word("unit." + q.Name + "." + name), Choices: choices(part),
		})
	}
	return list
}

// word is what the catalog says by the first key that it knows; nothing where it knows none.
func word(keys ...string) i18n.Text {
	for _, key := range keys {
		if text, ok := i18n.Lookup(key); ok {
			return text
		}
	}
	return i18n.Text{}
}

// within puts a text into the words of a key.
func within(key string, text i18n.Text) i18n.Text {
	return i18n.Text{ID: i18n.ID.T(key, text.ID), EN: i18n.EN.T(key, text.EN)}
}
