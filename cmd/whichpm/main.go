// Command whichpm is the whole product: the quiz, its database and its pages
// in one program. It reads flags and puts the packages together; it knows no rule
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
	collectGarbageLess()
	ctx, stop := signal.NotifyContext(context.Background(), stopSignals()...)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr)) //nolint:gocritic // nothing is left to stop
}

// stopSignals end the program after the requests under way. SIGHUP comes when
// a terminal is closed; nohup has it ignored, and it stays so.
func stopSignals() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// surviveClosedOutput keeps the program running when whoever reads its output
// or its log has gone. It does not ignore SIGPIPE, because programs that it
// starts would inherit that.
func surviveClosedOutput() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// collectGarbageLess collects garbage when memory has grown fourfold. So little
// of it is alive that the usual twofold would collect some twenty times a
// second under load. GOGC in the environment has precedence.
func collectGarbageLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300)
	}
}
