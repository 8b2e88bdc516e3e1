// Package failover holds no code: its tests kill the primary of three
// PostgreSQL servers under the load of two programs and count what is lost.
//
//	go test ./internal/test/failover -v -failover.cycles=20 -failover.results=20000
package failover
