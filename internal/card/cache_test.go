package card_test

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"whichpm/internal/card"
)

// made counts how often a card is asked for.
func made(n *atomic.Int32, headline string) func() (card.Card, error) {
	return func() (card.Card, error) {
		n.Add(1)
		return card.Card{Headline: headline}, nil
	}
}

func get(t testing.TB, c *card.Cache, key string, make func() (card.Card, error)) card.Picture {
	t.Helper()
	p, err := c.Get(key, make)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPictureIsDrawnOnceForAllWhoAskAtOnce(t *testing.T) {
	c := card.NewCache(0)
	var drawn [4]atomic.Int32
	var wait sync.WaitGroup
	for i := range 50 {
		wait.Go(func() {
			link := i % len(drawn)
			if p := get(t, c, fmt.Sprint(link), made(&drawn[link], fmt.Sprint("Link ", link))); len(p.PNG) == 0 {
				t.Error("an empty picture")
			}
		})
	}
	wait.Wait()
	for link := range drawn {
		if n := drawn[link].Load(); n != 1 {
			t.Errorf("link %d was drawn %d times", link, n)
		}
	}
}

func TestThePictureIsTheDrawnCardAndItsTagChangesWithIt(t *testing.T) {
	c := card.NewCache(0)
	var n atomic.Int32
	one, again, two := get(t, c, "1", made(&n, "One")), get(t, c, "3", made(&n, "One")), get(t, c, "2", made(&n, "Two"))
	want, err := card.Draw(card.Card{Headline: "One"})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.PNG, want) {
		t.Error("the picture is not that of its card")
	}
	if one.ETag != again.ETag || one.ETag == two.ETag || len(one.ETag) < 18 || one.ETag[0] != '"' {
		t.Errorf("the tags are %s, %s and %s", one.ETag, again.ETag, two.ETag)
	}
}

func TestAFailureIsReturnedAndNotKept(t *testing.T) {
	c := card.NewCache(0)
	gone := errors.New("link is gone")
	if _, err := c.Get("a", func() (card.Card, error) { return card.Card{}, gone }); !errors.Is(err, gone) {
		t.Errorf("the error is %v", err)
	}
	if _, err := c.Get("a", func() (card.Card, error) { return bare(make([]card.Bar, 9)...), nil }); err == nil {
		t.Error("nine bars were drawn")
	}
	var n atomic.Int32
	get(t, c, "a", made(&n, "Back"))
	if n.Load() != 1 {
		t.Error("the card was not asked for again")
	}
}

func TestTheCacheKeepsWhatWasAskedForLastWithinItsBytes(t *testing.T) {
	size := len(get(t, card.NewCache(0), "a", made(new(atomic.Int32), "Same size")).PNG) + 1
	c := card.NewCache(2*size + size/2)
	var n [4]atomic.Int32
	ask := func(i int) { get(t, c, string(rune('a'+i)), made(&n[i], "Same size")) }
	ask(0)
	ask(1)
	ask(0)
	ask(2) // there is room for two: drops the one asked for longest ago
	ask(0)
	ask(2)
	ask(1)
	for i, want := range []int32{1, 2, 1} {
		if got := n[i].Load(); got != want {
			t.Errorf("picture %d was drawn %d times, not %d", i, got, want)
		}
	}
}

func TestAPictureLargerThanTheCacheIsServedAndNotKept(t *testing.T) {
	c := card.NewCache(1)
	var n atomic.Int32
	get(t, c, "a", made(&n, "Large"))
	get(t, c, "a", made(&n, "Large"))
	if n.Load() != 2 {
		t.Errorf("drawn %d times", n.Load())
	}
}

func TestAForgottenPictureIsDrawnAnew(t *testing.T) {
	c := card.NewCache(0)
	var n atomic.Int32
	get(t, c, "a", made(&n, "Before"))
	get(t, c, "b", made(new(atomic.Int32), "Stays"))
	c.Forget("a")
	c.Forget("never seen")
	get(t, c, "a", made(&n, "After"))
	if n.Load() != 2 {
		t.Errorf("drawn %d times", n.Load())
	}
	if _, err := c.Get("b", func() (card.Card, error) { return card.Card{}, errors.New("forgotten too") }); err != nil {
		t.Error(err)
	}
}

func TestAPictureForgottenWhileItIsDrawnIsNotKept(t *testing.T) {
	c := card.NewCache(0)
	get(t, c, "a", func() (card.Card, error) {
		c.Forget("a") // the link is revoked just now
		return card.Card{Headline: "Old"}, nil
	})
	var n atomic.Int32
	get(t, c, "a", made(&n, "New"))
	if n.Load() != 1 {
		t.Error("the old picture was kept")
	}
}

func TestManyMayAskAndForgetAtOnce(t *testing.T) {
	c := card.NewCache(8000)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			for j := range 8 {
				key := fmt.Sprint((i + j) % 3)
				get(t, c, key, made(new(atomic.Int32), key))
				if j%3 == 0 {
					c.Forget(key)
				}
			}
		})
	}
	wait.Wait()
}

func BenchmarkCacheHit(b *testing.B) {
	c := card.NewCache(0)
	make := made(new(atomic.Int32), "Kept")
	get(b, c, "a", make)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := c.Get("a", make); err != nil {
				b.Error(err)
			}
		}
	})
}
