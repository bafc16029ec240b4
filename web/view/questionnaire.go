package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// QuestionnairePage is the page by which those answer who took part in a program.
type QuestionnairePage struct {
	Page    Page
	Head    PageHead
	Notice  string
	Form    *FormPage // nil where no answers are taken, or one was just sent
	Program Link
	Print   Link // the sheet for paper; may be empty
}

// QuestionSheet is the questionnaire on paper.
type QuestionSheet struct {
	Page      Page
	Head      PageHead
	Address   string // by which answers can be given without paper
	Questions []QuestionOnPaper
}

// QuestionOnPaper is one question with its answers to tick.
type QuestionOnPaper struct {
	Words   string
	Choices []string
}

// QuestionResults is what is shown of the answers.
type QuestionResults struct {
	Lead    string
	Results []QuestionResult
	Answer  Link // to the questionnaire while it is open; may be empty
}

// QuestionResult is the counts of one question.
type QuestionResult struct {
	Words string
	Sum   string
	Rows  []AnswerRow
}

// AnswerRow is one answer with how many chose it, in words where that is not told.
type AnswerRow struct {
	Words string
	Count string
}

func (r QuestionResult) table(ctx context.Context) Table {
	t := Table{Caption: r.Words, Columns: []Column{{Label: i18n.T(ctx, "questionnaire.answer")}, {Label: i18n.T(ctx, "questionnaire.count"), Number: true}}}
	for _, row := range r.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{Text(Cited{Text: row.Words}), Text(Cited{Text: row.Count})}})
	}
	return t
}

// QuestionResultsOf is what readers see of the answers: counts alone, and none of small groups.
func QuestionResultsOf(l i18n.Lang, q portal.Questionnaire) QuestionResults {
	r := QuestionResults{Lead: l.T("questionnaire.too_few", portal.SmallGroup)}
	if !q.Shown() {
		return r
	}
	r.Lead = l.T("questionnaire.sheets", l.Number(int64(q.Sheets)), portal.SmallGroup)
	for _, question := range q.Questions {
		counts, sum := q.Result(question)
		one := QuestionResult{Words: l.T("question." + string(question)), Sum: l.T("questionnaire.answered", l.Number(int64(sum)))}
		if sum == 0 {
			one.Sum = l.T("questionnaire.hidden", portal.SmallGroup)
			r.Results = append(r.Results, one)
			continue
		}
		for _, c := range counts {
			count := l.Number(int64(c.N))
			if c.Hidden {
				count = l.T("questionnaire.small")
			}
			one.Rows = append(one.Rows, AnswerRow{Words: l.T("choice.answer." + string(question) + "." + c.Choice), Count: count})
		}
		r.Results = append(r.Results, one)
	}
	return r
}
