//go:build !race

package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// engineFiles speak to one database and not to every one, or write their SQL
// from a list. The pool passes on what is written elsewhere.
var engineFiles = []string{
	"pool.go", "sqlite.go", "sqlite_guard.go", "watch.go", "migrate.go", "backup.go", "look.go", "peek.go", "inspect.go",
	"shape_sqlite.go", "shape_postgres.go", "integrity.go", "copy_claim.go", "copy_rows.go", "version_rows.go", "postgres_migrate.go", "postgres_replica.go",
}

// query is one call that runs SQL.
type query struct {
	at       string
	function string
	receiver string
	text     string // "" when it is not a literal
	args     int    // bound values, -1 when only the run tells
}

// queries lists the calls of the package that run SQL, without the tests.
func queries(t *testing.T) []query {
	t.Helper()
	files, err := filepath.Glob("*.go")
	must(t, err)
	var found []query
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || slices.Contains(engineFiles, name) {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		must(t, err)
		for _, d := range file.Decls {
			if function, ok := d.(*ast.FuncDecl); ok {
				found = append(found, queriesOf(set, function)...)
			}
		}
	}
	return found
}

var runsSQL = regexp.MustCompile(`^(Exec|Query|QueryRow|Prepare)(Context)?$`)

func queriesOf(set *token.FileSet, function *ast.FuncDecl) []query {
	var found []query
	ast.Inspect(function, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		selector, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !runsSQL.MatchString(selector.Sel.Name) || len(call.Args) == 0 {
			return true
		}
		q := query{at: set.Position(call.Pos()).String(), function: function.Name.Name, args: len(call.Args) - 2}
		if call.Ellipsis.IsValid() {
			q.args = -1
		}
		if function.Recv != nil {
			if receiver, ok := function.Recv.List[0].Type.(*ast.Ident); ok {
				q.receiver = receiver.Name
			}
		}
		if text, ok := call.Args[min(1, len(call.Args)-1)].(*ast.BasicLit); ok {
			q.text, _ = strconv.Unquote(text.Value)
		}
		found = append(found, q)
		return true
	})
	return found
}

func TestTheSQLTextRunsOnEveryDatabase(t *testing.T) {
	all := queries(t)
	if len(all) < 20 {
		t.Errorf("found only %d queries: does the test still see them?", len(all))
	}
	for _, q := range all {
		for _, problem := range problemsOf(q.text, q.args) {
			t.Errorf("%s: %s", q.at, problem)
		}
	}
}

// forbidden are words that only one database knows or that hide what is kept.
var forbidden = map[string]*regexp.Regexp{
	"a clock of the database":    regexp.MustCompile(`(?i)\bnow\s*\(|current_(time|date)|\b(datetime|strftime|julianday|unixepoch|date)\s*\(`),
	"a comparison of one kind":   regexp.MustCompile(`(?i)\bilike\b|\bglob\b|=\s*any\b|==`),
	"a lock of one kind":         regexp.MustCompile(`(?i)\bfor\s+(update|share)\b`),
	"an operator on JSON":        regexp.MustCompile(`(?i)->|#>|\bjsonb?_|::`),
	"a number of the database":   regexp.MustCompile(`(?i)\b(nextval|autoincrement|serial|rowid|last_insert_rowid|random|gen_random_uuid)\b`),
	"a trigger or savepoint":     regexp.MustCompile(`(?i)\b(trigger|savepoint)\b`),
	"a word of SQLite":           regexp.MustCompile(`(?i)\bpragma\b|\bsqlite_|\bifnull\b|\binsert\s+or\b|\breplace\s+into\b`),
	"a question mark":            regexp.MustCompile(`\?`),
	"columns that are not named": regexp.MustCompile(`(?i)select\s+(\w+\.)?\*|\bvalues\b[^$]*;|insert\s+into\s+\w+\s+values`),
	"a sum that is no BIGINT":    regexp.MustCompile(`(?i)(^|[^(])\bsum\s*\(|[^t]\(\s*sum\s*\(`),
	"two clauses on a line":      regexp.MustCompile(`(?m)\S[ \t]+(FROM|WHERE|SET|ORDER BY|GROUP BY|LIMIT|JOIN|ON CONFLICT|VALUES)\b`),
	"a clause in small letters":  regexp.MustCompile(`(?m)^\s*(select|insert|update|delete|from|where|set|order by|group by)\b`),
}

var twoWords = regexp.MustCompile(`\b(LEFT|INNER|CROSS) JOIN\b|\bDELETE\s+FROM\b`)

var parameter = regexp.MustCompile(`\$(\d+)`)

// problemsOf holds the rules of "one SQL text".
func problemsOf(text string, args int) []string {
	if text == "" {
		return []string{"write the SQL as a literal where it runs"}
	}
	var problems []string
	plain := twoWords.ReplaceAllString(text, "JOIN")
	for name, pattern := range forbidden {
		if found := pattern.FindString(plain); found != "" {
			problems = append(problems, name+": "+strings.TrimSpace(found))
		}
	}
	seen := 0
	for _, match := range parameter.FindAllStringSubmatch(text, -1) {
		switch n, _ := strconv.Atoi(match[1]); {
		case n == seen+1:
			seen = n
		case n > seen:
			problems = append(problems, match[0]+" comes before the parameter before it")
		}
	}
	if args >= 0 && args != seen {
		problems = append(problems, strconv.Itoa(seen)+" parameters and "+strconv.Itoa(args)+" values")
	}
	return problems
}

func TestTheRulesFindWhatTheyForbid(t *testing.T) {
	for text, args := range map[string]int{
		"":                                   0,
		"SELECT a WHERE b = ?":               1,
		"SELECT a\nWHERE b = $2\nAND c = $1": 2,
		"SELECT a\nWHERE b = $1":             2,
		"SELECT *\nFROM a":                   0,
		"SELECT a FROM b":                    0,
		"SELECT SUM(a)\nFROM b":              0,
		"SELECT a->>'b'":                     0,
		"SELECT now()":                       0,
		"SELECT a\nWHERE b ILIKE $1":         1,
		"SELECT a\nWHERE b = ANY($1)":        1,
		"SELECT a\nFOR UPDATE":               0,
		"SELECT nextval('a')":                0,
		"SAVEPOINT a":                        0,
		"INSERT INTO a\nVALUES ($1)":         1,
		"PRAGMA a":                           0,
	} {
		if len(problemsOf(text, args)) == 0 {
			t.Errorf("%q passes", text)
		}
	}
	fine := "SELECT a, COUNT(*), CAST(SUM(b) AS BIGINT)\nFROM c\nWHERE d = $1\nOR e = $2\nOR f = $1"
	if problems := problemsOf(fine, 2); len(problems) > 0 {
		t.Errorf("%q: %v", fine, problems)
	}
}

var writesVersion = regexp.MustCompile(`(?i)(insert\s+into|update|delete\s+from)\s+` +
	`(quiz_versions|dimensions|roles|role_profiles|role_contents|questions|options|loadings|scenarios|translations|draft_changes|draft_saves)\b`)

func TestOnlyADraftIsWrittenTo(t *testing.T) {
	makeDrafts := []string{"insertVersion", "draftOnly", "draftAt"}
	for _, q := range queries(t) {
		if writesVersion.MatchString(q.text) && q.receiver != "draft" && !slices.Contains(makeDrafts, q.function) {
			t.Errorf("%s: %s writes to a version; make it a method of draft", q.at, q.function)
		}
	}
}
