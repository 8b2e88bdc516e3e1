package browser

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

//go:embed find.js
var findJS string

// call is the expression that runs one of the functions of find.js.
func call(function string, arguments ...any) string {
	encoded := make([]string, len(arguments))
	for i, a := range arguments {
		text, err := json.Marshal(a)
		if err != nil { // only text and numbers are passed
			panic(err)
		}
		encoded[i] = string(text)
	}
	return strings.TrimSpace(findJS) + "." + function + "(" + strings.Join(encoded, ", ") + ")"
}

// Eval returns the value of an expression, or of the promise it makes. It
// works without scripts too: the page's own stay switched off.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.fail("evaluate "+expression, err)
	}
	return value
}

// Wait waits until an expression is true.
func (p *Page) Wait(what, expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	_, err := until(ctx, func() (bool, bool) {
		yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		return yes, err == nil && yes
	})
	if err != nil {
		p.fail("wait until "+what, err)
	}
}

// Status is the HTTP status of the last page.
func (p *Page) Status() int { return p.last }

// URL is the address of the page.
func (p *Page) URL() string { return Eval[string](p, "location.href") }

// Path is the address without its site.
func (p *Page) Path() string { return Eval[string](p, "location.pathname") }

// Title is the page's name.
func (p *Page) Title() string { return Eval[string](p, "document.title") }

// Text is what is read inside the first element of a selector, "" for none.
func (p *Page) Text(selector string) string {
	return Eval[string](p, "[...document.querySelectorAll("+quote(selector)+")].slice(0, 1).map("+strings.TrimSpace(findJS)+".words).join('')")
}

// Count is how many elements a selector matches.
func (p *Page) Count(selector string) int {
	return Eval[int](p, "document.querySelectorAll("+quote(selector)+").length")
}

// Value is what the field with this label holds.
func (p *Page) Value(label string) string {
	return Eval[string](p, call("field", label)+"?.value ?? ''")
}

// Focused is the text or the label of what has focus.
func (p *Page) Focused() string { return Eval[string](p, call("focused")) }

// Expanded reports whether a reader is told of a button that what it opens is
// open.
func (p *Page) Expanded(button string) bool {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	tree, err := chromedp.Run(ctx, chromedp.Action[accessibility.GetFullAXTreeResult](func(ctx context.Context, target *chromedp.Target) (accessibility.GetFullAXTreeResult, error) {
		return cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	}))
	if err != nil {
		p.fail("read what is told of "+button, err)
	}
	for _, node := range tree.Nodes {
		if node.Name == nil || string(node.Name.Value) != quote(button) {
			continue
		}
		for _, property := range node.Properties {
			if property.Name == accessibility.PropertyNameExpanded {
				return string(property.Value.Value) == "true"
			}
		}
	}
	p.fail("read what is told of "+button, errors.New("it does not say whether it is open"))
	return false
}

// FocusHidden says why a person cannot see what has focus, "" if they can.
func (p *Page) FocusHidden() string { return Eval[string](p, call("focusHidden")) }

// TooWide says what makes the page scroll sideways, "" if nothing does.
func (p *Page) TooWide() string { return Eval[string](p, TooWide) }

// TooWide is the expression of that.
var TooWide = call("tooWide")

// Says ends the test unless the main part of the page holds each text.
func (p *Page) Says(texts ...string) {
	p.t.Helper()
	main := p.Text("main")
	for _, text := range texts {
		if !strings.Contains(main, text) {
			p.t.Fatalf("%s does not say %q but:\n%s", p.Path(), text, main)
		}
	}
}

func quote(text string) string {
	quoted, _ := json.Marshal(text) // text can always be encoded
	return string(quoted)
}

// report ends the test with where the browser was.
func (p *Page) report(what string, err error) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	place, _ := chromedp.Run(ctx, chromedp.Evaluate[string]("location.href + '\\n' + document.body.innerText"))
	p.t.Fatalf("%s: %v\nat %s", what, err, place)
}
