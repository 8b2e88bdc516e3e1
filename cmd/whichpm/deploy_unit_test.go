package main

import (
	"fmt"
	"maps"
	"net"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// directive is a line of a systemd unit.
type directive struct{ section, name, value string }

// directivesOf reads a unit. With also, lines that are commented out and set
// something count instead of the ones that set the same.
func directivesOf(unit string, also bool) (all []directive, err error) {
	section := ""
	for number, line := range strings.Split(unit, "\n") {
		commented := regexp.MustCompile(`^#[A-Z]\w+=`).MatchString(line)
		if commented && also {
			line = line[1:]
		}
		switch name, value, sets := strings.Cut(line, "="); {
		case line == "" || strings.HasPrefix(line, "#"):
		case regexp.MustCompile(`^\[(Unit|Service|Socket|Install)\]$`).MatchString(line):
			section = line
		case section == "" || !sets || !regexp.MustCompile(`^[A-Z][A-Za-z]+$`).MatchString(name) || strings.HasSuffix(line, `\`):
			return nil, fmt.Errorf("line %d sets nothing: %s", number+1, line)
		default:
			if commented {
				all = slices.DeleteFunc(all, func(d directive) bool { return d.name == name && name == "ExecStart" })
			}
			all = append(all, directive{section, name, value})
		}
	}
	return all, nil
}

// unitProblems lists what the program or systemd would not take.
func unitProblems(all examples) (problems []string) {
	for _, also := range []bool{false, true} {
		lines, err := directivesOf(all["whichpm.service"], also)
		if err != nil {
			return []string{err.Error()}
		}
		environment, values := map[string]string{}, map[string]string{}
		for _, d := range lines {
			name, value, _ := strings.Cut(d.value, "=")
			switch {
			case d.name == "Environment":
				environment[name] = value
			case d.name == "LoadCredential":
				credential, _, _ := strings.Cut(d.value, ":")
				values["%d/"+credential] = "/"
			case values[d.name] != "" && d.name == "ExecStart":
				problems = append(problems, "two commands")
			default:
				values[d.name] = d.value
			}
		}
		args := strings.Fields(values["ExecStart"])
		if len(args) == 0 || args[0] != "/usr/local/bin/whichpm" {
			problems = append(problems, fmt.Sprintf("it starts %v", args))
		} else if err := runs(args[1:], environment); err != nil {
			problems = append(problems, err.Error())
		}
		for _, value := range environment {
			if strings.Contains(value, "%d/") && values[value] == "" {
				problems = append(problems, value+" is not loaded")
			}
		}
		folder := "/var/lib/" + values["StateDirectory"] + "/"
		if file, is := strings.CutPrefix(strings.Join(args, " "), "/usr/local/bin/whichpm serve --db="); is && !strings.HasPrefix(file, folder) {
			problems = append(problems, "the file is outside of "+folder)
		}
		for name, want := range map[string]string{
			"Type": "notify", "DynamicUser": "yes", "NoNewPrivileges": "yes", "ProtectSystem": "strict", "CapabilityBoundingSet": "",
			"PrivateDevices": "yes", "MemoryDenyWriteExecute": "yes", "UMask": "0077", "StateDirectoryMode": "0700", "Requires": "whichpm.socket", "Restart": "always",
		} {
			if got, set := values[name]; !set || got != want {
				problems = append(problems, fmt.Sprintf("%s is %q", name, got))
			}
		}
	}
	lines, err := directivesOf(all["whichpm.socket"], false)
	if err != nil {
		return append(problems, err.Error())
	}
	for _, d := range lines {
		if host, _, err := net.SplitHostPort(d.value); d.name == "ListenStream" && (err != nil || !net.ParseIP(host).IsLoopback()) {
			problems = append(problems, "it listens at "+d.value)
		}
	}
	if !slices.ContainsFunc(lines, func(d directive) bool { return d.section == "[Socket]" && d.name == "ListenStream" }) {
		problems = append(problems, "the socket listens nowhere")
	}
	return problems
}

func TestTheSystemdUnitFitsTheProgram(t *testing.T) {
	all := deployFiles(t)
	for _, problem := range unitProblems(all) {
		t.Error(problem)
	}
	for name, spoil := range map[string][3]string{ // file, what, instead of it
		"a flag that is not there": {"whichpm.service", "serve --db=", "serve --database="},
		"an unknown variable":      {"whichpm.service", "WHICHPM_PUBLIC_URL", "WHICHPM_URL"},
		"a value that will not do": {"whichpm.service", "TRUSTED_PROXIES=127.0.0.1", "TRUSTED_PROXIES=proxy"},
		"another credential":       {"whichpm.service", "LoadCredential=database_url", "LoadCredential=url"},
		"a file elsewhere":         {"whichpm.service", "StateDirectory=whichpm", "StateDirectory=quiz"},
		"a program with rights":    {"whichpm.service", "NoNewPrivileges=yes", "NoNewPrivileges=no"},
		"a line that sets nothing": {"whichpm.service", "ProtectHome=yes", "ProtectHome"},
		"a port for everybody":     {"whichpm.socket", "127.0.0.1:8080", "8080"},
		"no port":                  {"whichpm.socket", "ListenStream", "ListenDatagram"},
	} {
		spoiled := maps.Clone(all)
		spoiled[spoil[0]] = strings.Replace(all[spoil[0]], spoil[1], spoil[2], 1)
		if spoiled[spoil[0]] == all[spoil[0]] {
			t.Errorf("%s: nothing to spoil", name)
		}
		if len(unitProblems(spoiled)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}
