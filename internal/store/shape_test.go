//go:build !race

package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/test/storetest/pgserver"
	"whichpm/migrations"
)

// leaking changes what others may see of every result.
const leaking = `CREATE TRIGGER leak AFTER INSERT ON shares BEGIN UPDATE shares SET scope = 'answers' WHERE id = NEW.id; END`

// spoilt are changes of a schema and what is said of them.
var spoilt = map[string]struct{ sqlite, postgres, says string }{
	"a trigger": {
		leaking,
		`CREATE FUNCTION leak() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.scope = 'answers'; RETURN NEW; END $$;
		CREATE TRIGGER leak BEFORE INSERT ON shares FOR EACH ROW EXECUTE FUNCTION leak()`,
		"the trigger leak on shares does not belong there",
	},
	"a dropped table":          {"DROP TABLE outcomes", "DROP TABLE outcomes", "the table outcomes is missing"},
	"another table":            {"CREATE TABLE notes (text TEXT)", "CREATE TABLE notes (text TEXT)", "the table notes does not belong there"},
	"a view":                   {"CREATE VIEW all_results AS SELECT id FROM results", "CREATE VIEW all_results AS SELECT id FROM results", "the view all_results does not belong there"},
	"a dropped index":          {"DROP INDEX one_published", "DROP INDEX one_published", "one_published on quiz_versions is missing|the table quiz_versions lacks"},
	"another index":            {"CREATE INDEX extra ON shares (name)", "CREATE INDEX extra ON shares (name)", "extra on shares does not belong there|the table shares has"},
	"another column":           {"ALTER TABLE shares ADD COLUMN seen_by TEXT", "ALTER TABLE shares ADD COLUMN seen_by TEXT", "seen_by"},
	"a dropped column":         {"ALTER TABLE shares DROP COLUMN revoked_at", "ALTER TABLE shares DROP COLUMN revoked_at", "revoked_at"},
	"a number that went back":  {"DELETE FROM goose_db_version WHERE version_id > 5", "DELETE FROM goose_db_version WHERE version_id > 5", "the table draft_changes does not belong there"},
	"a number that is missing": {"DELETE FROM goose_db_version WHERE version_id = 2", "DELETE FROM goose_db_version WHERE version_id = 2", "the list of migrations lacks number 2"},
	"a rule that is gone": {
		`CREATE TABLE other (id BLOB NOT NULL PRIMARY KEY, result_id BLOB, scope TEXT, name TEXT, created_at INTEGER, revoked_at INTEGER);
		DROP TABLE shares; ALTER TABLE other RENAME TO shares`,
		"ALTER TABLE shares DROP CONSTRAINT shares_scope_check", "the table shares lacks",
	},
}

// unlikeAt returns what is said of a database, in one text.
func unlikeAt(t *testing.T, f *File, err error) string {
	t.Helper()
	must(t, err)
	defer f.Close() //nolint:errcheck // only read from
	have, _, err := f.Schema(t.Context())
	must(t, err)
	found, err := f.SchemaDifferences(t.Context(), have)
	must(t, err)
	return strings.Join(found, "\n")
}

// mustSay looks for a text, or for one of several: on PostgreSQL indexes count
// as part of their table.
func mustSay(t *testing.T, got, texts string) {
	t.Helper()
	if !slices.ContainsFunc(strings.Split(texts, "|"), func(text string) bool { return strings.Contains(got, text) }) {
		t.Errorf("it says %q, want %q in it", got, texts)
	}
}

func TestAChangedSchemaIsFound(t *testing.T) {
	for name, test := range spoilt {
		t.Run(name+" in SQLite", func(t *testing.T) {
			path := filled(t)
			onFileAt(t, path, test.sqlite)
			f, err := Inspect(t.Context(), path)
			mustSay(t, unlikeAt(t, f, err), test.says)
		})
		t.Run(name+" in PostgreSQL", func(t *testing.T) {
			address := pgserver.Database(t)
			must(t, openPostgresAt(t, address).SeedFirst(t.Context(), content.First(), testNow))
			execute(t, address, test.postgres)
			f, err := InspectServer(t.Context(), address)
			mustSay(t, unlikeAt(t, f, err), test.says)
		})
	}
}

// onFileAt runs statements on a database file, past the store.
func onFileAt(t *testing.T, path, statements string) {
	t.Helper()
	db := migratorHandle.open(place(path))
	_, err := db.ExecContext(t.Context(), statements)
	must(t, err)
	must(t, db.Close())
}

