package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// cli is every command and flag. The first command is what runs without one.
type cli struct {
	Serve       serveCmd       `cmd:"" default:"withargs" help:"Run the quiz in a browser (the default)."`
	Score       scoreCmd       `cmd:"" help:"Score answers from a file and print JSON."`
	Simulate    simulateCmd    `cmd:"" help:"Play simulated takers and print how well the scoring does."`
	Check       checkCmd       `cmd:"" help:"Make the checks a version must pass before it is published: exit 1 if one fails."`
	Export      exportCmd      `cmd:"" help:"Write a version as a content file."`
	Import      importCmd      `cmd:"" help:"Make a content file the draft. Nothing is published."`
	Copy        copyCmd        `cmd:"" help:"Copy everything to another database, such as from a SQLite file to PostgreSQL, and compare."`
	Admin       adminCmd       `cmd:"" help:"Say who may edit the quiz."`
	Backup      backupCmd      `cmd:"" help:"Copy the database while the server runs."`
	Restore     restoreCmd     `cmd:"" help:"Check a backup and put it in the place of the database."`
	Verify      verifyCmd      `cmd:"" help:"Look for damage and score every stored result again: exit 1 if something differs."`
	Doctor      doctorCmd      `cmd:"" help:"Say in plain words what is wrong with an installation: exit 1 if something is."`
	Healthcheck healthcheckCmd `cmd:"" help:"Ask a running server whether it is ready: exit 0 if so, else 1."`
}

const about = `WhichPM asks how a person likes to work and recommends product or project management.

Each command has flags of its own: whichpm serve --help names them, and behind
each the variable that sets it too. A flag wins.`

// exited carries kong's wish to stop (after --help) out of the parser.
type exited int

// run is the program with its edges as arguments. It returns the exit code:
// 0, or 1 after one line on stderr that says what to do.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		switch cause := recover().(type) {
		case nil:
		case exited:
			code = int(cause)
		default:
			panic(cause)
		}
	}()
	parser, err := kong.New(&cli{},
		kong.Name("whichpm"),
		kong.Description(about),
		kong.UsageOnError(),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.DefaultEnvars("WHICHPM"),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(streams{out: stdout, err: stderr}),
	)
	if err != nil {
		return fail(stderr, err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		return fail(stderr, fmt.Errorf("%w; see whichpm --help", err))
	}
	if err := command.Run(); err != nil {
		return fail(stderr, err)
	}
	return 0
}

type streams struct{ out, err io.Writer }

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "whichpm: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
	return 1
}
