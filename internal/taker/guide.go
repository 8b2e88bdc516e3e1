package taker

import (
	"net/http"

	"whichpm/internal/page"
	"whichpm/web/takerview"
)

// showGuide shows the roles side by side.
func (t *Taker) showGuide(w http.ResponseWriter, r *http.Request) error {
	latest := t.editions.latest()
	l := t.language(w, r, latest)
	props := takerview.GuideProps{Language: l, Version: latest.in(l)}
	return page.Render(w, r, http.StatusOK, takerview.Guide(props))
}

// showPrivacy says what is stored and what is not.
func (t *Taker) showPrivacy(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, takerview.Privacy(takerview.PrivacyProps{
		Language: t.language(w, r, t.editions.latest()), OpenData: t.openData, KeepDays: t.keepDays,
	}))
}
