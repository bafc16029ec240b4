# Marks the functions that templ makes, so that the compiler does not copy a component, and all components in it, into each of its callers.
/^\/\/go:noinline$/d
/^func .*templ\.Component {$/i\
//go:noinline
