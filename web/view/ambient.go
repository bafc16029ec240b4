package view

import "context"

// Ambient is what surrounds every page of one request. Language is carried by i18n.
type Ambient struct {
	BaseURL   string // scheme and host of the site without a slash at the end, such as https://kembar.example
	Path      string // path and query of the request, to come back to after a choice of theme
	Theme     string // the reader's choice: dark, light, or nothing to follow the device
	RequestID string // printed on error pages so that a reader can name it
	Preview   bool   // the page shows what is not public yet
	Staff     Person // who is signed in, on pages of staff only; public pages are equal for all readers
}

// Person is a signed-in member of staff as the header shows them.
type Person struct {
	Name string
	Role string // in the reader's language
}

type ambientKey struct{}

// WithAmbient returns a context in which the pages find what surrounds them.
func WithAmbient(ctx context.Context, a Ambient) context.Context {
	return context.WithValue(ctx, ambientKey{}, a)
}

// AmbientFrom returns what WithAmbient stored, or nothing known.
func AmbientFrom(ctx context.Context) Ambient {
	a, _ := ctx.Value(ambientKey{}).(Ambient)
	return a
}
