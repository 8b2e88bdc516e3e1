package main

import (
	"fmt"
	"maps"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const deployFolder = "../../docs/deploy"

// examples are those of docs/deploy, by name.
type examples map[string]string

func deployFiles(t *testing.T) examples {
	t.Helper()
	all := examples{}
	found, err := os.ReadDir(deployFolder)
	if err != nil || len(found) < 6 {
		t.Fatalf("%s has %v: %v", deployFolder, found, err)
	}
	for _, one := range found {
		body, err := os.ReadFile(filepath.Join(deployFolder, one.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[one.Name()] = string(body)
	}
	return all
}

// compose is the part of a compose file that these examples use.
type compose struct {
	Services map[string]struct {
		Image       string
		Build       string
		Restart     string
		Command     []string
		Entrypoint  []string
		Environment map[string]string
		Secrets     []string
		Networks    networks
		Volumes     []string
		Ports       []string
		DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
		Healthcheck struct{ Test []string }
	}
	Networks map[string]any
	Volumes  map[string]any
	Secrets  map[string]struct{ File string }
}

// networks are names, with or without an address.
type networks []string

func (n *networks) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.SequenceNode {
		return node.Decode((*[]string)(n))
	}
	var named map[string]any
	err := node.Decode(&named)
	*n = slices.Sorted(maps.Keys(named))
	return err
}

// composeProblems lists what does not fit together.
func composeProblems(all examples) (problems []string) {
	wrong := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	var c compose
	if err := yaml.Unmarshal([]byte(all["compose.yaml"]), &c); err != nil {
		return []string{err.Error()}
	}
	for name, s := range c.Services {
		for other, on := range s.DependsOn {
			if _, there := c.Services[other]; !there || on.Condition != "service_healthy" || len(c.Services[other].Healthcheck.Test) == 0 {
				wrong("%s waits for %s, which does not say when it is healthy", name, other)
			}
		}
		for _, network := range s.Networks {
			if _, there := c.Networks[network]; !there {
				wrong("%s is on the network %s, which is not there", name, network)
			}
		}
		for _, secret := range s.Secrets {
			if !strings.HasPrefix(c.Secrets[secret].File, "./secrets/") {
				wrong("%s gets the secret %s, which is in no file", name, secret)
			}
		}
		texts := slices.Collect(maps.Values(s.Environment))
		for _, volume := range s.Volumes {
			from, _, _ := strings.Cut(volume, ":")
			script, local := strings.CutPrefix(from, "./")
			body, is := all[script]
			if _, kept := c.Volumes[from]; !kept && (!local || !is) {
				wrong("%s mounts %s, which is not there", name, from)
			}
			texts = append(texts, body)
		}
		for _, used := range regexp.MustCompile(`/run/secrets/(\w+)`).FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
			if !slices.Contains(s.Secrets, used[1]) {
				wrong("%s uses the secret %s and does not get it", name, used[1])
			}
		}
		if host, _, is := strings.Cut(s.Image, "/"); is && strings.ContainsAny(host, ".:") || !strings.Contains(s.Image, ":") {
			wrong("%s has the image %s: name it with a tag and without a registry", name, s.Image)
		}
		if len(s.Ports) > 0 && name != "proxy" {
			wrong("%s publishes %s", name, s.Ports)
		}
		if s.Restart == "" || len(s.Healthcheck.Test) == 0 {
			wrong("%s does not restart or has no health check", name)
		}
		if strings.HasPrefix(s.Image, "whichpm") {
			if problem := runs(s.Command, s.Environment); problem != nil {
				wrong("%s: %v", name, problem)
			}
			if !slices.Equal(s.Healthcheck.Test, []string{"CMD", "/whichpm", "healthcheck"}) {
				wrong("%s is asked %v", name, s.Healthcheck.Test)
			}
		}
	}
	problems = append(problems, proxyProblems(all["haproxy.cfg"], c)...)
	return append(problems, standbyProblems(all, c)...)
}

// proxyProblems compares the proxy's file with what it leads to.
func proxyProblems(config string, c compose) (problems []string) {
	var servers, copies []string
	for _, found := range regexp.MustCompile(`(?m)^\tserver (\w+) (\w+):(\d+) check$`).FindAllStringSubmatch(config, -1) {
		servers = append(servers, found[1])
		_, port, err := net.SplitHostPort(c.Services[found[2]].Environment["WHICHPM_ADDR"])
		if err != nil || found[1] != found[2] || port != found[3] {
			problems = append(problems, fmt.Sprintf("the proxy asks %s at port %s, which listens at %q", found[2], found[3], port))
		}
	}
	for name, s := range c.Services {
		if strings.HasPrefix(s.Image, "whichpm") {
			copies = append(copies, name)
		}
	}
	slices.Sort(copies)
	if slices.Sort(servers); len(copies) < 2 || !slices.Equal(servers, copies) {
		problems = append(problems, fmt.Sprintf("the proxy asks %v of %v", servers, copies))
	}
	for _, port := range c.Services["proxy"].Ports {
		if _, inside, _ := strings.Cut(port, ":"); !regexp.MustCompile(`(?m)^\tbind :` + inside + `\b`).MatchString(config) {
			problems = append(problems, "the proxy does not listen at "+inside)
		}
	}
	return problems
}

func TestTheExampleOfSeveralCopiesFitsTogether(t *testing.T) {
	all := deployFiles(t)
	for _, problem := range composeProblems(all) {
		t.Error(problem)
	}
	for name, spoil := range map[string][3]string{ // file, what, instead of it
		"a flag that is not there":     {"compose.yaml", "command: [serve]", "command: [serve, --prot=80]"},
		"an unknown variable":          {"compose.yaml", "WHICHPM_PUBLIC_URL", "WHICHPM_PUBLIK_URL"},
		"a value that will not do":     {"compose.yaml", "https://quiz.example", "quiz.example"},
		"a secret nobody gets":         {"compose.yaml", "secrets: [database_url, ", "secrets: ["},
		"a secret in no file":          {"compose.yaml", "  site_pem: {file: ./secrets/site_pem}", "  other: {file: ./secrets/site_pem}"},
		"a network that is not there":  {"compose.yaml", "networks: [front, back]", "networks: [front, beck]"},
		"a volume that is not there":   {"compose.yaml", "- primary:/var", "- primery:/var"},
		"a script that is not there":   {"compose.yaml", "./primary.sh:", "./primery.sh:"},
		"a service that is not there":  {"compose.yaml", "app1: {condition", "app3: {condition"},
		"a published database":         {"compose.yaml", "  primary:\n    image: postgres:17\n", "  primary:\n    image: postgres:17\n    ports: ['5432:5432']\n"},
		"a registry":                   {"compose.yaml", "image: haproxy", "image: docker.io/haproxy"},
		"a key twice":                  {"compose.yaml", "  app2:\n", "  app1:\n"},
		"another port":                 {"compose.yaml", "WHICHPM_ADDR: \":8080\"", "WHICHPM_ADDR: \":8081\""},
		"a port nobody listens at":     {"haproxy.cfg", "bind :8443", "bind :9443"},
		"a copy that is never asked":   {"haproxy.cfg", "\tserver app2 app2:8080 check\n", ""},
		"a standby nobody waits for":   {"primary.sh", "standby1, standby2", "standby1"},
		"a standby without its slot":   {"primary.sh", "slot('standby2')", "slot('standby3')"},
		"a primary of another name":    {"standby.sh", "PRIMARY:-primary", "PRIMARY:-main"},
		"a script that goes on anyway": {"standby.sh", "set -euo pipefail", "set -u"},
	} {
		spoiled := maps.Clone(all)
		spoiled[spoil[0]] = strings.Replace(all[spoil[0]], spoil[1], spoil[2], 1)
		if spoiled[spoil[0]] == all[spoil[0]] {
			t.Errorf("%s: nothing to spoil", name)
		}
		if len(composeProblems(spoiled)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}
