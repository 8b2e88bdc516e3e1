package wire

import (
	"context"
	"net/http"
	"time"

	"github.com/maypok86/otter/v2"
)

// Kept holds answers that are the same for everybody with the same key, up to
// a number of bytes. What is asked for often stays when much else is asked for
// once. It knows nothing of what the answers say: a key has to hold all they
// depend on, and be comparable. All methods may be called at once.
type Kept struct {
	answers *otter.Cache[variant, *Answer]
}

// variant is an answer in one encoding.
type variant struct {
	key      any
	encoding Encoding
}

// keptFor is how long an answer is kept at most: nothing of a result that was
// deleted stays in memory for longer.
const keptFor = 5 * time.Minute

// NewKept keeps at most that many bytes of answers.
func NewKept(bytes int) *Kept {
	return &Kept{otter.Must(&otter.Options[variant, *Answer]{
		MaximumWeight:    uint64(max(bytes, 1)),
		Weigher:          func(_ variant, a *Answer) uint32 { return uint32(a.Size()) }, //nolint:gosec // an answer is no gigabytes
		ExpiryCalculator: otter.ExpiryWriting[variant, *Answer](keptFor),
	})}
}

// Maker makes what an answer says.
type Maker func(ctx context.Context) (Content, error)

// Held is the answer under a key as the visitor accepts it, if it was made
// before.
func (k *Kept) Held(r *http.Request, key any) (*Answer, bool) {
	return k.answers.GetIfPresent(variant{key, accepted(r, smallest)})
}

// Get returns that answer. The first who asks has it made, also for others who
// ask meanwhile; an error is not kept.
func (k *Kept) Get(r *http.Request, key any, make Maker) (*Answer, error) {
	v := variant{key, accepted(r, smallest)}
	return k.answers.Get(context.WithoutCancel(r.Context()), v, otter.LoaderFunc[variant, *Answer](func(ctx context.Context, v variant) (*Answer, error) {
		content, err := make(ctx)
		if err != nil {
			return nil, err
		}
		return newAnswer(content, v.encoding, thorough), nil
	}))
}
