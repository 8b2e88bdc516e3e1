package pgserver

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Cluster is a primary and two standbys that follow it, all on this machine
// and all waiting for the disk.
type Cluster struct {
	Primary  *Server
	Standbys []*Server // those that follow, or were cut off
	all      []*Server
	names    map[*Server]string
}

// Quorum makes a primary acknowledge what at least one of two standbys has on
// disk too.
const Quorum = "synchronous_standby_names = 'ANY 1 (s1, s2)'"

// The log is kept for a standby that was cut off, which is tried again soon.
const replication = `
synchronous_commit = on
wal_keep_size = 1GB
max_wal_size = 2GB
wal_retrieve_retry_interval = 100ms
`

// StartCluster starts the servers, with more lines for their settings file.
func StartCluster(settings string) (c *Cluster, err error) {
	c = &Cluster{names: map[*Server]string{}}
	if c.Primary, err = Alone(replication + settings); err != nil {
		return nil, err
	}
	c.all = append(c.all, c.Primary)
	for _, name := range []string{"s1", "s2"} {
		standby, err := Start(fmt.Sprintf(
			`"$programs/pg_basebackup" -d '%s' -D "$data" -R -c fast --no-sync`, c.Primary.conninfo(name)))
		if err != nil {
			return nil, errors.Join(err, c.Stop())
		}
		c.Standbys = append(c.Standbys, standby)
		c.all = append(c.all, standby)
		c.names[standby] = name
	}
	return c, c.Primary.until("SELECT COUNT(*) = 2 FROM pg_stat_replication WHERE state = 'streaming'")
}

func (s *Server) conninfo(name string) string {
	return fmt.Sprintf("host=127.0.0.1 port=%d user=whichpm application_name=%s", s.Port, name)
}

// Address leads to whichever server takes writes.
func (c *Cluster) Address(database string) string {
	var hosts []string
	for _, s := range c.all {
		hosts = append(hosts, fmt.Sprintf("127.0.0.1:%d", s.Port))
	}
	return "postgres://whichpm@" + strings.Join(hosts, ",") + "/" + database + "?sslmode=disable&target_session_attrs=read-write"
}

// CutOff ends the stream of the log to a standby.
func (c *Cluster) CutOff(standby *Server) error {
	if err := standby.Set("primary_conninfo = ''"); err != nil {
		return err
	}
	return errors.Join(
		standby.until("SELECT COUNT(*) = 0 FROM pg_stat_wal_receiver"),
		c.Primary.until(fmt.Sprintf("SELECT COUNT(*) = 0 FROM pg_stat_replication WHERE application_name = '%s'", c.names[standby])))
}

// Kill ends every process of the primary at once, as if its machine died.
func (c *Cluster) Kill() error { return c.Primary.kill() }

// Promote makes the standby that has received most the primary, and the others
// follow it.
func (c *Cluster) Promote() error {
	var best *Server
	var most uint64
	for _, s := range c.Standbys {
		if err := s.until("SELECT COUNT(*) = 0 FROM pg_stat_wal_receiver WHERE status = 'streaming'"); err != nil {
			return err
		}
		received, err := s.received()
		if err != nil {
			return err
		}
		if best == nil || received > most {
			best, most = s, received
		}
	}
	if err := best.Run("SELECT pg_promote()"); err != nil {
		return err
	}
	c.Primary = best
	var others []*Server
	for _, s := range c.Standbys {
		if s == best {
			continue
		}
		if err := s.Set("primary_conninfo = '" + best.conninfo(c.names[s]) + "'"); err != nil {
			return err
		}
		others = append(others, s)
	}
	c.Standbys = others
	return nil
}

// received is how far the log goes that a standby has.
func (s *Server) received() (uint64, error) {
	at, err := s.Ask(`SELECT CAST(CAST(GREATEST(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0' AS BIGINT) AS TEXT)`)
	if err != nil {
		return 0, err
	}
	return strconv.ParseUint(at, 10, 64)
}

// kill stops the server's first process, so that it starts no more, and kills
// it with all that it started.
func (s *Server) kill() error {
	lock, err := os.ReadFile(filepath.Join(s.Data, "postmaster.pid"))
	if err != nil {
		return err
	}
	line, _, _ := strings.Cut(string(lock), "\n")
	first, err := strconv.Atoi(line)
	if err != nil {
		return err
	}
	if err := syscall.Kill(first, syscall.SIGSTOP); err != nil {
		return err
	}
	children, err := children(first)
	for _, pid := range append(children, first) {
		if problem := syscall.Kill(pid, syscall.SIGKILL); !errors.Is(problem, syscall.ESRCH) {
			err = errors.Join(err, problem)
		}
	}
	return err
}

// Stop ends all servers and deletes their folders.
func (c *Cluster) Stop() (err error) {
	for _, s := range c.all {
		err = errors.Join(err, s.Stop())
	}
	return err
}
