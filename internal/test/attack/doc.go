// Package attack holds no code, only tests: what a stranger, a visitor or a
// thief may send, against the whole site on a real database. The defences are
// listed in docs/security.md beside the tests that hold them. Attacks that
// need a socket of their own are in cmd/whichpm.
package attack
