package failover_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

// asProgram makes the test binary a program that adds results to the database
// of that address until its standard input ends. It prints the number of each
// that was acknowledged.
const (
	asProgram = "FAILOVER_TEST_DATABASE"
	firstOf   = "FAILOVER_TEST_FIRST" // 0 or 1: it adds every second number from there
)

func TestMain(m *testing.M) {
	if address := os.Getenv(asProgram); address != "" {
		fmt.Fprintln(os.Stderr, addForEver(address))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

const takers = 8 // of one program at the same time

func addForEver(address string) error {
	first, err := strconv.Atoi(os.Getenv(firstOf))
	if err != nil {
		return err
	}
	s, err := store.Open(context.Background(), store.Config{URL: address})
	if err != nil {
		return err
	}
	failed := make(chan error)
	for taker := range takers {
		go func() {
			for n := first + 2*taker; ; n += 2 * takers {
				if err := addUntilKept(s, n); err != nil {
					failed <- err
				}
				fmt.Println(n)
			}
		}()
	}
	go func() {
		_, err := io.Copy(io.Discard, os.Stdin)
		failed <- errors.Join(errors.New("the test has ended"), err)
	}()
	return <-failed
}

// addUntilKept sends the same result again as long as the database is away, as
// a taker does who was told to try again.
func addUntilKept(s *store.Store, n int) error {
	for {
		err := s.AddResult(context.Background(), storetest.Result(n))
		if !errors.Is(err, quiz.ErrUnavailable) && !errors.Is(err, quiz.ErrBusy) {
			return err
		}
	}
}

// program is one that runs, and what it acknowledged.
type program struct {
	mu   sync.Mutex
	kept []int
}

func startProgram(t *testing.T, address string, first int) *program {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), asProgram+"="+address, fmt.Sprintf("%s=%d", firstOf, first))
	cmd.Stderr = t.Output()
	alive, err := cmd.StdinPipe()
	must(t, err)
	said, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	p, done := &program{}, make(chan struct{})
	go func() {
		defer close(done)
		for lines := bufio.NewScanner(said); lines.Scan(); {
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Error(err)
			}
			p.mu.Lock()
			p.kept = append(p.kept, n)
			p.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		must(t, alive.Close())
		<-done
		_ = cmd.Wait() // it never ends well
	})
	return p
}

// acknowledged are the numbers of the results it was told are kept.
func (p *program) acknowledged() []int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.kept[:len(p.kept):len(p.kept)]
}
