package browser

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// Watch collects what no story should cause: a request to another machine, an
// error in the console, a refused or missing part of a page.
type Watch struct {
	mu   sync.Mutex
	seen []string
	away bool // the server may be: see Options
}

// Troubles are what was seen so far.
func (w *Watch) Troubles() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Compact(w.seen)
}

// Forget begins anew.
func (w *Watch) Forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = nil
}

func (w *Watch) note(format string, values ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = append(w.seen, fmt.Sprintf(format, values...))
}

// See takes an event of the browser.
func (w *Watch) See(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if leaves(e.Request.URL) {
			w.note("a request to another machine: %s", e.Request.URL)
		}
	case *network.EventResponseReceived: // a page may be an error page, its parts may not be missing
		if e.Type != network.ResourceTypeDocument && e.Response.Status >= http.StatusBadRequest {
			w.note("%d for %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled && (!w.away || e.BlockedReason != "") {
			w.note("a failed request: %s %s %s", e.Type, e.ErrorText, e.BlockedReason)
		}
	case *log.EventEntryAdded: // what the network says is seen above
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			w.note("%s error: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			w.note("console.%s(%s)", e.Type, arguments(e.Args))
		}
	case *runtime.EventExceptionThrown:
		w.note("an exception: %s %s", e.ExceptionDetails.Text, arguments([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
	}
}

func arguments(objects []*runtime.RemoteObject) (texts []string) {
	for _, o := range objects {
		if o != nil {
			texts = append(texts, o.Description+string(o.Value))
		}
	}
	return texts
}

// leaves reports whether a request goes to another machine.
func leaves(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	if u.Host == "" { // data:, blob:, about:
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback())
}
