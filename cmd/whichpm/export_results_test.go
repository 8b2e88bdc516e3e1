package main

import (
	"archive/zip"
	"encoding/csv"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/internal/test/storetest/pgserver"
)

// resultsIn reads the tables of an export by name.
func resultsIn(t *testing.T, export string) map[string][][]string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(export), int64(len(export)))
	ok(t, err)
	tables := map[string][][]string{}
	for _, entry := range r.File {
		file, err := entry.Open()
		ok(t, err)
		tables[entry.Name], err = csv.NewReader(file).ReadAll()
		ok(t, err)
		ok(t, file.Close())
	}
	return tables
}

// exportOf are the results of a database, as a command writes them.
func exportOf(t *testing.T, db string) map[string][][]string {
	t.Helper()
	code, out, said := told(t, "export", "--results", db)
	if code != 0 || said != "" {
		t.Fatalf("ends with %d: %s", code, said)
	}
	return resultsIn(t, out)
}

// someResults puts results of people into a database: of eight, the second is
// deleted, and the third took back what they said.
func someResults(t *testing.T, db *store.Store) {
	t.Helper()
	for n := range 8 {
		r := storetest.Result(n)
		ok(t, db.AddResult(t.Context(), r))
		if n < 4 {
			ok(t, db.AddOutcome(t.Context(), quiz.Outcome{
				Result: r.ID, Role: content.First().Roles[n%2].Key, Years: 43 * (n % 2), Suits: 4, Open: n == 3, SaidAt: r.FinishedAt.Add(time.Hour),
			}))
			ok(t, db.AddShare(t.Context(), storetest.Share(r.ID, n)))
		}
	}
	ok(t, db.DeleteResult(t.Context(), storetest.ResultID(1), time.Now()))
	ok(t, db.RemoveOutcome(t.Context(), storetest.ResultID(2)))
}

func TestAnExportOfResultsHasEachResultThatIsThereAndAJobWhereItIsAgreedTo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	tables := exportOf(t, "--db="+path)
	options := 0
	for _, q := range content.First().Questions {
		options += len(q.Options)
	}
	for name, rows := range map[string]int{"results.csv": 8, "roles.csv": 17, "settings.csv": 11, "items.csv": 1 + options} {
		if len(tables[name]) != rows {
			t.Errorf("%s has %d rows, want %d", name, len(tables[name]), rows)
		}
	}
	heading, jobs := tables["results.csv"][0], []string{}
	at := slices.Index(heading, "job")
	for _, row := range tables["results.csv"][1:] {
		if job := strings.Join(row[at:at+3], " "); row[at] != "" {
			jobs = append(jobs, job)
		}
	}
	slices.Sort(jobs)
	want := []string{"product_manager under_a_year measuring", "project_manager a_year_or_more publishing"}
	if !slices.Equal(jobs, want) {
		t.Errorf("jobs are %v, want %v", jobs, want)
	}
}

// What leads to a result or a person is looked for in all that the file holds.
func TestAnExportOfResultsLeadsToNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	tables := exportOf(t, "--db="+path)
	var all strings.Builder
	for _, table := range tables {
		for _, row := range table {
			all.WriteString(strings.Join(row, "\n") + "\n")
		}
	}
	for n := range 8 {
		r := storetest.Result(n)
		share := storetest.Share(r.ID, n)
		for what, secret := range map[string]string{
			"the key": hex.EncodeToString(r.ID[:]), "half the key": hex.EncodeToString(r.ID[2:]), "the order's number": strconv.FormatUint(uint64(r.Shuffle), 10),
			"a share": share.ID.String(), "its name": share.Name, "a moment": strconv.FormatInt(r.FinishedAt.UnixMilli(), 10),
			"a day": r.FinishedAt.UTC().Format(time.DateOnly), "how long it took": strconv.FormatInt(r.Duration.Milliseconds(), 10),
		} {
			if strings.Contains(all.String(), secret) {
				t.Errorf("it tells %s: %s", what, secret)
			}
		}
	}
	if times := regexp.MustCompile(`\d{4}-\d\d-\d\d|\d\d:\d\d|\b43\b`).FindAllString(all.String(), -1); len(times) > 0 {
		t.Errorf("it tells %v", times)
	}
}

