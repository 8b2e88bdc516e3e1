package content

// WithoutComments is for the fuzzer.
var WithoutComments = withoutComments
