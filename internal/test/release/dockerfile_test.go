package release

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the folder of the repository.
const root = "../../.."

// line is one instruction of a Dockerfile.
type line struct{ stage, word, rest string }

// lines reads the Dockerfile of the repository.
func lines(t *testing.T) []line {
	t.Helper()
	return parse(t, read(t, "Dockerfile"))
}

func parse(t *testing.T, text string) (all []line) {
	t.Helper()
	stage := ""
	for one := range strings.Lines(strings.ReplaceAll(text, "\\\n", " ")) {
		one = strings.TrimSpace(one)
		if one == "" || strings.HasPrefix(one, "#") {
			continue
		}
		word, rest, _ := strings.Cut(one, " ")
		if word == "FROM" {
			stage = ""
			if _, name, named := strings.Cut(rest, " AS "); named {
				stage = name
			}
		}
		all = append(all, line{stage, word, strings.Join(strings.Fields(rest), " ")})
	}
	return all
}

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(root + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// image is what the last stage says about running.
type image struct {
	binary      string // in the build stage
	program     string // in the image
	owned       string // the folder the user may write to
	user        string
	environment []string
	volume      string
	port        string
	health      []string
	entry       []string
	command     []string
}

// imageOf fails for a line nobody checks.
func imageOf(t *testing.T, all []line) (i image) {
	t.Helper()
	for _, l := range all {
		if l.stage != "" {
			continue
		}
		switch l.word {
		case "FROM":
		case "COPY":
			parts := strings.Fields(l.rest)
			switch {
			case len(parts) == 3 && parts[0] == "--from=build":
				i.binary, i.program = parts[1], parts[2]
			case len(parts) == 4 && parts[0] == "--from=build" && strings.HasPrefix(parts[1], "--chown=") && parts[2] == parts[3]:
				i.owned, i.user = parts[3], strings.TrimPrefix(parts[1], "--chown=")
			default:
				t.Errorf("nobody checks COPY %s", l.rest)
			}
		case "USER":
			if l.rest != i.user {
				t.Errorf("%s runs the program and %q owns the data", l.rest, i.user)
			}
			i.user = l.rest
		case "ENV":
			i.environment = append(i.environment, strings.Fields(l.rest)...)
		case "VOLUME":
			i.volume = l.rest
		case "EXPOSE":
			i.port = l.rest
		case "HEALTHCHECK":
			_, words, _ := strings.Cut(l.rest, "CMD ")
			i.health = list(t, words)
		case "ENTRYPOINT":
			i.entry = list(t, l.rest)
		case "CMD":
			i.command = list(t, l.rest)
		default:
			t.Errorf("nobody checks %s %s", l.word, l.rest)
		}
	}
	return i
}

// list reads the form that needs no shell, which the image does not have.
func list(t *testing.T, text string) (words []string) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &words); err != nil || len(words) == 0 {
		t.Errorf("%q is no list of words: the image has no shell", text)
	}
	return words
}

func (i image) variable(name string) string {
	for _, setting := range i.environment {
		if value, is := strings.CutPrefix(setting, name+"="); is {
			return value
		}
	}
	return ""
}

func TestTheBuildStageMakesWhatMakeBuildMakes(t *testing.T) {
	var steps []string
	for _, l := range lines(t) {
		if l.stage == "build" {
			steps = append(steps, l.word+" "+l.rest)
		}
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(read(t, "go.mod"))[1]
	want := []string{
		"FROM golang:" + version + "-bookworm AS build", "WORKDIR /src",
		"COPY go.mod go.sum ./", "RUN go mod download", "COPY . .", "RUN make build && mkdir /data",
	}
	if !slices.Equal(steps, want) {
		t.Errorf("the build stage is\n%s\nand its test knows\n%s", strings.Join(steps, "\n"), strings.Join(want, "\n"))
	}
	for ignored := range strings.Lines(read(t, ".dockerignore")) {
		if slices.Contains([]string{"cmd", "internal", "web", "migrations", "Makefile", "go.mod", "go.sum", "*"}, strings.Trim(ignored, "/\n ")) {
			t.Errorf(".dockerignore keeps %q from the build", ignored)
		}
	}
}

func TestTheLinesOfTheImageFitTogether(t *testing.T) {
	all := lines(t)
	i := imageOf(t, all)
	bases := slices.DeleteFunc(slices.Clone(all), func(l line) bool { return l.word != "FROM" || l.stage != "" })
	if len(bases) != 1 || bases[0].rest != "gcr.io/distroless/static-debian12:nonroot" {
		t.Errorf("the image is built on %v: static has CA certificates, no shell and no libraries", bases)
	}
	if i.binary != "/src/bin/whichpm" {
		t.Errorf("%s is copied, and make build makes /src/bin/whichpm", i.binary)
	}
	if !slices.Equal(i.entry, []string{i.program}) || i.health[0] != i.program {
		t.Errorf("%s is there, %v is run and %v asks for its health", i.program, i.entry, i.health)
	}
	if i.volume != i.owned || !strings.HasPrefix(i.variable("WHICHPM_DB"), i.volume+"/") {
		t.Errorf("the volume is %s, the user owns %s and the database is %s", i.volume, i.owned, i.variable("WHICHPM_DB"))
	}
	if i.variable("WHICHPM_ADDR") != ":"+i.port {
		t.Errorf("%s is exposed and %s listened on", i.port, i.variable("WHICHPM_ADDR"))
	}
	if user, group, both := strings.Cut(i.user, ":"); !both || user == "0" || group == "0" || strings.Trim(user+group, "0123456789") != "" {
		t.Errorf("the program runs as %q: give numbers, which hosts can check, and not 0", i.user)
	}
	if run := "docker run -p " + i.port + ":" + i.port + " -v whichpm-data:" + i.volume; !strings.Contains(read(t, "README.md"), run) {
		t.Errorf("README.md does not say %s", run)
	}
}