func TestAnExportOfResultsIsTheSameEachTimeAndSaysSoOfAFile(t *testing.T) {
	folder := t.TempDir()
	path, file := filepath.Join(folder, "quiz.db"), filepath.Join(folder, "results.zip")
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	_, out, _ := told(t, "export", "--results", "--version=1", "--db="+path)
	code, said, _ := told(t, "export", "--results", "--db="+path, "-o", file)
	body, err := os.ReadFile(file)
	if ok(t, err); code != 0 || string(body) != out || said != file+" holds 7 results of version 1. It holds what people answered: keep it to yourself.\n" {
		t.Errorf("ends with %d and says %q; %d bytes in the file, %d in all", code, said, len(body), len(out))
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
}

func TestBothDatabasesExportTheSameResults(t *testing.T) {
	path, address := filepath.Join(t.TempDir(), "quiz.db"), pgserver.Database(t)
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	if code, out, said := told(t, "copy", "--from=sqlite:"+path, "--to="+address); code != 0 {
		t.Fatal(out, said)
	}
	one, other := exportOf(t, "--db="+path), exportOf(t, "--database-url="+address)
	for name, rows := range one {
		slices.SortFunc(rows[1:], slices.Compare)
		slices.SortFunc(other[name][1:], slices.Compare) // text is ordered as the server is set
		if !slices.EqualFunc(rows, other[name], slices.Equal) {
			t.Errorf("%s is\n%v\nand from PostgreSQL\n%v", name, rows, other[name])
		}
	}
}

func TestNoCellOfAnExportRunsAsAFormulaAndNumbersStayNumbers(t *testing.T) {
	v := content.First()
	v.Questions[0].Text, v.Roles[0].Name = "=1+1 is what?", "+Product"
	path := filepath.Join(t.TempDir(), "quiz.db")
	ok(t, openAt(t, path).SeedFirst(t.Context(), v, time.Now()))
	negative := 0
	for name, rows := range exportOf(t, "--db="+path) {
		for _, row := range rows {
			for _, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err == nil {
					negative += strings.Count(cell, "-")
				} else if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					t.Errorf("%s has %q", name, cell)
				}
			}
		}
	}
	if negative == 0 {
		t.Error("no number is negative")
	}
}

func TestAResultThatDoesNotFitIsLeftOutOfTheExportAndSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	onFile(t, path, "UPDATE results SET answers = '0' WHERE is_hurried = 0 AND answers = (SELECT MIN(answers) FROM results)")
	code, out, said := told(t, "export", "--results", "--db="+path)
	if code != 0 || !strings.Contains(said, "results that do not fit version 1 are left out, 1 of them: see whichpm verify --db="+path) {
		t.Errorf("ends with %d and says %q", code, said)
	}
	if rows := resultsIn(t, out)["results.csv"]; len(rows) != 7 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestAMistakeInAnExportOfResultsIsOneLineThatHelps(t *testing.T) {
	t.Chdir(t.TempDir())
	db := "--db=" + quizDB(t)
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no database":       {nil, "name it with --db"},
		"a missing one":     {[]string{"--db=missing.db"}, "there is no database at"},
		"a draft":           {[]string{db, "--version=draft"}, "a draft has no results"},
		"an unknown one":    {[]string{db, "--version=7"}, "no version 7"},
		"two tables":        {[]string{db, "--csv"}, "give one of them"},
		"an absent folder":  {[]string{db, "-o", "missing/results.zip"}, "missing"},
		"a disk that fills": {[]string{db, "-o", "/dev/full"}, "not whole"},
	} {
		code, out, said := told(t, append([]string{"export", "--results"}, c.args...)...)
		if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, c.says) || out != "" {
			t.Errorf("%s: ends with %d and says %q", name, code, said)
		}
	}
}

// heapWatcher keeps nothing of what it is given, and now and then looks how much
// is alive.
type heapWatcher struct {
	writes, bytes int
	most          uint64
}

func (w *heapWatcher) Write(p []byte) (int, error) {
	if w.writes++; w.writes%5 == 0 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.most = max(w.most, m.HeapAlloc)
	}
	w.bytes += len(p)
	return len(p), nil
}

func TestAnExportOfManyResultsNeedsNoMoreMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) { someResults(t, db) })
	export := func() (w heapWatcher) {
		if code := run(t.Context(), []string{"export", "--results", "--db=" + path}, &w, io.Discard); code != 0 {
			t.Fatal("it fails")
		}
		return w
	}
	few := export()
	onFile(t, path, `
		WITH RECURSIVE times (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < 4000)
		INSERT INTO results
		SELECT randomblob(18), version_id, finished_at, answers, asked, shuffle + n, verdict, top_role, probability, duration_ms, form, is_hurried, NULL
		FROM results, times
		WHERE deleted_at IS NULL`)
	many := export()
	t.Logf("%d bytes in %d writes, at most %d alive; before %d", many.bytes, many.writes, many.most, few.bytes)
	if many.writes < 40 || many.most > 24<<20 {
		t.Errorf("%d bytes in %d writes, and at most %d bytes are alive", many.bytes, many.writes, many.most)
	}
}
