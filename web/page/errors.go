package page

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/words"
)

// Error is an error whose page the handler chose itself. With the status 500
// it is one that nobody foresaw.
type Error struct {
	Status  int
	Title   string // the id of a text
	Message string // the same
	Values  []any  // of Message, as words.Language.Say takes them
	Action  string // the one way on, "" for home; the same
	To      string
	Cause   error
}

func (e *Error) Error() string {
	if e.Cause != nil {
		return e.Cause.Error()
	}
	return fmt.Sprintf("%d %s", e.Status, e.Title)
}

func (e *Error) Unwrap() error { return e.Cause }

// Errors that middleware and router raise themselves.
var (
	ErrMethod      = errors.New("method not allowed")
	ErrContentType = errors.New("content type not accepted")
	ErrEncoding    = errors.New("text is not valid")
	ErrHost        = errors.New("host is no name of a host")
	ErrCrossOrigin = errors.New("form sent from another site")
	ErrTooMany     = errors.New("too many requests")
	ErrSlow        = errors.New("form took too long to arrive")
)

// table maps what went wrong to the page that says so. The first match wins.
var table = []struct {
	cause error
	page  Error
}{
	{quiz.ErrNotFound, notFound},
	{quiz.ErrLink, notFound},
	{quiz.ErrGone, Error{
		Status: http.StatusGone, Title: "error.gone_title",
		Message: "error.gone",
		Action:  "error.to_quiz",
	}},
	{quiz.ErrGroupClosed, Error{
		Status: http.StatusConflict, Title: "error.group_closed_title",
		Message: "error.group_closed",
	}},
	{quiz.ErrGroupFull, Error{
		Status: http.StatusConflict, Title: "error.group_full_title",
		Message: "error.group_full",
	}},
	{quiz.ErrTooFew, Error{
		Status: http.StatusConflict, Title: "error.group_few_title",
		Message: "error.group_few",
	}},
	{quiz.ErrJoined, Error{
		Status: http.StatusConflict, Title: "error.group_joined_title",
		Message: "error.group_joined",
	}},
	{quiz.ErrHurried, Error{
		Status: http.StatusConflict, Title: "error.group_hurried_title",
		Message: "error.group_hurried",
	}},
	{quiz.ErrBusy, busy},
	{quiz.ErrUnavailable, busy},
	{ErrMethod, Error{
		Status: http.StatusMethodNotAllowed, Title: "error.method_title",
		Message: "error.method",
	}},
	{ErrContentType, Error{
		Status: http.StatusUnsupportedMediaType, Title: "error.content_type_title",
		Message: "error.content_type",
	}},
	{ErrEncoding, Error{
		Status: http.StatusBadRequest, Title: "error.encoding_title",
		Message: "error.encoding",
	}},
	{ErrHost, Error{
		Status: http.StatusBadRequest, Title: "error.host_title",
		Message: "error.host",
	}},
	{ErrCrossOrigin, Error{
		Status: http.StatusForbidden, Title: "error.cross_origin_title",
		Message: "error.cross_origin",
	}},
	{ErrSlow, Error{
		Status: http.StatusRequestTimeout, Title: "error.slow_title",
		Message: "error.slow",
	}},
	{ErrTooMany, Error{
		Status: http.StatusTooManyRequests, Title: "error.too_many_title",
		Message: "error.too_many",
	}},
}

var (
	notFound = Error{
		Status: http.StatusNotFound, Title: "error.not_found_title",
		Message: "error.not_found",
	}
	busy = Error{
		Status: http.StatusServiceUnavailable, Title: "error.busy_title",
		Message: "error.busy",
		Action:  "error.to_answers", To: site.Review,
	}
)

// Responder turns handlers into http.Handlers and their errors into pages.
type Responder struct {
	Log  *slog.Logger
	View func(Failure) FailureView
	Say  func(words.Language) words.Language // knows what the quiz of the site is about; nil: nobody does
}

// Handle runs a handler and shows the error page for what it returns.
func (p Responder) Handle(h Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			p.Fail(w, r, err)
		}
	}
}

// statusLeft is for the log: nobody reads the answer. Other servers use it too.
const statusLeft = 499

// Left reports whether an error says no more than that the visitor is gone.
func Left(r *http.Request, err error) bool {
	return errors.Is(err, context.Canceled) && r.Context().Err() != nil
}

// Fail shows the page for an error. What nobody foresaw is logged under an id
// the page shows too.
func (p Responder) Fail(w http.ResponseWriter, r *http.Request, err error) {
	if Left(r, err) {
		w.WriteHeader(statusLeft)
		return
	}
	r = r.WithContext(context.WithoutCancel(r.Context())) // a form that broke off is answered too
	chosen := describe(err)
	if to, ok := meant(r, chosen.Status); ok {
		w.Header().Set("Cache-Control", "no-store")
		_ = Redirect(w, r, to) // it never fails
		return
	}
	l := Language(w, r)
	if p.Say != nil {
		l = p.Say(l)
	}
	if strings.HasSuffix(r.URL.Path, ".json") { // a program reads it
		l = words.English
	}
	f := Failure{Language: l, Status: chosen.Status, Title: l.Say(chosen.Title), Message: l.Say(chosen.Message, chosen.Values...), To: chosen.To}
	if chosen.Action != "" {
		f.Action = l.Say(chosen.Action)
	}
	switch {
	case chosen.Status == http.StatusInternalServerError:
		f.ID = ID(w)
		p.Log.ErrorContext(r.Context(), "request failed", "id", f.ID, "error", err)
	case chosen.Status >= http.StatusInternalServerError:
		p.Log.WarnContext(r.Context(), "request refused", "id", ID(w), "error", err)
	}
	if chosen.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
	}
	w.Header().Set("Cache-Control", "no-store")
	if err := say(w, r, f.Status, p.View(f)); err != nil {
		p.Log.ErrorContext(r.Context(), "error page failed", "id", ID(w), "error", err)
		http.Error(w, f.Title, f.Status)
	}
}

// meant finds the link behind an address that cannot be found or read because
// something was written behind it.
func meant(r *http.Request, status int) (string, bool) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead || status != http.StatusNotFound && status != http.StatusBadRequest {
		return "", false
	}
	return site.Bare(r.URL.Path)
}

// say writes an error in the format its reader asked for.
func say(w http.ResponseWriter, r *http.Request, status int, view FailureView) error {
	if strings.HasSuffix(r.URL.Path, ".json") {
		return JSON(w, r, status, string(Problem), view.Problem())
	}
	w.Header().Add("Vary", Negotiated)
	switch format := Negotiate(r); format {
	case Text:
		return Write(w, r, status, format, view.Text())
	case Markdown:
		return Write(w, r, status, format, view.Markdown())
	default:
		return Render(w, r, status, view.HTML())
	}
}

const retryAfter = 5 // seconds

// Foreseen reports whether an error has a page that says what to do.
func Foreseen(err error) bool { return describe(err).Status != http.StatusInternalServerError }

func describe(err error) Error {
	if chosen, ok := errors.AsType[*Error](err); ok {
		return *chosen
	}
	if large, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return Error{
			Status: http.StatusRequestEntityTooLarge, Title: "error.too_large_title",
			Message: "error.too_large", Values: []any{"kilobytes", large.Limit / 1024},
		}
	}
	for _, row := range table {
		if errors.Is(err, row.cause) {
			return row.page
		}
	}
	return Error{
		Status: http.StatusInternalServerError, Title: "error.internal_title", Message: "error.internal",
	}
}
