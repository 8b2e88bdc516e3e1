// Package ui holds the frame of every page and the pieces pages are made of:
// form fields, buttons, tags, tables and bars. It shows what it is given and
// knows no page.
package ui

import (
	"context"
	"crypto/sha256"
	"encoding/base64"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// Tone is a pair of colours with a meaning. It always comes with words: no
// page says anything by colour alone.
type Tone string

// The tones. A role has the tone of its place in the version, so that roles
// can be added without a new style sheet.
const (
	TonePlain   Tone = "plain"
	ToneRole1   Tone = "role1"
	ToneRole2   Tone = "role2"
	ToneRole3   Tone = "role3"
	ToneRole4   Tone = "role4"
	ToneRole5   Tone = "role5"
	ToneRole6   Tone = "role6"
	ToneBoth    Tone = "both" // no role ahead
	ToneGood    Tone = "good"
	ToneWarning Tone = "warning"
	ToneDanger  Tone = "danger"
)

// Class is what the style sheet calls it.
func (t Tone) Class() string {
	if t == "" {
		t = TonePlain
	}
	return "tone-" + string(t)
}

// inlineScript runs before the first paint: it applies the theme this browser
// keeps and shows what only works with scripts, so that nothing moves later.
const inlineScript = `(e=>{e.dataset.js="";try{const t=localStorage.theme;if(t==="light"||t==="dark")e.dataset.theme=t}catch{}})(document.documentElement)`

// InlineScriptHash is the source expression that allows the inline script, and
// nothing else inline, in a Content-Security-Policy: script-src 'self' 'sha256-…'.
var InlineScriptHash = scriptHash()

func scriptHash() string {
	sum := sha256.Sum256([]byte(inlineScript))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// versionKey finds the version among the values of a context.
type versionKey struct{}

// WithVersion gives the pages that are drawn with this context the version of
// the program. It is the same for all of them and in no page's own values, so
// that no golden page changes with it.
func WithVersion(ctx context.Context, version string) context.Context {
	return context.WithValue(ctx, versionKey{}, version)
}

// version is what the footer says when somebody points at it.
func version(ctx context.Context) templ.Attributes {
	if said, ok := ctx.Value(versionKey{}).(string); ok {
		return templ.Attributes{"title": SiteName + " " + said}
	}
	return nil
}

// Written marks what is written in a language, whatever the page around it is
// in. Pages are written from left to right.
func Written(tag string) templ.Attributes {
	if quiz.RightToLeft(tag) {
		return templ.Attributes{"lang": tag, "dir": "rtl"}
	}
	return templ.Attributes{"lang": tag}
}

// Content marks the words of a quiz where it is written in another language
// than the page.
func Content(l words.Language) templ.Attributes {
	if tag := l.Content(); tag != "" {
		return Written(tag)
	}
	return nil
}
