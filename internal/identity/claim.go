package identity

import "strings"

// Says is what the provider says of somebody.
type Says struct {
	Email string   // which it has verified
	Parts []string // the values of the claim that it is asked for: groups, roles or the like
}

// parts are the values of a claim, of which dots lead to one inside another: realm_access.roles. A claim that is one word is a list of
// one; what is neither words nor a list of words says nothing.
func parts(claims map[string]any, name string) (found []string) {
	if name == "" {
		return nil
	}
	value, whole := claims[name] // a name may hold dots itself, such as an address
	for rest := name; !whole; {
		first, more, nested := strings.Cut(rest, ".")
		value = claims[first]
		if !nested {
			break
		}
		inner, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		claims, rest = inner, more
	}
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		for _, one := range v {
			if word, ok := one.(string); ok {
				found = append(found, word)
			}
		}
	}
	return found
}
