package wire

import (
	"context"
	"net/http"
	"time"
	"unsafe"

	"github.com/maypok86/otter/v2"
)

// Kept holds answers that are the same for everybody with the same key, up to
// a number of bytes, keys included. What is asked for often stays when much
// else is asked for once. It knows nothing of what the answers say. All methods
// may be called at once.
type Kept struct {
	answers *otter.Cache[variant, *Answer]
}

// Key names an answer. It holds all the answer depends on, and is comparable.
// What a visitor sent is copied into it: a piece of a request keeps all of it
// in memory.
type Key interface {
	Size() int // the bytes it takes in memory
}

// variant is an answer in one encoding.
type variant struct {
	key      Key
	encoding Encoding
}

// weight is the bytes an entry takes: the answer, its key, and about what the
// cache needs to find both.
func weight(v variant, a *Answer) uint32 {
	const found = 256
	return uint32(a.Size() + v.key.Size() + int(unsafe.Sizeof(v)) + found) //nolint:gosec // an answer is no gigabytes
}

// keptFor is how long an answer is kept at most: nothing of a result that was
// deleted stays in memory for longer.
const keptFor = 5 * time.Minute

// NewKept keeps at most that many bytes of answers.
func NewKept(bytes int) *Kept {
	return &Kept{otter.Must(&otter.Options[variant, *Answer]{
		MaximumWeight:    uint64(max(bytes, 1)),
		Weigher:          weight,
		ExpiryCalculator: otter.ExpiryWriting[variant, *Answer](keptFor),
	})}
}

// Maker makes what an answer says.
type Maker func(ctx context.Context) (Content, error)

// Held is the answer under a key as the visitor accepts it, if it was made
// before.
func (k *Kept) Held(r *http.Request, key Key) (*Answer, bool) {
	return k.answers.GetIfPresent(variant{key, accepted(r, smallest)})
}

// Get returns that answer. The first who asks has it made, also for others who
// ask meanwhile; an error is not kept.
func (k *Kept) Get(r *http.Request, key Key, make Maker) (*Answer, error) {
	v := variant{key, accepted(r, smallest)}
	return k.answers.Get(context.WithoutCancel(r.Context()), v, otter.LoaderFunc[variant, *Answer](func(ctx context.Context, v variant) (*Answer, error) {
		content, err := make(ctx)
		if err != nil {
			return nil, err
		}
		return newAnswer(content, v.encoding, thorough), nil
	}))
}
