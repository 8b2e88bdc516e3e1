package server_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// typed fills the form of a step as it is now.
func (v *visitor) typed(step string, pairs ...string) url.Values {
	v.t.Helper()
	form := v.get(step).want(v.t, http.StatusOK).filled(step)
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return form
}

func TestWhatIsTakenOutWithARowIsSaid(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.fillSteps()
	at := "dimensions.harvest_or_view."
	to := v.submit("/admin/new/dimensions", "/admin/new/dimensions", at+"name", "", at+"positive_pole", "", at+"negative_pole", "").want(t, http.StatusSeeOther).to()
	v.get(to).want(t, http.StatusOK).says(t, "Taken out: “Harvest or view”, with its 4 statements.")
	if draft := h.draft(t); len(draft.Questions) != 4 || slices.ContainsFunc(draft.Questions, func(q quiz.Question) bool { return !q.Loads("order_or_surprise") }) {
		t.Errorf("the draft keeps %+v", draft.Questions)
	}
	at = "dimensions.order_or_surprise."
	v.submit("/admin/new/dimensions", "/admin/new/dimensions", at+"name", "", at+"positive_pole", "", at+"negative_pole", "").want(t, http.StatusSeeOther)
	if draft := h.draft(t); len(draft.Questions) != 1 || !draft.Questions[0].Unwritten() || !draft.Dimensions[0].Unwritten() {
		t.Errorf("the draft keeps %+v", draft.Questions)
	}
	at = "roles.kitchen_garden."
	to = v.submit("/admin/new/roles", "/admin/new/roles", at+"name", "", at+"short", "", at+"content.tagline", "", at+"content.summary", "", "to", "more").want(t, http.StatusSeeOther).to()
	v.get(to).want(t, http.StatusOK).says(t, "Saved in the draft.", "Taken out: “Kitchen garden”.")
}

func TestTheStepsTakeAsManyOfEachAsAQuizMayHave(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	for _, c := range []struct {
		step, row, limit string
		most             int
		have             func(*quiz.Version) int
	}{
		{"roles", "new.%d.name", "a quiz has at most 24", quiz.MaxRoles, func(d *quiz.Version) int { return len(d.Roles) }},
		{"dimensions", "new.%d.name", "a quiz has at most 40", quiz.MaxDimensions, func(d *quiz.Version) int { return len(d.Dimensions) }},
		{"questions", "new.part_0.positive.%d", "a quiz has at most 200", quiz.MaxQuestions, func(d *quiz.Version) int { return len(d.Questions) }},
	} {
		step := "/admin/new/" + c.step
		form := v.typed(step)
		for i := range c.most + 2 {
			form.Set(fmt.Sprintf(c.row, i), fmt.Sprintf("Part %d", i))
			if c.step == "dimensions" {
				form.Set(fmt.Sprintf("new.%d.positive_pole", i), "One")
				form.Set(fmt.Sprintf("new.%d.negative_pole", i), "Other")
			}
		}
		refused := v.sendForm(step, form).want(t, http.StatusUnprocessableEntity)
		if n := strings.Count(refused.body, c.limit); n != 2 { // in the summary and at the row
			t.Errorf("%s: the limit is said %d times", c.step, n)
		}
		for i := c.most; i < c.most+2; i++ {
			for _, field := range []string{fmt.Sprintf(c.row, i), fmt.Sprintf("new.%d.positive_pole", i), fmt.Sprintf("new.%d.negative_pole", i)} {
				form.Del(field)
			}
		}
		v.sendForm(step, form).want(t, http.StatusSeeOther)
		if n := c.have(h.draft(t)); n != c.most {
			t.Errorf("%s: the draft has %d", c.step, n)
		}
	}
	v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", "One more").want(t, http.StatusUnprocessableEntity).says(t, "a quiz has at most 24")
}

