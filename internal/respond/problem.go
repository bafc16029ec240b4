package respond

import (
	"context"
	"encoding/json"
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// ProblemType is the media type of a Problem.
const ProblemType = "application/problem+json"

// Problem is an error as programs read it (RFC 9457): our words in the reader's language, and nothing of what is inside.
type Problem struct {
	Type      string    `json:"type"`   // address of the words on this kind of problem
	Title     string    `json:"title"`  // the same for every problem of the kind
	Status    int       `json:"status"` // of the answer
	Detail    string    `json:"detail"`
	RequestID string    `json:"request_id,omitempty"`
	Errors    []Mistake `json:"errors,omitempty"` // what to mend, field by field

	headers http.Header
}

// Mistake is what is wrong with one field.
type Mistake struct {
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

func (p *Problem) Error() string { return p.Title }

// GetStatus, GetHeaders and ContentType let a framework write the problem as it is.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders are the headers that belong to the problem.
func (p *Problem) GetHeaders() http.Header { return p.headers }

// ContentType is ProblemType, whatever was negotiated.
func (p *Problem) ContentType(string) string { return ProblemType }

// ProblemOf finds by the table of errors how an error is told to a program. What is our fault is logged.
func ProblemOf(ctx context.Context, err error) *Problem {
	f, l := faultOf(err), i18n.From(ctx)
	record(ctx, f, err)
	ambient := view.AmbientFrom(ctx)
	p := &Problem{
		Type: ambient.BaseURL + view.APIDocs.In(l) + "#" + f.key, Status: f.status, RequestID: ambient.RequestID,
		Title: l.T("trouble." + f.key + ".title"), Detail: l.T("trouble." + f.key + ".text"),
		headers: http.Header{},
	}
	if invalid := portal.AsInvalid(err); invalid != nil {
		p.Detail = words(l, invalid)
		for _, one := range invalid.Problems {
			p.Errors = append(p.Errors, Mistake{Field: one.Field, Detail: l.T(one.Key, one.Args...) + "."})
		}
	}
	p.headers.Set("Cache-Control", "no-store")
	p.headers.Set("Content-Language", string(l))
	wait(p.headers, f, err)
	return p
}

type programsKey struct{}

// ForPrograms returns a context in which errors are answered as problems, not as pages.
func ForPrograms(ctx context.Context) context.Context {
	return context.WithValue(ctx, programsKey{}, true)
}

func forPrograms(ctx context.Context) bool { return ctx.Value(programsKey{}) != nil }

// problem answers with the problem of an error.
func problem(w http.ResponseWriter, r *http.Request, err error) {
	p := ProblemOf(r.Context(), err)
	body, err := json.Marshal(p)
	if err != nil {
		http.Error(w, http.StatusText(p.Status), p.Status)
		return
	}
	for name, values := range p.headers {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", ProblemType)
	_ = write(w, p.Status, append(body, '\n'))
}
