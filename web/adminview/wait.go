package adminview

import (
	"time"

	"whichpm/web/words"
)

// Wait says a time to wait in words, rounded up.
func Wait(l words.Language, d time.Duration) string {
	if d <= time.Minute {
		return l.Say("admintime.seconds", "n", int((d+time.Second-1)/time.Second))
	}
	return l.Say("admintime.minutes", "n", int((d+time.Minute-1)/time.Minute))
}
