package doctor

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/internal/upkeep"
)

var now = storetest.Now.Add(time.Hour)

// healthy is an installation with nothing to complain about.
func healthy(t *testing.T) Installation {
	t.Helper()
	folder := t.TempDir()
	in := Installation{
		DB: filepath.Join(folder, "quiz.db"), PublicURL: &url.URL{Scheme: "https", Host: "quiz.example"},
		Backups: upkeep.BackupFolder{Dir: filepath.Join(folder, "backups"), Name: "quiz", Suffix: ".db", Origin: func(ctx context.Context, path string) (string, time.Time, error) {
			o, err := store.OriginOf(ctx, path)
			return o.Quiz, o.At, err
		}},
		BackupEvery: time.Hour, Now: now,
	}
	must(t, os.Mkdir(in.Backups.Dir, 0o700))
	db, err := store.Open(t.Context(), store.Config{Path: in.DB})
	must(t, err)
	must(t, db.SeedFirst(t.Context(), content.First(), storetest.Now))
	must(t, db.AddResult(t.Context(), storetest.Result(1)))
	must(t, db.AddAdmin(t.Context(), auth.Admin{}, auth.Admin{
		ID: "1", Email: "mira@example.org", Role: auth.Owner, PasswordHash: "$argon2id$", CreatedAt: storetest.Now,
	}, quiz.AuditEntry{At: storetest.Now, By: "command line", Action: auth.ActionAddAdmin}))
	backUp(t, db, in.Backups.Dir, now)
	must(t, db.Close())
	return in
}

// backUp makes a backup that says it was made then.
func backUp(t *testing.T, db *store.Store, dir string, at time.Time) {
	t.Helper()
	path := filepath.Join(dir, at.UTC().Format("quiz-20060102T150405Z.db"))
	must(t, db.BackUp(t.Context(), path))
	onFile(t, path, fmt.Sprintf("UPDATE quiz_identity SET copied_at = %d", at.UnixMilli()))
}

func onFile(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.ExecContext(t.Context(), statement)
	must(t, err)
	must(t, db.Close())
}

