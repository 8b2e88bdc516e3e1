package main

import (
	"testing"
	"time"

	"whichpm/internal/test/browser"
	"whichpm/web/words"
)

// farAway is a time zone in which it is another day now than in UTC.
func farAway() (zone string, ahead time.Duration) {
	if time.Now().UTC().Hour() < 10 {
		return "Pacific/Pago_Pago", -11 * time.Hour
	}
	return "Pacific/Kiritimati", 14 * time.Hour
}

func TestADayIsTheReadersOwnWithTheScriptAndUTCWithout(t *testing.T) {
	zone, ahead := farAway()
	for _, script := range []bool{true, false} {
		p := visit(t, browser.Options{Script: script, Zone: zone})
		p.Goto(p.URL() + "method")
		at, err := time.Parse(time.RFC3339, browser.Eval[string](p, "document.querySelector('#version time').dateTime"))
		if err != nil {
			t.Fatal(err)
		}
		want := words.English.DayUTC(at)
		if script {
			want = words.English.Date(at.Add(ahead))
		}
		if got := p.Text("#version time"); got != want {
			t.Errorf("with the script %t the day is %q, want %q", script, got, want)
		}
	}
}
