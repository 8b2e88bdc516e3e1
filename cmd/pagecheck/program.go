package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// server is the program in a process of its own.
type server struct {
	cmd     *exec.Cmd
	address string
}

// ready is the line it prints when it listens, up to the address.
const ready = "is ready at http://"

// start starts the program with the gallery on a new database and waits for
// its address.
func start(ctx context.Context, program, database string) (*server, error) {
	program, err := filepath.Abs(program)
	if err == nil {
		_, err = os.Stat(program)
	}
	if err != nil {
		return nil, fmt.Errorf("build the program first, with make bin/whichpm-dev: %w", err)
	}
	s := &server{cmd: exec.CommandContext(ctx, program, "--addr=127.0.0.1:0", "--db="+database, "--dev")}
	s.cmd.Cancel = func() error { return s.cmd.Process.Signal(syscall.SIGTERM) }
	s.cmd.WaitDelay = 20 * time.Second
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", program, err)
	}
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	_, address, found := strings.Cut(strings.TrimSpace(line), ready)
	if err != nil || !found {
		s.stop()
		return nil, fmt.Errorf("%s does not start: %q", program, line)
	}
	s.address = "http://" + address
	return s, nil
}

// stop ends the program and waits for it.
func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait() // it was told to end
}
