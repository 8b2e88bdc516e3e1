package wire

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// named is a key that is a text.
type named string

func (n named) Size() int { return len(n) }

// made is a body that counts how often it is made.
func made(n *atomic.Int64, body []byte) Maker {
	return func(context.Context) (Content, error) {
		n.Add(1)
		return Content{Type: "text/html", Body: body}, nil
	}
}

func TestAnAnswerIsMadeOnceHoweverManyAsk(t *testing.T) {
	kept, n := NewKept(1<<20), new(atomic.Int64)
	var visitors sync.WaitGroup
	for range 64 {
		visitors.Go(func() {
			if a, err := kept.Get(asking(t, "gzip"), named("a"), made(n, long)); err != nil || a == nil {
				t.Errorf("an answer is %v, %v", a, err)
			}
		})
	}
	visitors.Wait()
	if n.Load() != 1 {
		t.Errorf("it was made %d times", n.Load())
	}
	_, _ = kept.Get(asking(t, "br"), named("a"), made(n, long))
	_, _ = kept.Get(asking(t, "gzip"), named("b"), made(n, long))
	if n.Load() != 3 {
		t.Errorf("another encoding and another page made it %d", n.Load())
	}
}

func TestAFailureIsToldAndNotKept(t *testing.T) {
	kept, n, problem := NewKept(1<<20), new(atomic.Int64), errors.New("no")
	_, err := kept.Get(asking(t), named("a"), func(context.Context) (Content, error) { return Content{}, problem })
	if !errors.Is(err, problem) {
		t.Errorf("it fails with %v", err)
	}
	if _, err := kept.Get(asking(t), named("a"), made(n, long)); err != nil || n.Load() != 1 {
		t.Errorf("afterwards it is made %d times, %v", n.Load(), err)
	}
}

func TestAVisitorWhoLeavesSpoilsNothingForOthers(t *testing.T) {
	kept := NewKept(1 << 20)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	_, err := kept.Get(asking(t).WithContext(ctx), named("a"), func(ctx context.Context) (Content, error) { return Content{Type: "text/html", Body: long}, ctx.Err() })
	if err != nil {
		t.Errorf("it fails with %v", err)
	}
}

func TestTheBytesKeptAreBounded(t *testing.T) {
	const room = 1 << 20
	kept, n := NewKept(room), new(atomic.Int64)
	for key := range 2000 {
		_, err := kept.Get(asking(t), named(strconv.Itoa(key)), made(n, bytes.Repeat([]byte{'x'}, 10_000)))
		no(t, err)
	}
	kept.answers.CleanUp()
	if size := kept.answers.WeightedSize(); size > room || size < room/2 {
		t.Errorf("it keeps %d bytes of %d", size, room)
	}
	if _, err := kept.Get(asking(t), named("-1"), made(n, make([]byte, 2*room))); err != nil {
		t.Errorf("what is larger than all of it is not given: %v", err)
	}
	kept.answers.CleanUp()
	if size := kept.answers.WeightedSize(); size > room {
		t.Errorf("with that it keeps %d bytes", size)
	}
}

func TestAKeyAndTheRoomOfABodyAreBytesKeptToo(t *testing.T) {
	const room = 1 << 20
	for what, c := range map[string]struct{ key, header, body, spare int }{
		"a long key": {key: 14_000}, "long headers": {header: 14_000}, "a body with room to spare": {body: 100, spare: 14_000},
	} {
		kept := NewKept(room)
		for n := range 1000 {
			_, err := kept.Get(asking(t), named(fmt.Sprintf("%0*d", max(c.key, 8), n)), func(context.Context) (Content, error) {
				return Content{Type: "text/html", Body: make([]byte, c.body, c.body+c.spare), Header: http.Header{"Link": {strings.Repeat("x", c.header)}}}, nil
			})
			no(t, err)
		}
		kept.answers.CleanUp()
		bytes := 0
		for v, a := range kept.answers.All() {
			bytes += len(v.key.(named)) + cap(a.body) + c.header
		}
		if bytes > room {
			t.Errorf("with %s it keeps %d bytes of %d", what, bytes, room)
		}
	}
}

func TestAScanFlushesNothingThatIsAskedForOften(t *testing.T) {
	kept, n := NewKept(1<<20), new(atomic.Int64)
	popular := func(times int) (madeAgain int64) {
		before := n.Load()
		for i := range times {
			_, err := kept.Get(asking(t), named(fmt.Sprint("popular ", i%20)), made(n, bytes.Repeat([]byte{'x'}, 10_000)))
			no(t, err)
		}
		return n.Load() - before
	}
	popular(2000)
	again := int64(0)
	for key := range 5000 { // fifty times what fits, each once
		_, err := kept.Get(asking(t), named(fmt.Sprint("scanned ", key)), made(new(atomic.Int64), bytes.Repeat([]byte{'x'}, 10_000)))
		no(t, err)
		again += popular(1)
	}
	if again > 100 {
		t.Errorf("what is asked for often was made again %d times of 5000", again)
	}
}

func TestNothingIsKeptForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		kept, n := NewKept(1<<20), new(atomic.Int64)
		defer kept.answers.StopAllGoroutines()
		ask := func() { _, _ = kept.Get(asking(t), named("a"), made(n, long)) }
		ask()
		time.Sleep(keptFor - time.Second)
		ask()
		if n.Load() != 1 {
			t.Errorf("it was made %d times", n.Load())
		}
		time.Sleep(2 * time.Second)
		if ask(); n.Load() != 2 {
			t.Errorf("after %s it was made %d times", keptFor, n.Load())
		}
	})
}

func BenchmarkAKeptAnswer(b *testing.B) {
	kept, n, r := NewKept(1<<20), new(atomic.Int64), asking(b, "gzip, deflate, br, zstd")
	w := discard{http.Header{}}
	for b.Loop() {
		a, _ := kept.Get(r, named("a"), made(n, long))
		_ = a.Write(w, r, http.StatusOK)
	}
}

type discard struct{ header http.Header }

func (d discard) Header() http.Header            { return d.header }
func (d discard) WriteHeader(int)                {}
func (d discard) Write(body []byte) (int, error) { return len(body), nil }
