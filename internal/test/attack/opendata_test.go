package attack_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
)

// finishCalmly takes the quiz so that it does not look hurried.
func (v *visitor) finishCalmly() string {
	v.t.Helper()
	at := v.post("/start", "form", "full").want(v.t, http.StatusSeeOther).to()
	for n := 0; at != "/review"; n++ {
		v.site.jump(8 * time.Second)
		form := v.get(at).want(v.t, http.StatusOK).form(at)
		form.Set("answer", strconv.Itoa(1+n%2))
		at = v.send(at, form).want(v.t, http.StatusSeeOther).to()
	}
	return v.post("/result").want(v.t, http.StatusSeeOther).to()
}

func TestOnePersonDoesNotMakeAGroupOfOpenData(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		for name, tt := range map[string]struct {
			address func(nth int) string
			pause   time.Duration
			want    int
		}{
			"four from one address, hours apart": {func(nth int) string { return fmt.Sprintf("192.0.2.%d", max(nth, 3)) }, 2 * time.Hour, 0},
			"four within an hour":                {func(nth int) string { return fmt.Sprintf("192.0.2.%d", nth) }, time.Minute, 0},
			"one IPv6 network, hours apart":      {func(nth int) string { return fmt.Sprintf("2001:db8::%d", nth) }, 2 * time.Hour, 0},
			"five who are apart":                 {func(nth int) string { return fmt.Sprintf("192.0.2.%d", nth) }, 2 * time.Hour, 5},
		} {
			t.Run(name, func(t *testing.T) {
				s.open = true
				h := open(t, s)
				month := quiz.MonthOf(h.now()) + 1
				h.jump(month.Start().Add(time.Hour).Sub(h.now()))
				for nth := range 5 {
					v := h.visitor(t)
					v.from = tt.address(nth)
					result := v.finishCalmly()
					v.post(result+"/outcome", "role", "other", "years", "3", "suits", "4", "consent", "on", "open", "on").want(t, http.StatusSeeOther)
					h.jump(tt.pause)
				}
				h.jump((month + 1).Start().Add(2 * time.Hour).Sub(h.now()))
				if err := rollup.New(h.store, rollup.Config{Now: h.now, OpenData: true}).Once(t.Context()); err != nil {
					t.Fatal(err)
				}
				file := h.visitor(t).get("/data.csv").want(t, http.StatusOK).body
				if rows := strings.Count(file, "\n") - 1; rows != tt.want {
					t.Errorf("the file has %d rows, want %d", rows, tt.want)
				}
			})
		}
	})
}
