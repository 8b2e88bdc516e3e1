package files

import (
	"os"
	"path/filepath"
	"testing"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// folder is a new one, by its own name.
func folder(t *testing.T) string {
	t.Helper()
	path, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	return path
}

func TestEveryNameOfAFileLeadsToTheSamePlace(t *testing.T) {
	base := folder(t)
	t.Chdir(base)
	for _, name := range []string{"volume", "volume/deep", "here"} {
		must(t, os.Mkdir(name, 0o700))
	}
	must(t, os.WriteFile("volume/quiz.db", nil, 0o600))
	for link, to := range map[string]string{
		"here/absolute.db": filepath.Join(base, "volume/quiz.db"),
		"here/relative.db": "../volume/quiz.db",
		"here/twice.db":    "relative.db",
		"linked":           "volume",
		"here/through.db":  "../linked/quiz.db",
		"deep":             "volume/deep",
		"here/up.db":       "../deep/../quiz.db",
		"here/dangling.db": "../linked/new.db",
	} {
		must(t, os.Symlink(to, link))
	}
	for name, want := range map[string]string{
		"volume/quiz.db":                      "volume/quiz.db",
		"./here/../volume//quiz.db":           "volume/quiz.db",
		"here/absolute.db":                    "volume/quiz.db",
		"here/relative.db":                    "volume/quiz.db",
		"here/twice.db":                       "volume/quiz.db",
		"linked/quiz.db":                      "volume/quiz.db",
		"here/through.db":                     "volume/quiz.db",
		"deep/../quiz.db":                     "volume/quiz.db", // not that of base: the link leads elsewhere
		"here/up.db":                          "volume/quiz.db",
		"here/dangling.db":                    "volume/new.db",
		"linked/new.db":                       "volume/new.db",
		filepath.Join(base, "linked/quiz.db"): "volume/quiz.db",
	} {
		if got, err := Follow(name); err != nil || got != filepath.Join(base, want) {
			t.Errorf("%s leads to %s, %v", name, got, err)
		}
	}
}

func TestAPathThatLeadsNowhereIsRefused(t *testing.T) {
	base := folder(t)
	t.Chdir(base)
	must(t, os.WriteFile("file", nil, 0o600))
	for link, to := range map[string]string{"self": "self", "one": "two", "two": "one", "gone.db": "not mounted/quiz.db"} {
		must(t, os.Symlink(to, link))
	}
	for _, name := range []string{"self", "one", "gone.db", "none/quiz.db", "file/quiz.db", "self/quiz.db"} {
		if got, err := Follow(name); err == nil {
			t.Errorf("%s leads to %s", name, got)
		}
	}
}

func TestRootFollowsNoLinkThatLeadsToWhatIsNotItsOwners(t *testing.T) {
	base := folder(t)
	if os.Geteuid() != 0 { // only root can be led astray
		must(t, os.Symlink("/etc/hosts", filepath.Join(base, "link")))
		if got, err := Follow(filepath.Join(base, "link")); err != nil || filepath.Base(got) != "hosts" {
			t.Errorf("it leads to %s, %v", got, err)
		}
		return
	}
	for _, name := range []string{"theirs", "roots"} {
		must(t, os.Mkdir(filepath.Join(base, name), 0o700))
		must(t, os.WriteFile(filepath.Join(base, name, "quiz.db"), nil, 0o600))
	}
	link := func(name, to string, user int) string {
		path := filepath.Join(base, name)
		must(t, os.Symlink(to, path))
		must(t, os.Lchown(path, user, user))
		return path
	}
	must(t, os.Chown(filepath.Join(base, "theirs"), 65534, 65534))
	must(t, os.Chown(filepath.Join(base, "theirs/quiz.db"), 65534, 65534))
	for path, follows := range map[string]bool{
		link("a", "theirs/quiz.db", 65534):  true,
		link("b", "theirs/new.db", 65534):   true,
		link("c", "theirs/quiz.db", 0):      true,
		link("d", "roots/quiz.db", 0):       true,
		link("e", "roots/quiz.db", 65534):   false,
		link("f", "roots/new.db", 65534):    false,
		link("g", "roots", 65534) + "/x.db": false,
	} {
		if got, err := Follow(path); (err == nil) != follows {
			t.Errorf("%s leads to %s, %v", filepath.Base(path), got, err)
		}
	}
}
