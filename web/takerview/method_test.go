package takerview

import (
	"strings"
	"testing"

	"whichpm/web/words"
)

func TestHowMuchTheAnswersCountIsSaidTruthfully(t *testing.T) {
	for _, x := range []struct {
		discount float64
		want     string
	}{
		{.01, "only 1\u00a0% of their weight"},
		{.75, "only 75\u00a0% of their weight"},
		{.994, "only 99\u00a0% of their weight"},
		{.999, "full weight"},
		{1, "full weight"},
		{2.156, "counts with 216\u00a0% of its weight. This makes the result sound surer"},
		{10, "counts with 1000\u00a0% of its weight"},
	} {
		if got := overlap(words.English, x.discount); !strings.Contains(got, x.want) {
			t.Errorf("of %v it says %q, want %q", x.discount, got, x.want)
		}
	}
}
