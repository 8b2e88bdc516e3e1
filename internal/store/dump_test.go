//go:build !race

package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"whichpm/internal/content"
	"whichpm/internal/test/storetest/pgserver"
)

// onPath puts PostgreSQL's own programs first, and before them scripts of a
// test. It returns their folder.
func onPath(t *testing.T, scripts map[string]string) (programs string) {
	t.Helper()
	server, err := pgserver.First()
	must(t, err)
	own := t.TempDir()
	for name, script := range scripts {
		must(t, os.WriteFile(filepath.Join(own, name), []byte("#!/bin/sh\n"+script), 0o700))
	}
	t.Setenv("PATH", strings.Join([]string{own, server.Programs, os.Getenv("PATH")}, ":"))
	return server.Programs
}

// serverQuiz is a quiz with one result on PostgreSQL, in that schema.
func serverQuiz(t *testing.T, address string) *Store {
	t.Helper()
	s := openIn(t, Config{URL: address})
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	return s
}

func sqlOn(t *testing.T, address, statement string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	must(t, err)
	_, err = conn.Exec(t.Context(), statement)
	must(t, err)
	must(t, conn.Close(t.Context()))
}

func TestADumpIsRestoredAsTheDocumentsSay(t *testing.T) {
	onPath(t, nil)
	for schema, options := range map[string]string{"public": "", `qu"iz`: "&search_path=%22qu%22%22iz%22"} {
		from, to := pgserver.Database(t), pgserver.Database(t)
		sqlOn(t, from, `CREATE SCHEMA "qu""iz"; CREATE SCHEMA theirs; CREATE TABLE theirs.diary (day TEXT)`)
		s := serverQuiz(t, from+options)
		ours, err := s.Origin(t.Context())
		must(t, err)
		folder := t.TempDir()
		dumped := filepath.Join(folder, "copy.dump")
		before := time.Now().Truncate(time.Second)
		must(t, s.BackUp(t.Context(), dumped))
		if info, err := os.Stat(dumped); err != nil || info.Mode().Perm() != 0o600 || len(namesIn(t, folder)) != 1 {
			t.Errorf("the dump is %v, %v, among %v", info, err, namesIn(t, folder))
		}
		got, err := OriginOf(t.Context(), dumped)
		if err != nil || got.Quiz != ours.Quiz || got.At.Before(before) || got.At.After(time.Now()) {
			t.Errorf("of %+v the dump says %+v, %v", ours, got, err)
		}
		restore := exec.CommandContext(t.Context(), "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", "--dbname="+to, dumped)
		if said, err := restore.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", schema, err, said)
		}
		again := openIn(t, Config{URL: to + options})
		if r, err := again.Result(t.Context(), result(1).ID); err != nil || r != result(1) {
			t.Errorf("restored there is %+v, %v", r, err)
		}
		if o, err := again.Origin(t.Context()); err != nil || o.Quiz != ours.Quiz {
			t.Errorf("restored it is %+v, %v", o, err)
		}
		must(t, again.AddResult(t.Context(), result(2)))
		conn, err := pgx.Connect(t.Context(), to)
		must(t, err)
		var strangers int
		must(t, conn.QueryRow(t.Context(), "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'diary'").Scan(&strangers))
		must(t, conn.Close(t.Context()))
		if strangers != 0 {
			t.Error("the tables of another program came along")
		}
	}
}

