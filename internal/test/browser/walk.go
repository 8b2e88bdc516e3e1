package browser

import (
	"fmt"
	"strings"
	"testing"
)

// crashed is thrown by a page whose browser has ended by itself.
type crashed struct{ why string }

// Walk visits n places, one after another, in one browser. If that crashes at
// a place, the place is visited once more in another browser.
func Walk(t testing.TB, o Options, n int, visit func(p *Page, i int)) {
	t.Helper()
	p := Open(t, o)
	for i := range n {
		if why := p.try(visit, i); why != "" {
			t.Logf("the browser crashed and is opened again: %s", why)
			p = Open(t, o)
			visit(p, i)
		}
	}
}

// try returns why the browser crashed, or "" if it did not.
func (p *Page) try(visit func(p *Page, i int), i int) (why string) {
	p.walks = true
	defer func() {
		p.walks = false
		switch cause := recover().(type) {
		case nil:
		case crashed:
			why = cause.why
		default:
			panic(cause)
		}
	}()
	visit(p, i)
	return ""
}

// fail ends the test, or the visit of a walk whose browser has crashed.
func (p *Page) fail(what string, err error) {
	p.t.Helper()
	if p.walks && strings.Contains(err.Error(), "browser process exited") {
		panic(crashed{fmt.Sprintf("%s: %v", what, err)})
	}
	p.report(what, err)
}