func TestTheSchemaOfEveryNumberIsWhatTheStepsMake(t *testing.T) {
	for number := range migrations.Latest() {
		until := fmt.Sprintf("%05d", number+1)
		path := filepath.Join(t.TempDir(), "quiz.db")
		must(t, openWith(t.Context(), path, stepsUntil(t, until)))
		f, err := Inspect(t.Context(), path)
		if found := unlikeAt(t, f, err); found != "" {
			t.Errorf("schema %d: %s", number+1, found)
		}
	}
}

func TestAFollowerOfTheLogIsNoDifference(t *testing.T) {
	path := filled(t)
	onFileAt(t, path, "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); CREATE TABLE _litestream_lock (id INTEGER); ANALYZE")
	f, err := Inspect(t.Context(), path)
	if found := unlikeAt(t, f, err); found != "" {
		t.Error(found)
	}
}

func TestWhatAHostMayDoToPostgreSQLIsNoDifference(t *testing.T) {
	address := pgserver.Database(t)
	must(t, openPostgresAt(t, address).SeedFirst(t.Context(), content.First(), testNow))
	for _, statement := range []string{
		"CREATE EXTENSION pg_stat_statements",
		`BEGIN;
		ALTER TABLE shares DROP CONSTRAINT shares_result_id_fkey;
		ALTER TABLE outcomes DROP CONSTRAINT outcomes_result_id_fkey;
		ALTER TABLE open_rows DROP CONSTRAINT open_rows_result_id_fkey;
		ALTER TABLE group_members DROP CONSTRAINT group_members_result_id_fkey;
		ALTER TABLE taken_up DROP CONSTRAINT taken_up_origin_fkey, DROP CONSTRAINT taken_up_result_id_fkey;
		ALTER TABLE results RENAME TO results_before;
		CREATE TABLE results (LIKE results_before INCLUDING ALL) PARTITION BY RANGE (id);
		ALTER TABLE results ADD FOREIGN KEY (version_id) REFERENCES quiz_versions (id);
		ALTER TABLE results ATTACH PARTITION results_before FOR VALUES FROM (MINVALUE) TO ('\x5100');
		CREATE TABLE results_5100 PARTITION OF results FOR VALUES FROM ('\x5100') TO ('\x515a');
		ALTER TABLE shares ADD FOREIGN KEY (result_id) REFERENCES results (id);
		ALTER TABLE outcomes ADD FOREIGN KEY (result_id) REFERENCES results (id);
		ALTER TABLE open_rows ADD FOREIGN KEY (result_id) REFERENCES results (id);
		ALTER TABLE group_members ADD FOREIGN KEY (result_id) REFERENCES results (id);
		ALTER TABLE taken_up ADD FOREIGN KEY (origin) REFERENCES results (id), ADD FOREIGN KEY (result_id) REFERENCES results (id);
		COMMIT`,
	} {
		execute(t, address, statement)
		f, err := InspectServer(t.Context(), address)
		if found := unlikeAt(t, f, err); found != "" {
			t.Errorf("after %.30s: %s", statement, found)
		}
	}
}

func TestASchemaOfItsOwnOnPostgreSQLIsCompared(t *testing.T) {
	address := pgserver.Database(t)
	execute(t, address, "CREATE SCHEMA quiz; CREATE TABLE public.results (id INTEGER)")
	address += map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")] + "search_path=quiz"
	must(t, openPostgresAt(t, address).SeedFirst(t.Context(), content.First(), testNow))
	f, err := InspectServer(t.Context(), address)
	if found := unlikeAt(t, f, err); found != "" {
		t.Error(found)
	}
	execute(t, address, "ALTER TABLE shares DISABLE TRIGGER ALL")
	f, err = InspectServer(t.Context(), address)
	mustSay(t, unlikeAt(t, f, err), "checks of references that are switched off")
}

func TestComparingSchemasLeavesNoTableBehind(t *testing.T) {
	address := pgserver.Database(t)
	must(t, openPostgresAt(t, address).SeedFirst(t.Context(), content.First(), testNow))
	s := openPostgresAt(t, address)
	tables := func() (names []string) {
		rows, err := s.read.QueryContext(t.Context(), "SELECT CAST(relnamespace AS text) || '.' || relname FROM pg_class ORDER BY 1") //nolint:sqlclosecheck // each closes them
		var name string
		must(t, each(rows, err, func() error {
			problem := rows.Scan(&name)
			names = append(names, name)
			return problem
		}))
		return names
	}
	before := tables()
	f, err := InspectServer(t.Context(), address)
	if found := unlikeAt(t, f, err); found != "" {
		t.Error(found)
	}
	if after := tables(); !slices.Equal(before, after) {
		t.Errorf("%d tables became %d", len(before), len(after))
	}
}
