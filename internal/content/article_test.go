package content_test

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// The guide began as what an article says of the two jobs. What it says of it has
// to be what the article says.
func TestTheGuideQuotesItsArticleRightly(t *testing.T) {
	v := content.First()
	for _, c := range []struct{ field, english, german string }{
		{"guide.contradictions", "“or vice versa”", "„oder umgekehrt“"},
		{"guide.contradictions", "ultimately responsible", "letztlich das Produktmanagement"},
		{"guide.level_of_responsibility", "similar work", "Arbeit ist ähnlich"},
		{"guide.working_together", "features and requirements", "Funktionen und Anforderungen"},
		{"guide.working_together", "responsible for the project staying on track and meeting its goals", "dass das Projekt auf Kurs bleibt und seine Ziele erreicht"},
		{"guide.set_ups.project_oriented.text", "open-door culture", "stehen die Türen offen"},
		{"roles.product_manager.content.summary", "business approach", "Geschäftsmodell"},
		{"roles.product_manager.content.summary", "some say the reverse", "umgekehrt"},
		{"roles.product_manager.content.responsibilities", "market the product and focus on sales", "vermarkten und auf den Verkauf achten"},
		{"roles.project_manager.content.responsibilities", "Start, plan, run, monitor, control and close", "beginnen, planen, durchführen"},
		{"roles.product_manager.content.salary.label", "$89,861", "89.861"},
		{"roles.project_manager.content.salary.label", "$77,162", "77.162"},
		{"guide.profile_note", "marketing managers", "Marketingleitung"},
		{"guide.questions_people_ask.0.answer", "disagree on the size", "nicht einig"},
	} {
		for _, said := range []struct{ language, text, want string }{
			{"English", textAt(v.Translatable(), c.field), c.english},
			{"German", v.Translations["de"][c.field].Text, c.german},
		} {
			if !strings.Contains(strings.ToLower(said.text), strings.ToLower(said.want)) {
				t.Errorf("%s of %s does not say %q: %q", said.language, c.field, said.want, said.text)
			}
		}
	}
	if strings.Contains(strings.Join(v.Guide.Contradictions, " "), "gives the project manager strategic work") {
		t.Error("it says what the article does not")
	}
}

func textAt(texts []quiz.Translatable, field string) string {
	for _, text := range texts {
		if text.Field == field {
			return text.Text
		}
	}
	return ""
}
