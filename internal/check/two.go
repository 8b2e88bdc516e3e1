package check

import (
	"regexp"
	"strings"
)

// ofTwo are phrases that only make sense of two roles, by language. “The two
// notes” and „beide Hände“ are not among them: what follows has to be the roles,
// or what they do.
var ofTwo = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:` +
		`the two (?:` + rolesInEnglish + `|of them|meet|work|share|differ|overlap|are|have|do|can|need|often|both)\b` +
		`|(?:of|between) the two(?:[.,;:!?)]|$)` +
		`|(?:both|these two|neither of the|either of the) ` + rolesInEnglish + `\b` +
		`|(?:either|neither|the other) ` + roleInEnglish + `\b` +
		`|(?:both|either|neither) of them\b)` +
		`|(?-i:(?:^|[.!?:] )(?:Both|Neither) [a-z]+(?: [a-z]+){0,3}[.;:!?])`),
	"de": regexp.MustCompile(`\b(?:[Dd](?:ie|er|en) (?:beiden|zwei) (?:` + rolesInGerman + `|[a-zäöüß]+)` +
		`|[Bb]eiden? ` + rolesInGerman + `|[Zz]wei ` + rolesInGerman +
		`|[Kk]eine[rs]? (?:der|von) beiden|[Ee]ine[rs]? (?:der|von) beiden|[Vv]on beiden` +
		`|[Dd](?:ie|er|en) andere[nr]? ` + roleInGerman + `)` +
		`|(?:^|[.!?:] )Beide [a-zäöüß]+`),
}

const (
	rolesInEnglish = `(?:roles|jobs|careers|professions|positions|types)`
	roleInEnglish  = `(?:role|job|career|profession|position|type)`
	rolesInGerman  = `(?:Rollen|Berufen?|Stellen|Jobs|Typen)`
	roleInGerman   = `(?:Rolle|Beruf|Stelle|Job|Typ)`
)

// speaksOfTwo finds texts of the guide that were written when there were two
// roles, once there are more.
func speaksOfTwo(s *subject) outcome {
	phrase, known := ofTwo[s.language]
	if !known {
		return s.notMeasured()
	}
	o := outcome{value: 0}
	if len(s.Roles) <= 2 {
		return o
	}
	for _, t := range s.guideTexts() {
		at := phrase.FindStringIndex(t.Text)
		if at == nil {
			continue
		}
		o.advice(t.Field, say("of_two", "text", sentenceAt(t.Text, at[0], at[1]), "n", len(s.Roles)), say("of_two_fix"))
	}
	o.value = len(o.findings)
	return o
}

// sentenceAt is the sentence around a place in a text.
func sentenceAt(body string, from, to int) string {
	const ends = ".!?\n"
	if strings.ContainsRune(ends, rune(body[from])) { // the phrase begins with the end of the sentence before
		from++
	}
	start := strings.LastIndexAny(body[:from], ends) + 1
	end := len(body)
	if i := strings.IndexAny(body[to-1:], ends); i >= 0 {
		end = to - 1 + i
	}
	return strings.TrimSpace(body[start:end])
}
