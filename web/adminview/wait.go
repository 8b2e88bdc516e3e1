package adminview

import (
	"time"

	"whichpm/web/ui"
)

// Wait says a time to wait in words, rounded up.
func Wait(d time.Duration) string {
	if d <= time.Minute {
		return ui.Count(int((d+time.Second-1)/time.Second), "second", "seconds")
	}
	return ui.Count(int((d+time.Minute-1)/time.Minute), "minute", "minutes")
}