// theBackup is the one that a healthy installation has.
func theBackup(in *Installation) string {
	return filepath.Join(in.Backups.Dir, now.UTC().Format("quiz-20060102T150405Z.db"))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAHealthyInstallationIsOK(t *testing.T) {
	findings, err := Examine(t.Context(), healthy(t))
	must(t, err)
	if len(findings) < 12 {
		t.Errorf("only %d things were looked at", len(findings))
	}
	for _, f := range findings {
		if f.State != OK || f.Do != "" {
			t.Errorf("%+v", f)
		}
	}
}

func TestTheDoctorNamesWhatIsWrong(t *testing.T) {
	statement := func(text string) func(*testing.T, *Installation) {
		return func(t *testing.T, in *Installation) {
			onFile(t, in.DB, text)
		}
	}
	for name, test := range map[string]struct {
		spoil func(*testing.T, *Installation)
		what  string
		state State
	}{
		"no folder":            {func(_ *testing.T, in *Installation) { in.DB = filepath.Join(in.DB+"-none", "quiz.db") }, "folder", Wrong},
		"no database":          {func(t *testing.T, in *Installation) { must(t, os.Remove(in.DB)) }, "database", Wrong},
		"a letter":             {func(t *testing.T, in *Installation) { must(t, os.WriteFile(in.DB, make([]byte, 5000), 0o600)) }, "database", Wrong},
		"others may read":      {func(t *testing.T, in *Installation) { must(t, os.Chmod(in.DB, 0o644)) }, "file", Look},
		"no marker":            {func(t *testing.T, in *Installation) { must(t, os.Remove(in.DB+".marker")) }, "marker", Look},
		"a newer schema":       {statement("INSERT INTO goose_db_version (version_id, is_applied) VALUES (90000, 1)"), "schema", Wrong},
		"an older schema":      {statement("DELETE FROM goose_db_version WHERE version_id > 1"), "schema", Look},
		"another schema":       {statement("CREATE TRIGGER leak AFTER INSERT ON shares BEGIN UPDATE shares SET scope = 'answers'; END"), "tables", Wrong},
		"a schema turned back": {statement("DELETE FROM goose_db_version WHERE version_id > 1"), "tables", Wrong},
		"no schema":            {statement("DROP TABLE goose_db_version"), "schema", Wrong},
		"an unfinished change": {statement("PRAGMA user_version = 1"), "settings", Wrong},
		"another journal":      {statement("PRAGMA journal_mode = DELETE"), "settings", Look},
		"nothing published":    {statement("UPDATE quiz_versions SET state = 'retired'"), "questions", Wrong},
		"nobody to edit":       {statement("DELETE FROM admins"), "owner", Look},
		"no owner":             {statement("UPDATE admins SET is_disabled = 1"), "owner", Wrong},
		"a clock put back":     {func(_ *testing.T, in *Installation) { in.Now = in.Now.AddDate(-1, 0, 0) }, "clock", Wrong},
		"no address":           {func(_ *testing.T, in *Installation) { in.PublicURL = nil }, "public URL", Look},
		"an open address":      {func(_ *testing.T, in *Installation) { in.PublicURL.Scheme = "http" }, "public URL", Look},
		"no backups":           {func(_ *testing.T, in *Installation) { in.Backups.Dir = "" }, "backups", Look},
		"no backup folder":     {func(t *testing.T, in *Installation) { must(t, os.RemoveAll(in.Backups.Dir)) }, "backups", Wrong},
		"old backups":          {func(_ *testing.T, in *Installation) { in.Now = in.Now.Add(3 * time.Hour) }, "backups", Wrong},
		"a backup of 2038": {func(t *testing.T, in *Installation) {
			onFile(t, theBackup(in), "UPDATE quiz_identity SET copied_at = 2147483647000")
		}, "backups of the future", Look},
		"only one of 2038": {func(t *testing.T, in *Installation) {
			onFile(t, theBackup(in), "UPDATE quiz_identity SET copied_at = 2147483647000")
		}, "backups", Look},
		"another quiz's backup": {func(t *testing.T, in *Installation) {
			onFile(t, theBackup(in), "UPDATE quiz_identity SET name = 'another'")
		}, "backups of others", Look},
		"a damaged backup":    {func(t *testing.T, in *Installation) { must(t, os.Truncate(theBackup(in), 50)) }, "backups that cannot be read", Look},
		"a hard link":         {func(t *testing.T, in *Installation) { must(t, os.Link(in.DB, in.DB+"-2")) }, "names", Wrong},
		"an unmounted volume": {linkTo("none/quiz.db"), "folder", Wrong},
		"files beside a link": {linkTo("data/quiz.db"), "link", Look},
		"a long log":          {func(t *testing.T, in *Installation) { longLog(t, in.DB) }, "log", Look},
	} {
		t.Run(name, func(t *testing.T) {
			in := healthy(t)
			test.spoil(t, &in)
			findings, err := Examine(t.Context(), in)
			must(t, err)
			found := false
			for _, f := range findings {
				if f.What == test.what && f.State == test.state && f.Do != "" {
					found = true
				}
			}
			if !found {
				t.Errorf("it finds %+v", findings)
			}
		})
	}
}

// linkTo moves the database there, where that can be, and puts a link in its place.
func linkTo(to string) func(*testing.T, *Installation) {
	return func(t *testing.T, in *Installation) {
		folder := filepath.Dir(in.DB)
		must(t, os.Mkdir(filepath.Join(folder, "data"), 0o700))
		must(t, os.Rename(in.DB, filepath.Join(folder, "data", "quiz.db")))
		must(t, os.Symlink(to, in.DB))
	}
}

func TestTheDoctorFindsWhatRootLeftBehind(t *testing.T) {
	in := healthy(t)
	state, do := OK, ""
	if os.Geteuid() == 0 { // nobody else can make what belongs to another
		paths, err := filepath.Glob(in.DB + "*")
		must(t, err)
		for _, path := range append(paths, filepath.Dir(in.DB)) {
			must(t, os.Chown(path, 54321, 54321))
		}
		must(t, os.Chown(in.DB+".lock", 0, 0))
		must(t, os.WriteFile(in.DB+".backup-3", nil, 0o600))
		state, do = Wrong, "chown 54321: "+in.DB+".lock "+in.DB+".backup-3"
	}
	findings, err := Examine(t.Context(), in)
	must(t, err)
	for _, f := range findings {
		if f.What == "owner of files" && (f.State != state || f.Do != do) || f.What != "owner of files" && f.State != OK {
			t.Errorf("%+v", f)
		}
	}
}

func TestTheDoctorSaysWhereALinkLeads(t *testing.T) {
	in := healthy(t)
	linkTo("data/quiz.db")(t, &in)
	must(t, os.Rename(in.DB+".marker", filepath.Join(filepath.Dir(in.DB), "data", "quiz.db.marker")))
	for _, suffix := range []string{".lock", ".open"} {
		must(t, os.Remove(in.DB+suffix))
	}
	findings, err := Examine(t.Context(), in)
	must(t, err)
	said := false
	for _, f := range findings {
		said = said || f.What == "link" && f.State == OK
		if f.State != OK {
			t.Errorf("%+v", f)
		}
	}
	if !said {
		t.Errorf("it finds %+v", findings)
	}
}

// longLog makes a log that is long and holds nothing.
func longLog(t *testing.T, db string) {
	t.Helper()
	must(t, os.WriteFile(db+"-wal", nil, 0o600))
	must(t, os.Truncate(db+"-wal", largeLog+1))
}
