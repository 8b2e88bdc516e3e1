package taker

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/wire"
	"whichpm/web/words"
)

// showMethod shows how the published version asks and scores, with what its
// checks found.
func (t *Taker) showMethod(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		return t.passOn(w, r, takerview.PageMethod, onMiss, t.method)
	}
}

func (t *Taker) method(latest *edition, l words.Language, origin string) templ.Component {
	props := takerview.MethodProps{Language: l, Origin: origin, Version: latest.in(l), Accuracy: t.accuracyIn(l, latest), OpenData: t.openData}
	for _, line := range latest.report().In(l.Localize).Lines {
		props.Checks = append(props.Checks, takerview.Check{
			Key: line.Check, Name: line.Name, Measures: line.Measures, Value: line.Value, OK: line.OK,
		})
	}
	props.Habits = latest.habitsIn(l)
	return takerview.Method(props)
}

// downloadMethod gives the published version as the content file the command
// line scores.
func (t *Taker) downloadMethod(w http.ResponseWriter, r *http.Request) error {
	latest := t.editions.latest()
	answer, err := t.pages.Get(r, quizPage{name: "method file", version: latest.ID}, func(context.Context) (wire.Content, error) {
		file, err := content.Format(latest.Version)
		return wire.Content{Type: string(page.JSONType), Body: file}, err
	})
	if err != nil {
		return fmt.Errorf("export the quiz: %w", err)
	}
	return answer.Write(w, r, http.StatusOK)
}

// showGuide shows the roles side by side. Where there are many, the address says
// which: that page is made for who asked, and only the one without a choice is
// kept.
func (t *Taker) showGuide(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		latest := t.editions.latest()
		chosen := chosenRoles(latest.Version, r.URL.Query()[site.RoleParameter])
		if len(chosen) > 0 && takerview.GuideChooses(latest.Version) {
			return t.showGuideOf(w, r, latest, chosen)
		}
		return t.passOn(w, r, takerview.PageGuide, onMiss, func(latest *edition, l words.Language, origin string) templ.Component {
			return takerview.Guide(takerview.GuideProps{Language: l, Version: latest.in(l), Origin: origin})
		})
	}
}

// showGuideOf shows the roles that an address names.
func (t *Taker) showGuideOf(w http.ResponseWriter, r *http.Request, latest *edition, chosen []string) error {
	l := t.language(w, r, latest)
	status, problems := http.StatusOK, latest.CheckBeside(site.RoleParameter, chosen)
	if len(problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	w.Header().Set("X-Robots-Tag", "noindex")
	w.Header().Set("Cache-Control", "no-cache")
	return page.Render(w, r, status, takerview.Guide(takerview.GuideProps{
		Language: l, Version: latest.in(l), Origin: t.absolute(r, ""), Chosen: chosen, Problems: l.Problems(problems),
	}))
}

// chosenRoles are the keys that an address names, without what was written behind
// it.
func chosenRoles(v *quiz.Version, keys []string) []string {
	for i, key := range keys {
		if v.RoleIndex(key) < 0 {
			keys[i] = strings.TrimRightFunc(key, site.Decorates)
		}
	}
	return keys
}

// showPrivacy says what is stored and what is not.
func (t *Taker) showPrivacy(onMiss missLimiter) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		return t.passOn(w, r, takerview.PagePrivacy, onMiss, func(latest *edition, l words.Language, origin string) templ.Component {
			return takerview.Privacy(takerview.PrivacyProps{Language: l, Version: latest.in(l), Origin: origin, OpenData: t.openData, KeepDays: t.keepDays, Groups: t.groupLeast()})
		})
	}
}
