package quiz

import "errors"

// What became of something that was asked for. The store returns them and the
// handlers turn them into pages, so neither needs to know the other.
var (
	ErrNotFound    = errors.New("there is no such thing")
	ErrGone        = errors.New("it was deleted or revoked")
	ErrBusy        = errors.New("too many writes are waiting")
	ErrUnavailable = errors.New("the database does not answer")
	ErrStale       = errors.New("somebody else saved in the meantime")
	ErrDraftExists = errors.New("there is a draft already")
	ErrElsewhere   = errors.New("the quiz was finished in another browser")
	ErrSaidBefore  = errors.New("something else was said before")

	ErrGroupClosed = errors.New("the group is closed")
	ErrGroupFull   = errors.New("the group is full")
	ErrTooFew      = errors.New("too few people joined the group")
	ErrJoined      = errors.New("the result is in the group under another name")
	ErrHurried     = errors.New("the answers look hurried, which a group without names does not take")
)
