package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/content"
)

// ownQuiz is a content file with a title of its own.
func ownQuiz(t *testing.T) string {
	t.Helper()
	v := content.First()
	v.Title = "Which tea are you?"
	body, err := content.Format(v)
	ok(t, err)
	return file(t, "own.json", body)
}

func TestANewDatabaseTakesAQuizOfTheHostsOwn(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	if code, _, said := told(t, "import", ownQuiz(t), db); code != 1 || !strings.Contains(said, "make a new one with whichpm admin create EMAIL "+db) {
		t.Errorf("without a database import ends with %d: %s", code, said)
	}
	if code, _, said := manage(t, adminPassword, "create", "ada@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(said)
	}
	code, out, said := told(t, "import", ownQuiz(t), db, "--publish", "--note=The first one", "--by=ada@example.org")
	if code != 0 || !strings.Contains(out, "Nothing is published yet to compare it with") || !strings.Contains(out, "Version 1 is published") {
		t.Fatalf("the import ends with %d: %s%s", code, out, said)
	}
	site, stop := start(t, db)
	if page := pageAt(t, site); !strings.Contains(page, "<h1") {
		t.Errorf("the start page is %s", page)
	}
	if method := pageAt(t, site+"/method.json"); !strings.Contains(method, "Which tea are you?") {
		t.Error("another quiz is asked")
	}
	stop()
	if code, out, said = told(t, "import", ownQuiz(t), db, "--publish", "--note=again"); code != 1 || !strings.Contains(said, "the same as what is published") {
		t.Errorf("publishing the same once more ends with %d: %s%s", code, out, said)
	}
}

func TestAServerWithoutAPublishedVersionSaysSoAndOpensOnceThereIsOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	db := "--db=" + path
	if code, _, said := manage(t, adminPassword, "create", "ada@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(said)
	}
	if code, _, said := told(t, "import", ownQuiz(t), db); code != 0 {
		t.Fatal(said)
	}
	p := launch(t, nil, db)
	for _, address := range []string{"/", "/q/1", "/guide", "/method", "/compare"} {
		if page := pageAt(t, p.url+address); !strings.Contains(page, "This quiz is not open yet") {
			t.Errorf("%s shows %s", address, page)
		}
	}
	visitor := newVisitor(t)
	for address, want := range map[string]int{"/": 503, "/readyz": 200, "/admin/sign-in": 200} {
		if status, _ := send(t.Context(), visitor, "127.0.0.1", http.MethodGet, p.url+address, nil); status != want {
			t.Errorf("%s answers %d, not %d", address, status, want)
		}
	}
	if !strings.Contains(p.said.String(), "no version is published") {
		t.Errorf("the log says %s", p.said)
	}
	if _, out, _ := told(t, "doctor", db); !strings.Contains(out, "publish the draft at /admin/publication") {
		t.Errorf("the doctor says %s", out)
	}
	if code, out, said := told(t, "import", ownQuiz(t), db, "--replace", "--publish", "--note=Open now"); code != 0 {
		t.Fatalf("%s%s", out, said)
	}
	eventually(t, "the quiz is open", func() bool { return !strings.Contains(pageAt(t, p.url), "not open yet") })
}

func TestAFileThatMustNotBePublishedIsNotImportedEither(t *testing.T) {
	db := "--db=" + quizDB(t)
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"without a note":      {[]string{ownQuiz(t), "--publish"}, "--note"},
		"a note for a draft":  {[]string{ownQuiz(t), "--note=why"}, "--note goes with --publish"},
		"with errors":         {[]string{unsourced(t), "--publish", "--note=why"}, "2 errors: fix the file; nothing was imported"},
		"by somebody unknown": {[]string{ownQuiz(t), "--publish", "--note=why", "--by=eve@example.org"}, "no admin"},
	} {
		code, out, said := told(t, append([]string{"import", db}, test.args...)...)
		if code != 1 || !strings.Contains(said, test.says) {
			t.Errorf("%s: it ends with %d: %s%s", name, code, out, said)
		}
		if code, _, said := told(t, "export", db, "--version=draft"); code != 1 {
			t.Errorf("%s: there is a draft now: %s", name, said)
		}
	}
}

func TestAnEditorsNameDoesNotPublish(t *testing.T) {
	db := "--db=" + quizDB(t)
	for _, email := range []string{"ada@example.org", "ben@example.org"} { // the first is an owner
		if code, _, said := manage(t, adminPassword, "create", email, "--password-stdin", db); code != 0 {
			t.Fatal(said)
		}
	}
	code, _, said := told(t, "import", ownQuiz(t), db, "--publish", "--note=why", "--by=ben@example.org")
	if code != 1 || !strings.Contains(said, "only owners publish") {
		t.Errorf("it ends with %d: %s", code, said)
	}
}

func TestWithoutADatabaseTheVersionTheProgramComesWithIsExported(t *testing.T) {
	t.Chdir(t.TempDir())
	want, err := content.Format(content.First())
	ok(t, err)
	if code, out, said := told(t, "export"); code != 0 || out != string(want) {
		t.Errorf("export ends with %d: %s", code, said)
	}
	if code, _, said := told(t, "export", "--version=draft"); code != 1 || !strings.Contains(said, "no database") {
		t.Errorf("the draft is exported with %d: %s", code, said)
	}
	if code, _, _ := told(t, "export", "--db=other.db"); code != 1 {
		t.Error("a database that was named and is not there was taken for none")
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}
