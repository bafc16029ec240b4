package portal

import (
	"cmp"
	"slices"
	"time"
)

// Question is one of the plain questions that may be asked of those who took part in a program. They are the same for all programs, so
// that answers can be compared, and ask for choices alone, so that nobody can write anything of a person.
type Question string

// The questions.
const (
	QuestionRole    Question = "role"    // how somebody took part
	QuestionAgo     Question = "ago"     // how long ago
	QuestionAccess  Question = "access"  // how they came to take part
	QuestionUse     Question = "use"     // whether it was of use
	QuestionNow     Question = "now"     // whether they still use what they learned, made or got
	QuestionContact Question = "contact" // whether they are still in touch with people of the partner city
	QuestionCost    Question = "cost"    // whether they had to pay for it themselves
	QuestionAgain   Question = "again"   // whether it should be held again
)

// Questions lists the questions in the order in which they are asked.
var Questions = []Question{
	QuestionRole, QuestionAgo, QuestionAccess, QuestionUse, QuestionNow, QuestionContact, QuestionCost, QuestionAgain,
}

// Choices lists the answers to the question.
func (q Question) Choices() []string {
	switch q {
	case QuestionRole:
		return []string{"participant", "organiser", "host", "other"}
	case QuestionAgo:
		return []string{"year", "three", "ten", "longer"}
	case QuestionAccess:
		return []string{"open", "institution", "invited", "other"}
	case QuestionUse:
		return []string{"much", "some", "little", "none"}
	case QuestionNow, QuestionAgain:
		return []string{"yes", "partly", "no"}
	case QuestionContact:
		return []string{"yes", "no"}
	case QuestionCost:
		return []string{"nothing", "part", "all"}
	}
	return nil
}

// Questionnaire asks those who took part in a program, also years later.
type Questionnaire struct {
	ID        int64
	ProgramID int64
	Code      string // by which its page is reached
	Questions []Question
	OpenedAt  time.Time
	OpenedBy  string
	ClosedAt  time.Time // zero = it is open
	Sheets    int       // that came in
	Counts    map[Question]map[string]int
}

// Open tells whether answers are taken.
func (q Questionnaire) Open() bool { return q.ClosedAt.IsZero() }

// Check tells what is wrong with the questionnaire.
func (q Questionnaire) Check() error {
	var p Problems
	p.Must(q.ProgramID != 0, "program_id", "problem.required")
	p.Must(len(q.Questions) > 0, "questions", "problem.required")
	for _, one := range q.Questions {
		oneOf(&p, one, Questions, "questions")
	}
	return p.Err()
}

// Sheet is what one person answered: a choice by question. Questions may be left out.
type Sheet map[Question]string

// Check tells what is wrong with a sheet of the questionnaire: an answer that is none of the choices, or no answer at all.
func (s Sheet) Check(q Questionnaire) error {
	var p Problems
	answered := 0
	for question, choice := range s {
		p.Must(slices.Contains(q.Questions, question) && (choice == "" || slices.Contains(question.Choices(), choice)), string(question), "problem.choice")
		if choice != "" {
			answered++
		}
	}
	p.Must(answered > 0, "", "problem.no_answer")
	return p.Err()
}

// SmallGroup is the number of people below which no count is shown: who knows the group could tell who answered what.
const SmallGroup = 5

// ChoiceCount is how many chose an answer.
type ChoiceCount struct {
	Choice string
	N      int
	Hidden bool // too few, or the others would tell how many
}

// Result is what is shown of a question: the counts of its answers. Where too few answered it, all are hidden. A count below SmallGroup is
// hidden, and where it is the only one, the smallest of the others with it, since it would follow from the sum.
func (q Questionnaire) Result(question Question) (counts []ChoiceCount, sum int) {
	hidden := 0
	for _, choice := range question.Choices() {
		n := q.Counts[question][choice]
		c := ChoiceCount{Choice: choice, N: n, Hidden: n < SmallGroup}
		counts, sum = append(counts, c), sum+n
		if c.Hidden {
			hidden++
		}
	}
	if hidden == 1 {
		least := -1
		for i, c := range counts {
			if !c.Hidden && (least < 0 || c.N < counts[least].N) {
				least = i
			}
		}
		if least >= 0 {
			counts[least].Hidden = true
		}
	}
	for i := range counts {
		counts[i].Hidden = counts[i].Hidden || sum < SmallGroup
		if counts[i].Hidden {
			counts[i].N = 0 // nobody behind this line learns it
		}
	}
	if sum < SmallGroup {
		sum = 0
	}
	return counts, sum
}

// Shown tells whether anything can be shown of the answers.
func (q Questionnaire) Shown() bool { return q.Sheets >= SmallGroup }

// InOrder puts questions in the order in which they are asked.
func InOrder(questions []Question) []Question {
	sorted := slices.Clone(questions)
	Sort(sorted, func(a, b Question) int { return cmp.Compare(slices.Index(Questions, a), slices.Index(Questions, b)) })
	return slices.Compact(sorted)
}
