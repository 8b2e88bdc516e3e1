package store

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// forLibpq are the words of an address that PostgreSQL's own programs know too
// and that are no secret.
var forLibpq = []string{
	"sslmode", "sslrootcert", "sslcert", "sslkey", "sslsni", "connect_timeout", "application_name", "target_session_attrs", "krbsrvname",
}

// forPrograms spells an address for PostgreSQL's own programs, with the
// password apart.
func forPrograms(address string) (conninfo, password string, err error) {
	c, err := parseAddress(address, readWrite)
	if err != nil {
		return "", "", err
	}
	_, query, _ := strings.Cut(address, "?")
	options, err := url.ParseQuery(query)
	if err != nil {
		return "", "", errAddress
	}
	setDefault(options, "target_session_attrs", "PGTARGETSESSIONATTRS", readWrite)
	var hosts, ports []string
	for _, way := range append([]*pgconn.FallbackConfig{{Host: c.Host, Port: c.Port}}, c.Fallbacks...) {
		host, port := way.Host, strconv.Itoa(int(way.Port))
		if last := len(hosts) - 1; last < 0 || hosts[last] != host || ports[last] != port { // the same without TLS
			hosts, ports = append(hosts, host), append(ports, port)
		}
		if !local(host, way.Port) {
			setDefault(options, "sslmode", "PGSSLMODE", "require") // as parseAddress does
		}
	}
	words := []string{"host", strings.Join(hosts, ","), "port", strings.Join(ports, ","), "user", c.User, "dbname", c.Database}
	for _, name := range forLibpq {
		if options.Has(name) {
			words = append(words, name, options.Get(name))
		}
	}
	var b strings.Builder
	for i := 0; i < len(words); i += 2 {
		b.WriteString(words[i] + "='" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(words[i+1]) + "' ")
	}
	return strings.TrimSpace(b.String()), c.Password, nil
}
