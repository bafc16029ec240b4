package view

import (
	"errors"
	"fmt"
)

// asText is what an expression of a template says. It takes the place of templ.JoinStringErrs in what templ makes (.ci/generated.sed), which
// prints each word into a copy of itself.
func asText[T ~string | ~bool | ~int | ~int64 | ~float64](said T, errs ...error) (string, error) {
	words, ok := any(said).(string)
	if !ok {
		words = fmt.Sprint(said)
	}
	if len(errs) == 0 {
		return words, nil
	}
	return words, errors.Join(errs...)
}
