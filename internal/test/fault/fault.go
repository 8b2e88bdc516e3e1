// Package fault holds what tests need to show that nothing is lost: a library
// that stands between SQLite and the disk, and a disk whose power fails. Only
// tests use it.
package fault

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

//go:embed shim/shim.c
var shim []byte

// Variables of a program that is started with the shim; see shim/shim.c.
const (
	DB    = "FAULT_WHICHPM_DB"
	Trace = "FAULT_WHICHPM_TRACE"
	Full  = "FAULT_WHICHPM_FULL"
)

// Preload compiles the shim and returns the variable that puts it into a
// program. It needs the C compiler that the program needs too.
func Preload(t testing.TB) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("a library can be put under a program on Linux only")
	}
	folder := t.TempDir()
	source, library := filepath.Join(folder, "shim.c"), filepath.Join(folder, "shim.so")
	if err := os.WriteFile(source, shim, 0o600); err != nil {
		t.Fatal(err)
	}
	compile := exec.CommandContext(t.Context(), "gcc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl") //nolint:gosec // our own file
	if said, err := compile.CombinedOutput(); err != nil {
		t.Fatalf("compile the shim: %v\n%s", err, said)
	}
	return "LD_PRELOAD=" + library
}
