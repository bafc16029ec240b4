# What templ makes, as it stands here.
#
# Marks its functions, so that the compiler does not copy a component, and all components in it, into each of its callers.
/^\/\/go:noinline$/d
/^func .*templ\.Component {$/i\
//go:noinline
# Words are not printed once more: see the function asText.
s/templ\.JoinStringErrs(/asText(/
