package pgserver

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// Run runs a statement as the server's owner, outside of the tests' databases.
func (s *Server) Run(statement string) error {
	return s.connected(func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, statement)
		return err
	}, statement)
}

// Ask returns what a query with one value answers.
func (s *Server) Ask(query string) (value string, err error) {
	err = s.connected(func(ctx context.Context, conn *pgx.Conn) error {
		return conn.QueryRow(ctx, query).Scan(&value)
	}, query)
	return value, err
}

// Set changes settings that need no restart, one "name = value" each.
func (s *Server) Set(settings ...string) error {
	for _, setting := range settings {
		if err := s.Run("ALTER SYSTEM SET " + setting); err != nil {
			return err
		}
	}
	return s.Run("SELECT pg_reload_conf()")
}

func (s *Server) connected(do func(ctx context.Context, conn *pgx.Conn) error, doing string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.Address("postgres"))
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	defer conn.Close(ctx) //nolint:errcheck // nothing is under way
	if err = do(ctx, conn); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// Alone starts a server of its own with nothing in it, with more lines for its
// settings file.
func Alone(settings string) (*Server, error) {
	return Start(`"$programs/initdb" -D "$data" -U whichpm -A trust -E UTF8 --locale=C.UTF-8 --no-sync` +
		" && cat >>\"$data/postgresql.conf\" <<'END'\n" + settings + "\nEND\n")
}

// until asks again and again until the answer is "true".
func (s *Server) until(query string) error {
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); <-again.C {
		if answer, err := s.Ask("SELECT CAST((" + query + ") AS TEXT)"); err != nil || answer == "true" {
			return err
		}
	}
	return fmt.Errorf("it stays untrue for a minute: %s", query)
}
