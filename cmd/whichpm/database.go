package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"whichpm/internal/store"
)

// postgres is a PostgreSQL database. Its address has a password and is never
// printed; a file keeps it from those who see the command line.
type postgres struct {
	DatabaseURL     string `arg:"--database-url,env:WHICHPM_DATABASE_URL" placeholder:"URL" help:"PostgreSQL database to use instead of a SQLite file, such as postgres://user:password@host/database."`
	DatabaseURLFile string `arg:"--database-url-file,env:WHICHPM_DATABASE_URL_FILE" placeholder:"FILE" help:"File that holds the address of the PostgreSQL database."`
}

// address is empty when SQLite is meant.
func (p postgres) address() (string, error) {
	return secret("--database-url", p.DatabaseURL, p.DatabaseURLFile)
}

// database is where the quiz is kept.
type database struct {
	DB string `arg:"--db,env:WHICHPM_DB" default:"whichpm.db" placeholder:"FILE" help:"SQLite file with the quiz."`
	postgres
}

// config says how to open it.
func (d database) config() (store.Config, error) {
	address, err := d.address()
	return store.Config{Path: d.DB, URL: address}, err
}

// server reports whether it is PostgreSQL.
func (p postgres) server() bool { return p.DatabaseURL != "" || p.DatabaseURLFile != "" }

// name is what messages call it.
func (d database) name() string {
	if d.server() {
		return "the database"
	}
	return d.DB
}

// flag is what names the same database to another command, without its secret.
func (d database) flag() string {
	switch {
	case d.DatabaseURLFile != "":
		return "--database-url-file=" + d.DatabaseURLFile
	case d.DatabaseURL != "":
		return "--database-url=…"
	}
	return "--db=" + d.DB
}

// replica is a copy that may show shared pages.
type replica struct {
	ReplicaURL     string `arg:"--replica-url,env:WHICHPM_REPLICA_URL" placeholder:"URL" help:"Read replica of the PostgreSQL database, for shared pages."`
	ReplicaURLFile string `arg:"--replica-url-file,env:WHICHPM_REPLICA_URL_FILE" placeholder:"FILE" help:"File that holds the address of the replica."`
}

func (r replica) replicaAddress() (string, error) {
	return secret("--replica-url", r.ReplicaURL, r.ReplicaURLFile)
}

// maxSecret is the largest file a secret is read from, in bytes.
const maxSecret = 64 << 10

// secret is a value, or what a file holds. What editors and shells put around
// it is no part of it: space, quotes, the mark at the start of a text in UTF-8.
func secret(flag, value, path string) (string, error) {
	if path == "" {
		return bare(value), nil
	}
	if value != "" {
		return "", fmt.Errorf("give %s or %s-file, not both", flag, flag)
	}
	body, err := readFile(path, maxSecret)
	if err != nil {
		return "", fmt.Errorf("%s-file: %w", flag, err)
	}
	if !utf8.Valid(body) || bytes.IndexByte(body, 0) >= 0 {
		return "", fmt.Errorf("%s-file: save %s as a text in UTF-8: it is in another encoding, such as UTF-16", flag, path)
	}
	if value = bare(string(body)); value == "" {
		return "", fmt.Errorf("%s-file: %s is empty", flag, path)
	}
	return value, nil
}

// bare takes off space and one pair of quotes.
func bare(value string) string {
	value = strings.TrimSpace(strings.TrimPrefix(value, "\ufeff"))
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = strings.TrimSpace(value[1 : n-1])
	}
	return value
}
