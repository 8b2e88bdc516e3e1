package store

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Which of the hosts in an address will do.
const (
	readWrite = "read-write"
	anyServer = "any"
)

// What is wrong with an address is said without any of it: it has a password.
var (
	errScheme  = errors.New("the database's address has to begin with postgres://: for a SQLite file leave it empty and give the file's path")
	errAddress = errors.New("the database's address cannot be read: write postgres://user:password@host:5432/database, " +
		"and what is neither letter nor digit in a password as % and two digits, such as %40 for @")
	errPlain = errors.New("the database's password and answers would travel unencrypted: leave sslmode out of its address, " +
		"or make it require, verify-ca or verify-full")
)

// parseAddress reads the address of a database. Of several hosts it takes the
// one that the address itself asks for, else what is asked for here. Only this
// machine may be talked to in plain text, and nothing falls back to it.
func parseAddress(address, hosts string) (*pgx.ConnConfig, error) {
	if !strings.HasPrefix(address, "postgres://") && !strings.HasPrefix(address, "postgresql://") {
		return nil, errScheme
	}
	place, query, _ := strings.Cut(address, "?")
	options, err := url.ParseQuery(query)
	if err != nil {
		return nil, errAddress
	}
	setDefault(options, "connect_timeout", "PGCONNECT_TIMEOUT", "5")
	setDefault(options, "application_name", "PGAPPNAME", "whichpm")
	setDefault(options, "target_session_attrs", "PGTARGETSESSIONATTRS", hosts)
	c, err := pgx.ParseConfig(place + "?" + options.Encode())
	if err == nil && !safe(c) {
		setDefault(options, "sslmode", "PGSSLMODE", "require")
		c, err = pgx.ParseConfig(place + "?" + options.Encode())
	}
	if missing, ok := errors.AsType[*fs.PathError](err); ok { // a certificate
		return nil, fmt.Errorf("the database's address names a file that cannot be used: %w", missing)
	}
	if err != nil {
		return nil, errAddress
	}
	if !safe(c) {
		return nil, errPlain
	}
	usable := c.OnPgError
	c.OnPgError = func(conn *pgconn.PgConn, fault *pgconn.PgError) bool { // false: leave this connection
		return usable(conn, fault) && !lost(fault)
	}
	return c, nil
}

// setDefault leaves alone what the address or the environment say.
func setDefault(options url.Values, name, variable, value string) {
	if !options.Has(name) && os.Getenv(variable) == "" {
		options.Set(name, value)
	}
}

// safe reports whether every connection that would be tried is encrypted or
// stays on this machine.
func safe(c *pgx.ConnConfig) bool {
	ways := append([]*pgconn.FallbackConfig{{Host: c.Host, Port: c.Port, TLSConfig: c.TLSConfig}}, c.Fallbacks...)
	for _, way := range ways {
		if way.TLSConfig == nil && !local(way.Host, way.Port) {
			return false
		}
	}
	return true
}

func local(host string, port uint16) bool {
	if network, _ := pgconn.NetworkAddress(host, port); network == "unix" || host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
