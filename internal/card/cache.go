package card

import (
	"container/list"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"golang.org/x/sync/singleflight"
)

// Picture is a drawn card as it is served. Its bytes are shared: do not
// change them.
type Picture struct {
	PNG  []byte
	ETag string // quoted, as the header wants it; the same bytes have the same tag
}

// DefaultBytes is room for about five hundred pictures.
const DefaultBytes = 16 << 20

// Cache keeps the pictures asked for last. It draws one picture a key at a
// time, however many ask for it. All methods may be called at once.
type Cache struct {
	limit  int
	draws  singleflight.Group
	mu     sync.Mutex
	size   int
	recent list.List // of *entry, the one asked for last in front
	byKey  map[string]*list.Element
	forgot int // how many calls of Forget there were
}

type entry struct {
	key     string
	picture Picture
}

func (e *entry) size() int { return len(e.key) + len(e.picture.PNG) }

// NewCache returns a cache that keeps at most limit bytes of pictures and
// their keys, or DefaultBytes if limit is not positive.
func NewCache(limit int) *Cache {
	if limit <= 0 {
		limit = DefaultBytes
	}
	return &Cache{limit: limit, byKey: map[string]*list.Element{}}
}

// Get returns the picture kept under key. If there is none it draws the card
// that make returns and keeps it. An error of make or Draw is returned to all
// who wait for it and is not kept.
func (c *Cache) Get(key string, make func() (Card, error)) (Picture, error) {
	if picture, ok := c.find(key); ok {
		return picture, nil
	}
	drawn, err, _ := c.draws.Do(key, func() (any, error) {
		if picture, ok := c.find(key); ok {
			return picture, nil // kept since the caller looked
		}
		before := c.forgotten()
		picture, err := newPicture(make)
		if err == nil {
			c.keep(key, picture, before)
		}
		return picture, err
	})
	if err != nil {
		return Picture{}, fmt.Errorf("picture: %w", err)
	}
	return drawn.(Picture), nil
}

func newPicture(make func() (Card, error)) (Picture, error) {
	card, err := make()
	if err != nil {
		return Picture{}, err
	}
	png, err := Draw(card)
	if err != nil {
		return Picture{}, err
	}
	sum := sha256.Sum256(png)
	return Picture{PNG: png, ETag: `"` + hex.EncodeToString(sum[:12]) + `"`}, nil
}

// Forget drops the picture under key. One that is being drawn is not kept, and
// who asks from now on gets a new one.
func (c *Cache) Forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forgot++
	c.draws.Forget(key)
	if at, ok := c.byKey[key]; ok {
		c.drop(at)
	}
}

func (c *Cache) find(key string) (Picture, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.byKey[key]
	if !ok {
		return Picture{}, false
	}
	c.recent.MoveToFront(at)
	return at.Value.(*entry).picture, true
}

func (c *Cache) forgotten() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.forgot
}

// keep puts a picture in front and drops from the back what no longer fits. A
// picture begun before something was forgotten is not kept, as it may show
// just that; nor is one larger than the whole cache.
func (c *Cache) keep(key string, picture Picture, before int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := &entry{key, picture}
	if c.forgot != before || e.size() > c.limit {
		return
	}
	if at, ok := c.byKey[key]; ok {
		c.drop(at) // drawn twice: forgotten just before this one began
	}
	c.byKey[key] = c.recent.PushFront(e)
	c.size += e.size()
	for c.size > c.limit {
		c.drop(c.recent.Back())
	}
}

func (c *Cache) drop(at *list.Element) {
	e := c.recent.Remove(at).(*entry)
	delete(c.byKey, e.key)
	c.size -= e.size()
}
