package main

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// ownPrefix begins every variable that sets a flag.
const ownPrefix = "WHICHPM_"

// variables are the names that the commands below a structure of flags read.
func variables(of reflect.Type) map[string]bool {
	names := map[string]bool{}
	for field := range of.Fields() {
		for part := range strings.SplitSeq(field.Tag.Get("arg"), ",") {
			if name, isVariable := strings.CutPrefix(part, "env:"); isVariable {
				names[name] = true
			}
		}
		inner := field.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if field.Tag.Get("arg") == "subcommand" || field.Anonymous && inner.Kind() == reflect.Struct {
			maps.Copy(names, variables(inner))
		}
	}
	return names
}

// forgetEmpty takes variables without a value for ones that are not set:
// container tools send them for whatever their files leave open.
func forgetEmpty() error {
	for name := range variables(reflect.TypeFor[cli]()) {
		if value, set := os.LookupEnv(name); set && strings.TrimSpace(value) == "" {
			if err := os.Unsetenv(name); err != nil {
				return fmt.Errorf("forget %s, which is empty: %w", name, err)
			}
		}
	}
	return nil
}

// byCluster are variables that a cluster gives to every program beside a
// service of this name.
var byCluster = regexp.MustCompile(`^WHICHPM_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\d+_.*)?)$`)

// unread names the variables that look like ours and that no command reads:
// they are misspelt, or from a newer program. Their values stay out of it,
// because they may be secrets.
func unread() []string {
	known := variables(reflect.TypeFor[cli]())
	var names []string
	for _, line := range os.Environ() {
		name, _, _ := strings.Cut(line, "=")
		if strings.HasPrefix(name, ownPrefix) && !known[name] && !byCluster.MatchString(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// unreadMeans says it of one of them.
func unreadMeans(name string) string {
	return name + " is set, but no command reads it: look at its spelling, whichpm serve --help lists them all"
}
