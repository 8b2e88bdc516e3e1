package server_test

import (
	"net/http"
	"regexp"
	"testing"
)

func TestTheMethodPageSaysWhatChanceAndHabitDo(t *testing.T) {
	v := open(t).visitor(t)
	page := v.get("/method").want(t, http.StatusOK).body
	for way, shares := range map[string]string{
		"Like people of the roles": `(<td class="num">\d+.%</td>\s*){4}`, "All by chance": `(<td class="num">\d+.%</td>\s*){4}`, "Always the same place": `(<td class="num">\d+.%</td>\s*){4}`,
		"Agree to every statement": `(<td class="num">0.%</td>\s*){4}`, "Disagree with every statement": `(<td class="num">0.%</td>\s*){4}`,
	} {
		if !regexp.MustCompile(`(?s)>` + way + `</th>\s*` + shares).MatchString(page) {
			t.Errorf("it does not say what comes of: %s", way)
		}
	}
	if again := v.get("/method").body; again != page {
		t.Error("a second look shows other numbers")
	}
}
