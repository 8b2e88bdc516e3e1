package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/alexflint/go-arg"
)

// cli is every command and flag. serve is what runs without a command.
type cli struct {
	Serve       *serveCmd       `arg:"subcommand" help:"Run the quiz in a browser (the default)."`
	Score       *scoreCmd       `arg:"subcommand" help:"Score answers from a file and print JSON."`
	Simulate    *simulateCmd    `arg:"subcommand" help:"Play simulated takers and print how well the scoring does."`
	Check       *checkCmd       `arg:"subcommand" help:"Make the checks a version must pass before it is published: exit 1 if one fails."`
	Init        *initCmd        `arg:"subcommand" help:"Write an empty content file with comments, to start a quiz of your own from."`
	Export      *exportCmd      `arg:"subcommand" help:"Write a version as a content file: of a database, or the one this program comes with. With --results, what people answered, to be checked in R."`
	Import      *importCmd      `arg:"subcommand" help:"Make a content file the draft, and publish it with --publish."`
	Copy        *copyCmd        `arg:"subcommand" help:"Copy everything to another database, such as from a SQLite file to PostgreSQL, and compare."`
	Admin       *adminCmd       `arg:"subcommand" help:"Say who may edit the quiz."`
	Backup      *backupCmd      `arg:"subcommand" help:"Copy the database while the server runs."`
	Restore     *restoreCmd     `arg:"subcommand" help:"Check a backup and put it in the place of the database."`
	Verify      *verifyCmd      `arg:"subcommand" help:"Look for damage and score every stored result again: exit 1 if something differs."`
	Doctor      *doctorCmd      `arg:"subcommand" help:"Say in plain words what is wrong with an installation: exit 1 if something is."`
	Healthcheck *healthcheckCmd `arg:"subcommand" help:"Ask a running server whether it is ready: exit 0 if so, else 1."`
	Version     *versionCmd     `arg:"subcommand" help:"Print the version, what it was built with and the number of its database schema."`
}

const about = `WhichPM asks a person some questions and recommends the role that fits: product or project management,
or what a quiz of your own tells apart.

Each command has flags of its own: whichpm serve --help names them, and behind
each that says how the quiz is hosted the variable that sets it too. A flag wins.
An empty variable counts as none.
`

// action is what a command does.
type action interface {
	Run(ctx context.Context, std streams) error
}

// run is the program with its edges as arguments. It returns the exit code:
// 0, or 1 after one line on stderr that says what to do.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	parser, err := arg.NewParser(arg.Config{Program: "whichpm", StrictSubcommands: true}, &cli{})
	if err == nil {
		err = forgetEmpty()
	}
	if err != nil {
		return fail(stderr, err)
	}
	err = parser.Parse(named(args))
	if errors.Is(err, arg.ErrHelp) {
		fmt.Fprintln(stdout, purpose(reflect.TypeFor[cli](), parser.SubcommandNames()))
		parser.WriteHelp(stdout)
		return 0
	}
	chosen, whole := parser.Subcommand().(action)
	if err == nil && !whole {
		err = fmt.Errorf("%s needs one more word for what to do", strings.Join(parser.SubcommandNames(), " "))
	}
	if err != nil {
		return fail(stderr, fmt.Errorf("%w; see whichpm --help", withoutValue(err)))
	}
	if _, logs := chosen.(*serveCmd); !logs {
		for _, name := range unread() {
			fmt.Fprintf(stderr, "whichpm: %s\n", unreadMeans(name))
		}
	}
	if err := chosen.Run(ctx, streams{out: stdout, err: stderr}); err != nil {
		return fail(stderr, err)
	}
	return 0
}

// named puts the usual command before flags that come without one.
func named(args []string) []string {
	if len(args) == 1 && args[0] == "--version" {
		return []string{"version"}
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && args[0] != "--help" && args[0] != "-h" {
		return append([]string{"serve"}, args...)
	}
	return args
}

// purpose is what help says first: what the program or the command is for.
func purpose(of reflect.Type, names []string) string {
	said := about
	for _, name := range names {
		field, _ := of.FieldByNameFunc(func(field string) bool { return strings.EqualFold(field, name) })
		said, of = field.Tag.Get("help")+"\n", field.Type.Elem()
	}
	return said
}

// withoutValue keeps what stands behind a flag that nobody knows, which may be
// a misspelt secret, out of the message.
func withoutValue(err error) error {
	if said, _, cut := strings.Cut(err.Error(), "="); cut && strings.HasPrefix(said, "unknown argument") {
		return errors.New(said)
	}
	return err
}

type streams struct{ out, err io.Writer }

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "whichpm: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
	return 1
}
