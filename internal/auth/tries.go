package auth

import (
	"crypto/sha256"
	"time"
)

// Tries is what is remembered of tries to get into an account: from one
// address, or from all that never got in. The zero value is nothing.
type Tries struct {
	Count int
	At    time.Time // since when they count
	GotIn time.Time // when somebody last got in from there
}

// Expires is when they are worth nothing any more.
func (t Tries) Expires() time.Time {
	tries, friend := t.At.Add(forgetAfter), t.GotIn.Add(friendFor)
	if friend.After(tries) {
		return friend
	}
	return tries
}

// LimitCount is how often an address did something that is limited, within a
// window of time. Key is a hash of all three.
type LimitCount struct {
	Key   Digest
	Began time.Time // the window
	N     int64
}

// LimitWindow is how long a window is.
const LimitWindow = time.Minute

// LimitKey tells addresses, windows and what was done apart. The same address
// has another key in every window.
func LimitKey(what, address string, began time.Time) Digest {
	return sha256.Sum256([]byte(what + "\x00" + began.UTC().Format(time.RFC3339) + "\x00" + address))
}