func TestAStepSentTwiceAddsEachRowOnce(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	for _, step := range []struct {
		at    string
		typed []string
	}{
		{"/admin/new/roles", []string{"new.0.name", "Near", "new.0.content.tagline", "Close by.", "new.1.name", "Far"}},
		{"/admin/new/dimensions", []string{"new.0.name", "Order", "new.0.positive_pole", "Neat", "new.0.negative_pole", "Wild", "new.0.place.near", "0.6"}},
		{"/admin/new/questions", []string{"new.order.positive.0", "I like lines.", "new.order.negative.0", "I like moss."}},
	} {
		form := v.typed(step.at, step.typed...)
		v.sendForm(step.at, form).want(t, http.StatusSeeOther)
		revision := h.draft(t).Revision
		v.sendForm(step.at, form).want(t, http.StatusSeeOther)
		if h.draft(t).Revision != revision {
			t.Errorf("%s changed the draft again", step.at)
		}
	}
	back := v.typed("/admin/new/roles")
	for field := range back {
		if strings.HasPrefix(field, "roles.") {
			back.Del(field)
		}
	}
	back.Set("revision", "1")
	back.Set("new.0.name", "Near")
	back.Set("new.0.content.tagline", "Very close.")
	back.Set("new.1.name", "Middle")
	answer := v.sendForm("/admin/new/roles", back)
	if answer.StatusCode == http.StatusConflict { // the page says so, and holds each role once
		form := answer.filled("/admin/new/roles")
		v.sendForm("/admin/new/roles", form).want(t, http.StatusSeeOther)
	}
	var names []string
	for _, r := range h.draft(t).Roles {
		names = append(names, r.Name+": "+r.Content.Tagline)
	}
	if got := strings.Join(names, "; "); got != "Near: Very close.; Far: ; Middle: " {
		t.Errorf("the draft has %s", got)
	}
	if d := h.draft(t); len(d.Dimensions) != 1 || len(d.Questions) != 2 || d.Roles[0].Profile["order"].Mean != .6 {
		t.Errorf("the draft has %d dimensions and %d questions", len(d.Dimensions), len(d.Questions))
	}
}

func TestARowThatIsEmptiedTwiceIsTakenOutOnce(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.fillSteps()
	at := "roles.kitchen_garden."
	form := v.typed("/admin/new/roles", at+"name", "", at+"short", "", at+"content.tagline", "", at+"content.summary", "")
	v.sendForm("/admin/new/roles", form).want(t, http.StatusSeeOther)
	v.sendForm("/admin/new/roles", form).want(t, http.StatusSeeOther)
	if draft := h.draft(t); len(draft.Roles) != 2 {
		t.Errorf("the draft has %d roles", len(draft.Roles))
	}
}

func TestAStepSaysWhatToDoAboutWhatItCannotTake(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	for _, language := range []string{"", "  "} {
		v.submit("/admin/new/language", "/admin/new/language", "language", language).want(t, http.StatusUnprocessableEntity).
			says(t, "Write a language as its short tag, such as en, de, ja or pt-BR")
	}
	v.submit("/admin/new/language", "/admin/new/language", "about.no_jobs", "perhaps").want(t, http.StatusUnprocessableEntity).says(t, "Choose one from the list")
	long := v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", strings.Repeat("x", 41)).want(t, http.StatusUnprocessableEntity)
	long.says(t, "Write a short name: the name has more than 40 characters")
	if strings.Contains(long.body, "Shorten this") || !strings.Contains(long.body, `href="#new.0.short"`) {
		t.Error("it asks to shorten what nobody typed")
	}
	v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", "Near", "new.1.name", "Far").want(t, http.StatusSeeOther)
	typed := []string{"new.0.name", "Order", "new.0.positive_pole", "Neat", "new.0.negative_pole", "Wild"}
	for _, place := range []string{"0.61", "as_it_is", "", "<b>"} {
		v.submit("/admin/new/dimensions", "/admin/new/dimensions", append(typed, "new.0.place.near", place)...).want(t, http.StatusUnprocessableEntity).
			says(t, "Choose one from the list")
	}
	v.submit("/admin/new/dimensions", "/admin/new/dimensions", typed...).want(t, http.StatusSeeOther)
	v.submit("/admin/new/dimensions", "/admin/new/dimensions", "dimensions.order.place.far", "0.61").want(t, http.StatusUnprocessableEntity)
}
