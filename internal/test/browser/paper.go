package browser

import "github.com/chromedp/cdproto/emulation"

// Paper lays the page out as for printing, on a device that prefers dark or
// light, without what scripts do before they print.
func (p *Page) Paper(dark bool) {
	p.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	p.do("lay out for paper", set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media:    "print",
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}))
}
