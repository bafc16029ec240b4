package admin

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// known is the fact with its value, none where there is no value.
func known(f view.Fact, value string) []view.Fact {
	if value == "" {
		return nil
	}
	f.Values = []view.Cited{{Text: value}}
	return []view.Fact{f}
}

// letterCard is what a letter says, for its own page and beside the form of a record.
func letterCard(l i18n.Lang, one portal.Letter, shown store.ShownUse) view.LetterCard {
	facts := known(view.Fact{Label: l.T("letter.kind")}, l.T("choice.letter_kind."+string(one.Kind)))
	facts = append(facts, known(view.Fact{Label: l.T("letter.about")}, letterAbout(l, one, shown))...)
	if one.Field != "" {
		facts = append(facts, known(view.Fact{Label: l.T("letter.fact")}, fieldLabel(l, one.AboutKind, one.Field))...)
	}
	facts = append(facts, known(view.Fact{Label: l.T("letter.idea_title")}, one.Title)...)
	facts = append(facts, known(view.Fact{Label: l.T("letter.proof")}, one.Proof)...)
	card := view.LetterCard{
		Title: l.T("letters.beside", one.ID), URL: letterAt(l, one.ID), Words: one.Words, Lang: one.Lang, Facts: facts, FileNote: l.T("letters.file_warning"),
	}
	switch {
	case one.File.Hash != "":
		card.File = view.Link{Label: l.T("letters.download") + ": " + one.File.Name + ", " + fileSize(l, one.File.Size), URL: letterAt(l, one.ID, "file")}
	case one.File.Name != "":
		card.Facts = append(card.Facts, known(view.Fact{Label: l.T("letter.file")}, l.T("letter.file_gone", one.File.Name))...)
	}
	return card
}

// fieldLabel is the label of a field in the form of its kind.
func fieldLabel(l i18n.Lang, kind portal.Kind, field string) string {
	if key := "field." + string(kind) + "." + field; i18n.Has(key) {
		return l.T(key)
	}
	return l.T("field." + field)
}
