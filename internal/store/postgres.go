package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// Connections of one program. Six programs stay below the hundred a server
// takes unless told otherwise. The server itself commits together what arrives
// together, and more than a few writers only wait for each other.
const (
	readConnections  = 8
	writeConnections = 6
	groupWriters     = 2 // of those; while one waits for the disk the other collects
)

const (
	// A connection that still leads to a server that was replaced, or through
	// a balancer to the wrong one, is not kept for long.
	connectionLifetime = 5 * time.Minute
	statementTimeout   = "10000"          // milliseconds after which the server gives up
	queryDeadline      = 12 * time.Second // after which it need not answer any more
)

// postgres is an open PostgreSQL database. Writes run at the same time as
// others, of this program and of programs on other machines.
type postgres struct {
	address string  // as it was given
	db      *sql.DB // for writes
	room    chan struct{}
	groups  *queue // of writes that share transactions
	closing atomic.Bool
	running sync.RWMutex // shared by writes, held to wait for all of them
}

func openPostgres(ctx context.Context, c Config, steps fs.FS) (*Store, error) {
	primary, err := parseAddress(c.URL, readWrite)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	var copied *replica
	if c.Replica != "" {
		address, err := parseAddress(c.Replica, anyServer)
		if err != nil {
			return nil, fmt.Errorf("open database: the replica: %w", err)
		}
		copied = &replica{db: pool{openPool(address, readConnections)}}
	}
	if err := preparePostgres(ctx, primary, steps, c.Log); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	e := startPostgres(openPool(primary, writeConnections))
	e.address = c.URL
	s := &Store{
		engine:  e,
		read:    pool{openPool(primary, readConnections)},
		replica: copied,
	}
	copied.follow(s.read)
	return s, nil
}

func startPostgres(db *sql.DB) *postgres {
	e := &postgres{db: db, room: make(chan struct{}, queueLength)}
	e.groups = startQueue(groupWriters, func(jobs []job) { commit(jobs, e.runGroup) })
	return e
}

// openPool returns a pool of connections. It does not connect.
func openPool(address *pgx.ConnConfig, connections int) *sql.DB {
	c := address.Copy()
	c.Tracer = queryTimeout{}
	c.OnNotice = noteUnsafeCommit
	if c.RuntimeParams["statement_timeout"] == "" {
		c.RuntimeParams["statement_timeout"] = statementTimeout
	}
	db := stdlib.OpenDB(*c)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxLifetime(connectionLifetime)
	return db
}

// queryTimeout ends a query that gets no answer at all, whoever waits for it.
type queryTimeout struct{}

type endQuery struct{}

// TraceQueryStart gives the query its deadline.
func (queryTimeout) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	ctx, cancel := context.WithTimeout(ctx, queryDeadline)
	return context.WithValue(ctx, endQuery{}, cancel)
}

// TraceQueryEnd takes the deadline back.
func (queryTimeout) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryEndData) {
	if cancel, ok := ctx.Value(endQuery{}).(context.CancelFunc); ok {
		cancel()
	}
}

// sameFile has nothing to look for: a server is asked by its name.
func (e *postgres) sameFile() error { return nil }

func (e *postgres) stop() {
	e.closing.Store(true)
	e.running.Lock()
	defer e.running.Unlock() // the writes under way have ended
	e.groups.stop()
}

func (e *postgres) stopped() bool { return e.closing.Load() }

func (e *postgres) close() error { return e.db.Close() }
