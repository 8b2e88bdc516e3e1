package check

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// roleContent finds roles of which the guide and the results say nothing but a
// name: neither what they are in a line nor in some sentences. A role that has no
// part in any decision may be meant so, or one that nobody has thought of.
func roleContent(s *subject) outcome {
	var o outcome
	for _, role := range s.Roles {
		if strings.TrimSpace(role.Content.Tagline+role.Content.Summary) == "" {
			o.error("roles."+role.Key+".content.tagline",
				say("no_content", "role", role.Name),
				say("no_content_fix"))
		}
	}
	for _, role := range s.Roles {
		if n := len(s.Guide.Decisions); n > 0 && !s.decides(role.Key) {
			o.advice(quiz.DecisionsField, say("no_decision", "role", role.Name, "n", n), say("no_decision_fix"))
			o.about(role)
		}
	}
	o.value = len(o.findings)
	return o
}

// decides reports whether a role has a part in a decision, or something is said of
// its part.
func (s *subject) decides(role string) bool {
	return slices.ContainsFunc(s.Guide.Decisions, func(d quiz.Decision) bool {
		p := d.PartOf(role)
		return p.Part != quiz.NoPart || strings.TrimSpace(p.Text) != ""
	})
}

// saysOfItself finds what pages say, or leave out, because the version does not
// say what it is about: the usual sentence speaks of published data about jobs,
// which nobody names or which the numbers are not, and pay and kinds of company
// belong to jobs.
func saysOfItself(s *subject) outcome {
	var o outcome
	switch {
	case s.FromJobData() && s.Guide.Credit == "":
		o.advice("about.rests_on", say("rests_on_nothing"), say("rests_on_nothing_fix"))
	case !s.FromJobData() && !s.About.NoJobs && s.About.RestsOn == "":
		o.advice("about.rests_on", say("rests_unsaid"), say("rests_unsaid_fix"))
	}
	if s.Foreign() {
		o.advice("language", say("no_pages", "language", quiz.LanguageTag(s.Source()), "frame", quiz.LanguageTag(s.PageLanguage())), say("no_pages_fix"))
	}
	if s.About.NoJobs && len(s.Guide.Companies) > 0 {
		o.advice("guide.set_ups", say("companies_unseen"), say("unseen_fix"))
	}
	for _, role := range s.Roles {
		if c := role.Content; s.About.NoJobs && (c.Salary.Amount > 0 || len(c.Pay) > 0 || c.Certificates != "") {
			o.advice("roles."+role.Key+".content.salary.label", say("salary_unseen", "role", role.Name), say("unseen_fix"))
		}
	}
	o.value = len(o.findings)
	return o
}

// guideTexts are what takers read about the quiz, and then about each role, but
// for names.
func (s *subject) guideTexts() []quiz.Translatable {
	var together, apart []quiz.Translatable
	for _, t := range s.Translatable() {
		switch part, rest, _ := strings.Cut(t.Field, "."); {
		case part == "about" || part == "guide":
			together = append(together, t)
		case part == "roles" && strings.Contains(rest, ".content."):
			apart = append(apart, t)
		}
	}
	return append(together, apart...)
}
