package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"whichpm/internal/test/storetest"
)

// copies are two programs in processes of their own on one PostgreSQL database.
type copies struct {
	database string
	args     []string
	program  [2]*process
	front    *balancer
}

func twoCopies(t *testing.T, more ...string) *copies {
	t.Helper()
	c := &copies{database: storetest.Postgres(t)}
	c.args = append([]string{"--database-url=" + c.database, "--trusted-proxies=127.0.0.1"}, more...)
	for n := range c.program {
		c.program[n] = launch(t, nil, c.args...)
	}
	c.front = balance(t, c.program[0].url, c.program[1].url)
	return c
}

// restart ends a copy as a host does and starts another in its place.
func (c *copies) restart(t *testing.T, n int) {
	t.Helper()
	c.program[n].end(t)
	c.program[n] = launch(t, nil, c.args...)
	c.front.use(t, n, c.program[n].url)
}

// end asks the program to end well, and waits.
func (p *process) end(t *testing.T) {
	t.Helper()
	ok(t, p.Process.Signal(os.Interrupt))
	if err := p.Wait(); err != nil {
		t.Errorf("the program ends with %v\n%s", err, p.said)
	}
}

var (
	questionField = regexp.MustCompile(`name="question" value="([^"]+)"`)
	shareLink     = regexp.MustCompile(`/r/[\w-]{24}`)
	revisionField = regexp.MustCompile(`name="revision" value="([^"]+)"`)
)

// found is what a pattern finds in a page.
func found(t *testing.T, pattern *regexp.Regexp, body string) string {
	t.Helper()
	match := pattern.FindStringSubmatch(body)
	if match == nil {
		t.Fatalf("there is no %s in\n%.2000s", pattern, body)
	}
	return match[len(match)-1]
}

func TestAJourneyHopsBetweenCopiesAtEveryStep(t *testing.T) {
	c := twoCopies(t)
	for first := range 2 { // each step on one copy, and then on the other
		h := newHopper(t, c.front.url, fmt.Sprint("198.51.100.", first))
		for h.copy != fmt.Sprint(first) {
			h.send(http.MethodGet, "/")
		}
		_, to := h.hops(http.StatusSeeOther, http.MethodPost, "/start", "form", "full")
		for to != "/review" {
			at := to
			body, _ := h.hops(http.StatusOK, http.MethodGet, at)
			_, to = h.hops(http.StatusSeeOther, http.MethodPost, at, "question", found(t, questionField, body), "answer", "0")
		}
		_, result := h.hops(http.StatusSeeOther, http.MethodPost, "/result")
		if !strings.HasPrefix(result, "/result/") {
			t.Fatalf("the result is at %q", result)
		}
		h.hops(http.StatusOK, http.MethodGet, result)
		share := func() string {
			h.hops(http.StatusSeeOther, http.MethodPost, result+"/share", "scope", "profile", "name", "Ada")
			body, _ := h.hops(http.StatusOK, http.MethodGet, result)
			return found(t, shareLink, body)
		}
		everywhere := func(link string, status int) { // a picture that was drawn too
			t.Helper()
			for _, path := range []string{link, link + ".json", link + "/card.png"} {
				for range c.program {
					h.hops(status, http.MethodGet, path)
				}
			}
		}
		gone := func(link string) { // the other copy remembers for a second that it worked
			t.Helper()
			eventually(t, "the link is gone in every copy", func() bool {
				for range c.program {
					if status, _, _ := h.send(http.MethodGet, link); status != http.StatusGone {
						return false
					}
				}
				return true
			})
			everywhere(link, http.StatusGone)
		}
		link := share()
		everywhere(link, http.StatusOK)
		h.hops(http.StatusSeeOther, http.MethodPost, result+"/share/removal", "share", strings.TrimPrefix(link, "/r/"))
		gone(link)
		second := share()
		everywhere(second, http.StatusOK)
		h.hops(http.StatusSeeOther, http.MethodPost, result+"/removal")
		gone(second)
		h.hops(http.StatusGone, http.MethodGet, result)
		h.hops(http.StatusGone, http.MethodGet, result)
	}
}

// draftSaying imports a draft that asks the first question in other words.
func (c *copies) draftSaying(t *testing.T, words string) {
	t.Helper()
	db := "--database-url=" + c.database
	was := exported(t, db)
	prompt := found(t, regexp.MustCompile(`"agree5",\s+"text": "([^"]+)"`), string(was))
	path := filepath.Join(t.TempDir(), "next.json")
	ok(t, os.WriteFile(path, []byte(strings.Replace(string(was), prompt, words, 1)), 0o600))
	if code, said, complained := command(t, "import", path, db); code != 0 {
		t.Fatal(code, said, complained)
	}
}

