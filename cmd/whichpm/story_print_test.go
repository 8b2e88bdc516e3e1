package main

import (
	"net/http"
	"testing"

	"whichpm/internal/test/browser"
)

// hiddenRows are the rows of tables a reader of the paper cannot see.
const hiddenRows = `[...document.querySelectorAll('main tbody tr')].filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length`

// luminance is how light a colour of the page is, from 0 to 255.
const luminance = `(c => { const x = document.createElement('canvas').getContext('2d'); x.fillStyle = c; x.fillRect(0, 0, 1, 1); const [r, g, b] = x.getImageData(0, 0, 1, 1).data; return Math.round(.3 * r + .6 * g + .1 * b); })`

func TestAPrintedResultIsCompleteAndLightWithoutScripts(t *testing.T) {
	p := visit(t, browser.Options{Dark: true})
	p.Follow("Start")
	answer(p)
	p.Follow("See my result")
	p.Paper(true)
	if n := browser.Eval[int](p, `[...document.querySelectorAll('main details')].filter(e => e.checkVisibility()).length`); n > 0 {
		t.Errorf("%d folded parts are on the short paper", n)
	}
	p.Wait("the short paper has every reason and bar", `['#sure', '#why', '#next', '#profile', '.dims', '#roles', '#change'].every(s => document.querySelector(s).checkVisibility())`)
	p.Prefer(true)
	p.Follow("Print all")
	expect(t, p, http.StatusOK, "Every answer and its points")
	p.Paper(true)
	if rows := p.Count("main tbody tr"); rows < 20 {
		t.Errorf("there are %d rows to print", rows)
	}
	p.Wait("every row is printed", hiddenRows+" === 0")
	if n := browser.Eval[int](p, `[...document.querySelectorAll('button, .btn, input, nav')].filter(e => e.checkVisibility()).length`); n > 0 {
		t.Errorf("%d controls are printed", n)
	}
	ground := browser.Eval[int](p, luminance+`(getComputedStyle(document.documentElement).backgroundColor)`)
	ink := browser.Eval[int](p, luminance+`(getComputedStyle(document.querySelector('h1')).color)`)
	if ground < 250 || ink > 60 {
		t.Errorf("the ground is %d and the ink %d of 255", ground, ink)
	}
	p.Says("Finished on", "with version 1 of the quiz")
}
