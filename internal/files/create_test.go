package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const nobody = 65534

// theirs is a folder of somebody else where that can be, else one of our own.
func theirs(t *testing.T) (path string, whose int) {
	t.Helper()
	path = folder(t)
	if os.Geteuid() != 0 {
		return path, os.Geteuid()
	}
	must(t, os.Chown(path, nobody, nobody))
	return path, nobody
}

func userOf(t *testing.T, path string) int {
	t.Helper()
	info, err := os.Lstat(path)
	must(t, err)
	return ownerOf(info).user
}

func made(t *testing.T, path string, like ...string) int {
	t.Helper()
	file, err := Create(path, like...)
	must(t, err)
	must(t, file.Close())
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s is %v, %v", path, info, err)
	}
	return userOf(t, path)
}

func TestAFileBelongsToWhomItsFolderBelongs(t *testing.T) {
	path, whose := theirs(t)
	if got := made(t, filepath.Join(path, "quiz.db")); got != whose {
		t.Errorf("it belongs to %d", got)
	}
	if got := made(t, filepath.Join(path, "copy.db"), "quiz.db", "none.db"); got != whose {
		t.Errorf("a copy belongs to %d", got)
	}
}

func TestInAFolderOfRootAFileBelongsToWhomTheDatabaseBelongs(t *testing.T) {
	path, whose := folder(t), os.Geteuid()
	must(t, os.WriteFile(filepath.Join(path, "quiz.db"), nil, 0o600))
	if whose == 0 {
		whose = nobody
		must(t, os.Chown(filepath.Join(path, "quiz.db"), nobody, nobody))
	}
	if got := made(t, filepath.Join(path, "quiz.db.lock"), "quiz.db"); got != whose {
		t.Errorf("it belongs to %d", got)
	}
	if got := made(t, filepath.Join(path, "other.db")); got != os.Geteuid() {
		t.Errorf("what has nothing to do with it belongs to %d", got)
	}
}

func TestAFileOfRootDoesNotDecideTheOwnerOfOthers(t *testing.T) {
	path, whose := theirs(t)
	must(t, os.WriteFile(filepath.Join(path, "quiz.db"), nil, 0o600))
	if got := made(t, filepath.Join(path, "quiz.db.lock"), "quiz.db"); got != whose {
		t.Errorf("it belongs to %d", got)
	}
}

func TestALinkInTheWayIsNeverFollowed(t *testing.T) {
	path, _ := theirs(t)
	secret := filepath.Join(folder(t), "shadow")
	must(t, os.WriteFile(secret, []byte("secret"), 0o600))
	for name, to := range map[string]string{"there": secret, "not there": secret + "-new"} {
		link := filepath.Join(path, name)
		must(t, os.Symlink(to, link))
		if os.Geteuid() == 0 {
			must(t, os.Lchown(link, nobody, nobody))
		}
		if _, err := Create(link); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
		if err := Write(link, []byte("export")); (err == nil) != (os.Geteuid() != 0) {
			t.Errorf("%s: an export goes through it with %v", name, err)
		}
	}
	body, err := os.ReadFile(secret)
	if os.Geteuid() == 0 && (err != nil || string(body) != "secret" || userOf(t, secret) != 0) {
		t.Errorf("the file of root has %q, %v", body, err)
	}
}

func TestAnExportReplacesWhatIsInAFileAndGoesToDevices(t *testing.T) {
	path, whose := theirs(t)
	file := filepath.Join(path, "quiz.json")
	must(t, os.Symlink("quiz.json", filepath.Join(path, "link")))
	for _, name := range []string{"quiz.json", "quiz.json", "link"} {
		for _, text := range []string{"a long text", "short"} {
			must(t, Write(filepath.Join(path, name), []byte(text)))
			if body, err := os.ReadFile(file); err != nil || string(body) != text || userOf(t, file) != whose {
				t.Errorf("%s has %q, %v", name, body, err)
			}
		}
	}
	must(t, Write(os.DevNull, []byte("nothing")))
}

func TestAMessageAboutAnUnreadableFileNamesItsOwner(t *testing.T) {
	file := filepath.Join(folder(t), "quiz.db")
	if err := Refused(file, ReadWrite); err != nil {
		t.Errorf("a file that is not there: %v", err)
	}
	must(t, os.WriteFile(file, nil, 0o600))
	if err := Refused(file, ReadWrite); err != nil {
		t.Error(err)
	}
	if os.Geteuid() == 0 { // nothing keeps root out; the program's own test drops its rights
		return
	}
	must(t, os.Chmod(file, 0o400))
	refusal, ok := errors.AsType[Refusal](Refused(file, ReadWrite))
	if !ok || !strings.Contains(refusal.Error(), file+" has mode 400") || refusal.Type != "chmod u+rw "+file {
		t.Errorf("it says %v", refusal)
	}
	if err := Refused("/etc/shadow", Read); err == nil || !strings.Contains(err.Error(), "/etc/shadow belongs to root") {
		t.Errorf("of a file of root it says %v", err)
	}
}
