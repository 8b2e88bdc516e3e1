// Command whichpm is the whole product: the quiz, its database and its pages
// in one program. It reads flags and puts the rooms together; it knows no rule
// of the quiz, no SQL and no page.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	collectLate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr)) //nolint:gocritic // nothing is left to stop
}

// collectLate has memory collected when it has grown fourfold. So little of it
// is alive that the usual twofold would collect some twenty times a second
// under load. Whoever sets GOGC decides for themselves.
func collectLate() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300)
	}
}
