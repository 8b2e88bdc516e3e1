package page

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/takerview"
)

// Error is an error whose page the handler chose itself.
type Error struct {
	Status  int
	Title   string
	Message string
	Action  string // the one way on, "" for home
	To      string
	Cause   error
}

func (e *Error) Error() string { return fmt.Sprintf("%d %s", e.Status, e.Title) }

func (e *Error) Unwrap() error { return e.Cause }

// Errors that middleware and router raise themselves.
var (
	ErrMethod      = errors.New("method not allowed")
	ErrContentType = errors.New("content type not accepted")
	ErrEncoding    = errors.New("text is not valid")
	ErrCrossOrigin = errors.New("form sent from another site")
	ErrTooMany     = errors.New("too many requests")
)

// table maps what went wrong to the page that says so. The first match wins.
var table = []struct {
	cause error
	page  Error
}{
	{quiz.ErrNotFound, notFound},
	{quiz.ErrLink, notFound},
	{quiz.ErrGone, Error{
		Status: http.StatusGone, Title: "This link no longer works",
		Message: "The result was deleted, or the person it belongs to took this link back. You can ask them for a new link, or take the quiz yourself.",
		Action:  "Go to the quiz",
	}},
	{quiz.ErrBusy, busy},
	{quiz.ErrUnavailable, busy},
	{ErrMethod, Error{
		Status: http.StatusMethodNotAllowed, Title: "This page cannot be used that way",
		Message: "Go back to the page you came from and use its buttons.",
	}},
	{ErrContentType, Error{
		Status: http.StatusUnsupportedMediaType, Title: "This form came in a format we do not read",
		Message: "Go back to the page you came from and send the form from there.",
	}},
	{ErrEncoding, Error{
		Status: http.StatusBadRequest, Title: "Part of the text cannot be read",
		Message: "Some characters were damaged on the way. Go back, type them again and send the form once more.",
	}},
	{ErrCrossOrigin, Error{
		Status: http.StatusForbidden, Title: "This form came from another site",
		Message: "To keep your answers safe, we only accept forms from our own pages. Nothing was changed.",
	}},
	{ErrTooMany, Error{
		Status: http.StatusTooManyRequests, Title: "Too many tries in a short time",
		Message: "Please wait a minute, then try again. Your answers are kept in this browser.",
	}},
}

var (
	notFound = Error{
		Status: http.StatusNotFound, Title: "We could not find that page",
		Message: "If you typed the address, check it. If you followed a link, part of it may be missing.",
	}
	busy = Error{
		Status: http.StatusServiceUnavailable, Title: "We cannot save anything right now",
		Message: "Nothing is lost: your answers are kept in this browser. Please wait a few seconds, then try again.",
		Action:  "Back to your answers", To: site.Review,
	}
)

// Responder turns handlers into http.Handlers and their errors into pages.
type Responder struct{ Log *slog.Logger }

// Handle runs a handler and shows the error page for what it returns.
func (p Responder) Handle(h Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			p.Fail(w, r, err)
		}
	}
}

// Fail shows the page for an error. Only what nobody foresaw is logged with
// its text, under an id the page shows too.
func (p Responder) Fail(w http.ResponseWriter, r *http.Request, err error) {
	chosen, known := describe(err)
	props := takerview.ErrorProps{Status: chosen.Status, Title: chosen.Title, Message: chosen.Message, Action: chosen.Action, To: chosen.To}
	switch {
	case !known:
		props.ID = ID(w)
		p.Log.ErrorContext(r.Context(), "request failed", "id", props.ID, "error", err)
	case chosen.Status >= http.StatusInternalServerError:
		p.Log.WarnContext(r.Context(), "request refused", "id", ID(w), "error", err)
	}
	if chosen.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
	}
	w.Header().Set("Cache-Control", "no-store")
	if err := say(w, r, props); err != nil {
		p.Log.ErrorContext(r.Context(), "error page failed", "id", ID(w), "error", err)
		http.Error(w, chosen.Title, chosen.Status)
	}
}

// say writes an error in the format its reader asked for.
func say(w http.ResponseWriter, r *http.Request, props takerview.ErrorProps) error {
	if strings.HasSuffix(r.URL.Path, ".json") { // a program reads it
		return JSON(w, r, props.Status, string(Problem), takerview.ErrorProblem(props))
	}
	w.Header().Add("Vary", Negotiated)
	switch format := Negotiate(r); format {
	case Text:
		return Write(w, r, props.Status, format, takerview.ErrorText(props))
	case Markdown:
		return Write(w, r, props.Status, format, takerview.ErrorMarkdown(props))
	default:
		return Render(w, r, props.Status, takerview.Error(props))
	}
}

const retryAfter = 5 // seconds

func describe(err error) (Error, bool) {
	if chosen, ok := errors.AsType[*Error](err); ok {
		return *chosen, true
	}
	if large, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return Error{
			Status: http.StatusRequestEntityTooLarge, Title: "That is too much at once",
			Message: fmt.Sprintf("A form may hold at most %d KB. Shorten it and send it again.", large.Limit/1024),
		}, true
	}
	for _, row := range table {
		if errors.Is(err, row.cause) {
			return row.page, true
		}
	}
	return Error{
		Status: http.StatusInternalServerError, Title: "Something went wrong on our side",
		Message: strings.Join([]string{
			"It is not your fault, and your answers are kept in this browser.",
			"Please try again. If it happens again, tell whoever runs this site the code below.",
		}, " "),
	}, false
}
