package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/test/browser"
)

// asProgram makes the test binary the program itself, for tests that need a
// process of its own.
const asProgram = "TEST_WHICHPM_AS_PROGRAM"

// Times of such a program that a test cannot wait for.
const (
	testEvery = "TEST_WHICHPM_COUNT_EVERY"
	testLease = "TEST_WHICHPM_COUNT_LEASE"
)

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		dropRights()
		countEvery, _ = time.ParseDuration(os.Getenv(testEvery)) // else as usual
		countLease, _ = time.ParseDuration(os.Getenv(testLease))
		useShortTimeouts()
		main()
	}
	os.Exit(m.Run())
}

const readyWithin = 30 * time.Second

// output passes on what the program prints.
type output chan string

func (o output) Write(text []byte) (int, error) {
	o <- string(text)
	return len(text), nil
}

// start runs the program, on a free port unless it is given one, and returns its address. It is
// stopped, and has to end well, at the latest at the end of the test.
func start(t *testing.T, args ...string) (url string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	printed, ended := make(output, 16), make(chan int, 1)
	if !slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "--addr=") }) {
		args = append(args, "--addr=127.0.0.1:0")
	}
	go func() { ended <- run(ctx, args, printed, t.Output()) }()
	stopped := false
	stop = func() {
		t.Helper()
		cancel()
		if stopped {
			return
		}
		stopped = true
		if code := <-ended; code != 0 {
			t.Errorf("the program ends with exit code %d", code)
		}
	}
	select {
	case line := <-printed:
		t.Cleanup(stop)
		url, found := strings.CutPrefix(strings.TrimSpace(line), "WhichPM is ready at ")
		if !found {
			t.Fatalf("the program says %q", line)
		}
		return url, stop
	case code := <-ended:
		t.Fatalf("the program ends at once with exit code %d", code)
	case <-time.After(readyWithin):
		t.Fatal("the program does not say that it is ready")
	}
	return "", nil
}

// visit starts a site of its own and opens it in a browser.
func visit(t *testing.T, o browser.Options) *browser.Page {
	t.Helper()
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	p := browser.Open(t, o)
	p.Goto(url)
	return p
}

// answer gives the rest of the answers, a different one each time.
func answer(p *browser.Page) {
	for n := 0; p.Path() != "/review"; n++ {
		p.ChooseAt(n % p.Count("input[type=radio]"))
		p.Follow("Continue")
	}
}

// expect ends the test unless the last page came with this status and says
// each text.
func expect(t *testing.T, p *browser.Page, status int, texts ...string) {
	t.Helper()
	if p.Status() != status {
		t.Fatalf("%s answers %d, want %d", p.Path(), p.Status(), status)
	}
	p.Says(texts...)
}
