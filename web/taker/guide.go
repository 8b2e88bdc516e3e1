package taker

import (
	"net/http"

	"github.com/a-h/templ"

	"whichpm/web/takerview"
	"whichpm/web/words"
)

// showGuide shows the roles side by side.
func (t *Taker) showGuide(w http.ResponseWriter, r *http.Request) error {
	return t.showSame(w, r, "guide", func(latest *edition, l words.Language) templ.Component {
		return takerview.Guide(takerview.GuideProps{Language: l, Version: latest.in(l)})
	})
}

// showPrivacy says what is stored and what is not.
func (t *Taker) showPrivacy(w http.ResponseWriter, r *http.Request) error {
	return t.showSame(w, r, "privacy", func(_ *edition, l words.Language) templ.Component {
		return takerview.Privacy(takerview.PrivacyProps{Language: l, OpenData: t.openData, KeepDays: t.keepDays})
	})
}