func TestThePasswordStaysOffTheCommandLineOfPgDump(t *testing.T) {
	seen := filepath.Join(t.TempDir(), "seen")
	server, err := pgserver.First()
	must(t, err)
	onPath(t, map[string]string{"pg_dump": fmt.Sprintf(
		`tr '\0' ' ' </proc/$$/cmdline >%[1]s; printf %%s "$PGPASSWORD" >%[1]s.password; env | grep WHICHPM >>%[1]s; exec %[2]s/pg_dump "$@"`, seen, server.Programs)})
	address, _, _ := strings.Cut(strings.Replace(pgserver.Database(t), "whichpm@", "whichpm:s%27cr%5Ct@", 1), "?") // without sslmode
	t.Setenv("WHICHPM_DATABASE_URL", address)
	must(t, serverQuiz(t, address).BackUp(t.Context(), filepath.Join(t.TempDir(), "copy.dump")))
	line, err := os.ReadFile(seen)
	must(t, err)
	if !strings.Contains(string(line), "--dbname=host='127.0.0.1'") || strings.Contains(string(line), "cr\\t") || strings.Contains(string(line), "%27") {
		t.Errorf("everybody sees %s", line)
	}
	password, err := os.ReadFile(seen + ".password")
	if err != nil || string(password) != "s'cr\\t" {
		t.Errorf("the program got %q, %v", password, err)
	}
}

func TestAnAddressLeadsPgDumpTheSameWay(t *testing.T) {
	for _, name := range []string{"PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGSSLMODE", "PGTARGETSESSIONATTRS"} {
		t.Setenv(name, "")
	}
	for address, want := range map[string][2]string{
		"postgres://ada:x@127.0.0.1/quiz":                                       {"host='127.0.0.1' port='5432' user='ada' dbname='quiz' target_session_attrs='read-write'", "x"},
		"postgres://ada:x@[::1]:5433/quiz?sslmode=disable":                      {"host='::1' port='5433' user='ada' dbname='quiz' sslmode='disable' target_session_attrs='read-write'", "x"},
		"postgres://a%27%5C@one,two:5433/quiz?password=y&search_path=q":         {`host='one,two' port='5432,5433' user='a\'\\' dbname='quiz' sslmode='require' target_session_attrs='read-write'`, "y"},
		"postgresql://ada@db.example/quiz?target_session_attrs=any&pool_size=3": {"host='db.example' port='5432' user='ada' dbname='quiz' sslmode='require' target_session_attrs='any'", ""},
	} {
		conninfo, password, err := forPrograms(address)
		if err != nil || conninfo != want[0] || password != want[1] {
			t.Errorf("%s becomes %s with %q, %v", address, conninfo, password, err)
		}
	}
	for _, address := range []string{"quiz.db", "postgres://db.example/quiz?sslmode=disable"} {
		if conninfo, _, err := forPrograms(address); err == nil {
			t.Errorf("%s becomes %s", address, conninfo)
		}
	}
}

func TestHalfADumpIsNoBackup(t *testing.T) {
	server, err := pgserver.First()
	must(t, err)
	address := strings.Replace(pgserver.Database(t), "whichpm@", "whichpm:seKret@", 1)
	s := serverQuiz(t, address)
	other := pgserver.Database(t)
	serverQuiz(t, other)
	for name, script := range map[string]string{
		"it fails":              `echo half; echo 'pg_dump: error: seKret is wrong' >&2; exit 1`,
		"it is killed":          `echo half; kill -9 $$`,
		"it writes something":   `echo half`,
		"it writes another one": fmt.Sprintf("exec %s/pg_dump --format=custom --dbname='%s'", server.Programs, other),
	} {
		onPath(t, map[string]string{"pg_dump": script})
		folder := t.TempDir()
		err := s.BackUp(t.Context(), filepath.Join(folder, "copy.dump"))
		if err == nil || strings.Contains(err.Error(), "seKret") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
		if left := namesIn(t, folder); len(left) > 0 {
			t.Errorf("%s: %v is left", name, left)
		}
	}
}

func TestWithoutItsProgramsABackupOfPostgreSQLIsRefused(t *testing.T) {
	s := serverQuiz(t, pgserver.Database(t))
	t.Setenv("PATH", t.TempDir())
	if err := s.BackUp(t.Context(), filepath.Join(t.TempDir(), "copy.dump")); err == nil || !strings.Contains(err.Error(), "install PostgreSQL’s client programs") {
		t.Errorf("got %v", err)
	}
}
