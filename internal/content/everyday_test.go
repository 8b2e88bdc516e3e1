package content_test

import (
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/content"
)

// working are words that say where somebody works, on which step of the ladder,
// or that they know the trade: stems, by language.
var working = map[string]string{
	"en": `
		your team|our team|on my team|team lead|boss|manager|management|leader|executive|director|head of|senior|junior|intern|staff|employee|colleague|
		coworker|supervisor|promot|hierarch|subordinate|
		compan|firm|corporat|business|enterprise|agenc|industr|office|department|at work|workplace|factory|hospital|
		client|customer|buyer|supplier|vendor|stakeholder|sponsor|meeting|
		software|app|code|coding|developer|engineer|designer|launch|went live|go live|deploy|release|server|
		product|project|roadmap|backlog|sprint|scrum|agile|kanban|gantt|milestone|scope|deliverable|iteration|feature|requirement|
		kpi|okr|budget|revenue|sales|marketing|market|pricing|user|workflow|status report|change request|risk list|prototype`,
	"de": `
		dein team|deinem team|unser team|in meinem team|teamleit|chef|manage|führungskraft|vorgesetzt|direktor|leitung|senior|junior|praktik|belegschaft|
		angestellt|kolleg|beförder|hierarch|
		firma|firmen|unternehmen|konzern|betrieb|agentur|branche|büro|abteilung|bei der arbeit|arbeitsplatz|fabrik|krankenhaus|
		kunde|kundin|kundschaft|käufer|lieferant|auftraggeb|stakeholder|sponsor|besprechung|meeting|
		software|app|code|programmi|entwickl|ingenieur|designer|launch|live gegangen|release|veröffentlich|server|
		produkt|projekt|roadmap|backlog|sprint|scrum|agil|kanban|gantt|meilenstein|scope|iteration|funktion|anforderung|
		kennzahl|budget|umsatz|vertrieb|marketing|markt|preis|nutzer|nutzende|arbeitsablauf|status|prototyp`,
}

// allowed are everyday words that begin like one of those.
var allowed = regexp.MustCompile(`wie etwas funktioniert|funktionieren|funktioniert|apart`)

// beginsWith finds a word that begins with one of the stems.
func beginsWith(stems []string) *regexp.Regexp {
	for i, stem := range stems {
		stems[i] = regexp.QuoteMeta(strings.TrimSpace(stem))
	}
	return regexp.MustCompile(`(?:^|[^\p{L}])(?:` + strings.Join(stems, "|") + `)`)
}

func TestNoQuestionNamesAnIndustryARankOrATradeWord(t *testing.T) {
	english := content.First()
	for _, language := range append(english.Languages(), english.Source()) {
		v := english.In(language)
		told := beginsWith(strings.Split(working[language], "|"))
		if !told.MatchString("a client keeps changing, ein kunde ändert ständig") || told.MatchString("i like maps. ich mag karten.") {
			t.Fatalf("the words in %s find nothing, or everything", language)
		}
		for _, q := range v.Questions {
			texts := []string{q.Text, q.Left, q.Right}
			for _, o := range q.Options {
				texts = append(texts, o.Label)
			}
			for _, text := range texts {
				if word := told.FindString(allowed.ReplaceAllString(strings.ToLower(text), "")); word != "" {
					t.Errorf("%s, %s: “%s” in “%s”", q.Key, language, strings.TrimSpace(word), text)
				}
			}
		}
	}
}
