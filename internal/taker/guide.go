package taker

import (
	"net/http"

	"github.com/a-h/templ"

	"whichpm/web/takerview"
)

// showGuide shows the roles side by side.
func (t *Taker) showGuide(w http.ResponseWriter, r *http.Request) error {
	return t.showSame(w, r, "guide", func(latest *edition) templ.Component {
		return takerview.Guide(takerview.GuideProps{Version: latest.Version})
	})
}

// showPrivacy says what is stored and what is not.
func (t *Taker) showPrivacy(w http.ResponseWriter, r *http.Request) error {
	return t.showSame(w, r, "privacy", func(*edition) templ.Component {
		return takerview.Privacy(takerview.PrivacyProps{OpenData: t.openData, KeepDays: t.keepDays})
	})
}
