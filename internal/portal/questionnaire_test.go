package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func TestSmallGroupsAreHiddenAlsoFromThoseWhoSubtract(t *testing.T) {
	for _, tt := range []struct {
		counts map[string]int
		want   map[string]int // what is shown; what is missing is hidden
		sum    int
	}{
		{nil, nil, 0},
		{map[string]int{"much": 4}, nil, 0},
		{map[string]int{"much": 3, "none": 3}, nil, 6},
		{map[string]int{"much": 9, "some": 7, "little": 6, "none": 5}, map[string]int{"much": 9, "some": 7, "little": 6, "none": 5}, 27},
		{map[string]int{"much": 9, "some": 7, "little": 6, "none": 1}, map[string]int{"much": 9, "some": 7}, 23},
		{map[string]int{"much": 9, "some": 7, "little": 2, "none": 1}, map[string]int{"much": 9, "some": 7}, 19},
		{map[string]int{"much": 12}, map[string]int{"much": 12}, 12},
	} {
		q := portal.Questionnaire{Counts: map[portal.Question]map[string]int{portal.QuestionUse: tt.counts}}
		counts, sum := q.Result(portal.QuestionUse)
		if sum != tt.sum || len(counts) != 4 {
			t.Errorf("%v: sum %d of %d answers", tt.counts, sum, len(counts))
		}
		for _, c := range counts {
			want, shown := tt.want[c.Choice]
			if c.Hidden == shown || shown && c.N != want || c.Hidden && c.N != 0 {
				t.Errorf("%v: %+v", tt.counts, c)
			}
		}
	}
}

func TestSheetAnswersWhatIsAsked(t *testing.T) {
	q := portal.Questionnaire{Questions: []portal.Question{portal.QuestionUse, portal.QuestionAgain}}
	for want, sheets := range map[bool][]portal.Sheet{
		true:  {{portal.QuestionUse: "much"}, {portal.QuestionUse: "", portal.QuestionAgain: "no"}},
		false: {{}, {portal.QuestionUse: ""}, {portal.QuestionUse: "yes"}, {portal.QuestionRole: "host"}},
	} {
		for _, s := range sheets {
			if err := s.Check(q); (err == nil) != want {
				t.Errorf("%v: %v", s, err)
			}
		}
	}
	for _, question := range portal.Questions {
		if len(question.Choices()) < 2 {
			t.Errorf("%s has no choices", question)
		}
	}
}
