package release

import (
	"bufio"
	"context"
	"debug/elf"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// most is how large the program may be, in bytes.
const most = 36_000_000

// build makes the program by the command of the Dockerfile, once.
var build = sync.OnceValues(func() (string, error) {
	said, err := exec.Command("make", "-C", root, "build").CombinedOutput()
	if err != nil {
		return "", errors.New(string(said))
	}
	return root + "/bin/whichpm", nil
})

func built(t *testing.T) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatalf("make build: %v", err)
	}
	return path
}

func TestTheProgramIsOneStaticBinaryBelow36MB(t *testing.T) {
	path := built(t)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= most {
		t.Errorf("it has %d bytes, at most %d are allowed: look with go tool nm -size -sort size", info.Size(), most)
	}
	file, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	for _, part := range file.Progs {
		if part.Type == elf.PT_INTERP || part.Type == elf.PT_DYNAMIC {
			t.Errorf("it has %v: it needs a loader or libraries, which the image lacks", part.Type)
		}
	}
}

// emptyRoot is a folder that becomes the root of what runs in it. It holds the
// program and the folder for data, and nothing else.
type emptyRoot struct {
	image

	path string
}

func newEmptyRoot(t *testing.T) emptyRoot {
	t.Helper()
	r := emptyRoot{imageOf(t, lines(t)), t.TempDir()}
	program, err := os.ReadFile(built(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.path+r.program, program, 0o555); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(r.path+r.owned, 0o700); err != nil {
		t.Fatal(err)
	}
	if user, group := r.ids(t); os.Geteuid() == 0 {
		if err := os.Chown(r.path+r.owned, user, group); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(r.path, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(r.path, 0o700) }) // or nobody could remove it
	return r
}

func (r emptyRoot) ids(t *testing.T) (user, group int) {
	t.Helper()
	first, second, _ := strings.Cut(r.user, ":")
	user, err := strconv.Atoi(first)
	group, err2 := strconv.Atoi(second)
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return user, group
}

// command is run in the room as the user of the image: by root with chroot, by
// others in a user namespace of their own. Where neither is allowed it fails:
// this is never skipped.
func (r emptyRoot) command(t *testing.T, words []string, variables ...string) *exec.Cmd {
	t.Helper()
	user, group := r.ids(t)
	c := exec.CommandContext(t.Context(), words[0], words[1:]...)
	c.Env, c.Dir = slices.Concat(r.environment, variables), "/"
	c.SysProcAttr = &syscall.SysProcAttr{
		Chroot: r.path, Pdeathsig: syscall.SIGKILL,
		Credential: &syscall.Credential{Uid: uint32(user), Gid: uint32(group)},
	}
	if os.Geteuid() != 0 {
		c.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
		c.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Geteuid(), Size: 1}}
		c.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: group, HostID: os.Getegid(), Size: 1}}
		c.SysProcAttr.Credential.NoSetGroups = true
	}
	return c
}

func TestTheProgramRunsInAnEmptyFolderAsTheImageRunsIt(t *testing.T) {
	r := newEmptyRoot(t)
	address := "WHICHPM_ADDR=127.0.0.1:" + freePort(t) // the port of the image may be in use here
	server := r.command(t, slices.Concat(r.entry, r.image.command), address)
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	server.Stderr = &log
	if err := server.Start(); err != nil {
		t.Fatalf("%v: run this as root, or where a user may make user namespaces", err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	url, ready := strings.CutPrefix(strings.TrimSpace(said), "WhichPM is ready at ")
	if err != nil || !ready {
		_ = server.Wait()
		t.Fatalf("it says %q, then %v\n%s", said, err, &log)
	}
	r.knows(t)
	if body := get(t, url+"/"); !strings.Contains(body, "WhichPM") || !strings.Contains(body, "</html>") {
		t.Errorf("its first page is %q", body)
	}
	for name, words := range map[string][]string{
		"its health": r.health,
		"a backup":   {r.program, "backup", r.volume + "/copy.db"},
		"a verify":   {r.program, "verify", r.variable("WHICHPM_DB")},
		"a version":  {r.program, "version"},
	} {
		if answer, err := r.command(t, words, address).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, answer)
		}
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("after SIGTERM it ends with %v\n%s", err, &log)
	}
	if err := r.command(t, r.health, address).Run(); err == nil {
		t.Error("it says that a server is well that has stopped")
	}
	onlyDataIsNew(t, r)
}

// knows holds that the variables of the image are those of the program.
func (r emptyRoot) knows(t *testing.T) {
	t.Helper()
	help, err := r.command(t, slices.Concat(r.entry, r.image.command, []string{"--help"})).Output()
	if err != nil || len(r.environment) == 0 {
		t.Fatalf("%v sets %v", err, r.environment)
	}
	for _, setting := range r.environment {
		if name, _, _ := strings.Cut(setting, "="); !strings.Contains(string(help), "env: "+name+"]") {
			t.Errorf("the program has no variable %s", name)
		}
	}
}

// onlyDataIsNew compares the room with what it was.
func onlyDataIsNew(t *testing.T, r emptyRoot) {
	t.Helper()
	there, err := os.ReadDir(r.path)
	if err != nil || len(there) != 2 {
		t.Errorf("the program left %v (%v) beside itself and its data", there, err)
	}
	for _, name := range []string{filepath.Base(r.variable("WHICHPM_DB")), "copy.db"} {
		if info, err := os.Stat(r.path + r.volume + "/" + name); err != nil || info.Size() == 0 {
			t.Errorf("%s is not in the volume: %v", name, err)
		}
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close() //nolint:errcheck // it served nobody
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func get(t *testing.T, url string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("%s answers %d and %v", url, response.StatusCode, err)
	}
	return string(body)
}
