//go:build !cgo

package store

// Without cgo SQLite would build and fail only when the program runs.
var _ = install_a_C_compiler_such_as_gcc_and_build_with_CGO_ENABLED_1
