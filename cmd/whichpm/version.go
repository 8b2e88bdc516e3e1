package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"whichpm/migrations"
)

// number is the version, and the only place it is written besides the newest
// heading of the changelog, which a test compares. Between releases it is the
// next one with -dev.
const number = "0.1.0-dev"

type versionCmd struct{}

// Run prints what to name in a report of a fault.
func (c *versionCmd) Run(_ context.Context, std streams) error {
	_, err := fmt.Fprintf(std.out, "WhichPM %s\nbuilt with %s for %s/%s\ndatabase schema %d\n",
		version(debug.ReadBuildInfo()), runtime.Version(), runtime.GOOS, runtime.GOARCH, migrations.Latest())
	return err
}

// version is the number, with the commit where the build was told one: go run
// and an image have none.
func version(build *debug.BuildInfo, known bool) string {
	if !known {
		return number
	}
	said := map[string]string{}
	for _, setting := range build.Settings {
		said[setting.Key] = setting.Value
	}
	commit := said["vcs.revision"]
	if len(commit) > 12 {
		commit = commit[:12]
	}
	switch {
	case commit == "":
		return number
	case said["vcs.modified"] == "true":
		return number + " (" + commit + ", changed)"
	}
	return number + " (" + commit + ")"
}
