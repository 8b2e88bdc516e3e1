package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/alexflint/go-arg"
)

// standbyProblems compares the databases' scripts with the services.
func standbyProblems(all examples, c compose) (problems []string) {
	for _, script := range []string{"primary.sh", "standby.sh"} {
		if !strings.HasPrefix(all[script], "#!/bin/bash\n") || !strings.Contains(all[script], "set -euo pipefail") {
			problems = append(problems, script+" does not stop at its first fault")
		}
	}
	var names []string
	for name, s := range c.Services {
		if standby := s.Environment["STANDBY"]; standby != "" {
			names = append(names, standby)
			if standby != name || !strings.Contains(all["primary.sh"], "pg_create_physical_replication_slot('"+name+"')") {
				problems = append(problems, "the primary keeps nothing for "+name)
			}
		}
	}
	slices.Sort(names)
	if !strings.Contains(all["primary.sh"], "synchronous_standby_names = 'ANY 1 ("+strings.Join(names, ", ")+")'") {
		problems = append(problems, fmt.Sprintf("the primary does not wait for one of %v", names))
	}
	if from := regexp.MustCompile(`host=\$\{PRIMARY:-(\w+)\}`).FindStringSubmatch(all["standby.sh"]); from == nil || c.Services[from[1]].Image == "" {
		problems = append(problems, fmt.Sprintf("standbys copy from %v", from))
	}
	return problems
}

// runs says what the program itself would refuse of a command line and its
// environment.
func runs(args []string, environment map[string]string) error {
	for name, value := range environment {
		if !strings.HasPrefix(name, "WHICHPM_") {
			continue
		}
		before, was := os.LookupEnv(name)
		if err := os.Setenv(name, value); err != nil {
			return err
		}
		defer func() {
			if _ = os.Unsetenv(name); was {
				_ = os.Setenv(name, before)
			}
		}()
	}
	parser, err := arg.NewParser(arg.Config{Program: "whichpm"}, &cli{})
	if err != nil {
		return err
	}
	if err := parser.Parse(named(args)); err != nil {
		return err
	}
	var known strings.Builder
	parser.WriteHelp(&known)
	for name := range environment {
		if !strings.Contains(known.String(), "env: "+name+"]") {
			return fmt.Errorf("%v has no variable %s", args, name)
		}
	}
	return nil
}
