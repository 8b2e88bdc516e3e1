package main

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"whichpm/web/site"
)

// serverFolder is a folder of the one without rights, where there can be one.
func serverFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	ok(t, os.Mkdir(filepath.Join(folder, "backups"), 0o700))
	giveAway(t, folder)
	return folder
}

// strangers lists what does not belong to whom the folder belongs.
func strangers(t *testing.T, folder string) (found []string, all int) {
	t.Helper()
	user := func(path string) uint32 {
		info, err := os.Lstat(path)
		ok(t, err)
		return info.Sys().(*syscall.Stat_t).Uid
	}
	ok(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if all++; err == nil && user(path) != user(folder) {
			found = append(found, path)
		}
		return err
	}))
	return found, all
}

func TestNoCommandLocksTheServerOut(t *testing.T) {
	t.Parallel()
	folder := serverFolder(t)
	in := func(name string) string { return filepath.Join(folder, name) }
	db := "--db=" + in("quiz.db")
	statements, err := os.ReadFile("testdata/schema-3.sql")
	ok(t, err)
	ok(t, os.WriteFile(in("old.db"), nil, 0o600))
	giveAway(t, folder)
	onFile(t, in("old.db"), string(statements))
	for _, args := range [][]string{
		{"admin", "list", "--db=" + in("old.db")}, // upgrades it, and backs it up before
		{"simulate", "--into=" + in("quiz.db"), "--takers=20"},
		{"export", "-o", in("quiz.json"), db},
		{"export", "--results", "-o", in("results.zip"), db},
		{"backup", in("copy.db"), db},
		{"backup", in("backups/copy.db"), db},
		{"copy", "--from=sqlite:" + in("quiz.db"), "--to=sqlite:" + in("third.db")},
		{"restore", in("copy.db"), "--force", db},
		{"restore", in("copy.db"), "--db=" + in("second.db")},
	} {
		if code, out, said := told(t, args...); code != 0 {
			t.Fatalf("%v: %s%s", args, out, said)
		}
		if left, _ := strangers(t, folder); len(left) > 0 {
			t.Fatalf("%v leaves %v", args, left)
		}
	}
	p := launch(t, nil, db, "--backup-dir="+in("backups"), "--backup-every=1h")
	cookie := &http.Cookie{Name: "whichpm_quiz", Value: finished(1).Token()}
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodPost, p.url+site.Results, url.Values{}, cookie); status != http.StatusSeeOther {
		t.Errorf("the quiz answers %d", status)
	}
	eventually(t, "there is a backup", func() bool { return strings.Contains(p.said.String(), "database backed up") })
	p.kill() // the log stays
	if left, all := strangers(t, folder); len(left) > 0 || all < 20 {
		t.Errorf("a server leaves %v of %d files", left, all)
	}
	launch(t, []string{asNobody + "=1"}, db, "--backup-dir="+in("backups"), "--backup-every=1h").kill()
	if code, out, said := told(t, "doctor", db); code != 0 {
		t.Error(out, said)
	}
}

func TestACommandFollowsNoLinkThatTheServersUserLaid(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		return // it can do what the server's user can do, and no more
	}
	folder, secret := serverFolder(t), filepath.Join(t.TempDir(), "shadow")
	ok(t, os.WriteFile(secret, []byte("secret"), 0o600))
	for _, suffix := range []string{".lock", ".open", ".marker", ".backup-3.part", ".restoring"} {
		ok(t, os.Symlink(secret, filepath.Join(folder, "quiz.db"+suffix)))
		ok(t, os.Symlink(secret+"-new", filepath.Join(folder, "new.db"+suffix)))
	}
	for _, name := range []string{"export.json", "results.zip", "copy.db.part", "copy.db"} {
		ok(t, os.Symlink(secret, filepath.Join(folder, name)))
	}
	ok(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		return os.Lchown(path, nobody, nobody)
	}))
	other := filledDB(t, 1)
	for _, args := range [][]string{
		{"admin", "list", "--db=" + filepath.Join(folder, "quiz.db")},
		{"simulate", "--into=" + filepath.Join(folder, "new.db"), "--takers=1"},
		{"restore", other, "--db=" + filepath.Join(folder, "quiz.db")},
		{"backup", filepath.Join(folder, "copy.db"), "--force", "--db=" + other},
		{"export", "-o", filepath.Join(folder, "export.json"), "--db=" + other},
		{"export", "--results", "-o", filepath.Join(folder, "results.zip"), "--db=" + other},
	} {
		if code, out, _ := told(t, args...); code == 0 {
			t.Errorf("%v went through: %s", args, out)
		}
	}
	info, err := os.Stat(secret)
	ok(t, err)
	body, err := os.ReadFile(secret)
	if err != nil || string(body) != "secret" || info.Sys().(*syscall.Stat_t).Uid != 0 {
		t.Errorf("the file of root has %q and is %d's", body, info.Sys().(*syscall.Stat_t).Uid)
	}
	if names, err := filepath.Glob(secret + "*"); err != nil || len(names) != 1 {
		t.Errorf("there is %v", names)
	}
}

func TestAStartNamesTheFileThatKeepsItOut(t *testing.T) {
	t.Parallel()
	for _, suffix := range []string{"", "-wal", "-shm", ".lock", ".open"} {
		folder := serverFolder(t)
		path := filepath.Join(folder, "quiz.db")
		ok(t, exec.CommandContext(t.Context(), "cp", filledDB(t, 1), path).Run())
		ok(t, os.WriteFile(path+suffix, nil, 0o600))
		giveAway(t, folder)
		want := path + suffix + " has mode 000: let this program read and write it, for example with: chmod u+rw " + path + suffix
		if os.Geteuid() == 0 {
			ok(t, os.Chown(path+suffix, 0, 0))
			want = path + suffix + " belongs to root, and this program runs as nobody: let this program read and write it, for example with: chown nobody " + path + suffix
		} else {
			ok(t, os.Chmod(path+suffix, 0))
		}
		if line := refused(t, path); !strings.Contains(line, want) || strings.Count(line, "\n") != 1 {
			t.Errorf("it says %q, want %q", line, want)
		}
		var out bytes.Buffer
		doctor := exec.CommandContext(t.Context(), os.Args[0], "doctor", "--db="+path)
		doctor.Env = append(os.Environ(), asProgram+"=1", asNobody+"=1")
		doctor.Stdout = &out
		if err := doctor.Run(); err == nil || !strings.Contains(out.String(), "ch") || !strings.Contains(out.String(), path+suffix) {
			t.Errorf("the doctor says, and ends with %v:\n%s", err, &out)
		}
	}
}
