package pgserver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a running server on this machine, in the folder Data.
type Server struct {
	Programs string // the folder of its programs
	Data     string
	Port     int
	alive    io.Closer  // kept open as long as the server is needed
	ended    chan error // has what the end of the script was
}

// Address leads to a database of the server.
func (s *Server) Address(database string) string {
	return fmt.Sprintf("postgres://whichpm@127.0.0.1:%d/%s?sslmode=disable", s.Port, database)
}

// Stop ends the server and deletes its folder.
func (s *Server) Stop() error {
	return errors.Join(s.alive.Close(), <-s.ended)
}

// Start makes a server's folder with a shell command, which finds $programs,
// $data and $port, and starts the server there. It ends with the process that
// started it, if not before.
func Start(fill string) (*Server, error) {
	programs, err := findPrograms()
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "whichpm-postgres-")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s := &Server{Programs: programs, Data: filepath.Join(folder, "data"), Port: port, ended: make(chan error, 1)}
	if err = s.run(folder, fill); err != nil {
		said, _ := os.ReadFile(filepath.Join(folder, "log")) //nolint:gosec // our own file
		return nil, errors.Join(fmt.Errorf("start PostgreSQL: %w\n%s", err, said), os.RemoveAll(folder))
	}
	return s, nil
}

// script waits for the end of its standard input, which comes with the end of
// the tests, even of tests that were killed. It then ends the server by its
// number and takes the folder away.
const script = `
(%s) </dev/null || exit
"$programs/postgres" -D "$data" -p "$port" -h 127.0.0.1 -k "$folder" \
	-c shared_buffers=32MB -c max_connections=100 </dev/null &
server=$!
cat
kill -QUIT $server
wait $server
rm -rf "$folder"
`

func (s *Server) run(folder, fill string) error {
	log, err := os.Create(filepath.Join(folder, "log")) //nolint:gosec // our own folder
	if err != nil {
		return err
	}
	defer log.Close()                                                                         //nolint:errcheck // the server writes to its own handle
	shell := exec.CommandContext(context.Background(), "sh", "-c", fmt.Sprintf(script, fill)) //nolint:gosec // a command of our own
	shell.Env = append(os.Environ(), "folder="+folder, "data="+s.Data, "programs="+s.Programs, "port="+strconv.Itoa(s.Port))
	shell.Stdout, shell.Stderr = log, log
	shell.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C ends the tests, and their end the server
	if err := asSomebody(shell, folder); err != nil {
		return err
	}
	if s.alive, err = shell.StdinPipe(); err != nil {
		return err
	}
	if err := shell.Start(); err != nil {
		return err
	}
	go func() { s.ended <- shell.Wait() }()
	return s.answers()
}

// answers waits until the server takes connections.
func (s *Server) answers() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for {
		conn, err := pgx.Connect(ctx, s.Address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-again.C:
		case err := <-s.ended:
			return errors.Join(errors.New("it has ended"), err)
		case <-ctx.Done():
			return errors.Join(err, s.Stop())
		}
	}
}

// asSomebody lets root start the server as somebody else: it refuses root.
func asSomebody(shell *exec.Cmd, folder string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		return err
	}
	uid, err := strconv.ParseUint(who.Uid, 10, 32)
	if err != nil {
		return err
	}
	gid, err := strconv.ParseUint(who.Gid, 10, 32)
	if err != nil {
		return err
	}
	shell.Dir = folder
	shell.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(folder, int(uid), int(gid))
}

// findPrograms looks in PATH and where Debian keeps them, the newest first.
func findPrograms() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		path, err = filepath.EvalSymlinks(path) // to where the others are
		return filepath.Dir(path), err
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", errors.New("the tests need PostgreSQL's server: run make setup, or install it (Debian: apt-get install postgresql)")
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
		return n
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })
	return filepath.Dir(newest), nil
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // nothing to wait for
	if err != nil {
		return 0, err
	}
	return listener.Addr().(*net.TCPAddr).Port, listener.Close()
}

// children are the processes that a process has started.
func children(parent int) (pids []int, err error) {
	lists, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", parent))
	if err != nil {
		return nil, err
	}
	if len(lists) == 0 {
		return nil, fmt.Errorf("what process %d has started cannot be seen: this needs Linux", parent)
	}
	for _, list := range lists {
		text, err := os.ReadFile(list) //nolint:gosec // the system's own file
		if err != nil {
			return nil, err
		}
		for field := range strings.FieldsSeq(string(text)) {
			pid, err := strconv.Atoi(field)
			if err != nil {
				return nil, err
			}
			pids = append(pids, pid)
		}
	}
	return pids, nil
}
