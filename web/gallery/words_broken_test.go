package gallery_test

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
)

// broken lists the words of a page that leave fewer than four letters alone on a
// line. Longer words than any phone has room for, and what people typed, are not
// looked at.
const broken = `(() => {
	const range = document.createRange(), found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text; text = texts.nextNode();) {
		if (!text.parentElement.checkVisibility() || text.parentElement.closest("svg, .vh, textarea, select, option, [translate=no]")) continue;
		for (const word of text.data.matchAll(/\p{L}+/gu)) {
			if (word[0].length < 4 || word[0].length > 18) continue;
			const lines = new Map();
			for (let i = word.index; i < word.index + word[0].length; i++) {
				range.setStart(text, i);
				range.setEnd(text, i + 1);
				const at = range.getClientRects()[0];
				if (at) lines.set(Math.round(at.top), (lines.get(Math.round(at.top)) ?? 0) + 1);
			}
			if (lines.size > 1 && Math.min(...lines.values()) < 4) found.push(word[0] + " in " + text.parentElement.outerHTML.slice(0, 120));
		}
	}
	return found;
})()`

// rows is how many lines the header has, of those without a banner.
const rows = `(() => {
	const parts = [...document.querySelectorAll("body > .bar:not(:has(.banner, .area)) > .brand, body > .bar:not(:has(.banner, .area)) nav li")];
	return new Set(parts.map(e => { const at = e.getBoundingClientRect(); return Math.round((at.top + at.bottom) / 20); })).size;
})()`

// inGerman are the pages for takers in the language with the longest words.
func inGerman() []gallery.State {
	return slices.DeleteFunc(slices.Clone(gallery.All()), func(s gallery.State) bool {
		return !strings.Contains(s.ID(), "German") || strings.Contains(s.ID(), "longest") || strings.HasPrefix(s.ID(), "admin")
	})
}

func TestGermanWordsAndTheHeaderFitAPhone(t *testing.T) {
	url, states := serve(t), inGerman()
	if len(states) < 5 {
		t.Fatalf("there are only %d states in German", len(states))
	}
	for _, width := range []int{390, 320} {
		browser.Walk(t, browser.Options{Width: width, Height: 844}, len(states), func(p *browser.Page, i int) {
			s := states[i]
			p.Goto(url + s.Path())
			browser.Eval[bool](p, unfold)
			for _, word := range browser.Eval[[]string](p, broken) {
				t.Errorf("%s at %d pixels breaks %s", s.ID(), width, word)
			}
			if n := browser.Eval[int](p, rows); n > 1 && width == 390 {
				t.Errorf("the header of %s takes %d lines", s.ID(), n)
			}
		})
	}
}
