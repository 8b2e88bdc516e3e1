package words

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"
)

// short are imperatives without their e. Pages use the longer form wherever
// German has it.
const short = `(Änder|Bewahr|Bleib|Denk|Dreh|Fang|Frag|Führ|Füg|Geh|Heb|Hol|Komm|Kreuz|Kürz|Lass|Leg|Lös|Lösch|Mach|Nenn|` +
	`Öffn|Probier|Prüf|Ruf|Sag|Schau|Schick|Schreib|Setz|Speicher|Stell|Such|Tipp|Trag|Überspring|Verschieb|Wähl|Wart|Zeig|Zieh)`

func TestTheCataloguesSpeakPlainly(t *testing.T) {
	for _, tt := range []struct {
		l      Language
		takers bool // only what takers read; admins are told of a verdict and a dimension
		no     string
		better string
	}{
		{English, true, `(?i)\bverdicts?\b`, "result, or headline"},
		{English, true, `(?i)\bdimensions?\b`, "preference"},
		{English, true, `(?i)\bbrackets?\b under|\bthe bracket\b`, "thin line"},
		{English, true, `(?i)\brevoked?\b|\btakes? .* back\b`, "stop sharing"},
		{English, true, `\bn = `, "how many people have told"},
		{English, false, `(?i)\b(go|goes|going) on with\b|^Go on\b`, "continue"},
		{English, false, `(?i)\b(lean|leans|leant|leaned|leaning) to\b`, "lean towards"},
		{English, false, `(?i)\bmend(s|ed|ing)?\b`, "fix"},
		{English, false, `(?i)\bno random sample\b|\btells? of\b`, "not a random sample; reveal"},
		{German, true, `\bDimension(en)?\b`, "Vorliebe"},
		{German, true, `\bn = `, "wie viele es gesagt haben"},
		{German, false, `(?i)\bneig(e|st|t|en|te)\b`, "liegt näher, tendiert"},
		{German, false, `(?i)\baufgehoben\b|\baufheben\b|\b(hebe?|hebt|heben)\b[^.]* auf\b`, "speichern, aufbewahren"},
		{German, false, `\b(jetzt|danach) gefragt wird\b|\bwird danach gefragt\b`, "aktuelle Version"},
		{German, false, `\b(Antworten|sie) reisen\b`, "stecken"},
		{German, false, `Handlungsweise|Vorführung|\bKn(o|ö)pfe?n?\b`, "Antwortmöglichkeit, Demo, Schaltfläche"},
		{German, false, `\b(Inhabern?|Redakteur\w*|Nutzern?|Betreibern?|Leser|Kunden|Käufer|Lieferant\w*)\b|\bJeder kann\b`, "Leitung, Redaktion, Nutzende, Betreibende"},
		{German, false, `(^|[.:!?,;] |und |oder |Bitte )` + short + `\b`, "the form with e"},
		{German, false, `(und|oder|dann|erst) ` + strings.ToLower(short) + `\b`, "the form with e"},
	} {
		no := regexp.MustCompile(tt.no)
		for id, text := range tt.l.words().whole() {
			if found := no.FindString(text); found != "" && (!tt.takers || !ofAdmins(id)) {
				t.Errorf("%s: %s says %q instead of: %s", tt.l.Tag(), id, found, tt.better)
			}
		}
	}
}

// ofAdmins reports whether only admins read a text.
func ofAdmins(id string) bool {
	return strings.HasPrefix(id, "admin") || strings.HasPrefix(id, "problem.draft_") || strings.HasPrefix(id, "problem.file_") || strings.HasPrefix(id, "problem.proposal_")
}

// whole are the texts of a catalogue with all their forms, each in one piece.
func (c *catalogue) whole() map[string]string {
	all := map[string]string{}
	maps.Copy(all, c.plain)
	for id, forms := range c.filled {
		for form, parts := range forms {
			var text strings.Builder
			for i := 0; i < len(parts); i += 2 { // between the words stand the names of values
				text.WriteString(parts[i] + "…")
			}
			all[fmt.Sprint(id, form)] = text.String()
		}
	}
	return all
}
