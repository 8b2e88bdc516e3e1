package ui

import (
	"crypto/sha256"
	"encoding/base64"
)

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