func (c *copies) admin(t *testing.T, from string) *hoppingBrowser {
	t.Helper()
	if code, _, complained := manage(t, adminPassword, "create", "ada@example.org", "--password-stdin", "--database-url="+c.database); code != 0 {
		t.Fatal(complained)
	}
	return newHopper(t, c.front.url, from)
}

func TestAPublicationOnOneCopyIsAskedByTheOtherWithinFiveSeconds(t *testing.T) {
	c := twoCopies(t)
	ada := c.admin(t, "198.51.100.7")
	ada.send(http.MethodGet, "/admin/sign-in")
	ada.hops(http.StatusSeeOther, http.MethodPost, "/admin/sign-in", "email", "ada@example.org", "password", adminPassword)
	for n := range c.program {
		const words = "As of today I like to plan ahead."
		says := fmt.Sprint(words, n)
		c.draftSaying(t, says)
		for ada.copy == fmt.Sprint(n) { // so that this copy publishes
			ada.send(http.MethodGet, "/")
		}
		ada.hops(http.StatusOK, http.MethodGet, "/admin")
		body, _ := ada.hops(http.StatusOK, http.MethodGet, "/admin/publication")
		_, _ = ada.hops(http.StatusSeeOther, http.MethodPost, "/admin/publication", "revision", found(t, revisionField, body), "note", "Other words")
		published := time.Now()
		for m, program := range c.program {
			eventually(t, "the copies agree", func() bool { return strings.Contains(pageAt(t, program.url+"/method.json"), says) })
			if took := time.Since(published); took > 5*time.Second {
				t.Errorf("copy %d asks it after %s", m, took)
			}
		}
	}
	ada.hops(http.StatusSeeOther, http.MethodPost, "/admin/sign-out")
	for range c.program {
		if _, to := ada.hops(http.StatusSeeOther, http.MethodGet, "/admin"); !strings.HasPrefix(to, "/admin/sign-in") {
			t.Errorf("after signing out copy %s leads to %q", ada.copy, to)
		}
	}
}

func TestWhoGuessesOnTwoCopiesWaitsOnBothAndAfterARestart(t *testing.T) {
	c := twoCopies(t)
	guesser := c.admin(t, "198.51.100.8")
	guess := func(want int) {
		t.Helper()
		guesser.hops(want, http.MethodPost, "/admin/sign-in", "email", "ada@example.org", "password", "not the password")
	}
	for range 5 {
		guess(http.StatusUnprocessableEntity)
	}
	for range c.program {
		guess(http.StatusTooManyRequests)
	}
	for n := range c.program {
		c.restart(t, n)
	}
	for range c.program {
		guess(http.StatusTooManyRequests)
	}
	other := newHopper(t, c.front.url, "198.51.100.9")
	other.hops(http.StatusSeeOther, http.MethodPost, "/admin/sign-in", "email", "ada@example.org", "password", adminPassword)
}

func TestTwoCopiesTogetherLetOneAddressWriteAboutAsOftenAsOne(t *testing.T) {
	c := twoCopies(t)
	many := newHopper(t, c.front.url, "198.51.100.10")
	db, err := pgx.Connect(t.Context(), c.database)
	ok(t, err)
	defer db.Close(t.Context()) //nolint:errcheck // only read from
	passed, refused := 0, map[string]int{}
	told := func() bool { // what a copy has not told yet is less than 30, an eighth of the limit
		var n int
		ok(t, db.QueryRow(t.Context(), `SELECT COALESCE(SUM(n), 0)::int FROM limit_counts`).Scan(&n))
		return n > passed-2*30
	}
	for range 700 {
		eventually(t, "the copies agree", told) // a slow machine is no reason to let more pass
		if status, _, _ := many.send(http.MethodPost, "/result"); status == http.StatusTooManyRequests {
			refused[many.copy]++
		} else {
			passed++
		}
	}
	t.Logf("of 700 writes %d pass, refused are %v", passed, refused)
	if passed < 240 || passed > 240+4*30 || len(refused) < 2 { // 30 a copy until it tells, and 30 until it asks
		t.Errorf("of 700 writes %d pass, refused are %v", passed, refused)
	}
	if status, _, _ := newHopper(t, c.front.url, "198.51.100.11").send(http.MethodPost, "/result"); status == http.StatusTooManyRequests {
		t.Error("another address may not write")
	}
}
