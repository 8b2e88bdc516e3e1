package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// child is a server in a process of its own.
type child struct {
	cmd     *exec.Cmd
	address string
	log     *os.File // what it writes to standard error
}

// child makes a process that is told to stop when ctx ends. Its log is a file,
// as it is for whoever runs the program.
func (b *bench) child(ctx context.Context, program string, args ...string) (*child, error) {
	log, err := os.CreateTemp(b.dir, "log-")
	if err != nil {
		return nil, fmt.Errorf("make a log: %w", err)
	}
	name := log.Name()
	if err := log.Close(); err != nil {
		return nil, fmt.Errorf("make a log: %w", err)
	}
	if log, err = os.OpenFile(name, os.O_APPEND|os.O_RDWR, 0o600); err != nil {
		return nil, fmt.Errorf("make a log: %w", err)
	}
	c := &child{cmd: exec.CommandContext(ctx, program, args...), log: log}
	c.cmd.Stderr = log
	c.cmd.Cancel = func() error { return c.cmd.Process.Signal(syscall.SIGTERM) }
	c.cmd.WaitDelay = timeout
	return c, nil
}

// ready is the line a server prints when it listens, up to the address.
const ready = "is ready at http://"

// start starts the child and waits for its address.
func (c *child) start() error {
	stdout, err := c.cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("start %s: %w", c.cmd.Path, err)
	}
	if err := c.cmd.Start(); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	_, address, found := strings.Cut(strings.TrimSpace(line), ready)
	if err != nil || !found {
		said, _ := os.ReadFile(c.log.Name())
		_ = c.cmd.Wait()
		return fmt.Errorf("%s does not start: %q %s", c.cmd.Path, line, said)
	}
	c.address = address
	return nil
}

// stop ends the child and waits for it.
func (c *child) stop() {
	_ = c.cmd.Process.Signal(syscall.SIGTERM)
	_ = c.cmd.Wait() // it was told to end
	_ = c.log.Close()
	_ = os.Remove(c.log.Name())
}

// forget empties the log, which would fill the disk.
func (c *child) forget() { _ = c.log.Truncate(0) }

// serve starts the program on a database. The proxy on this machine is
// believed, so that the load comes from many addresses.
func (b *bench) serve(ctx context.Context, database string, flags ...string) (*child, error) {
	flags = append(flags, "--addr=127.0.0.1:0", "--db="+database, "--trusted-proxies=127.0.0.1")
	c, err := b.child(ctx, b.program, flags...)
	if err != nil {
		return nil, err
	}
	return c, c.start()
}

// database is the path of a new database in a folder of its own.
func (b *bench) database(name string) (string, error) {
	folder, err := os.MkdirTemp(b.dir, name+" ") // two builds may have one name
	if err != nil {
		return "", fmt.Errorf("make a folder for a database: %w", err)
	}
	return filepath.Join(folder, "whichpm.db"), nil
}

// resident is how many megabytes of memory the child uses.
func (c *child) resident() (float64, error) {
	body, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.cmd.Process.Pid))
	if err != nil {
		return 0, fmt.Errorf("read how much memory is used: %w", err)
	}
	_, line, _ := strings.Cut(string(body), "VmRSS:")
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return 0, fmt.Errorf("no VmRSS in /proc/%d/status", c.cmd.Process.Pid)
	}
	kilobytes, err := strconv.ParseFloat(fields[0], 64)
	return kilobytes / 1024, err
}

// freeAddress is a loopback port nobody listens on.
func freeAddress(ctx context.Context) (string, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("find a free port: %w", err)
	}
	defer l.Close() //nolint:errcheck // only its address is wanted
	return l.Addr().String(), nil
}

// untilAnswer asks until the first answer that was wanted.
func untilAnswer(ctx context.Context, address string, r request) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	for {
		if _, err := fetch(ctx, address, r); err == nil || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
}
