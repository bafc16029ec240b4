package form

import "kotakembar/internal/portal"

// Questionnaire asks those who took part in a program; its answers fill the sheet. What is not answered is left open.
func Questionnaire(questions []portal.Question, sheet portal.Sheet) Form {
	f := make(Form, len(questions))
	for i, q := range questions {
		f[i] = Pick(string(q), func() string { return sheet[q] }, func(chosen string) bool {
			sheet[q] = chosen
			return true
		}).As("question." + string(q)).With("") // no hint of a column that happens to have the name
		f[i].Options = []Option{{Key: "choice.answer.open"}}
		for _, choice := range q.Choices() {
			f[i].Options = append(f[i].Options, Option{Value: choice, Key: "choice.answer." + string(q) + "." + choice})
		}
	}
	return f
}
