package taker

import (
	"fmt"
	"net/http"

	"whichpm/internal/content"
	"whichpm/internal/page"
	"whichpm/web/takerview"
)

// showMethod shows how the published version asks and scores, with what its
// checks found.
func (t *Taker) showMethod(w http.ResponseWriter, r *http.Request) error {
	latest := t.editions.latest()
	l := t.language(w, r, latest)
	props := takerview.MethodProps{Language: l, Version: latest.in(l), Accuracy: t.accuracyIn(l), OpenData: t.openData}
	for _, line := range latest.report().Lines {
		props.Checks = append(props.Checks, takerview.Check{
			Name: line.Name, Measures: line.Measures, Value: line.Value, OK: line.OK,
		})
	}
	return page.Render(w, r, http.StatusOK, takerview.Method(props))
}

// downloadMethod gives the published version as the content file the command
// line scores.
func (t *Taker) downloadMethod(w http.ResponseWriter, _ *http.Request) error {
	file, err := content.Format(t.editions.latest().Version)
	if err != nil {
		return fmt.Errorf("export the quiz: %w", err)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(file) // the visitor may have gone; nobody is left to tell
	return nil
}
